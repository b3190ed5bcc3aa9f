package source

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// folder walks a folder that is an argument, even if it is hidden or ignored.
func (w *walker) folder(dir string) bool {
	at := key(dir)
	w.root = [2]string{at, real(dir)}
	if w.finder.NoIgnore {
		return w.walk(dir, at, nil)
	}
	chain, skipped := ignoresAbove(at)
	for _, e := range skipped {
		if !w.yield(e) {
			return false
		}
	}
	return w.walk(dir, at, chain)
}

// walk yields the files below the folder dir; at is its key.
func (w *walker) walk(dir, at string, chain ignoreChain) bool {
	if w.finder.RemoveStale {
		removeStale(dir)
	}
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
			if !strings.EqualFold(e.Name(), ".gitignore") { // with() checks the case
				continue
			}
			if chain, err = chain.with(at, at+"/.gitignore"); err != nil && !w.yield(Entry{Path: join(dir, e.Name()), Skip: err}) {
				return false
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

// SkipsFolder reports whether a walk skips a folder of this name: .git always, and
// hidden ones and node_modules unless noIgnore.
func SkipsFolder(name string, noIgnore bool) bool {
	return name == ".git" || !noIgnore && (name[0] == '.' || name == "node_modules")
}

// leftOut reports whether a walk skips this entry.
func (w *walker) leftOut(at, name string, isDir bool, chain ignoreChain) bool {
	switch {
	case isDir && SkipsFolder(name, w.finder.NoIgnore):
		return true
	case !isDir && !w.fits(at, name):
		return true
	case chain.ignores(at, isDir):
		return true
	}
	if w.finder.Skip != nil && w.finder.Skip(at) {
		return true
	}
	return excluded(w.exclude, at)
}

// fits reports whether the walk takes files of this name.
func (w *walker) fits(at, name string) bool {
	if w.glob == nil {
		return taken(name)
	}
	return w.glob.Match(at)
}

// exclusion is a glob of [Finder.Exclude].
type exclusion struct {
	*Glob
	names bool // matched against names, not paths
}

func (f *Finder) excludes() (all []exclusion) {
	for _, text := range f.Exclude {
		text = strings.TrimSuffix(filepath.ToSlash(text), "/")
		if strings.Contains(text, "/") {
			all = append(all, exclusion{Glob: globKey(text)})
		} else if g, err := ParseGlob(text); err == nil {
			all = append(all, exclusion{&g, true})
		}
	}
	return all
}

// Excluded reports whether a glob of Exclude matches path p.
func (f *Finder) Excluded(p string) bool { return excluded(f.excludes(), key(p)) }

func excluded(globs []exclusion, at string) bool {
	for _, g := range globs {
		if g.names && g.Match(path.Base(at)) || !g.names && g.Match(at) {
			return true
		}
	}
	return false
}

// found yields a file of a walk. Symbolic links to files below the walked folder
// are followed; links out of it and to folders are not.
func (w *walker) found(file, at string, mode fs.FileMode) bool {
	e := Entry{Path: file, Root: w.root[1]}
	end := path.Join(w.root[1], strings.TrimPrefix(at, w.root[0]))
	if mode&fs.ModeSymlink != 0 {
		if info, err := os.Stat(file); err == nil && info.IsDir() {
			return true
		}
		target, err := checkLink(file, w.root[1])
		if err != nil {
			e.Skip = err
			return w.once(e, at, at)
		}
		info, err := os.Stat(file)
		if err != nil {
			e.Err = err
		} else {
			end, mode = target, info.Mode()
		}
	}
	if e.Err == nil && !mode.IsRegular() {
		e.Err = errNotRegular(mode)
	}
	e.Named = w.named[end]
	return w.once(e, at, end)
}
