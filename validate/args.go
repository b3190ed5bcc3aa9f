package validate

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/wire"
)

// Arg is one value that a [Diagnostic.Message] was formatted from.
type Arg struct {
	Name  string // "actual", "limit", "value", …
	Value any    // an int64 or a string
}

// Args are the values that a [Diagnostic.Message] was formatted from, in the order of
// the English. All diagnostics of one [Diagnostic.Reason] have the same names, which
// never change. A string from the body that is longer than 40 code points is cut and
// ends in "…", as in the message.
//
// A message without values has empty Args. Args are safe for concurrent reads.
type Args []Arg

// Int returns the integer with that name; ok is false if there is none.
func (a Args) Int(name string) (n int64, ok bool) {
	for i := range a {
		if a[i].Name == name {
			n, ok = a[i].Value.(int64)
			return n, ok
		}
	}
	return 0, false
}

// Text returns the value with that name, an integer in decimal; "" if there is none.
func (a Args) Text(name string) string {
	for i := range a {
		if a[i].Name == name {
			return a[i].text()
		}
	}
	return ""
}

func (a Arg) text() string {
	switch v := a.Value.(type) {
	case int64:
		return strconv.FormatInt(v, 10)
	case string:
		return v
	}
	return ""
}

// AppendJSON appends the object {"name": value, …} to b.
func (a Args) AppendJSON(b []byte) []byte {
	b = append(b, '{')
	for i, arg := range a {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(wire.AppendString(b, arg.Name), ':')
		if n, ok := arg.Value.(int64); ok {
			b = strconv.AppendInt(b, n, 10)
		} else {
			b = wire.AppendString(b, arg.text())
		}
	}
	return append(b, '}')
}

// MarshalJSON is [Args.AppendJSON] for encoding/json.
func (a Args) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil), nil }

// intArg is an integer argument.
func intArg[N int | int64](name string, n N) Arg { return Arg{name, int64(n)} }

// wordArg is a string argument that a message shows as it is.
func wordArg(name, value string) Arg { return Arg{name, value} }

// valueArg is an argument out of the body, cut where it is long.
func valueArg(name, s string) Arg { return Arg{name, wire.Shorten(s)} }

// own copies the strings of a, so that a report does not alias the body.
func (a Args) own() Args {
	for i := range a {
		if s, ok := a[i].Value.(string); ok {
			a[i].Value = strings.Clone(s)
		}
	}
	return a
}

// sentence is what a rule says of one kind of fault. In its text, {name} is replaced
// for an argument, {name:q} for one in double quotes, {name:a} for one with its
// article, and {name:noun} for a number with its noun: "1 part", "2 parts".
type sentence struct {
	rule   ruleID
	reason string // after the rule's id; "" if the rule has one sentence
	text   string
}

// reasonOf is the [Diagnostic.Reason] of a fault that rule id reports.
func reasonOf(id, reason string) string {
	if reason == "" {
		return id
	}
	return id + "/" + reason
}

// format writes the sentence with its arguments.
func (s *sentence) format(args Args) string {
	text := s.text
	open := strings.IndexByte(text, '{')
	if open < 0 || len(args) == 0 {
		return text
	}
	b := make([]byte, 0, len(text)+32)
	for open >= 0 {
		end := open + strings.IndexByte(text[open:], '}')
		name, form, _ := strings.Cut(text[open+1:end], ":")
		b = append(b, text[:open]...)
		shown := args.Text(name)
		switch form {
		case "":
			b = append(b, shown...)
		case "q":
			b = append(b, quoted(shown)...)
		case "a":
			b = append(b, article(shown)...)
		default:
			b = append(append(append(b, shown...), ' '), form...)
			if shown != "1" {
				b = append(b, 's')
			}
		}
		text = text[end+1:]
		open = strings.IndexByte(text, '{')
	}
	return string(append(b, text...))
}
