//go:build unix && !solaris && !illumos && !aix

package cli

import (
	"errors"
	"os"
	"syscall"
)

// lockFile locks an open file for this process, without waiting.
func lockFile(f *os.File) error {
	if errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK) {
		return errStateInUse
	}
	return nil // also on a file system without locks
}
