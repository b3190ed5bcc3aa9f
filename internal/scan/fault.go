package scan

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Code says what kind of fault a text has. The zero Code is none.
type Code uint8

// The codes.
const (
	Empty                  Code = iota + 1 // nothing but white space
	BOM                                    // a UTF-8 byte order mark
	UTF16                                  // UTF-16 or UTF-32
	Encoding                               // not valid UTF-8
	TooLarge                               // over MaxSize
	TooDeep                                // over MaxDepth
	Truncated                              // the text ends in the middle
	UnterminatedString                     // a string without its closing quote
	Trailing                               // something after the value
	ExpectedValue                          // no value starts here
	ExpectedName                           // no member name after {
	ExpectedNameAfterComma                 // no member name after a comma
	ExpectedColon                          // no colon after a member name
	ExpectedComma                          // neither comma nor the closing bracket
	TrailingComma                          // a comma before a closing bracket
	BadNumber                              // no digit where one must be
	LeadingZero                            // 012
	BadEscape                              // \x
	ControlInString                        // a control code that must be escaped

	// What Repair finds; Scan stops at each of these with another code.
	Comment        // a comment
	MissingComma   // no comma before a member or element
	WrongQuote     // quotes that are not double quotes
	UnquotedName   // a member name without quotes
	PythonConstant // True, False or None
)

// Fault is where and why a text is not JSON. The zero Fault is none.
type Fault struct {
	Code   Code
	Offset int // bytes
}

// IsEncoding reports whether the fault is that the text is not UTF-8.
func (f Fault) IsEncoding() bool { return f.Code == Encoding || f.Code == UTF16 }

func badStart(body []byte) Fault {
	switch {
	case len(body) >= 3 && body[0] == 0xEF && body[1] == 0xBB && body[2] == 0xBF:
		return Fault{BOM, 0}
	case len(body) >= 2 && (body[0] == 0xFE && body[1] == 0xFF || body[0] == 0xFF && body[1] == 0xFE):
		return Fault{UTF16, 0}
	case len(body) >= 4 && (body[0] == 0 && body[1] != 0 && body[2] == 0 || body[0] != 0 && body[1] == 0 && body[2] != 0 && body[3] == 0):
		return Fault{UTF16, 0}
	case space(body, 0) == len(body):
		return Fault{Empty, len(body)}
	}
	return Fault{}
}

// unexpected is a fault of code c at i, unless the text ends there or is not UTF-8
// there.
func unexpected(body []byte, c Code, i int) Fault {
	if i >= len(body) {
		return Fault{Truncated, i}
	}
	if body[i] >= utf8.RuneSelf {
		if r, size := utf8.DecodeRune(body[i:]); r == utf8.RuneError && size == 1 {
			return Fault{Encoding, i}
		}
	}
	return Fault{c, i}
}

// Explain says in words what a fault of body is, and what to do about the
// usual causes. hint may be "".
func (f Fault) Explain(body []byte) (message, hint string) {
	hint = f.cause(body)
	found := foundAt(body, f.Offset)
	switch f.Code {
	case Empty:
		return "the text is empty; a JSON object is required", hint
	case BOM:
		return "the text starts with a byte order mark (U+FEFF)", hint
	case UTF16:
		return "the text is UTF-16 or UTF-32; JSON must be UTF-8", hint
	case Encoding:
		return "byte 0x" + hexByte(body[f.Offset]) + " is not valid UTF-8", hint
	case TooLarge:
		return "the text is larger than " + strconv.Itoa(MaxSize) + " bytes, the most that is read", hint
	case TooDeep:
		return "more than " + strconv.Itoa(MaxDepth) + " nested brackets", hint
	case Truncated:
		return "the text ends in the middle of a value", hint
	case UnterminatedString:
		return "unterminated string: the closing quote is missing", hint
	case Trailing:
		return "unexpected " + found + " after the JSON value", hint
	case ExpectedValue:
		if f.Offset == space(body, 0) && body[f.Offset] == '<' && conflictMarker(body, f.Offset) == "" {
			return "the text is HTML or XML, not JSON", "was an error page saved instead of the body?"
		}
		return "unexpected " + found + "; a value is expected", hint
	case ExpectedName, ExpectedNameAfterComma:
		return "unexpected " + found + "; a member name in double quotes is expected", hint
	case ExpectedColon:
		return "unexpected " + found + " after a member name; a colon is expected", hint
	case ExpectedComma:
		return "unexpected " + found + " after a value; a comma or a closing bracket is expected", hint
	case TrailingComma:
		return "trailing comma before " + found, hint
	case BadNumber:
		return "unexpected " + found + " in a number; a digit is expected", hint
	case LeadingZero:
		return "number has a leading zero", hint
	case BadEscape:
		return `the escape sequence ` + sample(body, f.Offset, 2) + ` is not one of \" \\ \/ \b \f \n \r \t \uXXXX`, hint
	case ControlInString:
		return "control code 0x" + hexByte(body[f.Offset]) + " in a string must be escaped", hint
	case Comment:
		return "unexpected comment", hint
	case MissingComma:
		return "missing comma before " + found, hint
	case WrongQuote:
		return "string in " + quoteName(body, f.Offset) + " quotes", hint
	case UnquotedName:
		return "member name without double quotes", hint
	case PythonConstant:
		return sample(body, f.Offset, wordEnd(body, f.Offset)-f.Offset) + " is not a JSON value", hint
	}
	return "", ""
}

