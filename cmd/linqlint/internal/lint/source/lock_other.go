//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package source

import (
	"io/fs"
	"os"
	"time"
)

// tryLock takes a file that was not written for an hour for unlocked: this
// system has no locks that end with a process.
func tryLock(_ *os.File, info fs.FileInfo) bool {
	return time.Since(info.ModTime()) > time.Hour
}
