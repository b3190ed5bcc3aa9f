package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/api"
)

// trimmed returns the text of string n for a rule that asks for an exact form,
// without white space around it. It reports string-whitespace, and returns ok
// false, when there was some and the rest is not blank: then the form itself
// is not checked further, one fault being enough.
func (c *checker) trimmed(n int) (text string, ok bool) {
	text, plain := c.view.Plain(n)
	if !plain {
		text = c.text(n)
	}
	if text == "" || (classes[text[0]]|classes[text[len(text)-1]])&(blank|wide) == 0 {
		return text, true
	}
	return c.trim(n, text)
}

// trim is trimmed for a text with an edge that may be white space.
func (c *checker) trim(n int, text string) (trim string, ok bool) {
	if !edgeSpace(text) {
		return text, true
	}
	if trim = strings.TrimFunc(text, unicode.IsSpace); trim == "" {
		return text, true
	}
	raw := c.view.Raw(n)
	c.report(&sayWhitespace, c.whole(n), valueArg("value", trim)).
		withFix("trim it", FixSafe, c.replace(n, trimmedLiteral(raw, trim)))
	return trim, false
}

// edgeSpace reports whether text starts or ends with white space.
func edgeSpace(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	s, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsSpace(r) || unicode.IsSpace(s)
}

// trimmedLiteral is the string literal raw without the white space at its
// edges. Where that was written by escapes, it is written anew.
func trimmedLiteral(raw, trim string) string {
	inside := strings.TrimFunc(raw[1:len(raw)-1], unicode.IsSpace)
	if strings.Contains(raw, `\`) {
		return quote(trim)
	}
	return `"` + inside + `"`
}

// enum reports whether string n is one of values, under rule. member is its
// name in Known.Values. It returns the trimmed value in any case.
func (c *checker) enum(rule ruleID, n int, member string, values []string) (value string, valid bool) {
	value, plain := c.view.Plain(n)
	if plain && isOneOf(values, value) {
		return value, true // the usual case: no value has white space to trim
	}
	value, ok := c.trimmed(n)
	if isOneOf(values, value) || c.v.known.value(member, value) {
		return value, true
	}
	if ok {
		c.notIn(values, rule, n, member, value)
	}
	return value, false
}

// position returns which of values value is, or -1. It is slices.Index, which
// the compiler makes slower for being generic.
func position(values []string, value string) int {
	for i := range values {
		if values[i] == value {
			return i
		}
	}
	return -1
}

// isOneOf reports whether value is one of values.
func isOneOf(values []string, value string) bool { return position(values, value) >= 0 }

// uuid checks that string n is one, and not the nil one.
func (c *checker) uuid(rule ruleID, n int, name string) {
	id, plain := c.view.Plain(n)
	if plain && api.IsUUID(id) && id != nilUUID {
		return // the usual case: there is no white space to trim
	}
	id, ok := c.trimmed(n)
	switch {
	case ok && !api.IsUUID(id):
		c.reportAs(rule, &sayUUID, c.whole(n), wordArg("name", name), valueArg("value", id))
	case id == nilUUID:
		c.report(&sayNilUUID, c.whole(n), wordArg("name", name))
	}
}

// part is the bytes [start, end) of string n's value as a place in the body.
// The pieces of one string come in order, so it goes on from the last one: a
// text that is full of escapes and of problems would take quadratic time.
func (c *checker) part(n, start, end int) target {
	if c.spot.node != n || start < c.spot.off {
		c.spot.node, c.spot.off, c.spot.at = n, 0, c.view.SourceOffset(n, 0)
	}
	from := c.view.Advance(n, c.spot.at, start-c.spot.off)
	c.spot.off, c.spot.at = start, from
	return target{n, from, c.view.Advance(n, from, end-start)}
}
