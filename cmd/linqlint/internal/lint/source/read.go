package source

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Open opens a regular file for reading. It never blocks: os.Open would wait
// for the writer of a FIFO, so the file is opened without blocking and then
// checked, which leaves no time for a race. Descriptors that the process was
// started with (/dev/fd/3, from a shell's process substitution) may be pipes.
func Open(path string) (*os.File, fs.FileInfo, error) {
	if inherited(path) {
		f, err := os.Open(path)
		if err != nil {
			return nil, nil, err
		}
		info, err := f.Stat()
		return f, info, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|withoutBlocking, 0)
	if err != nil {
		// A socket cannot be opened; naming it says more than ENXIO.
		if info, statErr := os.Stat(path); statErr == nil && !info.Mode().IsRegular() {
			return nil, nil, errNotRegular(info.Mode())
		}
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular(info.Mode())
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// inherited reports whether path names a descriptor of this process.
func inherited(path string) bool {
	return path == "/dev/stdin" || strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/proc/self/fd/")
}

// ReadAll reads r to its end into buf, which it may grow; size is the expected
// number of bytes, or negative if unknown. Past limit bytes it stops with a
// [TooLargeError].
func ReadAll(r io.Reader, size, limit int64, buf []byte) ([]byte, error) {
	if size > limit {
		return nil, &TooLargeError{What: "the file", Size: size, Limit: limit}
	}
	buf = buf[:0]
	// The extra byte lets the read that returns io.EOF fit.
	if want := int(max(size, 511)) + 1; cap(buf) < want {
		buf = make([]byte, 0, want)
	}
	for {
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if int64(len(buf)) > limit {
			return nil, &TooLargeError{What: "the file", Limit: limit}
		}
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
	}
}

// binaryWindow is how many bytes CheckText searches, as many as Git.
const binaryWindow = 8000

// CheckText returns an error for a file that is not text, such as a picture or
// an archive. A file that begins like JSON is text, since the validator then
// reports the exact place of the fault.
func CheckText(data []byte) error {
	trimmed := bytes.TrimLeft(bytes.TrimPrefix(data, bom), " \t\r\n")
	if len(trimmed) > 0 && (trimmed[0] == '{' || trimmed[0] == '[') {
		return nil
	}
	if i := bytes.IndexByte(data[:min(len(data), binaryWindow)], 0); i >= 0 {
		return fmt.Errorf("is a binary file (a NUL byte at offset %d), not JSON", i)
	}
	return nil
}

// bom is the UTF-8 byte order mark.
var bom = []byte{0xEF, 0xBB, 0xBF}
