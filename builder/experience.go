package builder

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/wire"
)

// Experience is an iMessage experience, sent instead of parts (documented
// 2026-08-12). The zero value has an empty name and action.
type Experience struct {
	Name   string
	Action string
	Params []ExperienceParam // see [Param]; empty: none are sent
}

func (e *Experience) clone() *Experience {
	if e == nil {
		return nil
	}
	c := *e
	c.Params = slices.Clone(c.Params)
	return &c
}

// ExperienceParam is a named parameter of an experience: a string, a number or
// a boolean.
type ExperienceParam struct {
	name string
	text text   // a string, encoded by Build, which also checks its UTF-8
	json string // any other value
}

// Scalar is a value that [Param] and [JSON] take.
type Scalar interface {
	string | int | int64 | float64 | bool
}

// JSON returns a value as JSON text, for [Part.MemberJSON] and the methods of the
// same name. Build reports a float64 that JSON cannot represent (NaN or an
// infinity) and a string that is not valid UTF-8.
func JSON[T Scalar](value T) string {
	p := Param("", value)
	if p.text.set && !utf8.ValidString(p.text.s) {
		return `"` + p.text.s + `"`
	}
	return p.JSON()
}

// Param returns a parameter. Build reports a float64 that JSON cannot represent
// (NaN or an infinity).
func Param[T Scalar](name string, value T) ExperienceParam {
	p := ExperienceParam{name: name}
	switch v := any(value).(type) {
	case string:
		p.text = text{v, true}
	case int:
		p.json = strconv.Itoa(v)
	case int64:
		p.json = strconv.FormatInt(v, 10)
	case float64:
		p.json = formatFloat(v)
	case bool:
		p.json = strconv.FormatBool(v)
	}
	return p
}

// formatFloat returns v as a JSON number; NaN and infinities as Go prints them,
// so that Build reports them.
func formatFloat(v float64) string {
	if abs := math.Abs(v); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// Name returns the parameter's name.
func (p ExperienceParam) Name() string { return p.name }

// JSON returns the parameter's value as JSON.
func (p ExperienceParam) JSON() string {
	if p.text.set {
		return string(wire.AppendString(nil, p.text.s))
	}
	return p.json
}
