package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// maxSize is the largest config, in bytes.
const maxSize = 1 << 20

// Skipped is a config that is not used.
type Skipped struct {
	Path string
	Err  error
}

// Find returns the path of the config that applies to the folder dir: its own,
// or the nearest one above it. A config that is a symbolic link must lead to a
// file in its own folder, or in one of the folders with the real paths roots that
// it is in. Other links, and what is not a regular file, are skipped.
func Find(dir string, roots ...string) (file string, ok bool, skipped []Skipped) {
	for {
		file := filepath.Join(dir, Name)
		if _, err := os.Lstat(file); err == nil {
			if err := source.CheckSettings(file, rootOf(dir, roots)); err == nil {
				return file, true, skipped
			} else if !errors.Is(err, fs.ErrNotExist) {
				skipped = append(skipped, Skipped{file, err})
			}
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false, skipped
		}
		dir = parent
	}
}

// Read reads a config that [Find] found with the same roots.
func Read(file string, roots ...string) ([]byte, error) {
	return source.ReadSettings(file, rootOf(filepath.Dir(file), roots), maxSize)
}

// rootOf returns the real path of the folder that a config in dir must not leave.
func rootOf(dir string, roots []string) string {
	at := source.RealPath(dir)
	for _, root := range roots {
		if source.Below(at, root) {
			return root
		}
	}
	return at
}
