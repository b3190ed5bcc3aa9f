package linqtest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/linqlint/linqlint/validate"
)

// AssertSendable fails the test if the body has an error. A []byte, a
// json.RawMessage and a string are bodies; anything else is marshaled. The kind
// is detected unless validate.WithKind is given. It reports whether the body has
// no error; the failure lists every error and warning.
func AssertSendable(tb testing.TB, body any, opts ...validate.Option) bool {
	tb.Helper()
	report, err := validate.New(opts...).Value(body)
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

// AssertRule fails the test unless the rule reports a diagnostic in the body.
// Notes count too. It reports whether the rule did.
func AssertRule(tb testing.TB, body any, rule string, opts ...validate.Option) bool {
	tb.Helper()
	if _, known := validate.LookupRule(rule); !known {
		tb.Errorf("unknown rule %q; `linqlint rules` lists all rules", rule)
		return false
	}
	report, err := validate.New(append([]validate.Option{validate.WithNotes()}, opts...)...).Value(body)
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
