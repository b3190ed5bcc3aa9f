package extract

import (
	"strings"

	"github.com/linqlint/linqlint/validate"
)

// Text returns the body without its quotes and escapes. A variable is an empty
// text in it.
func (r *Request) Text() string { return string(r.body.bytes) }

// Inside returns the offset in [Request.Text] of the place at an offset of the
// file; ok is false if the body is not there.
func (r *Request) Inside(offset int) (at int, ok bool) {
	for i := range r.body.pieces {
		p := &r.body.pieces[i]
		switch {
		case offset < p.file || offset > p.file+p.span:
			continue
		case p.opaque, p.size != p.span && p.file < offset && offset < p.file+p.span:
			return 0, false // inside of an escape or a variable
		case p.size != p.span:
			at = p.at
			if offset == p.file+p.span {
				at += p.size
			}
		default:
			at = p.at + offset - p.file
		}
		if ok = true; offset < p.file+p.span {
			return at, true // at an end, the next piece may begin there
		}
	}
	return at, ok
}

// Places returns the offsets in the file of the bytes [start, end) of
// [Request.Text].
func (r *Request) Places(start, end int) (from, to int) { return r.body.span(start, end) }

// Edit returns the edit of the file that makes an edit of [Request.Text]; ok is
// false if it cannot be written inside the body's quotes.
func (r *Request) Edit(e validate.Edit) (edit validate.Edit, ok bool) {
	edits, ok := r.body.edits([]validate.Edit{e})
	if !ok {
		return validate.Edit{}, false
	}
	return edits[0], true
}

// IsPlain reports whether the body is one text that is written as it is sent,
// without escapes, variables or comments, so that a text with $ and quotes can be
// inserted.
func (r *Request) IsPlain() bool {
	for i := range r.body.pieces {
		if p := &r.body.pieces[i]; p.hole || p.opaque || p.quote != quoteNone && p.quote != quoteSingle || p.literal != r.body.pieces[0].literal {
			return false
		}
	}
	return true
}

// IsLaidOut reports whether the body is on lines of its own, so that it can be
// indented.
func (r *Request) IsLaidOut() bool { return r.IsPlain() && strings.Contains(r.Text(), "\n") }
