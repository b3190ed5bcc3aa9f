package validate

import "strings"

// objectObject is what JavaScript makes of an object in a string.
const objectObject = "[object Object]"

// isPlaceholder reports whether an idempotency key is what a program writes for
// a value that it does not have, so that every message gets the same key.
func isPlaceholder(key string) bool {
	switch key {
	case "undefined", "null", "None", "NaN":
		return true
	}
	if classesIn(key)&inTemplate == 0 {
		return false
	}
	_, _, braces := delimited(key, "{{", "}}")
	_, _, dollar := delimited(key, "${", "}")
	return braces || dollar || strings.Contains(key, "%s") || strings.Contains(key, objectObject)
}

// placeholders looks in string n, a text that somebody reads, for what a program
// left in it. Each is reported once.
func (c *checker) placeholders(n int, text string) {
	if strings.IndexByte(text, objectObject[0]) < 0 {
		// Most texts have none, and this is the faster search.
	} else if at := strings.Index(text, objectObject); at >= 0 {
		c.report(&sayTextPlaceholder, c.part(n, at, at+len(objectObject))).
			withHint("an object was put into the text instead of one of its members")
	}
	if !c.v.wantNotes {
		return
	}
	if start, end, ok := firstTemplate(text); ok {
		c.report(&sayTextTemplate, c.part(n, start, end)).
			withHint("fill in the template before the message is sent")
	}
}

// firstTemplate finds the first of {{name}}, ${name} and <%= name %> in a text.
func firstTemplate(text string) (start, end int, ok bool) {
	start = len(text)
	for _, marks := range [...][2]string{{"{{", "}}"}, {"${", "}"}, {"<%=", "%>"}} {
		if s, e, found := delimited(text, marks[0], marks[1]); found && s < start {
			start, end, ok = s, e, true
		}
	}
	return start, end, ok
}

// delimited finds the first opening mark whose closing one follows on the same
// line, with a name between them.
func delimited(text, opening, closing string) (start, end int, ok bool) {
	for at := 0; ; {
		i := strings.Index(text[at:], opening)
		if i < 0 {
			return start, end, false
		}
		start = at + i
		inside := text[start+len(opening):]
		length := strings.Index(inside, closing)
		if length < 0 {
			return start, end, false
		}
		if !strings.Contains(inside[:length], "\n") && hasLetter(inside[:length]) {
			return start, start + len(opening) + length + len(closing), true
		}
		at = start + len(opening) + length
	}
}

// hasLetter reports whether there is a letter or an underscore in s, or anything
// outside ASCII: an expression names something.
func hasLetter(s string) bool {
	for i := range len(s) {
		if c := s[i]; c == '_' || c >= 0x80 || classes[c]&letter != 0 {
			return true
		}
	}
	return false
}
