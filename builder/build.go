package builder

import (
	"slices"
	"sync"

	"github.com/linqlint/linqlint/validate"
)

// defaultValidator is nil, which BuildWith takes for the default validator.
var defaultValidator *validate.Validator

// byKind has the default validator for each kind.
var byKind = sync.OnceValue(func() map[validate.Kind]*validate.Validator {
	v := validate.New()
	all := make(map[validate.Kind]*validate.Validator)
	for _, k := range validate.Kinds() {
		all[k] = v.ForKind(k)
	}
	return all
})

// build encodes a request and checks the bytes.
func build(kind validate.Kind, r encodable, v *validate.Validator) (Body, error) {
	e := encoders.Get().(*encoder)
	defer e.release()
	r.encode(e)
	report := e.check(kind, v)
	if e.found(&report) {
		if err := e.explain(r, &report, v); err != nil {
			return Body{}, err
		}
	}
	return Body{slices.Clone(e.b), kind, report}, nil
}

// build is the function build without converting the large request to an
// interface unless there is a diagnostic.
func (s sending[Self]) build(v *validate.Validator) (Body, error) {
	var k Self
	kind := k.Kind()
	e := encoders.Get().(*encoder)
	defer e.release()
	s.encode(e)
	report := e.check(kind, v)
	if e.found(&report) {
		if err := e.explain(s, &report, v); err != nil {
			return Body{}, err
		}
	}
	return Body{slices.Clone(e.b), kind, report}, nil
}

// check runs the rules on the encoded bytes.
func (e *encoder) check(kind validate.Kind, v *validate.Validator) validate.Report {
	if v == defaultValidator {
		v = byKind()[kind]
	} else {
		v = v.ForKind(kind)
	}
	report := v.JSON(e.b)
	report.Kind = kind
	return report
}

// found reports whether there is a diagnostic to explain.
func (e *encoder) found(report *validate.Report) bool {
	return len(e.faults) > 0 || len(report.Diagnostics) > 0
}
