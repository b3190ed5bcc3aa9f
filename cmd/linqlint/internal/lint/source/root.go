package source

import (
	"path"
	"strings"
)

// Root is a folder that paths in reports and diffs are relative to. The zero Root
// leaves paths as they are.
type Root struct {
	dir  string // absolute, with slashes
	real string // dir without symbolic links
}

// NewRoot returns the Root of a folder.
func NewRoot(dir string) Root {
	r := Root{dir: Absolute(dir)}
	r.real = RealPath(r.dir)
	return r
}

// Dir returns the absolute path of the folder with slashes; "" for the zero Root.
func (r Root) Dir() string { return r.dir }

// Path returns a path, which may be relative to the current folder, as one below
// the root, or as an absolute path if it is not below it. What is not a path, such
// as <stdin>, is returned unchanged.
func (r Root) Path(name string) string {
	if r.dir == "" || strings.HasPrefix(name, "<") {
		return name
	}
	abs := Absolute(name)
	if rel, ok := relativeTo(r.dir, abs); ok {
		return rel
	}
	// The current folder may be known by a path with symbolic links.
	if rel, ok := relativeTo(r.real, path.Join(RealPath(path.Dir(abs)), path.Base(abs))); ok {
		return rel
	}
	return abs
}

// relativeTo returns name relative to dir if it is below it.
func relativeTo(dir, name string) (rel string, ok bool) {
	rel, ok = strings.CutPrefix(name, strings.TrimSuffix(dir, "/")+"/")
	return rel, ok && rel != ""
}
