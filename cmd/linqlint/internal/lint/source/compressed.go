package source

import (
	"compress/gzip"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// maxWindow is the most that a zstd stream may make us remember, in bytes;
// zstd's own levels up to 19 need half of it.
const maxWindow = 16 << 20

// Compressed reports whether the name of a file says that it is compressed.
func Compressed(path string) bool { return uncompressedName(path) != path }

// uncompressedName cuts .gz or .zst.
func uncompressedName(path string) string {
	switch ext := filepath.Ext(path); strings.ToLower(ext) {
	case ".gz", ".zst":
		return strings.TrimSuffix(path, ext)
	}
	return path
}

// Decompress returns what the file of this name holds, read from r: the bytes
// themselves, or what they were before gzip (.gz) or zstd (.zst). Closing the
// result leaves r open.
func Decompress(path string, r io.Reader) (io.ReadCloser, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".gz":
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("is no gzip file: %w", err)
		}
		return z, nil
	case ".zst":
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, fmt.Errorf("is no zstd file: %w", err)
		}
		return z.IOReadCloser(), nil
	}
	return io.NopCloser(r), nil
}
