// Package settings reads the text of a linqlint.jsonc: JSON with comments and
// trailing commas. It is the only reader of it: the command adds what depends on
// files and on the day, and the playground has it as an operation of its engine.
package settings

import (
	"strings"

	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/validate"
)

// Text is a text of the file and the bytes [Start, End) that it is written as.
type Text struct {
	Value      string
	Start, End int
}

// Fault is what is wrong with the bytes [Start, End).
type Fault struct {
	Start, End int
	Pointer    string // RFC 6901; "" where the text is not JSON
	Message    string
	Hint       string // what to do about it, or ""
}

// Rule is the identifier of a diagnostic about settings.
const Rule = "config"

// Diagnostic returns the fault as a diagnostic of the text that finder is of.
func (f *Fault) Diagnostic(severity validate.Severity, finder *place.Finder) validate.Diagnostic {
	d := validate.Diagnostic{Rule: Rule, Reason: Rule, Severity: severity, Message: f.Message, Hint: f.Hint, Pointer: f.Pointer}
	d.Start.Offset, d.End.Offset = f.Start, f.End
	d.Start.Line, d.Start.Column = finder.At(f.Start)
	d.End.Line, d.End.Column = finder.At(f.End)
	return d
}

// Kind gives the files that a glob matches a kind.
type Kind struct {
	Files Text // a glob, not yet checked
	Kind  validate.Kind
}

// Severity changes the severity of the rules that a selector matches.
type Severity struct {
	Selector Text
	Severity validate.Severity
}

// Ignore is an element of "ignores". Its members are valid, but whether Files and
// Pointer are globs is not checked.
type Ignore struct {
	Rule    Text // a selector
	Files   Text // a glob; "": every file
	Pointer Text // a JSON Pointer in which * is one token and ** any number; "": every place
	Reason  Text // never ""
	Expires Text // the last day, YYYY-MM-DD; "": never

	Start, End int // bytes
}

// Settings are what is valid of a text.
type Settings struct {
	Kinds   []Kind
	Rules   []Severity // later ones win
	Known   validate.Known
	Exclude []Text // globs, not yet checked
	Ignores []Ignore

	// Faults are errors, in source order; the settings must not be used without
	// telling of them.
	Faults []Fault
	// Overridden are severities that have no effect, since later ones are for the
	// same rules; in source order.
	Overridden []Fault
}

// outside are the rules that are not about a body, of a builder or a run, except
// those of fixed.
var outside = []string{"builder-substring-ambiguous", "campaign-idempotency-key", "campaign-recipient", "request-unchecked"}

// fixed are the rules whose severity cannot be changed.
var fixed = []string{"builder-substring", "builder-utf8", "config"}

// Select returns the identifiers of the rules that a selector of "rules" or
// "ignores" matches: an identifier, a family such as "decoration-*", or "*".
func Select(selector string) []string {
	ids := validate.Select(selector)
	for _, id := range outside {
		if validate.Fits(selector, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// IsDate reports whether a text is a day of the form YYYY-MM-DD.
func IsDate(s string) bool {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return false
	}
	number := func(from, to int) (n int) {
		for _, c := range []byte(s[from:to]) {
			if c < '0' || c > '9' {
				return -1 << 16
			}
			n = n*10 + int(c-'0')
		}
		return n
	}
	year, month, day := number(0, 4), number(5, 7), number(8, 10)
	if year < 0 || month < 1 || month > 12 || day < 1 {
		return false
	}
	days := 30 + (month+month/8)%2
	if month == 2 {
		days = 28
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			days = 29
		}
	}
	return day <= days
}

// overridden notes the severities that have no effect.
func (r *reader) overridden() {
	later := map[string]bool{} // rules with a severity after this one
	for i := len(r.Rules) - 1; i >= 0; i-- {
		useless := true
		selector := &r.Rules[i].Selector
		for _, id := range Select(selector.Value) {
			useless = useless && later[id]
			later[id] = true
		}
		if useless {
			r.Overridden = append(r.Overridden, Fault{
				Start: selector.Start, End: selector.End,
				Message: quoted(selector.Value) + " has no effect: later selectors match the same rules",
				Hint:    "remove it, or move it to the end: the last match wins",
			})
		}
	}
	for i, j := 0, len(r.Overridden)-1; i < j; i, j = i+1, j-1 {
		r.Overridden[i], r.Overridden[j] = r.Overridden[j], r.Overridden[i]
	}
}

// bare removes an optional dot before extensions.
func bare(extensions []string) []string {
	for i := range extensions {
		extensions[i] = strings.ToLower(strings.TrimPrefix(extensions[i], "."))
	}
	return extensions
}
