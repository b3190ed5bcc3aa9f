package source

import (
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Tree is a set of files that are not read from disk, such as those about to be
// committed. Open is called by several goroutines.
type Tree interface {
	// Files returns the sorted absolute, slash-separated paths of its files.
	Files() []string
	// Fold returns the same string for all spellings of an absolute path.
	Fold(at string) string
	// Open returns a file's content and its size in bytes. The error is
	// fs.ErrNotExist if the tree does not have the file.
	Open(at string) (content io.ReadCloser, size int64, err error)
}

// treeArgument is argument for the files of a tree. A file that is only on disk
// is ignored.
func (w *walker) treeArgument(arg string) bool {
	if _, err := os.Stat(arg); err == nil || !hasMeta(arg) {
		return w.treeFolder(arg)
	}
	glob := filepath.ToSlash(arg)
	if _, err := ParseGlob(glob); err != nil {
		return w.yield(Entry{Path: arg, Named: true, Err: fmt.Errorf("no such file, and %w", err)})
	}
	base, _ := doublestar.SplitPattern(glob)
	base, at := filepath.FromSlash(base), globKey(glob)
	if strings.Contains(glob, "**") {
		w.glob = at
		defer func() { w.glob = nil }()
		return w.treeFolder(base)
	}
	above := key(base)
	for _, file := range w.files {
		for p := file; w.below(p, above) != ""; p = path.Dir(p) {
			if at.Match(p) && !w.treeFolder(join(base, filepath.FromSlash(w.below(p, above)))) {
				return false
			}
		}
	}
	return true
}

// treeFolder yields the file at a path, or the files below it.
func (w *walker) treeFolder(dir string) bool {
	above := key(dir)
	fold := w.finder.Tree.Fold
	if at, ok := w.folded[fold(above)]; ok {
		return w.once(Entry{Path: dir, Named: true, Root: real(path.Dir(at))}, at, at)
	}
	for _, at := range w.files {
		rel := w.below(at, above)
		e := Entry{Path: join(dir, filepath.FromSlash(rel)), Named: w.named[fold(at)], Root: real(dir)}
		if rel == "" || !e.Named && w.treeLeftOut(at, above) {
			continue
		}
		if !w.once(e, at, at) {
			return false
		}
	}
	return true
}

// treeLeftOut reports whether a walk from the folder above skips a file. A
// .gitignore does not count, since the file was added to the index.
func (w *walker) treeLeftOut(at, above string) bool {
	for p := path.Dir(at); w.below(p, above) != ""; p = path.Dir(p) {
		if w.leftOut(p, path.Base(p), true, nil) {
			return true
		}
	}
	return w.leftOut(at, path.Base(at), false, nil)
}

// below returns the path from the folder above to p, or "" if p is not inside.
func (w *walker) below(p, above string) string {
	above = strings.TrimSuffix(above, "/")
	n := strings.Count(above, "/") + 1
	names := strings.SplitN(p, "/", n+1)
	if len(names) <= n || w.finder.Tree.Fold(strings.Join(names[:n], "/")) != w.finder.Tree.Fold(above) {
		return ""
	}
	return names[n]
}
