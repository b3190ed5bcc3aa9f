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

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Entry is one input.
type Entry struct {
	Path  string // as it was given, or below the folder that was given
	Named bool   // it was named on the command line: always reported
	Err   error  // why it cannot be read, or nil
}

// Finder finds the inputs. The zero Finder leaves out what Git ignores.
type Finder struct {
	// Exclude are globs of paths to leave out of walks, relative to the folder
	// in which the command runs; one without a slash is matched against names.
	Exclude []string
	// Skip, if not nil, reports whether to leave out of walks the file or folder
	// at an absolute, slash-separated path.
	Skip func(at string) bool
	// NoIgnore takes in what .gitignore leaves out, hidden folders and
	// node_modules.
	NoIgnore bool
	// Only, if not nil, reports whether the file at an absolute, slash-separated
	// path counts at all, whether it was named or not.
	Only func(at string) bool
	// Written are files that the run itself writes, and therefore does not read.
	Written []string
	// Tree, if not nil, has the files, instead of the folders.
	Tree Tree
}

// Find yields the entries of the arguments in their order; inside a folder in
// the order of names, each folder where its name stands. No file comes twice,
// not even by a symbolic link: of several names the first one counts.
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

// Absolute returns the absolute path with slashes, the form in which paths are
// compared.
func Absolute(p string) string { return key(p) }

// key is what two spellings of one path have in common.
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
	named  map[string]bool   // where links end of the files that are arguments themselves
	seen   map[string]bool   // where links end of what was yielded
	glob   string            // the pattern that files must fit, by key; "": by extension
	fitted bool              // the current glob fits something, if only what was seen already
	files  []string          // of the tree
	folded map[string]string // of the tree, by what their spellings have in common
	root   [2]string         // the folder that is walked: its key, and where links end
	speller
}

// argument yields what one argument stands for.
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

// missing says more than "no such file" where the name is there and leads
// nowhere.
func missing(arg string, err error) error {
	if target, linkErr := os.Readlink(arg); linkErr == nil && errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("is a symbolic link to %s, which does not exist", target)
	}
	return err
}

// pattern yields what a glob stands for that the shell left as it is. One
// without "**" means what the shell would have made of it: files that are
// named. With "**" it is a walk from the folder in which it begins.
func (w *walker) pattern(arg string) bool {
	glob := filepath.ToSlash(arg)
	if !doublestar.ValidatePattern(glob) {
		return w.yield(Entry{Path: arg, Named: true, Err: errors.New("is no file, and as a glob it is malformed")})
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
		return w.yield(Entry{Path: arg, Named: true, Err: errors.New("no file fits this glob")})
	}
	return more
}

// globKey is [key] for a glob: what the current folder's path has of special
// bytes stands for itself.
func globKey(glob string) string {
	if path.IsAbs(glob) {
		return path.Clean(glob)
	}
	special := strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`, `{`, `\{`, `\`, `\\`)
	return path.Join(special.Replace(key(".")), glob)
}

// folder walks one folder that an argument named, even if it is itself hidden
// or ignored: who names it wants it.
func (w *walker) folder(dir string) bool {
	at := key(dir)
	w.root = [2]string{at, real(dir)}
	var chain ignoreChain
	if !w.finder.NoIgnore {
		chain = ignoresAbove(at)
	}
	return w.walk(dir, at, chain)
}

// walk yields what lies in the folder dir; at is its key.
func (w *walker) walk(dir, at string, chain ignoreChain) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		// What could be listed is still looked at.
		w.fitted = true
		if !w.yield(Entry{Path: dir, Err: err}) {
			return false
		}
	}
	if !w.finder.NoIgnore {
		for _, e := range entries {
			if strings.EqualFold(e.Name(), ".gitignore") { // whether it is one, the disk decides
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

// join is filepath.Join without its cleaning of what is clean, and with "."
// left out: paths read as a person would type them.
func join(dir, name string) string {
	switch {
	case dir == ".":
		return name
	case os.IsPathSeparator(dir[len(dir)-1]):
		return dir + name
	}
	return dir + string(filepath.Separator) + name
}

// leftOut reports whether a walk passes by this entry.
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

// fits reports whether the walk looks for a file of this name.
func (w *walker) fits(at, name string) bool {
	if w.glob == "" {
		return taken(name)
	}
	ok, _ := doublestar.Match(w.glob, at)
	return ok
}

// Excluded reports whether a glob of Exclude fits path.
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

// found yields a file that a walk came by. Links to files are followed, links
// to folders are not: they would be walked twice or for ever.
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

// once yields the file at the key at, unless what its links end at was there
// before.
func (w *walker) once(e Entry, at, end string) bool {
	w.fitted = true
	if w.seen[end] || w.finder.Only != nil && !w.finder.Only(at) {
		return true
	}
	w.seen[end] = true
	return w.yield(e)
}

// real is the key of the file at which the links of a path end.
func real(p string) string {
	if end, err := filepath.EvalSymlinks(p); err == nil {
		p = end
	}
	return key(p)
}
