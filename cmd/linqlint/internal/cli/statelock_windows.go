package cli

import (
	"os"
	"syscall"
	"unsafe"
)

var lockFileEx = syscall.NewLazyDLL("kernel32.dll").NewProc("LockFileEx")

const (
	lockExclusive   = 2
	failImmediately = 1
)

// lockFile locks the first byte of an open file for this process, without
// waiting.
func lockFile(f *os.File) error {
	var overlapped syscall.Overlapped
	if ok, _, _ := lockFileEx.Call(f.Fd(), lockExclusive|failImmediately, 0, 1, 0, uintptr(unsafe.Pointer(&overlapped))); ok == 0 {
		return errStateInUse
	}
	return nil
}
