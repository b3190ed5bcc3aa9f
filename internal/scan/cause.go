package scan

import (
	"strings"
	"unicode/utf8"
)

// cause guesses what caused a fault, from what is around it, and
// says what to do. It returns "" where nothing usual fits.
func (f Fault) cause(body []byte) string {
	if conflictMarker(body, min(f.Offset, len(body))) != "" {
		return "resolve the merge conflict"
	}
	switch f.Code {
	case MissingComma:
		return "write a comma between members and between elements"
	case BOM:
		return "save the file as UTF-8 without a byte order mark"
	case UTF16:
		return "save the file as UTF-8"
	case Encoding:
		return encodingCause(body[f.Offset:])
	case Truncated:
		return "the file may be cut off: " + openBrackets(body)
	case UnterminatedString:
		return "close the string with a double quote, and write a line break inside it as \\n"
	case ControlInString:
		switch body[f.Offset] {
		case '\n', '\r':
			return "write a line break inside a string as \\n; or the closing quote is missing on this line"
		case '\t':
			return "write a tab inside a string as \\t"
		}
	case TrailingComma:
		return "remove the comma"
	case LeadingZero:
		return "write a phone number, an id or a code as a string in double quotes"
	case BadEscape:
		return `write a backslash as \\`
	case Trailing:
		if body[f.Offset] == '{' || body[f.Offset] == '[' {
			return "the text holds more than one value: check each on its own"
		}
	}
	if hint := secondPoint(f, body); hint != "" {
		return hint
	}
	return badToken(f, body[min(f.Offset, len(body)):])
}

// secondPoint is the hint for a decimal point that a number cannot have any more.
func secondPoint(f Fault, body []byte) string {
	if (f.Code != ExpectedComma && f.Code != Trailing) || body[f.Offset] != '.' {
		return ""
	}
	start := f.Offset
	for start > 0 && (isDigit(body[start-1]) || strings.IndexByte("+-.eE", body[start-1]) >= 0) {
		start--
	}
	number := string(body[start:f.Offset])
	switch {
	case number == "" || !isDigit(number[len(number)-1]):
		return ""
	case strings.ContainsAny(number, "eE"):
		return "the exponent of a number is an integer"
	}
	return "write a version or an address as a string in double quotes"
}

// encodingCause returns the hint for bytes that are not UTF-8: another encoding, a code
// point that was cut, or half a surrogate pair.
func encodingCause(rest []byte) string {
	continued := len(rest) > 1 && rest[1]&0xC0 == 0x80
	switch {
	case rest[0] == 0xED && continued && rest[1] >= 0xA0:
		return "a surrogate was written as bytes: encode the whole code point as UTF-8"
	case rest[0] >= 0xE0 && rest[0] <= 0xF4 && continued:
		return "a code point is cut off: cut a text between code points, not between bytes"
	}
	return "the text may be Latin-1 or Windows-1252: save it as UTF-8"
}

// words that other languages take for values.
var words = []struct{ word, hint string }{
	{"NaN", "JSON has no NaN: leave the member out, or write null"},
	{"Infinity", "JSON has no Infinity: leave the member out, or write a number"},
	{"undefined", "JSON has no undefined: leave the member out"},
	{"None", "JSON writes None as null"},
	{"nil", "JSON writes nil as null"},
	{"True", "JSON writes True as true"},
	{"False", "JSON writes False as false"},
	{"TRUE", "JSON writes TRUE as true"},
	{"FALSE", "JSON writes FALSE as false"},
	{"NULL", "JSON writes NULL as null"},
}

func badToken(f Fault, rest []byte) string {
	text := string(rest[:min(len(rest), 12)])
	for i := range words {
		if strings.HasPrefix(text, words[i].word) {
			return words[i].hint
		}
	}
	switch r, _ := utf8.DecodeRuneInString(text); {
	case text == "":
		return ""
	case invisibleName(r) != "":
		return "remove it: JSON allows spaces, tabs and line breaks between values only"
	case strings.HasPrefix(text, "//"), strings.HasPrefix(text, "/*"), text[0] == '#':
		return "JSON has no comments: remove it"
	case text[0] == '\'', text[0] == '`':
		return `JSON takes double quotes only: write "…"`
	case hasAnyPrefix(text, "“", "”", "„", "‘", "’", "«", "»", "″"):
		return `these are typographic quotes: write "…" with plain double quotes`
	case text[0] == '+':
		return "a number has no plus sign; write a phone number as a string in double quotes"
	case text[0] == '.' && (f.Code == ExpectedComma || f.Code == Trailing):
		return ""
	case text[0] == '.':
		return "write a digit before the decimal point: 0.5"
	case text[0] == '<':
		return "this looks like HTML or XML, not like JSON"
	case text[0] == '\\':
		return "the text may have been escaped twice: it must start with {, not with {\\\""
	}
	switch f.Code {
	case ExpectedName, ExpectedNameAfterComma, UnquotedName:
		if isWordByte(text[0]) {
			return "write member names in double quotes"
		}
	case ExpectedComma:
		if text[0] == '"' || text[0] == '{' || text[0] == '[' {
			return "a comma is missing before it"
		}
		if text[0] == ';' {
			return "write a comma, not a semicolon"
		}
	case ExpectedColon:
		if text[0] == '=' {
			return "write a colon, not an equals sign"
		}
	}
	return ""
}

func isWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '$' || isDigit(c)
}

func hasAnyPrefix(text string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	return false
}

// openBrackets says which brackets a truncated text leaves open, innermost
// first, as what would close them.
func openBrackets(body []byte) string {
	var open []byte
	inString := false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case inString:
			if c == '\\' {
				i++
			} else if c == '"' {
				inString = false
			}
		case c == '"':
			inString = true
		case c == '{' || c == '[':
			open = append(open, c+2)
		case (c == '}' || c == ']') && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	closing := ""
	for i := len(open) - 1; i >= 0; i-- {
		closing += string(open[i])
	}
	if closing == "" {
		return "its end is missing"
	}
	return "it needs " + closing + " at its end"
}
