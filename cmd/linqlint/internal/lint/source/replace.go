package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Replacement is the new content of a file. Before [Replacement.Commit] the file
// has its old content, afterwards all of the new one, even after a crash.
type Replacement struct {
	temp   *os.File
	target string      // after symbolic links, which are followed, not replaced
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
	// A rename needs the permissions of the folder only, but the file's own
	// permissions say whether its owner allows a change.
	w, err := os.OpenFile(target, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	w.Close()
	temp, err := os.CreateTemp(filepath.Dir(target), tempPattern)
	if err != nil {
		return nil, fmt.Errorf("cannot create a temporary file next to it: %s", ErrorText(err))
	}
	if info, err := temp.Stat(); err == nil {
		tryLock(temp, info) // so that another run does not remove it
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

// Commit replaces the old content by the new one and keeps the mode and, if the
// system allows it, the owner. It fails if the file was changed in the meantime.
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

// settle writes the temporary file to the disk.
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
		return errors.New("changed by another program in the meantime")
	}
	return nil
}

// syncFolder makes a rename durable, on systems that can sync a folder.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
