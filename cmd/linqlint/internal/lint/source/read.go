package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Open opens a regular file for reading. It never blocks: a FIFO without a
// writer would hold a plain open for ever, so the descriptor is asked for
// without blocking and then looked at, which leaves no moment between the look
// and the opening. Descriptors that the caller was started with (/dev/fd/3, as
// a shell's process substitution gives them) may be pipes.
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
		// A socket cannot be opened at all; its kind says more than ENXIO.
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

// ReadAll reads r to its end into buf, which it may grow; size is how many
// bytes are expected, or less than 0 if nothing is known. Over limit bytes it
// stops with a [TooLargeError].
func ReadAll(r io.Reader, size, limit int64, buf []byte) ([]byte, error) {
	if size > limit {
		return nil, &TooLargeError{What: "the file", Size: size, Limit: limit}
	}
	buf = buf[:0]
	// One byte more than expected lets the read that sees the end fit in.
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

// binaryWindow is how far CheckText looks, in bytes; Git looks as far.
const binaryWindow = 8000

// CheckText returns an error for what is no text at all: a picture, an
// archive, UTF-16. A file that opens like JSON is text whatever follows, since
// the validator then says better, with the place, what is wrong in it.
func CheckText(data []byte) error {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return errors.New("is UTF-16, where JSON is UTF-8")
	}
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
