package tools

import (
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// fix applies the fixes of "body": the safe ones, and the unsafe ones too if
// "unsafe" is true.
//
//	{"op": "fix", …lint's arguments, "unsafe"?}
//	{"body", "applied", "report": lint's response}
func fix(a *playground.Args, w *wire.Writer) *playground.Fault {
	body, v, f := a.Validator()
	if f != nil {
		return f
	}
	unsafe, f := a.Flag("unsafe")
	if f != nil {
		return f
	}
	safety := validate.FixSafe
	if unsafe {
		safety = validate.FixAll
	}
	fixed, applied, rest := v.Fix([]byte(body), safety)
	w.Open('{')
	w.Member("body", string(fixed))
	w.Name("applied")
	w.Int(int64(applied))
	w.Name("report")
	playground.AppendReport(w, string(fixed), rest)
	w.Close('}')
	return nil
}

// apply applies one fix of one diagnostic of "body", which is found by its
// "rule", "pointer" and "offset", the fix by its "title".
//
//	{"op": "apply", …lint's arguments, "rule", "pointer", "offset", "title"}
//	{"body"}
//
// A fix that would break the promise of [validate.Validator.Fix] is refused.
func apply(a *playground.Args, w *wire.Writer) *playground.Fault {
	body, v, f := a.Validator()
	if f != nil {
		return f
	}
	d, f := diagnostic(a, body, v)
	if f != nil {
		return f
	}
	title, f := a.Text("title")
	if f != nil {
		return f
	}
	for _, fix := range d.Fixes {
		if fix.Title != title {
			continue
		}
		if !v.Keeps([]byte(body), d, fix) {
			return &playground.Fault{Code: playground.Refused, Message: refusalOf(body, d)}
		}
		w.Open('{')
		fixed, _ := validate.Apply([]byte(body), []validate.Diagnostic{{Fixes: []validate.Fix{fix}}}, validate.FixAll)
		w.Member("body", string(fixed))
		w.Close('}')
		return nil
	}
	return &playground.Fault{Code: playground.Refused, Message: "no such fix"}
}

// diagnostic returns the diagnostic of body that the arguments name.
func diagnostic(a *playground.Args, body string, v *validate.Validator) (found validate.Diagnostic, f *playground.Fault) {
	rule, f := a.Text("rule")
	if f != nil {
		return found, f
	}
	pointer, f := a.Text("pointer")
	if f != nil {
		return found, f
	}
	offset, f := a.Natural("offset")
	if f != nil {
		return found, f
	}
	u := place.UnitsIn(body)
	for _, d := range v.JSON([]byte(body)).Diagnostics {
		if d.Rule == rule && d.Pointer == pointer && u.At(d.Start.Offset) == offset {
			return d, nil
		}
	}
	return found, &playground.Fault{Code: playground.Refused, Message: "no such problem"}
}

// refusalOf returns why a fix of d cannot be applied.
func refusalOf(body string, d validate.Diagnostic) string {
	if d.Rule != "json-syntax" {
		var view scan.View
		if view.Scan([]byte(body)).Code != 0 {
			return "the JSON must be fixed first"
		}
	}
	return "it would cause a new error"
}
