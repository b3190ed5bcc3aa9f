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
	for next := 0; ; next++ {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			return append(b, text...)
		}
		b = append(b, text[:open]...)
		text = text[open+1:]
		if next < len(args) { // most are in the order of the text, and without a form or quoted
			a := &args[next]
			if rest, ok := strings.CutPrefix(text, a.name); ok {
				if rest[0] == '}' {
					b, text = a.append(b, ""), rest[1:]
					continue
				}
				if strings.HasPrefix(rest, ":q}") {
					b, text = a.append(b, "q"), rest[len(":q}"):]
					continue
				}
			}
		}
		end, colon := 0, 0
		for ; text[end] != '}'; end++ {
			if text[end] == ':' {
				colon = end
			}
		}
		name, form := text[:end], ""
		if colon > 0 {
			name, form = text[:colon], text[colon+1:end]
		}
		for i := range args {
			if args[i].name == name {
				b = args[i].append(b, form)
				break
			}
		}
		text = text[end+1:]
	}
}

// append appends an argument in one of the forms of a sentence.
func (a *arg) append(b []byte, form string) []byte {
	n, isInt := a.value.(int64)
	switch {
	case isInt:
		b = strconv.AppendInt(b, n, 10)
		if form == "" {
			return b
		}
		if b = append(append(b, ' '), form...); n != 1 {
			b = append(b, 's')
		}
		return b
	case form == "q":
		return appendQuoted(b, a.shown())
	case form == "a":
		b = append(append(b, articleOf(a.shown())...), ' ')
	}
	return append(b, a.shown()...)
}

// quoted is a value as it is named in a message: in double quotes, and cut
// where it is long. It copies.
func quoted(s string) string { return string(appendQuoted(nil, s)) }

func appendQuoted(b []byte, s string) []byte {
	s = wire.Shorten(s)
	in := classesIn(s) // " and \ are notInHost
	if in&(blank|wide) == 0 && (in&notInHost == 0 || strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '\\') < 0) {
		return append(append(append(b, '"'), s...), '"') // most are, and strconv takes its time
	}
	return strconv.AppendQuote(b, s)
}
