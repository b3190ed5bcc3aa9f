package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Replacement is a new content of a file on its way to the disk. Until
// [Replacement.Commit] the file is as it was, and afterwards it is the new one
// whole: at no moment, not even in a crash, is there half of it.
type Replacement struct {
	temp   *os.File
	target string      // where symbolic links end: they are followed, not replaced
	before fs.FileInfo // the file when it was opened
}

// Replace begins to replace the file at path, which was opened as before says.
func Replace(path string, before fs.FileInfo) (*Replacement, error) {
	if !before.Mode().IsRegular() {
		return nil, errNotRegular(before.Mode())
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, err
	}
	if before.Mode().Perm()&0o222 == 0 {
		return nil, errors.New("is read-only")
	}
	// The folder decides whether a rename may happen; the file's own rights
	// are what its owner meant.
	w, err := os.OpenFile(target, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	w.Close()
	temp, err := os.CreateTemp(filepath.Dir(target), ".linqlint-*.tmp")
	if err != nil {
		return nil, fmt.Errorf("no temporary file beside it: %s", ErrorText(err))
	}
	return &Replacement{temp: temp, target: target, before: before}, nil
}

// Write adds to the new content.
func (r *Replacement) Write(p []byte) (int, error) { return r.temp.Write(p) }

// Discard leaves the file as it was.
func (r *Replacement) Discard() {
	r.temp.Close()
	os.Remove(r.temp.Name())
}

// Commit puts the new content in the place of the old one, with its mode and,
// where the system allows it, its owner. A file that somebody else changed in
// the meantime is left alone, with an error.
func (r *Replacement) Commit() error {
	if err := r.settle(); err != nil {
		r.Discard()
		return err
	}
	if err := os.Rename(r.temp.Name(), r.target); err != nil {
		os.Remove(r.temp.Name())
		return err
	}
	syncFolder(filepath.Dir(r.target))
	return nil
}

// settle brings the temporary file to the disk.
func (r *Replacement) settle() error {
	chownLike(r.temp, r.before)
	if err := r.temp.Chmod(r.before.Mode().Perm()); err != nil {
		return err
	}
	if err := r.temp.Sync(); err != nil {
		return err
	}
	if err := r.temp.Close(); err != nil {
		return err
	}
	now, err := os.Stat(r.target)
	if err != nil {
		return err
	}
	if !now.ModTime().Equal(r.before.ModTime()) || now.Size() != r.before.Size() {
		return errors.New("was changed by another program in the meantime")
	}
	return nil
}

// syncFolder makes a rename last. Systems that cannot sync a folder refuse it,
// which loses nothing.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
