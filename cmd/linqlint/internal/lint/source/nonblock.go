//go:build unix || windows

package source

import "syscall"

// withoutBlocking makes opening a FIFO return at once.
const withoutBlocking = syscall.O_NONBLOCK
