package source

import (
	"compress/gzip"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// maxWindow is the largest window of a zstd stream, in bytes. zstd's own levels
// up to 19 need half of it.
const maxWindow = 16 << 20

// Compressed reports whether a file is compressed, by its name.
func Compressed(path string) bool { return uncompressedName(path) != path }

// uncompressedName removes .gz or .zst.
func uncompressedName(path string) string {
	switch ext := filepath.Ext(path); strings.ToLower(ext) {
	case ".gz", ".zst":
		return strings.TrimSuffix(path, ext)
	}
	return path
}

// Decompress returns the content of the file at path, which it reads from r:
// decompressed if the name ends in .gz or .zst, else as it is. Closing the
// result leaves r open.
func Decompress(path string, r io.Reader) (io.ReadCloser, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".gz":
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("not a gzip file: %w", err)
		}
		return z, nil
	case ".zst":
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, fmt.Errorf("not a zstd file: %w", err)
		}
		return z.IOReadCloser(), nil
	}
	return io.NopCloser(r), nil
}
