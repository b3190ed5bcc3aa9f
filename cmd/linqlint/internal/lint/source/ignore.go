package source

import (
	"bufio"
	"bytes"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// ignoreFile holds the patterns of one .gitignore file; gitignore(5) is the
// authority. The globs are doublestar's, whose "**" and "[…]" agree with
// Git's; what Git does around them (the order, "!", anchoring, folders only)
// is here, since no kept library does it for nested files.
type ignoreFile struct {
	dir      string // slash-separated absolute path, where the patterns are anchored
	patterns []ignorePattern
	anyCase  bool // the patterns are in lower case, and so must be what is matched
}

type ignorePattern struct {
	glob     string
	literal  bool // glob has no special byte: == does
	negated  bool // takes in again what an earlier pattern left out
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

// ignoreCase lets the patterns fit in any case, as Git's do where it was set up
// on a file system that takes names so (core.ignoreCase). Git's letters are
// those of ASCII.
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

// trimIgnoreSpaces cuts trailing spaces, but for one behind a backslash.
func trimIgnoreSpaces(line string) string {
	for strings.HasSuffix(line, " ") && !strings.HasSuffix(line, `\ `) {
		line = line[:len(line)-1]
	}
	return line
}

// decide returns whether the last pattern that fits name leaves it out; known
// is false if none fits. name is the slash-separated absolute path.
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
	// "a/**" is everything inside a, but not a itself, which doublestar takes.
	if ok && strings.HasSuffix(p.glob, "/**") {
		inside, _ := doublestar.Match(p.glob+"/*", subject)
		return inside
	}
	return ok && err == nil
}

// ignoreChain is the .gitignore files that hold in a folder, the outermost
// first. It is a value: a folder's chain is its parent's and one more.
type ignoreChain []*ignoreFile

// ignores asks the innermost file first, as Git does.
func (c ignoreChain) ignores(name string, isDir bool) bool {
	for i := len(c) - 1; i >= 0; i-- {
		if ignored, known := c[i].decide(name, isDir); known {
			return ignored
		}
	}
	return false
}

// with returns c and the .gitignore file of dir, if there is one with patterns.
func (c ignoreChain) with(dir string, file string) ignoreChain {
	text, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		return c
	}
	f := parseIgnore(dir, text)
	if len(f.patterns) == 0 {
		return c
	}
	if takesAnyCase(filepath.FromSlash(file)) {
		f.ignoreCase()
	}
	return append(c[:len(c):len(c)], f)
}

// ignoresAbove collects what holds at the absolute folder dir from outside it:
// the .gitignore files of its parents up to the root of the repository, and
// the repository's info/exclude. Without a repository only the folders that
// are walked count. The user's own global excludes are not read, so that a
// tree gives the same result on every machine.
func ignoresAbove(dir string) ignoreChain {
	var parents []string
	for at := dir; ; at = path.Dir(at) {
		if _, err := os.Lstat(filepath.FromSlash(path.Join(at, ".git"))); err == nil {
			chain := ignoreChain(nil).with(at, path.Join(at, ".git/info/exclude"))
			if at == dir {
				return chain
			}
			chain = chain.with(at, path.Join(at, ".gitignore"))
			for i := len(parents) - 1; i > 0; i-- {
				chain = chain.with(parents[i], path.Join(parents[i], ".gitignore"))
			}
			return chain
		}
		if parent := path.Dir(at); parent == at {
			return nil
		}
		parents = append(parents, at)
	}
}
