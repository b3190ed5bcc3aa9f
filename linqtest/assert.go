package linqtest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

// AssertSendable fails the test if the body has an error, and reports whether it
// has none. The failure lists every error and warning.
//
// A []byte, a json.RawMessage and a string are bodies, and a request of package
// builder is built. Anything else is marshaled by encoding/json. The kind of a body
// is detected unless validate.WithKind is given. AssertSendable panics if an option
// is mistyped.
func AssertSendable(tb testing.TB, body any, opts ...validate.Option) bool {
	tb.Helper()
	report, err := check(body, validate.New(opts...))
	if err != nil {
		tb.Error(err)
		return false
	}
	if report.OK() {
		return true
	}
	tb.Errorf("body is not sendable:\n%s", list(report))
	return false
}

// AssertRule fails the test unless the rule reports a diagnostic in the body, and
// reports whether it did. Notes count too. The body and the options are those of
// [AssertSendable]; a rule of package builder, such as builder-substring, needs a
// request of that package.
func AssertRule(tb testing.TB, body any, rule string, opts ...validate.Option) bool {
	tb.Helper()
	if validate.New(validate.WithNotes()).Severity(rule) == validate.SeverityOff {
		tb.Errorf("unknown rule %q: docs/rules.md lists them", rule)
		return false
	}
	report, err := check(body, validate.New(append([]validate.Option{validate.WithNotes()}, opts...)...))
	if err != nil {
		tb.Error(err)
		return false
	}
	for i := range report.Diagnostics {
		if report.Diagnostics[i].Rule == rule {
			return true
		}
	}
	if len(report.Diagnostics) == 0 {
		tb.Errorf("rule %s reports nothing: body is clean as %s", rule, kind(report))
	} else {
		tb.Errorf("rule %s reports nothing, but others do:\n%s", rule, list(report))
	}
	return false
}

// check returns the report of a body or of a request.
func check(body any, v *validate.Validator) (validate.Report, error) {
	r, ok := body.(builder.Request)
	if !ok {
		return v.Value(body)
	}
	b, err := r.BuildWith(v)
	if invalid := (*validate.InvalidError)(nil); errors.As(err, &invalid) {
		return invalid.Report, nil
	}
	return b.Report(), err
}

func kind(r validate.Report) string {
	if r.Kind == "" {
		return "no kind"
	}
	return string(r.Kind)
}

// list returns a report for a test's log, indented by two spaces.
func list(r validate.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  as %s:\n", kind(r))
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		place := d.Pointer
		if place == "" {
			place = "the body"
		}
		fmt.Fprintf(&b, "  %s at %s (line %d, column %d): %s [%s]\n", d.Severity, place, d.Start.Line, d.Start.Column, d.Message, d.Rule)
		if d.Hint != "" {
			fmt.Fprintf(&b, "      %s\n", d.Hint)
		}
	}
	if r.Truncated > 0 {
		fmt.Fprintf(&b, "  and %d more\n", r.Truncated)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
