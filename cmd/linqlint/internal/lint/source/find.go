package source

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Stdin is the path of standard input.
const Stdin = "-"

// Entry is one input.
type Entry struct {
	Path  string // as given, or below the folder as given
	Named bool   // named on the command line: always reported
	Err   error  // why it cannot be read, or nil
	Skip  error  // why a walk skips it, or nil
	// Root is the real path of the folder that was walked, or of the folder of a
	// named file: files that this one names are read only below it.
	Root string
}

// Finder finds the inputs. The zero Finder skips what Git ignores.
type Finder struct {
	// Exclude are globs of paths that walks skip, relative to the current
	// folder; one without a slash is matched against names. Invalid globs match
	// nothing.
	Exclude []string
	// Skip, if not nil, reports whether walks skip the file or folder at an
	// absolute, slash-separated path.
	Skip func(at string) bool
	// NoIgnore includes what .gitignore ignores, hidden folders and
	// node_modules.
	NoIgnore bool
	// Only, if not nil, reports whether to include the file at an absolute,
	// slash-separated path, named or not.
	Only func(at string) bool
	// RemoveStale makes walks remove the temporary files of a run that was
	// killed while it replaced files.
	RemoveStale bool
	// Written are files that the run writes, and therefore does not read.
	Written []string
	// Tree, if not nil, replaces the files on disk.
	Tree Tree
}

// Find yields the entries of the arguments in their order, and those of a folder
// sorted by name. A file with several names, such as symbolic links, is yielded
// once, under the first.
func (f *Finder) Find(args []string, yield func(Entry) bool) {
	w := walker{finder: f, yield: yield, named: map[string]bool{}, seen: map[string]bool{}, speller: speller{}, exclude: f.excludes()}
	args = Spelled(args)
	for _, file := range Spelled(f.Written) {
		w.seen[real(file)] = true
	}
	argument := w.argument
	if f.Tree != nil {
		w.files, w.folded, argument = f.Tree.Files(), map[string]string{}, w.treeArgument
		for _, at := range w.files {
			w.folded[f.Tree.Fold(at)] = at
		}
	}
	for _, arg := range args {
		if f.Tree != nil {
			w.named[f.Tree.Fold(key(arg))] = true
		} else if info, err := os.Stat(arg); arg != Stdin && err == nil && !info.IsDir() {
			w.named[real(arg)] = true
		}
	}
	for _, arg := range args {
		if !argument(arg) {
			return
		}
	}
}

// Absolute returns the absolute path with slashes, which is how paths are
// compared.
func Absolute(p string) string { return key(p) }

// key returns the same string for equal paths.
func key(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		abs = filepath.Clean(p)
	}
	return filepath.ToSlash(abs)
}

// walker is the state of one Find.
type walker struct {
	finder  *Finder
	yield   func(Entry) bool
	named   map[string]bool // the real paths of arguments that are files
	seen    map[string]bool // the real paths of what was yielded
	glob    *Glob           // of paths to yield, by key; nil: by extension
	exclude []exclusion
	fitted  bool              // the current glob matches something
	files   []string          // of the tree
	folded  map[string]string // of the tree, by folded path
	root    [2]string         // the key and the real path of the folder that is walked
	speller
}

// argument yields the files of one argument.
func (w *walker) argument(arg string) bool {
	if arg == Stdin || inherited(arg) {
		return w.yield(Entry{Path: arg, Named: true, Root: real(".")})
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil && errors.Is(err, fs.ErrNotExist) && hasMeta(arg):
		return w.pattern(arg)
	case err != nil:
		return w.file(Entry{Path: arg, Named: true, Err: missing(arg, err)})
	case !info.IsDir():
		e := Entry{Path: arg, Named: true, Root: rootOf(arg)}
		if w.finder.RemoveStale {
			removeStale(filepath.Dir(arg))
		}
		if !info.Mode().IsRegular() {
			e.Err = errNotRegular(info.Mode())
		}
		return w.file(e)
	}
	w.glob = nil
	return w.folder(arg)
}

func (w *walker) file(e Entry) bool { return w.once(e, key(e.Path), real(e.Path)) }

// once yields the file with the key at, unless its real path, end, was yielded
// before.
func (w *walker) once(e Entry, at, end string) bool {
	w.fitted = true
	if w.seen[end] || w.finder.Only != nil && !w.finder.Only(at) {
		return true
	}
	w.seen[end] = true
	return w.yield(e)
}

// real returns the key of a path with all symbolic links resolved.
func real(p string) string {
	if end, err := filepath.EvalSymlinks(p); err == nil {
		p = end
	}
	return key(p)
}

// rootOf returns the real path of the folder below which a named file may name
// others: the repository around it, or its own folder.
func rootOf(file string) string {
	dir := path.Dir(real(file))
	for at := dir; ; at = path.Dir(at) {
		if _, err := os.Lstat(filepath.FromSlash(path.Join(at, ".git"))); err == nil {
			return at
		}
		if at == path.Dir(at) {
			return dir
		}
	}
}
