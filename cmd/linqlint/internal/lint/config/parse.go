package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/tailscale/hujson"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// Parse parses a config. If a diagnostic is an error, the config must not be
// used.
func Parse(file, dir string, text []byte) (*Config, []validate.Diagnostic) {
	c := &Config{Path: file, Dir: dir, Text: text}
	p := parser{text: text, finder: place.InBytes(text)}
	if bytes.Count(text, []byte{'['})+bytes.Count(text, []byte{'{'}) > maxBrackets {
		p.report(0, 0, fmt.Sprintf("more than %d opening brackets", maxBrackets))
		return c, p.found
	}
	standard := bytes.Clone(text)
	if bytes.HasPrefix(standard, []byte(bom)) { // editors on Windows write it
		copy(standard, "   ")
	}
	standard, err := hujson.Standardize(standard)
	if err != nil {
		p.malformed(err)
		return c, p.found
	}
	if fault := p.view.Scan(standard); fault.Code != 0 {
		message, hint := fault.Explain(standard)
		p.report(fault.Offset, min(fault.Offset+1, len(text)), message).Hint = hint
		return c, p.found
	}
	p.object(0, "the config", []member{
		{"$schema", p.ignoreString},
		{"kinds", func(n int) { p.kinds(n, c) }},
		{"rules", func(n int) { p.rules(n, c) }},
		{"known", func(n int) { p.known(n, &c.Known) }},
		{"exclude", func(n int) { c.Excludes, c.excludes = p.globs(n) }},
		{"ignores", func(n int) { p.ignores(n, c) }},
	})
	return c, p.found
}

// maxBrackets bounds the nesting of a config: hujson is recursive, and Go cannot
// recover from a stack overflow.
const maxBrackets = 100_000

// maxAlternatives bounds the globs of a config after braces are expanded.
const maxAlternatives = 10_000

// bom is the UTF-8 byte order mark.
const bom = "\uFEFF"

// parser reads a config whose comments were replaced by spaces, so that offsets
// are those of the file.
type parser struct {
	text   []byte
	finder place.Finder // of text
	view   scan.View
	found  []validate.Diagnostic

	alternatives int // of all globs, after braces are expanded
}

// member is a member of an object, and the function that reads its value.
type member struct {
	name string
	read func(n int)
}

// report adds an error on the bytes [start, end).
func (p *parser) report(start, end int, message string) *validate.Diagnostic {
	p.found = append(p.found, validate.Diagnostic{
		Rule: rules.Config, Reason: rules.Config, Severity: validate.SeverityError, Message: message, Start: p.position(start), End: p.position(end),
	})
	return &p.found[len(p.found)-1]
}

// at reports on a node.
func (p *parser) at(n int, format string, args ...any) *validate.Diagnostic {
	node := p.view.Nodes[n]
	return p.report(int(node.Start), int(node.End), fmt.Sprintf(format, args...))
}

func (p *parser) position(offset int) validate.Position {
	line, column := p.finder.At(offset)
	return validate.Position{Offset: offset, Line: line, Column: column}
}

