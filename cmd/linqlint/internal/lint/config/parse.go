package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/settings"
	"github.com/linqlint/linqlint/validate"
)

// Parse parses a config. If a diagnostic is an error, the config must not be
// used.
func Parse(file, dir string, text []byte) (*Config, []validate.Diagnostic) {
	s := settings.Read(text)
	p := parser{finder: place.InBytes(text)}
	for _, f := range s.Faults {
		p.found = append(p.found, f.Diagnostic(validate.SeverityError, &p.finder))
	}
	c := &Config{Path: file, Dir: dir, Text: text, Known: s.Known}
	for _, f := range s.Overridden {
		c.useless = append(c.useless, f.Diagnostic(validate.SeverityWarning, &p.finder))
	}
	for _, r := range s.Rules {
		c.Rules = append(c.Rules, SeverityRule{r.Selector.Value, r.Severity})
	}
	for _, k := range s.Kinds {
		if glob, ok := p.glob(k.Files, "a name in kinds"); ok {
			c.Kinds = append(c.Kinds, KindRule{k.Files.Value, k.Kind, glob})
		}
	}
	for _, e := range s.Exclude {
		if glob, ok := p.glob(e, "an element of exclude"); ok {
			c.Excludes, c.excludes = append(c.Excludes, e.Value), append(c.excludes, glob)
		}
	}
	for _, i := range s.Ignores {
		if ignore, ok := p.ignore(i); ok {
			c.Ignores = append(c.Ignores, ignore)
		}
	}
	slices.SortStableFunc(p.found, func(a, b validate.Diagnostic) int { return cmp.Compare(a.Start.Offset, b.Start.Offset) })
	return c, p.found
}

// maxAlternatives bounds the globs of a config after braces are expanded.
const maxAlternatives = 10_000

// parser reads what depends on files and on the day.
type parser struct {
	finder       place.Finder // of the text
	found        []validate.Diagnostic
	alternatives int // of all globs, after braces are expanded
}

// at adds an error on a text.
func (p *parser) at(t settings.Text, format string, args ...any) {
	f := settings.Fault{Start: t.Start, End: t.End, Message: fmt.Sprintf(format, args...)}
	p.found = append(p.found, f.Diagnostic(validate.SeverityError, &p.finder))
}

func (p *parser) position(offset int) validate.Position {
	line, column := p.finder.At(offset)
	return validate.Position{Offset: offset, Line: line, Column: column}
}

// glob reads a glob of paths. "./" before it and "/" after it do not matter.
func (p *parser) glob(t settings.Text, what string) (source.Glob, bool) {
	g, err := source.ParseGlob(strings.TrimPrefix(strings.TrimSuffix(t.Value, "/"), "./"))
	if err != nil {
		p.at(t, "%s is %v", what, err)
		return g, false
	}
	if p.alternatives += g.Alternatives(); p.alternatives > maxAlternatives {
		p.at(t, "the config has more than %d globs after braces are expanded", maxAlternatives)
		return source.Glob{}, false
	}
	return g, true
}

func (p *parser) ignore(s settings.Ignore) (*Ignore, bool) {
	i := &Ignore{Rule: s.Rule.Value, Files: s.Files.Value, Pointer: s.Pointer.Value, Reason: s.Reason.Value, Start: p.position(s.Start), End: p.position(s.End)}
	ok := true
	if i.Files != "" {
		i.files, ok = p.glob(s.Files, "files")
	}
	if s.Expires.Value != "" {
		day, _ := time.Parse(time.DateOnly, s.Expires.Value) // the reader has checked it
		i.Expires = day.AddDate(0, 0, 1)
	}
	return i, ok
}
