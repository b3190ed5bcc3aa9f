package validate

import (
	"strings"

	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/internal/wire"
)

// notIn reports string n, which is none of values.
func (c *checker) notIn(values []string, rule ruleID, n int, member, value string) *finding {
	e := c.enumOf(member, values)
	f := c.reportAs(rule, &sayNotIn, c.whole(n), e.name, valueArg("value", value), e.allowed)
	if c.isKept(f) {
		c.suggest(f, n, value, values)
	}
	return f
}

// suggestion is what is said of a value that is none of a list. The texts are those
// of the report, which has them once however often the value is there.
type suggestion struct {
	value string // aliases the body
	list  list
	hint  string
	title string // of the fix; "" if there is none
	safe  Safety
}

// maxSuggestions is how many suggestions are remembered for a body.
const maxSuggestions = 16

// suggest adds the nearest of values.
func (c *checker) suggest(f *finding, n int, value string, values []string) {
	for i := range c.suggested {
		if s := &c.suggested[i]; s.list == listOf(values) && s.value == value {
			c.addSuggestion(f, n, s)
			return
		}
	}
	s := c.nearest(f.rule, value, values)
	c.addSuggestion(f, n, &s)
	if len(c.suggested) < maxSuggestions {
		c.suggested = append(c.suggested, s)
	}
}

func (c *checker) addSuggestion(f *finding, n int, s *suggestion) {
	f.hint = s.hint
	if s.title != "" {
		f.withFix(s.title, s.safe, c.replace(n, s.title[len("write "):]))
	}
}

// nearest finds the nearest of values. Another spelling of the same word is a safe
// fix; a word that is only near is a guess.
func (c *checker) nearest(rule ruleID, value string, values []string) suggestion {
	s := suggestion{value: value, list: listOf(values)}
	word := spelling.Of(value)
	near, foreign := meantValue(&word, values)
	switch {
	case near != "" && word.Ambiguous(near, values):
		return s
	case near == "" || word.Inverts(near):
		if rule == reactType && word.Negates(values) {
			s.hint = `to take back a reaction, send its type with "operation":"remove"`
		}
		return s
	}
	s.hint, s.title = c.didYouMean(near)
	s.safe = FixAll
	if !foreign && word.Same(near) {
		s.safe = FixSafe
	}
	return s
}

// didYouMean returns the hint and the title of the fix that suggest a value, which
// ends in the value as it is written.
func (c *checker) didYouMean(near string) (hint, title string) {
	return c.texts.join(`did you mean "`, near, `"?`), c.texts.join(`write "`, near, `"`)
}

// list tells one list of values from another.
type list struct {
	first *string
	n     int
}

func listOf(values []string) list { return list{&values[0], len(values)} }

// alternatives lists values in a sentence.
func alternatives(values []string) string { return wire.List(values, "or") }

// enum is a member with the values of a list, as arguments of a sentence.
type enum struct {
	list
	member        string
	name, allowed arg
}

// maxEnums is how many enums a checker remembers; there are fewer.
const maxEnums = 32

// enumOf returns the enum of a member and its values, neither of which is out of
// the body.
func (c *checker) enumOf(member string, values []string) enum {
	for i := range c.enums {
		if e := &c.enums[i]; e.list == listOf(values) && e.member == member {
			return *e
		}
	}
	short := member[strings.LastIndexByte(member, '.')+1:]
	e := enum{listOf(values), member, fixedArg("name", short), fixedArg("allowed", alternatives(values))}
	if len(c.enums) < maxEnums {
		c.enums = append(c.enums, e)
	}
	return e
}
