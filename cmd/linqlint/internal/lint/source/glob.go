package source

import (
	"errors"
	"fmt"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

const (
	// maxAlternatives bounds how many patterns the braces of a glob expand to:
	// "{a,b}" repeated n times is 2^n patterns.
	maxAlternatives = 1000
	// maxGlob is the longest glob, in bytes.
	maxGlob = 4096
)

// Glob is a pattern of slash-separated paths: *, ?, [class], {a,b} and **. Its
// braces are expanded when it is parsed, so that matching takes time linear in
// the number of alternatives. The zero Glob matches nothing.
type Glob struct {
	text     string
	patterns []string
}

// ParseGlob parses a glob. The error completes the sentence "GLOB is …".
func ParseGlob(text string) (Glob, error) {
	switch {
	case len(text) > maxGlob:
		return Glob{}, fmt.Errorf("longer than %d bytes", maxGlob)
	case !doublestar.ValidatePattern(text):
		return Glob{}, errors.New("not a valid glob")
	}
	e := expander{}
	patterns := e.expand(text)
	if e.full {
		return Glob{}, fmt.Errorf("more than %d globs after its braces are expanded", maxAlternatives)
	}
	return Glob{text: text, patterns: patterns}, nil
}

// String returns the text of the glob.
func (g Glob) String() string { return g.text }

// Alternatives returns how many patterns the braces expand to.
func (g Glob) Alternatives() int { return len(g.patterns) }

// Match reports whether the glob matches a slash-separated path.
func (g Glob) Match(name string) bool {
	for _, p := range g.patterns {
		if ok, _ := doublestar.Match(p, name); ok {
			return true
		}
	}
	return false
}

// expander expands the braces of a valid glob.
type expander struct {
	full bool // there are more than maxAlternatives patterns
}

// expand returns the patterns without braces that a glob stands for. It
// multiplies the alternatives of braces one after the other, and stops when there
// are too many.
func (e *expander) expand(glob string) []string {
	all := []string{""}
	for rest := glob; rest != "" && !e.full; {
		n := literalLen(rest)
		if n > 0 {
			for i := range all {
				all[i] += rest[:n]
			}
			rest = rest[n:]
			continue
		}
		inside, after := cutBraces(rest)
		var alternatives []string
		for _, a := range splitAlternatives(inside) {
			alternatives = append(alternatives, e.expand(a)...)
			if e.tooMany(len(alternatives) * len(all)) {
				return nil
			}
		}
		product := make([]string, 0, len(all)*len(alternatives))
		for _, head := range all {
			for _, a := range alternatives {
				product = append(product, head+a)
			}
		}
		all, rest = product, after
	}
	return all
}

func (e *expander) tooMany(n int) bool {
	e.full = e.full || n > maxAlternatives
	return e.full
}

// literalLen returns how many bytes at the start of a glob are not an opening
// brace. Braces in escapes and classes are literal.
func literalLen(glob string) int {
	for i := 0; i < len(glob); i = next(glob, i) {
		if glob[i] == '{' {
			return i
		}
	}
	return len(glob)
}

// cutBraces splits a glob that begins with a brace after the matching one.
func cutBraces(glob string) (inside, after string) {
	depth := 0
	for i := 0; i < len(glob); i = next(glob, i) {
		switch glob[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return glob[1:i], glob[i+1:]
			}
		}
	}
	return glob[1:], ""
}

// splitAlternatives splits the inside of braces at its own commas.
func splitAlternatives(inside string) (all []string) {
	depth, start := 0, 0
	for i := 0; i < len(inside); i = next(inside, i) {
		switch inside[i] {
		case '{':
			depth++
		case '}':
			depth--
		case ',':
			if depth == 0 {
				all = append(all, inside[start:i])
				start = i + 1
			}
		}
	}
	return append(all, inside[start:])
}

// next returns where the character of a glob, the escape or the class that begins
// at i ends.
func next(glob string, i int) int {
	switch glob[i] {
	case '\\':
		i++
	case '[':
		for i++; i < len(glob) && glob[i] != ']'; i++ {
			if glob[i] == '\\' {
				i++
			}
		}
	}
	return min(i+1, len(glob))
}

// hasMeta reports whether an argument has wildcards.
func hasMeta(arg string) bool { return strings.ContainsAny(arg, "*?[{") }
