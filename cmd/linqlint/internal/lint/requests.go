package lint

import (
	"errors"
	"fmt"
	"path/filepath"
	"sort"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/extract"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

// sniff looks into a file of which nobody said how bodies lie in it.
func (r *run) sniff(j *job) {
	if r.o.Format != 0 || j.format != source.JSON {
		return
	}
	if format, ok := extract.Sniff(j.text); ok {
		j.format = format
	}
}

// requests judges the bodies of a file that holds requests.
func (r *run) requests(j *job, text []byte) {
	found, err := extract.Read(j.format, text)
	p := newPlaces(text)
	var fault *extract.Fault
	if errors.As(err, &fault) && j.entry.Named {
		j.err = fmt.Errorf("line %d: %w", p.position(fault.Offset).Line, fault)
	}
	named, finder := r.o.Policy.Validator(j.shown, true), r.o.Policy.Validator(j.shown, false)
	seen := map[findingKey]bool{}
	for i := range found {
		req := &found[i]
		j.records++
		var rep validate.Report
		switch {
		case req.File != "":
			content, ok := r.readSibling(j, req.File)
			if !ok {
				continue
			}
			rep = req.CheckFile(named, content)
		case !req.Known && !req.LooksLikePayload(finder):
			continue
		default:
			rep = req.Check(named)
		}
		j.checked++
		j.kinds.add(rep.Kind)
		j.truncated += rep.Truncated
		for k := range rep.Diagnostics {
			d := &rep.Diagnostics[k]
			if !r.o.Policy.Keep(j.shown, d) {
				continue
			}
			p.settle(d)
			key := findingKey{d.Rule, d.Pointer, d.Message, d.Start.Offset}
			if !seen[key] {
				seen[key] = true
				j.findings = append(j.findings, report.Finding{Diagnostic: *d, Record: j.records})
			}
		}
	}
}

// findingKey tells findings apart: two requests may take their body from one
// variable, and what is found there is one finding.
type findingKey struct {
	rule, pointer, message string
	offset                 int
}

// beside reads a file that another one names; ok is false if it is not there,
// as one that is only written when the script runs, or too large.
func (r *run) readSibling(j *job, name string) (content []byte, ok bool) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(filepath.Dir(j.entry.Path), name)
	}
	f, size, _, err := r.open(name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	content, err = source.ReadAll(f, size, r.o.MaxSize, nil)
	return content, err == nil
}

// fixRequests applies the fixes to the bodies of a file that holds requests.
func (r *run) fixRequests(j *job) {
	found, _ := extract.Read(j.format, j.text)
	named, finder := r.o.Policy.Validator(j.shown, true), r.o.Policy.Validator(j.shown, false)
	var changes []validate.Diagnostic
	seen := map[int]bool{} // where the edits of a request begin
	for i := range found {
		req := &found[i]
		if req.File != "" || !req.Known && !req.LooksLikePayload(finder) {
			continue
		}
		edits, n := req.Fix(named, r.o.Safety)
		if n == 0 || seen[edits[0].Start] { // two requests may take their body from one variable
			continue
		}
		seen[edits[0].Start] = true
		changes = append(changes, validate.Diagnostic{Fixes: []validate.Fix{{Safe: true, Edits: edits}}})
		j.applied += n
	}
	if fixed, n := validate.Apply(j.text, changes, validate.SafeOnly); n > 0 {
		j.fixed = append(j.fixed, fixed...)
	}
}

// places finds lines and columns of a text, in any order.
type places struct {
	text   []byte
	starts []int // byte offset of each line
	// The last place that was asked for: most come in ascending order, and a
	// capture may be one long line, which is not to be counted anew for each.
	last validate.Position
}

func newPlaces(text []byte) *places {
	p := &places{text: text, starts: []int{0}}
	for i, c := range text {
		if c == '\n' {
			p.starts = append(p.starts, i+1)
		}
	}
	return p
}

func (p *places) position(offset int) validate.Position {
	line := sort.SearchInts(p.starts, offset+1)
	from := validate.Position{Offset: p.starts[line-1], Line: line, Column: 1}
	if p.last.Line == line && p.last.Offset <= offset {
		from = p.last
	}
	p.last = validate.Position{Offset: offset, Line: line, Column: from.Column + decorations.UTF16Len(string(p.text[from.Offset:offset]))}
	return p.last
}

// settle gives the places of a diagnostic, which are offsets, their lines and
// columns.
func (p *places) settle(d *validate.Diagnostic) {
	d.Start = p.position(d.Start.Offset)
	d.End = p.position(d.End.Offset)
	for i := range d.Related {
		rel := &d.Related[i]
		rel.Start, rel.End = p.position(rel.Start.Offset), p.position(rel.End.Offset)
	}
}
