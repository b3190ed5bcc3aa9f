package builder

import (
	"slices"

	"github.com/linqlint/linqlint/validate"
)

// standard stands for the default validator.
var standard *validate.Validator

// standards is the default validator as each kind.
var standards = func() map[validate.Kind]*validate.Validator {
	v := validate.New()
	all := make(map[validate.Kind]*validate.Validator)
	for _, k := range validate.Kinds() {
		all[k] = v.As(k)
	}
	return all
}()

// build encodes a request and checks the bytes.
func build(kind validate.Kind, r encodable, v *validate.Validator) (Body, error) {
	e := encoders.Get().(*encoder)
	defer e.release()
	r.encode(e)
	report := e.check(kind, v)
	if e.found(&report) {
		if err := e.explain(r, &report); err != nil {
			return Body{}, err
		}
	}
	return Body{slices.Clone(e.b), kind, report}, nil
}

// build is the function of that name for a request that is large enough for the
// cost of making an interface of it to count: it does so only for what is found.
func (s Sending[K]) build(v *validate.Validator) (Body, error) {
	var k K
	kind := k.Kind()
	e := encoders.Get().(*encoder)
	defer e.release()
	s.encode(e)
	report := e.check(kind, v)
	if e.found(&report) {
		if err := e.explain(s, &report); err != nil {
			return Body{}, err
		}
	}
	return Body{slices.Clone(e.b), kind, report}, nil
}

// check runs the rules over what was encoded.
func (e *encoder) check(kind validate.Kind, v *validate.Validator) validate.Report {
	if v == standard {
		v = standards[kind]
	} else {
		v = v.As(kind)
	}
	report := v.JSON(e.b)
	report.Kind = kind
	return report
}

// found reports that there is anything to explain.
func (e *encoder) found(report *validate.Report) bool {
	return len(e.faults) > 0 || len(report.Diagnostics) > 0
}
