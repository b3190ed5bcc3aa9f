package cli

import (
	"errors"
	"os"
)

var errStateInUse = errors.New("another mock uses this file")

// lockState keeps a second server from using a state file until unlock is
// called or the process ends. The lock is on a file beside it, since saving
// replaces the state file itself.
func lockState(path string) (unlock func(), err error) {
	path += ".lock"
	for {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, err
		}
		if err := lockFile(file); err != nil {
			file.Close()
			return nil, err
		}
		// A server that stops removes the file, perhaps after it was opened here.
		locked, err := file.Stat()
		if now, gone := os.Stat(path); err == nil && gone == nil && os.SameFile(locked, now) {
			return func() { os.Remove(path); file.Close() }, nil
		}
		file.Close()
	}
}
