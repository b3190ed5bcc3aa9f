package validate

import (
	"strconv"

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

// arg is an [Arg] in the making: what is not reported in the end is not copied.
type arg struct {
	name  string
	text  string // may alias the body
	value any    // instead of text: an integer, or a text that does not alias the body
}

// intArg is an integer argument.
func intArg[N int | int64](name string, n N) arg { return arg{name: name, value: int64(n)} }

// wordArg is a string argument that a message shows as it is.
func wordArg(name, value string) arg { return arg{name: name, text: value} }

// fixedArg is a wordArg that is not out of the body.
func fixedArg(name, value string) arg { return arg{name: name, value: value} }

// valueArg is an argument out of the body, cut where it is long.
func valueArg(name, s string) arg { return arg{name: name, text: wire.Shorten(s)} }

// shown is a string argument as it is in a message.
func (a *arg) shown() string {
	if s, ok := a.value.(string); ok {
		return s
	}
	return a.text
}
