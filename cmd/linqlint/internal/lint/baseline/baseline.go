// Package baseline keeps the diagnostics that a project has accepted, so that a
// run fails only on new ones. A diagnostic is identified by its file, rule,
// pointer without array indexes, and source text without white space, so
// re-indenting a file, moving lines or inserting a part changes nothing.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
)

// Name is the default name of the file.
const Name = "linqlint-baseline.json"

// maxCount bounds the count of an entry.
const maxCount = 1 << 30

// version is the version of the file format.
const version = 2

// entry is one or several equal diagnostics.
type entry struct {
	Path        string `json:"path"` // relative to the baseline's folder, with slashes
	Rule        string `json:"rule"`
	Pointer     string `json:"pointer"`
	Fingerprint string `json:"fingerprint"`
	Count       int    `json:"count"`
}

type file struct {
	Version  int     `json:"version"`
	Findings []entry `json:"findings"`
}

// Set is a baseline: a multiset of findings. Its methods are called by one
// goroutine.
type Set struct {
	dir    string // absolute, with slashes
	counts map[entry]int
}

// New returns an empty set whose paths are relative to the absolute folder dir.
func New(dir string) *Set { return &Set{dir: filepath.ToSlash(dir), counts: map[entry]int{}} }

// Parse parses a baseline file in the absolute folder dir.
func Parse(text []byte, dir string) (*Set, error) {
	var f file
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("not a baseline file: %w", err)
	}
	if f.Version != version {
		return nil, fmt.Errorf("version %d is not supported, only version %d; linqlint baseline writes it", f.Version, version)
	}
	s := New(dir)
	for _, e := range f.Findings {
		n := e.Count
		if n < 1 || n > maxCount {
			return nil, fmt.Errorf("count %d of %s in %s is out of range: at least 1, at most %d", n, e.Rule, e.Path, maxCount)
		}
		e.Count = 0
		s.counts[e] += n
	}
	return s, nil
}

// Add adds a finding to the set.
func (s *Set) Add(b *report.Batch, f *report.Finding) { s.counts[s.key(b, f)]++ }

// Take removes a finding from the set and reports whether it was in it.
func (s *Set) Take(b *report.Batch, f *report.Finding) bool {
	key := s.key(b, f)
	n := s.counts[key]
	switch {
	case n == 0:
		return false
	case n == 1:
		delete(s.counts, key)
	default:
		s.counts[key] = n - 1
	}
	return true
}

// Len returns how many findings are in the set.
func (s *Set) Len() int {
	n := 0
	for _, count := range s.counts {
		n += count
	}
	return n
}

// Append appends the set as a baseline file, sorted by path.
func (s *Set) Append(b []byte) []byte {
	f := file{Version: version, Findings: []entry{}}
	for e, n := range s.counts {
		e.Count = n
		f.Findings = append(f.Findings, e)
	}
	slices.SortFunc(f.Findings, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Pointer, b.Pointer), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	b = fmt.Appendf(b, "{\"version\":%d,\"findings\":[", f.Version)
	for i, e := range f.Findings {
		if i > 0 {
			b = append(b, ',')
		}
		line, _ := json.Marshal(e) // strings and a number: it cannot fail
		b = append(append(b, '\n'), line...)
	}
	return append(b, "\n]}\n"...)
}

// key returns what identifies a finding.
func (s *Set) key(b *report.Batch, f *report.Finding) entry {
	bare := report.Batch{Text: b.Text, Offset: b.Offset}
	return entry{Path: s.relative(b.Path), Rule: f.Rule, Pointer: report.StablePointer(f.Pointer), Fingerprint: report.Fingerprint(&bare, f)}
}

// relative returns a path relative to the baseline's folder, so that the current
// folder does not matter.
func (s *Set) relative(shown string) string {
	abs, err := filepath.Abs(filepath.FromSlash(shown))
	if err != nil {
		return shown
	}
	rel, err := filepath.Rel(filepath.FromSlash(s.dir), abs)
	if err != nil {
		return shown
	}
	return strings.TrimPrefix(path.Clean(filepath.ToSlash(rel)), "./")
}