var hujsonPlace = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^hujson: line (\d+), column (\d+): (.*)$`) })

// malformed reports an error of hujson at its line and column.
func (p *parser) malformed(err error) {
	m := hujsonPlace().FindStringSubmatch(err.Error())
	if m == nil {
		p.report(0, min(1, len(p.text)), err.Error())
		return
	}
	line, _ := strconv.Atoi(m[1])
	column, _ := strconv.Atoi(m[2])
	offset := 0
	for range line - 1 {
		offset += strings.IndexByte(string(p.text[offset:]), '\n') + 1
	}
	offset = min(offset+column-1, len(p.text))
	p.report(offset, min(offset+1, len(p.text)), m[3])
}

// is reports whether node n has the kind, and adds a diagnostic if not.
func (p *parser) is(n int, kind scan.Kind, what string) bool {
	if got := p.view.Nodes[n].Kind; got != kind {
		p.at(n, "%s is %s; expected %s", what, got, kind)
		return false
	}
	return true
}

// object reads the known members of node n; any other member is an error.
func (p *parser) object(n int, what string, members []member) {
	if !p.is(n, scan.Object, what) {
		return
	}
	seen := map[string]bool{}
	p.each(n, func(name string, key, value int) {
		if seen[name] {
			p.at(key, "duplicate member %q", name)
			return
		}
		seen[name] = true
		names := make([]string, len(members))
		for i, m := range members {
			if m.name == name {
				m.read(value)
				return
			}
			names[i] = m.name
		}
		p.at(key, "unknown member %q in %s%s", name, what, spelling.DidYouMean(name, names)).Hint = "members: " + strings.Join(names, ", ")
	})
}

// each calls f for every member of object n.
func (p *parser) each(n int, f func(name string, key, value int)) {
	for k := n + 1; k < int(p.view.Nodes[n].Next); k = int(p.view.Nodes[k+1].Next) {
		f(p.string(k), k, k+1)
	}
}

// elements calls f for every element of array n.
func (p *parser) elements(n int, what string, f func(n int)) {
	if !p.is(n, scan.Array, what) {
		return
	}
	for k := n + 1; k < int(p.view.Nodes[n].Next); k = int(p.view.Nodes[k].Next) {
		f(k)
	}
}

// string returns the value of string node n.
func (p *parser) string(n int) (value string) {
	_ = json.Unmarshal([]byte(p.view.Raw(n)), &value) // scanned, so it is valid
	return value
}

// textOf returns the value of a node that must be a string that is not blank.
func (p *parser) textOf(n int, what string) (string, bool) {
	if !p.is(n, scan.String, what) {
		return "", false
	}
	s := p.string(n)
	if strings.TrimSpace(s) == "" {
		p.at(n, "%s is empty", what)
		return "", false
	}
	return s, true
}

func (p *parser) ignoreString(n int) { p.textOf(n, "$schema") }

func (p *parser) strings(n int, what string) (all []string) {
	p.elements(n, what, func(k int) {
		if s, ok := p.textOf(k, "an element of "+what); ok {
			all = append(all, s)
		}
	})
	return all
}

func (p *parser) globs(n int) (texts []string, globs []source.Glob) {
	p.elements(n, "exclude", func(k int) {
		if g, ok := p.glob(k, "an element of exclude"); ok {
			texts, globs = append(texts, p.string(k)), append(globs, g)
		}
	})
	return texts, globs
}

// glob reads a glob of paths. "./" before it and "/" after it do not matter.
func (p *parser) glob(n int, what string) (source.Glob, bool) {
	text, ok := p.textOf(n, what)
	if !ok {
		return source.Glob{}, false
	}
	return p.parseGlob(n, what, strings.TrimPrefix(strings.TrimSuffix(text, "/"), "./"))
}

func (p *parser) parseGlob(n int, what, text string) (source.Glob, bool) {
	g, err := source.ParseGlob(text)
	if err != nil {
		p.at(n, "%s is %v", what, err)
		return g, false
	}
	if p.alternatives += g.Alternatives(); p.alternatives > maxAlternatives {
		p.at(n, "the config has more than %d globs after braces are expanded", maxAlternatives)
		return source.Glob{}, false
	}
	return g, true
}

func (p *parser) selector(n int, what string) (string, bool) {
	s, ok := p.textOf(n, what)
	if ok && len(rules.Configurable(s)) == 0 {
		p.noRule(n, s)
		return "", false
	}
	return s, ok
}

func (p *parser) noRule(n int, selector string) {
	p.at(n, "no rule matches %q%s", selector, spelling.DidYouMean(selector, rules.Configurable("*"))).Hint = "run linqlint rules for a list; decoration-* selects a family"
}

// day reads a date and returns the day after it.
func (p *parser) day(n int) (over time.Time) {
	s, ok := p.textOf(n, "expires")
	if !ok {
		return over
	}
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		p.at(n, "expires is %q; expected a date such as 2027-01-31", s)
		return over
	}
	return day.AddDate(0, 0, 1)
}
