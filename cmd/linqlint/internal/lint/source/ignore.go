package source

import (
	"bufio"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/bmatcuk/doublestar/v4"
)

// ignoreFile holds the patterns of one .gitignore file, as gitignore(5) defines
// them. The globs are doublestar's, whose "**" and "[…]" agree with Git's; the
// rest (order, "!", anchoring, folders only) is here, since no maintained
// library handles nested files.
type ignoreFile struct {
	dir      string // slash-separated absolute path that patterns are relative to
	patterns []ignorePattern
	anyCase  bool // patterns are in lower case, and match paths in lower case
}

type ignorePattern struct {
	glob     string
	literal  bool // glob has no special byte
	negated  bool // includes what an earlier pattern ignored
	dirOnly  bool // "build/"
	anchored bool // matched against the path below dir, not against the name
}

// parseIgnore reads the patterns of a .gitignore file in dir.
func parseIgnore(dir string, text []byte) *ignoreFile {
	f := &ignoreFile{dir: dir}
	lines := bufio.NewReader(bytes.NewReader(text[SkipBOM(text):]))
	for {
		line, err := lines.ReadString('\n')
		if p, ok := parseIgnoreLine(strings.TrimRight(line, "\r\n")); ok {
			f.patterns = append(f.patterns, p)
		}
		if err != nil {
			return f
		}
	}
}

// ignoreCase makes the patterns case-insensitive, like Git's on such a file
// system (core.ignoreCase). Git folds ASCII letters only.
func (f *ignoreFile) ignoreCase() {
	f.anyCase = true
	for i := range f.patterns {
		f.patterns[i].glob = lowerASCII(f.patterns[i].glob)
	}
}

func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

func parseIgnoreLine(line string) (p ignorePattern, ok bool) {
	line = trimIgnoreSpaces(line)
	if line == "" || line[0] == '#' {
		return p, false
	}
	if line[0] == '!' {
		p.negated = true
		line = line[1:]
	}
	if strings.HasSuffix(line, "/") {
		p.dirOnly = true
		line = line[:len(line)-1]
	}
	p.anchored = strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" {
		return p, false
	}
	p.literal = !strings.ContainsAny(line, `*?[\{}`)
	// Braces are plain bytes to Git and alternatives to doublestar.
	p.glob = strings.NewReplacer("{", `\{`, "}", `\}`).Replace(line)
	return p, doublestar.ValidatePattern(p.glob)
}

// trimIgnoreSpaces removes trailing spaces, except one after a backslash.
func trimIgnoreSpaces(line string) string {
	for strings.HasSuffix(line, " ") && !strings.HasSuffix(line, `\ `) {
		line = line[:len(line)-1]
	}
	return line
}

// decide reports whether the last pattern that matches name ignores it; known is
// false if none matches. name is the slash-separated absolute path.
func (f *ignoreFile) decide(name string, isDir bool) (ignored, known bool) {
	below := strings.TrimPrefix(strings.TrimPrefix(name, f.dir), "/")
	if f.anyCase {
		below = lowerASCII(below)
	}
	base := path.Base(below)
	for i := len(f.patterns) - 1; i >= 0; i-- {
		p := &f.patterns[i]
		if p.dirOnly && !isDir {
			continue
		}
		subject := base
		if p.anchored {
			subject = below
		}
		if p.matches(subject) {
			return !p.negated, true
		}
	}
	return false, false
}

func (p *ignorePattern) matches(subject string) bool {
	if p.literal {
		return p.glob == subject
	}
	ok, err := doublestar.Match(p.glob, subject)
	// doublestar matches "a" with "a/**", Git does not.
	if ok && strings.HasSuffix(p.glob, "/**") {
		inside, _ := doublestar.Match(p.glob+"/*", subject)
		return inside
	}
	return ok && err == nil
}

// ignoreChain is the .gitignore files that apply to a folder, the outermost
// first. It is a value: a folder's chain is its parent's and one more file.
type ignoreChain []*ignoreFile

// ignores reports whether a path is ignored. The innermost file wins.
func (c ignoreChain) ignores(name string, isDir bool) bool {
	for i := len(c) - 1; i >= 0; i-- {
		if ignored, known := c[i].decide(name, isDir); known {
			return ignored
		}
	}
	return false
}

// maxIgnoreFile is the largest ignore file, in bytes.
const maxIgnoreFile = 1 << 20

// with returns c and the ignore file of dir, if it exists and has patterns. Like
// Git, it does not follow symbolic links; err is why a file that exists is not
// used.
func (c ignoreChain) with(dir, file string) (_ ignoreChain, err error) {
	text, err := ReadSettings(filepath.FromSlash(file), "", maxIgnoreFile)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return c, nil
	}
	if err != nil {
		return c, err
	}
	f := parseIgnore(dir, text)
	if len(f.patterns) == 0 {
		return c, nil
	}
	if takesAnyCase(filepath.FromSlash(file)) {
		f.ignoreCase()
	}
	return append(c[:len(c):len(c)], f), nil
}

// ignoresAbove returns the ignore files outside of the absolute folder dir that
// apply to it: the .gitignore files of its parents up to the root of the
// repository, and the repository's info/exclude. Without a repository there are
// none. The user's global excludes are not read, so that a tree gives the same
// result on every machine. Files that cannot be used are in skipped.
func ignoresAbove(dir string) (chain ignoreChain, skipped []Entry) {
	var parents []string
	for at := dir; ; at = path.Dir(at) {
		if _, err := os.Lstat(filepath.FromSlash(path.Join(at, ".git"))); err == nil {
			break
		}
		if at == path.Dir(at) {
			return nil, nil
		}
		parents = append(parents, at)
	}
	top := dir
	if len(parents) > 0 {
		top = path.Dir(parents[len(parents)-1])
	}
	add := func(at, name string) {
		var err error
		if chain, err = chain.with(at, path.Join(at, name)); err != nil {
			skipped = append(skipped, Entry{Path: filepath.FromSlash(path.Join(at, name)), Skip: err})
		}
	}
	add(top, ".git/info/exclude")
	if len(parents) > 0 {
		add(top, ".gitignore")
		for i := len(parents) - 1; i > 0; i-- {
			add(parents[i], ".gitignore")
		}
	}
	return chain, skipped
}
