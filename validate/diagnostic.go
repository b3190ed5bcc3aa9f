package validate

import (
	"errors"
	"iter"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// ErrInvalid is the error that [errors.Is] finds in every [*InvalidError].
var ErrInvalid = errors.New("invalid request body")

// Is reports whether target is [ErrInvalid].
func (e *InvalidError) Is(target error) bool { return target == ErrInvalid }

// Field returns the JSON Pointer of the value that the diagnostic is about. It
// is Pointer, unless a member is missing: Pointer is then the object's, and Field
// is the pointer that the member would have.
func (d Diagnostic) Field() string {
	switch d.Rule {
	case ruleTable[fieldRequired].id, ruleTable[effectIncomplete].id, ruleTable[backgroundRequired].id:
		if name := d.Args.Text("name"); name != "" {
			return string(scan.AppendToken([]byte(d.Pointer), name))
		}
	}
	return d.Pointer
}

// Part returns the index, from 0, of the message part that the diagnostic is in; ok is
// false if it is not in a part.
func (d Diagnostic) Part() (index int, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(d.Pointer, "/message"), "/parts/")
	if !ok {
		return 0, false
	}
	token, _, _ := strings.Cut(rest, "/")
	index, err := strconv.Atoi(token)
	return index, err == nil
}

// DocURL returns the address of the rule's documentation, "" without a rule.
func (d Diagnostic) DocURL() string { return docURL(d.Rule) }

// APIDocURL returns the address of the API's page about APICode, "" if that is 0.
func (d Diagnostic) APIDocURL() string { return api.ErrorDocURL(d.APICode) }

// String returns the diagnostic on one line: place, severity, rule and message.
func (d Diagnostic) String() string {
	return itoa(d.Start.Line) + ":" + itoa(d.Start.Column) + ": " + d.Severity.String() + "[" + d.Rule + "] " + d.Message
}

// Errors iterates over the diagnostics with the severity [SeverityError], in source
// order.
func (r Report) Errors() iter.Seq[Diagnostic] { return r.AtLeast(SeverityError) }

// AtLeast iterates over the diagnostics whose severity is s or more severe, in source
// order.
func (r Report) AtLeast(s Severity) iter.Seq[Diagnostic] {
	return r.where(func(d *Diagnostic) bool { return d.Severity >= s })
}

// Under iterates over the diagnostics whose [Diagnostic.Field] is the given JSON
// Pointer or below it, in source order. Every diagnostic is under "".
func (r Report) Under(pointer string) iter.Seq[Diagnostic] {
	return r.where(func(d *Diagnostic) bool {
		rest, ok := strings.CutPrefix(d.Field(), pointer)
		return ok && (rest == "" || rest[0] == '/')
	})
}

func (r Report) where(keep func(*Diagnostic) bool) iter.Seq[Diagnostic] {
	return func(yield func(Diagnostic) bool) {
		for i := range r.Diagnostics {
			if d := &r.Diagnostics[i]; keep(d) && !yield(*d) {
				return
			}
		}
	}
}

// Has reports whether there is a diagnostic of the rule with that id.
func (r Report) Has(rule string) bool {
	for i := range r.Diagnostics {
		if r.Diagnostics[i].Rule == rule {
			return true
		}
	}
	return false
}

// String returns the diagnostics, one on each line, for logs and tests.
func (r Report) String() string {
	var b strings.Builder
	for i := range r.Diagnostics {
		b.WriteString(r.Diagnostics[i].String())
		b.WriteByte('\n')
	}
	if r.Truncated > 0 {
		b.WriteString("and " + itoa(r.Truncated) + " more\n")
	}
	if r.Unfinished {
		b.WriteString("more can be fixed: fix the result again\n")
	}
	return b.String()
}

// Localize returns the report with translated messages. It calls translate with
// the [Diagnostic.Reason] and the [Diagnostic.Args] of each diagnostic; the
// English stays where that returns "". A nil translate changes nothing. Hints stay
// in English, and r itself is not changed.
func (r Report) Localize(translate func(reason string, args Args) string) Report {
	if translate == nil {
		return r
	}
	all := make([]Diagnostic, len(r.Diagnostics))
	for i, d := range r.Diagnostics {
		if text := translate(d.Reason, d.Args); text != "" {
			d.Message = text
		}
		all[i] = d
	}
	r.Diagnostics = all
	return r
}
