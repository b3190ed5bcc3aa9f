//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package source

import (
	"io/fs"
	"os"
	"syscall"
)

// tryLock locks an open file until it is closed, or reports that another process
// has locked it.
func tryLock(f *os.File, _ fs.FileInfo) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