func hexByte(b byte) string {
	s := strconv.FormatUint(uint64(b), 16)
	if len(s) < 2 {
		s = "0" + s
	}
	return strings.ToUpper(s)
}

// foundAt names the code point at off.
func foundAt(body []byte, off int) string {
	if marker := conflictMarker(body, off); marker != "" {
		return `Git conflict marker "` + marker + `"`
	}
	r, size := utf8.DecodeRune(body[off:])
	if r < ' ' || r == 0x7f || r == utf8.RuneError && size == 1 {
		return "byte 0x" + hexByte(body[off])
	}
	if r == '"' {
		return "a double quote"
	}
	if name := invisibleName(r); name != "" {
		return name
	}
	return `"` + string(body[off:off+size]) + `"`
}

// conflictMarker returns the marker of an unresolved merge at off, or "".
func conflictMarker(body []byte, off int) string {
	const length = 7
	if off+length > len(body) || off > 0 && body[off-1] != '\n' {
		return ""
	}
	marker := string(body[off : off+length])
	switch marker {
	case "<<<<<<<", "|||||||", "=======", ">>>>>>>":
		return marker
	}
	return ""
}

// invisibles are the white space and format characters that get into a text
// unseen.
var invisibles = []struct {
	r    rune
	name string
}{
	{0x00A0, "no-break space"}, {0x00AD, "soft hyphen"}, {0x200B, "zero width space"}, {0x200C, "zero width non-joiner"},
	{0x200D, "zero width joiner"}, {0x200E, "left-to-right mark"}, {0x200F, "right-to-left mark"}, {0x2028, "line separator"},
	{0x2029, "paragraph separator"}, {0x202F, "narrow no-break space"}, {0x2060, "word joiner"}, {0x3000, "ideographic space"},
	{0xFEFF, "byte order mark"},
}

// invisibleName names a code point that cannot be seen, or returns "".
func invisibleName(r rune) string {
	name := ""
	for _, known := range invisibles {
		if known.r == r {
			name = " (" + known.name + ")"
		}
	}
	if name == "" && (r < utf8.RuneSelf || !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r)) {
		return ""
	}
	hex := strings.ToUpper(strconv.FormatUint(uint64(r), 16))
	return "U+" + strings.Repeat("0", max(0, 4-len(hex))) + hex + name
}

func quoteName(body []byte, off int) string {
	if body[off] == '\'' {
		return "single"
	}
	return "typographic"
}

// wordEnd returns the end of the word at off.
func wordEnd(body []byte, off int) int {
	for off < len(body) && isWordByte(body[off]) {
		off++
	}
	return off
}

// sample returns at most n code points at off.
func sample(body []byte, off, n int) string {
	end := off
	for ; n > 0 && end < len(body); n-- {
		_, size := utf8.DecodeRune(body[end:])
		end += size
	}
	return string(body[off:end])
}
