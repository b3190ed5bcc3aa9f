//go:build unix || windows

package source

import "syscall"

// withoutBlocking makes opening a FIFO return immediately.
const withoutBlocking = syscall.O_NONBLOCK
