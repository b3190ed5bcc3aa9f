package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// ErrorText returns the message of an error about a file without the path and
// the name of the system call.
func ErrorText(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.Is(err, syscall.ELOOP):
		return "too many levels of symbolic links"
	}
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err.Error()
	}
	return err.Error()
}

// errNotRegular returns an error for a path that is not a regular file.
func errNotRegular(mode fs.FileMode) error {
	what := "a special file"
	switch {
	case mode.IsDir():
		what = "a folder"
	case mode&fs.ModeNamedPipe != 0:
		what = "a FIFO"
	case mode&fs.ModeSocket != 0:
		what = "a socket"
	case mode&fs.ModeDevice != 0:
		what = "a device"
	}
	return fmt.Errorf("is %s, not a regular file", what)
}

// TooLargeError is for something that must be held in memory and is over the
// limit.
type TooLargeError struct {
	What  string // "the file", "a record"
	Size  int64  // bytes; 0: unknown, reading stopped at the limit
	Limit int64  // bytes
}

// Error returns a message with both sizes, if both are known.
func (e *TooLargeError) Error() string {
	if e.Size == 0 {
		return fmt.Sprintf("%s is larger than %s (--max-size)", e.What, FormatSize(e.Limit))
	}
	return fmt.Sprintf("%s is %s, larger than %s (--max-size)", e.What, FormatSize(e.Size), FormatSize(e.Limit))
}

// FormatSize formats a number of bytes in a binary unit: "512 bytes", "16 MiB",
// "2.5 GiB".
func FormatSize(n int64) string {
	const names = "KMGTPE"
	if n == 1 {
		return "1 byte"
	}
	if n < 1024 {
		return fmt.Sprintf("%d bytes", n)
	}
	size, unit := float64(n)/1024, 0
	for size >= 1024 && unit < len(names)-1 {
		size, unit = size/1024, unit+1
	}
	if size == float64(int64(size)) {
		return fmt.Sprintf("%d %ciB", int64(size), names[unit])
	}
	return fmt.Sprintf("%.1f %ciB", size, names[unit])
}

// missing returns a better error for a symbolic link whose target is missing.
func missing(arg string, err error) error {
	if target, linkErr := os.Readlink(arg); linkErr == nil && errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("symbolic link to %s, which does not exist", target)
	}
	return err
}
