package validate

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/wire"
)

// sentence is what a rule says of one kind of fault. In its text, {name} is replaced
// for an argument, {name:q} for one in double quotes, {name:a} for one with its
// article, and {name:noun} for a number with its noun: "1 part", "2 parts".
type sentence struct {
	rule   ruleID
	reason string // after the rule's id; "" if the rule has one sentence
	text   string
}

// append appends the sentence with its arguments.
func (s *sentence) append(b []byte, args []arg) []byte {
	text := s.text
	if len(args) == 0 {
		return append(b, text...)
	}
	from := 0 // what is not appended yet
	for i := 0; i < len(text); i++ {
		if text[i] != '{' {
			continue
		}
		b = append(b, text[from:i]...)
		colon, start := 0, i+1
		for ; text[i] != '}'; i++ {
			if text[i] == ':' {
				colon = i
			}
		}
		from = i + 1
		name, form := text[start:i], ""
		if colon > 0 {
			name, form = text[start:colon], text[colon+1:i]
		}
		for k := range args {
			if args[k].name == name {
				b = args[k].append(b, form)
				break
			}
		}
	}
	return append(b, text[from:]...)
}

// append appends an argument in one of the forms of a sentence.
func (a *arg) append(b []byte, form string) []byte {
	switch form {
	case "":
		return a.appendPlain(b)
	case "q":
		return appendQuoted(b, a.text)
	case "a":
		return append(append(append(b, articleOf(a.text)...), ' '), a.text...)
	}
	b = append(append(a.appendPlain(b), ' '), form...)
	if a.n != 1 {
		b = append(b, 's')
	}
	return b
}

func (a *arg) appendPlain(b []byte) []byte {
	if a.isInt {
		return strconv.AppendInt(b, a.n, 10)
	}
	return append(b, a.text...)
}

// quoted is a value as it is named in a message: in double quotes, and cut
// where it is long. It copies.
func quoted(s string) string { return string(appendQuoted(nil, s)) }

func appendQuoted(b []byte, s string) []byte {
	if s = wire.Shorten(s); classesIn(s)&(blank|wide) == 0 && strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '\\') < 0 {
		return append(append(append(b, '"'), s...), '"') // most are, and strconv takes its time
	}
	return strconv.AppendQuote(b, s)
}
