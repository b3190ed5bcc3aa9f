package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Stdin is the path of standard input.
const Stdin = "-"

// Entry is one input.
type Entry struct {
	Path  string // as given, or below the folder as given
	Named bool   // named on the command line: always reported
	Err   error  // why it cannot be read, or nil
}

// Finder finds the inputs. The zero Finder skips what Git ignores.
type Finder struct {
	// Exclude are globs of paths that walks skip, relative to the current
	// folder; one without a slash is matched against names.
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
	// Written are files that the run writes, and therefore does not read.
	Written []string
	// Tree, if not nil, replaces the files on disk.
	Tree Tree
}

// Find yields the entries of the arguments in their order, and those of a folder
// sorted by name. A file with several names, such as symbolic links, is yielded
// once, under the first.
func (f *Finder) Find(args []string, yield func(Entry) bool) {
	w := walker{finder: f, yield: yield, named: map[string]bool{}, seen: map[string]bool{}, speller: speller{}}
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
	finder *Finder
	yield  func(Entry) bool
	named  map[string]bool   // the real paths of arguments that are files
	seen   map[string]bool   // the real paths of what was yielded
	glob   string            // the pattern of paths to yield, by key; "": by extension
	fitted bool              // the current glob matches something
	files  []string          // of the tree
	folded map[string]string // of the tree, by folded path
	root   [2]string         // the key and the real path of the folder that is walked
	speller
}

// argument yields the files of one argument.
func (w *walker) argument(arg string) bool {
	if arg == Stdin || inherited(arg) {
		return w.yield(Entry{Path: arg, Named: true})
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil && errors.Is(err, fs.ErrNotExist) && hasMeta(arg):
		return w.pattern(arg)
	case err != nil:
		return w.file(Entry{Path: arg, Named: true, Err: missing(arg, err)})
	case !info.IsDir():
		e := Entry{Path: arg, Named: true}
		if !info.Mode().IsRegular() {
			e.Err = errNotRegular(info.Mode())
		}
		return w.file(e)
	}
	w.glob = ""
	return w.folder(arg)
}

func hasMeta(arg string) bool { return strings.ContainsAny(arg, "*?[{") }

// missing returns a better error for a symbolic link whose target is missing.
func missing(arg string, err error) error {
	if target, linkErr := os.Readlink(arg); linkErr == nil && errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("symbolic link to %s, which does not exist", target)
	}
	return err
}

// pattern yields the files that match a glob. One without "**" means what it
// means to a shell: each match is named. With "**" it is a walk of the folder
// before the first wildcard.
func (w *walker) pattern(arg string) bool {
	glob := filepath.ToSlash(arg)
	if !doublestar.ValidatePattern(glob) {
		return w.yield(Entry{Path: arg, Named: true, Err: errors.New("no such file, and not a valid glob")})
	}
	w.fitted = false
	more := true
	if base, wild := doublestar.SplitPattern(glob); strings.Contains(glob, "**") {
		base = filepath.ToSlash(w.spell(filepath.FromSlash(base)))
		w.glob = globKey(path.Join(base, wild))
		if info, err := os.Stat(filepath.FromSlash(base)); err == nil && info.IsDir() {
			more = w.folder(filepath.FromSlash(base))
		}
		w.glob = ""
	} else if paths, err := doublestar.FilepathGlob(arg); err == nil {
		for i := 0; i < len(paths) && more; i++ {
			more = w.argument(w.spell(paths[i]))
		}
	}
	if more && !w.fitted {
		return w.yield(Entry{Path: arg, Named: true, Err: errors.New("no file matches this glob")})
	}
	return more
}

// globKey is [key] for a glob. Special bytes in the path of the current folder
// are escaped.
func globKey(glob string) string {
	if path.IsAbs(glob) {
		return path.Clean(glob)
	}
	special := strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`, `{`, `\{`, `\`, `\\`)
	return path.Join(special.Replace(key(".")), glob)
}

// folder walks a folder that is an argument, even if it is hidden or ignored.
func (w *walker) folder(dir string) bool {
	at := key(dir)
	w.root = [2]string{at, real(dir)}
	var chain ignoreChain
	if !w.finder.NoIgnore {
		chain = ignoresAbove(at)
	}
	return w.walk(dir, at, chain)
}

// walk yields the files below the folder dir; at is its key.
func (w *walker) walk(dir, at string, chain ignoreChain) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		// Entries read before the error are still used.
		w.fitted = true
		if !w.yield(Entry{Path: dir, Err: err}) {
			return false
		}
	}
	if !w.finder.NoIgnore {
		for _, e := range entries {
			if strings.EqualFold(e.Name(), ".gitignore") { // with() checks it
				chain = chain.with(at, at+"/.gitignore")
			}
		}
	}
	for _, e := range entries {
		name := e.Name()
		below, belowAt := join(dir, name), path.Join(at, name)
		if w.leftOut(belowAt, name, e.IsDir(), chain) {
			continue
		}
		more := true
		if e.IsDir() {
			more = w.walk(below, belowAt, chain)
		} else {
			more = w.found(below, belowAt, e.Type())
		}
		if !more {
			return false
		}
	}
	return true
}

// join is filepath.Join without cleaning and without a leading ".", so that
// paths look as typed.
func join(dir, name string) string {
	switch {
	case dir == ".":
		return name
	case os.IsPathSeparator(dir[len(dir)-1]):
		return dir + name
	}
	return dir + string(filepath.Separator) + name
}

// leftOut reports whether a walk skips this entry.
func (w *walker) leftOut(at, name string, isDir bool, chain ignoreChain) bool {
	switch {
	case isDir && !w.finder.NoIgnore && (name[0] == '.' || name == "node_modules"):
		return true
	case isDir && name == ".git":
		return true
	case !isDir && !w.fits(at, name):
		return true
	case chain.ignores(at, isDir):
		return true
	}
	if w.finder.Skip != nil && w.finder.Skip(at) {
		return true
	}
	return len(w.finder.Exclude) > 0 && w.finder.Excluded(at)
}

// fits reports whether the walk takes files of this name.
func (w *walker) fits(at, name string) bool {
	if w.glob == "" {
		return taken(name)
	}
	ok, _ := doublestar.Match(w.glob, at)
	return ok
}

// Excluded reports whether a glob of Exclude matches path p.
func (f *Finder) Excluded(p string) bool {
	at := key(p)
	for _, glob := range f.Exclude {
		subject := at
		glob = strings.TrimSuffix(filepath.ToSlash(glob), "/")
		if strings.Contains(glob, "/") {
			glob = globKey(glob)
		} else {
			subject = path.Base(at)
		}
		if ok, _ := doublestar.Match(glob, subject); ok {
			return true
		}
	}
	return false
}

// found yields a file of a walk. Symbolic links to files are followed; links to
// folders are not, since they could be walked twice or form a cycle.
func (w *walker) found(file, at string, mode fs.FileMode) bool {
	e := Entry{Path: file}
	end := path.Join(w.root[1], strings.TrimPrefix(at, w.root[0]))
	if mode&fs.ModeSymlink != 0 {
		end = real(file)
		info, err := os.Stat(file)
		switch {
		case err != nil:
			e.Err = missing(file, err)
		case info.IsDir():
			return true
		default:
			mode = info.Mode()
		}
	}
	if e.Err == nil && !mode.IsRegular() {
		e.Err = errNotRegular(mode)
	}
	e.Named = w.named[end]
	return w.once(e, at, end)
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
