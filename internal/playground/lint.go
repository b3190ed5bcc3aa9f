package playground

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// lint checks "body" as "kind", or as the detected kind.
//
//	{"op": "lint", "body", "bytes"?, "kind"?, "service"?, "notes"?, "new_chat"?, "strict"?, "only_payloads"?, "max_diagnostics"?, "as_of"?, "severities"?, "known"?}
//	{"kind", "truncated", "diagnostics": […]}
//
// "kind" is what it was checked as. With "bytes" the body has a code point for
// each byte, for what is not UTF-8.
func lint(a *Args, w *wire.Writer) *Fault {
	body, v, f := a.Validator()
	if f != nil {
		return f
	}
	AppendReport(w, body, v.JSON([]byte(body)))
	return nil
}

// Validator returns the body and the validator that the arguments configure.
func (a *Args) Validator() (body string, v *validate.Validator, f *Fault) {
	body, kind, f := a.Body()
	if f != nil {
		return "", nil, f
	}
	service, f := a.oneOf("service", api.Services)
	if f != nil {
		return "", nil, f
	}
	opts := []validate.Option{validate.WithKind(validate.Kind(kind))}
	if service != "" {
		opts = append(opts, validate.WithService(validate.Service(service)))
	}
	changes, f := a.options()
	if f != nil {
		return "", nil, f
	}
	return body, validate.New(append(opts, changes...)...), nil
}

// Body returns the arguments "body" and "kind", "" for detection.
func (a *Args) Body() (body, kind string, f *Fault) {
	if body, f = a.Text("body"); f != nil {
		return "", "", f
	}
	bytes, f := a.Flag("bytes")
	if f != nil {
		return "", "", f
	}
	if bytes {
		var ok bool
		if body, ok = fromBytes(body); !ok {
			return "", "", &Fault{BadArgument, "\"body\" has a code point over 255, but one for each byte is expected"}
		}
	}
	names := make([]string, len(api.Kinds))
	for i := range api.Kinds {
		names[i] = api.Kinds[i].Name
	}
	kind, f = a.oneOf("kind", names)
	return body, kind, f
}

// AppendReport writes a report of body with offsets in UTF-16 code units.
func AppendReport(w *wire.Writer, body string, r validate.Report) {
	w.Open('{')
	w.Member("kind", string(r.Kind))
	w.Name("truncated")
	w.Int(int64(r.Truncated))
	appendDiagnostics(w, body, r.Diagnostics)
	w.Close('}')
}

// inUnits returns a copy of d with its offsets in UTF-16 code units.
func inUnits(d *validate.Diagnostic, u place.Units) *validate.Diagnostic {
	out := *d
	out.Start.Offset, out.End.Offset = u.At(d.Start.Offset), u.At(d.End.Offset)
	out.Related = append([]validate.Related(nil), d.Related...)
	for i := range out.Related {
		r := &out.Related[i]
		r.Start.Offset, r.End.Offset = u.At(r.Start.Offset), u.At(r.End.Offset)
	}
	out.Fixes = append([]validate.Fix(nil), d.Fixes...)
	for i := range out.Fixes {
		f := &out.Fixes[i]
		f.Edits = append([]validate.Edit(nil), f.Edits...)
		for j := range f.Edits {
			e := &f.Edits[j]
			e.Start, e.End = u.At(e.Start), u.At(e.End)
		}
	}
	return &out
}
