package playground

import (
	"strconv"

	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// apply applies one fix of one diagnostic of "body", which is found by its
// "rule", "pointer" and "offset", the fix by its "title".
//
//	{"op": "apply", …lint's arguments, "rule", "pointer", "offset", "title"}
//	{"body"}
//
// A fix that would break the promise of [validate.Validator.Fix] is refused.
func apply(a *Args, w *wire.Writer) *Fault {
	body, v, f := a.validatorFor()
	if f != nil {
		return f
	}
	d, f := a.diagnostic(body, v)
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
			return &Fault{Refused, refusalOf(body, d)}
		}
		w.Open('{')
		fixed, _ := validate.Apply([]byte(body), []validate.Diagnostic{{Fixes: []validate.Fix{fix}}}, validate.FixAll)
		w.Member("body", string(fixed))
		w.Close('}')
		return nil
	}
	return &Fault{Refused, "no such fix"}
}

// diagnostic returns the diagnostic of body that the arguments name.
func (a *Args) diagnostic(body string, v *validate.Validator) (found validate.Diagnostic, f *Fault) {
	rule, f := a.Text("rule")
	if f != nil {
		return found, f
	}
	pointer, f := a.Text("pointer")
	if f != nil {
		return found, f
	}
	i := a.find("offset")
	if i < 0 || a.view.Nodes[i].Kind != scan.Number {
		return found, &Fault{BadArgument, `"offset" must be a number`}
	}
	offset := a.view.Raw(i)
	u := place.UnitsIn(body)
	for _, d := range v.JSON([]byte(body)).Diagnostics {
		if d.Rule == rule && d.Pointer == pointer && strconv.Itoa(u.At(d.Start.Offset)) == offset {
			return d, nil
		}
	}
	return found, &Fault{Refused, "no such problem"}
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
