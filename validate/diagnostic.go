package validate

import (
	"errors"
	"iter"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// ErrInvalid is what every [*InvalidError] is, for errors.Is.
var ErrInvalid = errors.New("invalid request body")

// Is reports whether target is [ErrInvalid].
func (e *InvalidError) Is(target error) bool { return target == ErrInvalid }

// Field returns the JSON Pointer of the value that the diagnostic is about. It
// is Pointer, but for a missing member, where Pointer is the object's: there it
// is the pointer that the member would have.
func (d Diagnostic) Field() string {
	if d.Rule != ruleTable[fieldRequired].id {
		return d.Pointer
	}
	return string(scan.AppendToken([]byte(d.Pointer), d.Args.Text("name")))
}

// Part returns the index of the message part that the diagnostic is in,
// counting from 0; ok is false where it is not in a part.
func (d Diagnostic) Part() (index int, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(d.Pointer, "/message"), "/parts/")
	if !ok {
		return 0, false
	}
	token, _, _ := strings.Cut(rest, "/")
	index, err := strconv.Atoi(token)
	return index, err == nil
}

// DocURL returns the address of the rule's documentation.
func (d Diagnostic) DocURL() string { return docPage + "#" + d.Rule }

// APIDocURL returns the address of the API's page about APICode, "" if that is
// 0.
func (d Diagnostic) APIDocURL() string { return api.ErrorDocURL(d.APICode) }

// String returns the diagnostic on one line: place, severity, rule and message.
func (d Diagnostic) String() string {
	return itoa(d.Start.Line) + ":" + itoa(d.Start.Column) + ": " + d.Severity.String() + "[" + d.Rule + "] " + d.Message
}

// Errors iterates over the diagnostics with the severity [SeverityError], in source
// order.
func (r Report) Errors() iter.Seq[Diagnostic] { return r.AtLeast(SeverityError) }

// AtLeast iterates over the diagnostics with the severity s or a higher one, in
// source order.
func (r Report) AtLeast(s Severity) iter.Seq[Diagnostic] {
	return r.where(func(d *Diagnostic) bool { return d.Severity >= s })
}

// Under iterates over the diagnostics whose [Diagnostic.Field] is the JSON
// Pointer or below it, in source order. Everything is under "".
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

// Has reports whether the rule of that id reported something.
func (r Report) Has(rule string) bool {
	for i := range r.Diagnostics {
		if r.Diagnostics[i].Rule == rule {
			return true
		}
	}
	return false
}

// String returns the diagnostics, each on a line of its own.
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

// Localize returns the report with each Message that translate gives one for;
// where it returns "", the English stays. It is called with
// [Diagnostic.Reason] and [Diagnostic.Args]. Hints stay in English.
func (r Report) Localize(translate func(reason string, args Args) string) Report {
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
