package extract

import (
	"strconv"

	"github.com/aymanbagabas/go-udiff"

	"github.com/linqlint/linqlint/validate"
)

// Size is the length of the body, in bytes; a variable counts for nothing.
func (r *Request) Size() int { return len(r.body.bytes) }

// Place is where in the file the body begins, a byte offset.
func (r *Request) Place() int { return r.body.start(0) }

// LooksLikePayload reports whether the body is one of the API's by what it holds, which
// finder has to say: a validator with validate.OnlyPayloads. It is for requests
// that are not known to go to the API.
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

// CheckFile judges content, which is what [Request.File] holds. All that is
// found is reported where the file is named, with the place in it in front of
// the message, and without fixes.
func (r *Request) CheckFile(v *validate.Validator, content []byte) validate.Report {
	report := v.As(r.Kind).JSON(content)
	start, end := r.body.span(0, len(r.body.bytes))
	for i := range report.Diagnostics {
		d := &report.Diagnostics[i]
		d.Message = r.File + ":" + strconv.Itoa(d.Start.Line) + ":" + strconv.Itoa(d.Start.Column) + ": " + d.Message
		d.Start.Offset, d.End.Offset = start, end
		d.Related, d.Fixes = nil, nil
	}
	return report
}

// Check judges the body with v, which is told the kind. Offsets are those of
// the file, and so are the edits of the fixes; a fix that cannot be written
// there is left out. Lines and columns are still to be worked out.
func (r *Request) Check(v *validate.Validator) validate.Report {
	v = v.As(r.Kind)
	if !r.body.hasHoles() {
		report := v.JSON(r.body.bytes)
		r.body.rebase(&report)
		return report
	}
	return r.body.common(v, r.Kind)
}

// rebase turns places in the text into places in the file.
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

// edits returns edits of the text as edits of the file; ok is false if one of
// them cannot be written there.
func (t *text) edits(in []validate.Edit) (out []validate.Edit, ok bool) {
	for _, e := range in {
		first, last := t.pieceAt(e.Start), t.pieceAt(max(e.Start, e.End-1))
		if e.Start == e.End && e.Start > 0 {
			first = t.pieceAt(e.Start - 1) // behind what stands before it
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

// Fix applies the fixes that safety allows, in rounds until nothing changes,
// and returns what has to be edited in the file for it, and how many fixes it
// comes to: none where the body holds a variable, or where the result cannot be
// written between the quotes that it stands in.
func (r *Request) Fix(v *validate.Validator, safety validate.Safety) (edits []validate.Edit, applied int) {
	if r.body.hasHoles() || r.File != "" {
		return nil, 0
	}
	fixed, applied, _ := v.As(r.Kind).Fix(r.body.bytes, safety)
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
