package source

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// pattern yields the files that match a glob. One without "**" means what it
// means to a shell: each match is named. With "**" it is a walk of the folder
// before the first wildcard.
func (w *walker) pattern(arg string) bool {
	glob, err := ParseGlob(filepath.ToSlash(arg))
	if err != nil {
		return w.yield(Entry{Path: arg, Named: true, Err: fmt.Errorf("no such file, and %w", err)})
	}
	w.fitted = false
	more := true
	if base, wild := doublestar.SplitPattern(glob.String()); strings.Contains(glob.String(), "**") {
		base = filepath.ToSlash(w.spell(filepath.FromSlash(base)))
		w.glob = globKey(path.Join(base, wild))
		if info, err := os.Stat(filepath.FromSlash(base)); err == nil && info.IsDir() {
			more = w.folder(filepath.FromSlash(base))
		}
		w.glob = nil
	} else {
		root := real(filepath.FromSlash(base))
		for _, file := range glob.files() {
			if more = w.matched(w.spell(file), root); !more {
				break
			}
		}
	}
	if more && !w.fitted {
		return w.yield(Entry{Path: arg, Named: true, Err: errors.New("no file matches this glob")})
	}
	return more
}

// matched yields a file or a folder that matches a glob. A link out of the
// glob's own folder is skipped: the user named the folder, not the link.
func (w *walker) matched(file, root string) bool {
	if end := real(file); !below(end, root) {
		w.fitted = true
		if w.seen[key(file)] {
			return true
		}
		w.seen[key(file)] = true
		_, err := checkLink(file, root)
		return w.yield(Entry{Path: file, Skip: err})
	}
	return w.argument(file)
}

// files returns the paths that the glob matches on disk, in the order of names.
func (g Glob) files() (all []string) {
	for _, p := range g.patterns {
		paths, _ := doublestar.FilepathGlob(filepath.FromSlash(p))
		all = append(all, paths...)
	}
	if len(g.patterns) > 1 {
		slices.Sort(all)
		all = slices.Compact(all)
	}
	return all
}

// globKey is [key] for a glob. Special bytes in the path of the current folder
// are escaped.
func globKey(glob string) *Glob {
	if !path.IsAbs(glob) {
		special := strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`, `{`, `\{`, `\`, `\\`)
		glob = path.Join(special.Replace(key(".")), glob)
	}
	g, err := ParseGlob(path.Clean(glob))
	if err != nil {
		return &Glob{}
	}
	return &g
}
