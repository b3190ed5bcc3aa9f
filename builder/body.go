package builder

import (
	"bytes"

	"github.com/linqlint/linqlint/validate"
)

// Body is an encoded request without errors. The zero Body is empty. A Body is
// immutable and safe for concurrent use.
//
// [Body.Bytes], [Body.Reader] and [Body.String] are exactly what was checked.
// json.Marshal of a Body may write <, > and & as escapes, which does not change the
// values.
type Body struct {
	data   []byte
	kind   validate.Kind
	report validate.Report
}

// Bytes returns a copy of the body.
func (b Body) Bytes() []byte { return bytes.Clone(b.data) }

// Reader returns a new reader of the body, which net/http can rewind for a
// redirect. It does not copy the body.
func (b Body) Reader() *bytes.Reader { return bytes.NewReader(b.data) }

// String returns the body as text.
func (b Body) String() string { return string(b.data) }

// Len returns the length in bytes.
func (b Body) Len() int { return len(b.data) }

// Kind returns the kind that the body was checked as.
func (b Body) Kind() validate.Kind { return b.kind }

// Report returns the warnings, and the notes if the validator reports them. Its
// diagnostics must not be modified.
func (b Body) Report() validate.Report { return b.report }

// MarshalJSON returns a copy of the body, or null for the zero Body.
func (b Body) MarshalJSON() ([]byte, error) {
	if len(b.data) == 0 {
		return []byte("null"), nil
	}
	return b.Bytes(), nil
}
