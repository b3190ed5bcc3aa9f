package extract

import (
	"strconv"

	"github.com/aymanbagabas/go-udiff"

	"github.com/linqlint/linqlint/validate"
)

// LooksLikePayload reports whether the body looks like one of the API's to
// finder, a validator with validate.WithOnlyPayloads. It is for requests that may go
// to another API.
func (r *Request) LooksLikePayload(finder *validate.Validator) bool {
	if !r.body.hasHoles() {
		return finder.JSON(r.body.bytes).Kind != ""
	}
	if len(r.body.holes()) > maxHoles {
		return false
	}
	for t := range r.body.fillings() {
		if finder.JSON(t.bytes).Kind != "" {
			return true
		}
	}
	return false
}

// CheckFile checks the content of [Request.File]. Diagnostics are at the place
// where the file is named, have the position in it before the message, and have
// no fixes.
func (r *Request) CheckFile(v *validate.Validator, content []byte) validate.Report {
	report := v.ForKind(r.Kind).JSON(content)
	start, end := r.body.span(0, len(r.body.bytes))
	for i := range report.Diagnostics {
		d := &report.Diagnostics[i]
		d.Message = r.File + ":" + strconv.Itoa(d.Start.Line) + ":" + strconv.Itoa(d.Start.Column) + ": " + d.Message
		d.Start.Offset, d.End.Offset = start, end
		d.Related, d.Fixes = nil, nil
	}
	return report
}

// Span returns the offsets of the body in the file, or of what names it.
func (r *Request) Span() (start, end int) { return r.body.span(0, len(r.body.bytes)) }

// TooVariable returns why variables leave nothing of the body to check, or "".
func (r *Request) TooVariable() string {
	switch {
	case !r.body.hasHoles():
	case len(r.body.holes()) > maxHoles:
		return "the body has more than " + strconv.Itoa(maxHoles) + " variables"
	case r.body.namesMembers():
		return "the name of a member is a variable"
	}
	return ""
}

// Check checks the body with v and the kind of the endpoint. Offsets of
// diagnostics and fixes are those of the file; a fix that cannot be written there
// is dropped. Lines and columns are not set.
func (r *Request) Check(v *validate.Validator) validate.Report {
	v = v.ForKind(r.Kind)
	if !r.body.hasHoles() {
		report := v.JSON(r.body.bytes)
		r.body.rebase(&report)
		return report
	}
	return r.body.common(v, r.Kind)
}

// rebase changes offsets in the text to offsets in the file.
func (t *text) rebase(r *validate.Report) {
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		d.Start.Offset, d.End.Offset = t.span(d.Start.Offset, d.End.Offset)
		for k := range d.Related {
			rel := &d.Related[k]
			rel.Start.Offset, rel.End.Offset = t.span(rel.Start.Offset, rel.End.Offset)
		}
		var fixes []validate.Fix
		for _, f := range d.Fixes {
			if edits, ok := t.edits(f.Edits); ok {
				f.Edits = edits
				fixes = append(fixes, f)
			}
		}
		d.Fixes = fixes
	}
}

func (t *text) span(start, end int) (from, to int) {
	from = t.start(start)
	return from, max(from, t.end(end))
}

// edits changes edits of the text to edits of the file; ok is false if one of
// them cannot be written there.
func (t *text) edits(in []validate.Edit) (out []validate.Edit, ok bool) {
	for _, e := range in {
		first, last := t.pieceAt(e.Start), t.pieceAt(max(e.Start, e.End-1))
		if e.Start == e.End && e.Start > 0 {
			first = t.pieceAt(e.Start - 1) // after the byte before it
			last = first
		}
		p := t.pieces[first]
		for i := first; i <= last; i++ {
			if q := &t.pieces[i]; q.hole || q.literal != p.literal || q.quote != p.quote {
				return nil, false
			}
		}
		encoded, ok := p.quote.encode(e.Text)
		if !ok {
			return nil, false
		}
		from, to := t.span(e.Start, e.End)
		if e.Start == e.End {
			from = t.end(e.Start)
			to = from
		}
		out = append(out, validate.Edit{Start: from, End: to, Text: encoded})
	}
	return out, true
}

// Fix applies the fixes that safety allows and returns the edits of the file and
// the number of fixes. There are none if the body has variables, or if the
// result cannot be written inside the body's quotes.
func (r *Request) Fix(v *validate.Validator, safety validate.Safety) (edits []validate.Edit, applied int) {
	if r.body.hasHoles() || r.File != "" {
		return nil, 0
	}
	fixed, applied, _ := v.ForKind(r.Kind).Fix(r.body.bytes, safety)
	if applied == 0 {
		return nil, 0
	}
	var changes []validate.Edit
	for _, e := range udiff.Strings(string(r.body.bytes), string(fixed)) {
		changes = append(changes, validate.Edit{Start: e.Start, End: e.End, Text: e.New})
	}
	edits, ok := r.body.edits(changes)
	if !ok {
		return nil, 0
	}
	return edits, applied
}
