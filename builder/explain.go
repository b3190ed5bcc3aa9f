package builder

import (
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// explain sets the origin of every diagnostic and adds those of the builder, in
// source order. It returns the report's error.
func (e *encoder) explain(r encodable, report *validate.Report, v *validate.Validator) error {
	for i := range report.Diagnostics {
		d := &report.Diagnostics[i]
		d.Origin = r.origin(d.Pointer)
	}
	if len(e.faults) > 0 {
		e.report(r, report, v)
	}
	return report.Err()
}

// report adds the faults that the encoder recorded.
func (e *encoder) report(r encodable, report *validate.Report, v *validate.Validator) {
	// The encoded bytes are JSON unless they are nested too deeply; then the
	// faults are at the root.
	var view scan.View
	broken := view.Scan(e.b).Code != 0
	finder := place.InBytes(e.b)
	at := func(offset int) validate.Position {
		line, column := finder.At(offset)
		return validate.Position{Offset: offset, Line: line, Column: column}
	}
	var found []validate.Diagnostic
	for i := range e.faults {
		f := &e.faults[i]
		severity := validate.SeverityError
		if f.warns {
			severity = v.Severity(f.rule)
		}
		var pointer string
		if !broken {
			pointer = place.Pointer(&view, f.at)
		}
		origin := f.origin
		if origin == "" {
			owner := pointer
			if f.token != "" {
				owner = string(scan.AppendToken([]byte(pointer), f.token))
			}
			origin = r.origin(owner)
		}
		d := validate.Diagnostic{
			Rule: f.rule, Reason: f.rule, Message: f.message, Hint: f.hint, Severity: severity,
			Pointer: pointer, Start: at(f.start), End: at(f.end), Origin: origin,
		}
		info, _ := validate.LookupRule(f.rule)
		d.APICode, d.APICodeDocumented = info.APICode, info.APICodeDocumented
		found = append(found, d)
	}
	report.Truncated += e.more
	*report = v.Add(*report, found...)
}
