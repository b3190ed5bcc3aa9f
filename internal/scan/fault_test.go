package scan

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// faults are texts that are not JSON, with where and why.
var faults = []struct {
	text          string
	code          Code
	offset        int // bytes
	message, hint string
}{
	{"", Empty, 0, "the text is empty; a JSON object is required", ""},
	{" \n", Empty, 2, "the text is empty; a JSON object is required", ""},
	{"\ufeff{}", BOM, 0, "the text starts with a byte order mark (U+FEFF)", "save the file as UTF-8 without a byte order mark"},
	{"\ufeff", BOM, 0, "the text starts with a byte order mark (U+FEFF)", "save the file as UTF-8 without a byte order mark"},
	{"\xff\xfe{\x00", UTF16, 0, "the text is UTF-16 or UTF-32; JSON must be UTF-8", "save the file as UTF-8"},
	{"\xfe\xff", UTF16, 0, "the text is UTF-16 or UTF-32; JSON must be UTF-8", "save the file as UTF-8"},
	{"\xff\xfe", UTF16, 0, "the text is UTF-16 or UTF-32; JSON must be UTF-8", "save the file as UTF-8"},
	{"{\x00}\x00", UTF16, 0, "the text is UTF-16 or UTF-32; JSON must be UTF-8", "save the file as UTF-8"},
	{"\x00{\x00}", UTF16, 0, "the text is UTF-16 or UTF-32; JSON must be UTF-8", "save the file as UTF-8"},
	{"\x00\x00\x00{", ExpectedValue, 0, "unexpected byte 0x00; a value is expected", ""},
	{"{\x00", ExpectedName, 1, "unexpected byte 0x00; a member name in double quotes is expected", ""},
	{"{\"a\x00\"}", ControlInString, 3, "control code 0x00 in a string must be escaped", ""},
	{"ab\x01\x00", ExpectedValue, 0, "unexpected \"a\"; a value is expected", ""},
	{"\xff", Encoding, 0, "byte 0xFF is not valid UTF-8", "the text may be Latin-1 or Windows-1252: save it as UTF-8"},
	{"{\"a\":\"\xe9\"}", Encoding, 6, "byte 0xE9 is not valid UTF-8", "the text may be Latin-1 or Windows-1252: save it as UTF-8"},
	{"{\"a\":\"\xed\xa0\xbd\"}", Encoding, 6, "byte 0xED is not valid UTF-8", "a surrogate was written as bytes: encode the whole code point as UTF-8"},
	{"\"\xed\xa0\"", Encoding, 1, "byte 0xED is not valid UTF-8", "a surrogate was written as bytes: encode the whole code point as UTF-8"},
	{"{\"a\":\"\xf0\x9f\"}", Encoding, 6, "byte 0xF0 is not valid UTF-8", "a code point is cut off: cut a text between code points, not between bytes"},
	{"{\"a\":\"\xe2\x82", Encoding, 6, "byte 0xE2 is not valid UTF-8", "a code point is cut off: cut a text between code points, not between bytes"},
	{"\"\xc0\x80\"", Encoding, 1, "byte 0xC0 is not valid UTF-8", "the text may be Latin-1 or Windows-1252: save it as UTF-8"},
	{"\"\xf5\x80\"", Encoding, 1, "byte 0xF5 is not valid UTF-8", "the text may be Latin-1 or Windows-1252: save it as UTF-8"},
	{"\"\xf4\x80\"", Encoding, 1, "byte 0xF4 is not valid UTF-8", "a code point is cut off: cut a text between code points, not between bytes"},
	{"\"\xe0\xa0\"", Encoding, 1, "byte 0xE0 is not valid UTF-8", "a code point is cut off: cut a text between code points, not between bytes"},
	{"\"\xed\x9f\"", Encoding, 1, "byte 0xED is not valid UTF-8", "a code point is cut off: cut a text between code points, not between bytes"},
	{"\"\xe2\"", Encoding, 1, "byte 0xE2 is not valid UTF-8", "the text may be Latin-1 or Windows-1252: save it as UTF-8"},
	{"[\ufffd]", ExpectedValue, 1, "unexpected \"\ufffd\"; a value is expected", ""},
	{"[\x80]", Encoding, 1, "byte 0x80 is not valid UTF-8", "the text may be Latin-1 or Windows-1252: save it as UTF-8"},
	{"[1]\xff", Encoding, 3, "byte 0xFF is not valid UTF-8", "the text may be Latin-1 or Windows-1252: save it as UTF-8"},
	{"{", Truncated, 1, "the text ends in the middle of a value", "the file may be cut off: it needs } at its end"},
	{"[", Truncated, 1, "the text ends in the middle of a value", "the file may be cut off: it needs ] at its end"},
	{"[1", Truncated, 2, "the text ends in the middle of a value", "the file may be cut off: it needs ] at its end"},
	{"[1,", Truncated, 3, "the text ends in the middle of a value", "the file may be cut off: it needs ] at its end"},
	{"{\"a", UnterminatedString, 1, "unterminated string: the closing quote is missing", "close the string with a double quote, and write a line break inside it as \\n"},
	{"{\"a\"", Truncated, 4, "the text ends in the middle of a value", "the file may be cut off: it needs } at its end"},
	{"{\"a\":", Truncated, 5, "the text ends in the middle of a value", "the file may be cut off: it needs } at its end"},
	{"{\"a\":1", Truncated, 6, "the text ends in the middle of a value", "the file may be cut off: it needs } at its end"},
	{"{\"a{\":\"]\\\"}\",\"b\":[1", Truncated, 19, "the text ends in the middle of a value", "the file may be cut off: it needs ]} at its end"},
	{"{\"a\":1,", Truncated, 7, "the text ends in the middle of a value", "the file may be cut off: it needs } at its end"},
	{"\"a", UnterminatedString, 0, "unterminated string: the closing quote is missing", "close the string with a double quote, and write a line break inside it as \\n"},
	{"tru", Truncated, 3, "the text ends in the middle of a value", "the file may be cut off: its end is missing"},
	{"t", Truncated, 1, "the text ends in the middle of a value", "the file may be cut off: its end is missing"},
	{"[nul", Truncated, 4, "the text ends in the middle of a value", "the file may be cut off: it needs ] at its end"},
	{"-", Truncated, 1, "the text ends in the middle of a value", "the file may be cut off: its end is missing"},
	{"1.", Truncated, 2, "the text ends in the middle of a value", "the file may be cut off: its end is missing"},
	{"1e", Truncated, 2, "the text ends in the middle of a value", "the file may be cut off: its end is missing"},
	{"1e+", Truncated, 3, "the text ends in the middle of a value", "the file may be cut off: its end is missing"},
	{"\"\\", Truncated, 2, "the text ends in the middle of a value", "the file may be cut off: its end is missing"},
	{"\"\\u12", Truncated, 5, "the text ends in the middle of a value", "the file may be cut off: its end is missing"},
	{"{\"a\":[{\"b\":\"]}", UnterminatedString, 11, "unterminated string: the closing quote is missing", "close the string with a double quote, and write a line break inside it as \\n"},
	{"{\"a\":\"x\n\"}", ControlInString, 7, "control code 0x0A in a string must be escaped", "write a line break inside a string as \\n; or the closing quote is missing on this line"},
	{"\"\t\"", ControlInString, 1, "control code 0x09 in a string must be escaped", "write a tab inside a string as \\t"},
	{"\"\r\"", ControlInString, 1, "control code 0x0D in a string must be escaped", "write a line break inside a string as \\n; or the closing quote is missing on this line"},
	{"\"\x01\"", ControlInString, 1, "control code 0x01 in a string must be escaped", ""},
	{"\"\x1f\"", ControlInString, 1, "control code 0x1F in a string must be escaped", ""},
	{"\"a\x00b\"", ControlInString, 2, "control code 0x00 in a string must be escaped", ""},
	{"{} {}", Trailing, 3, "unexpected \"{\" after the JSON value", "the text holds more than one value: check each on its own"},
	{"[] []", Trailing, 3, "unexpected \"[\" after the JSON value", "the text holds more than one value: check each on its own"},
	{"\"a\",1", Trailing, 3, "unexpected \",\" after the JSON value", ""},
	{"\"a\" \"b\"", Trailing, 4, "unexpected a double quote after the JSON value", ""},
	{"1 2", Trailing, 2, "unexpected \"2\" after the JSON value", ""},
	{"{}x", Trailing, 2, "unexpected \"x\" after the JSON value", ""},
	{"{}}", Trailing, 2, "unexpected \"}\" after the JSON value", ""},
	{"{}\"", Trailing, 2, "unexpected a double quote after the JSON value", ""},
	{"{}\u00a0", Trailing, 2, "unexpected U+00A0 (no-break space) after the JSON value", "remove it: JSON allows spaces, tabs and line breaks between values only"},
	{"{},", Trailing, 2, "unexpected \",\" after the JSON value", ""},
	{"x", ExpectedValue, 0, "unexpected \"x\"; a value is expected", ""},
	{"[x]", ExpectedValue, 1, "unexpected \"x\"; a value is expected", ""},
	{"{\"a\":x}", ExpectedValue, 5, "unexpected \"x\"; a value is expected", ""},
	{"]", ExpectedValue, 0, "unexpected \"]\"; a value is expected", ""},
	{"}", ExpectedValue, 0, "unexpected \"}\"; a value is expected", ""},
	{"[,1]", ExpectedValue, 1, "unexpected \",\"; a value is expected", ""},
	{"{\"a\":,}", ExpectedValue, 5, "unexpected \",\"; a value is expected", ""},
	{":", ExpectedValue, 0, "unexpected \":\"; a value is expected", ""},
	{"<html>", ExpectedValue, 0, "the text is HTML or XML, not JSON", "was an error page saved instead of the body?"},
	{" <?xml", ExpectedValue, 1, "the text is HTML or XML, not JSON", "was an error page saved instead of the body?"},
	{"[<a>]", ExpectedValue, 1, "unexpected \"<\"; a value is expected", "this looks like HTML or XML, not like JSON"},
	{"{\"a\":NaN}", ExpectedValue, 5, "unexpected \"N\"; a value is expected", "JSON has no NaN: leave the member out, or write null"},
	{"[Infinity]", ExpectedValue, 1, "unexpected \"I\"; a value is expected", "JSON has no Infinity: leave the member out, or write a number"},
	{"[-Infinity]", BadNumber, 2, "unexpected \"I\" in a number; a digit is expected", "JSON has no Infinity: leave the member out, or write a number"},
	{"[-NaN]", BadNumber, 2, "unexpected \"N\" in a number; a digit is expected", "JSON has no NaN: leave the member out, or write null"},
	{"[-.5]", BadNumber, 2, "unexpected \".\" in a number; a digit is expected", "write a digit before the decimal point: 0.5"},
	{"[undefined]", ExpectedValue, 1, "unexpected \"u\"; a value is expected", "JSON has no undefined: leave the member out"},
	{"[None]", ExpectedValue, 1, "unexpected \"N\"; a value is expected", "JSON writes None as null"},
	{"[nil]", ExpectedValue, 1, "unexpected \"n\"; a value is expected", "JSON writes nil as null"},
	{"[True]", ExpectedValue, 1, "unexpected \"T\"; a value is expected", "JSON writes True as true"},
	{"[False]", ExpectedValue, 1, "unexpected \"F\"; a value is expected", "JSON writes False as false"},
	{"[TRUE]", ExpectedValue, 1, "unexpected \"T\"; a value is expected", "JSON writes TRUE as true"},
	{"[FALSE]", ExpectedValue, 1, "unexpected \"F\"; a value is expected", "JSON writes FALSE as false"},
	{"[NULL]", ExpectedValue, 1, "unexpected \"N\"; a value is expected", "JSON writes NULL as null"},
	{"[trub]", ExpectedValue, 1, "unexpected \"t\"; a value is expected", ""},
	{"[nulL]", ExpectedValue, 1, "unexpected \"n\"; a value is expected", ""},
	{"[+1]", ExpectedValue, 1, "unexpected \"+\"; a value is expected", "a number has no plus sign; write a phone number as a string in double quotes"},
	{"[.5]", ExpectedValue, 1, "unexpected \".\"; a value is expected", "write a digit before the decimal point: 0.5"},
	{"['a']", ExpectedValue, 1, "unexpected \"'\"; a value is expected", "JSON takes double quotes only: write \"…\""},
	{"[`a`]", ExpectedValue, 1, "unexpected \"`\"; a value is expected", "JSON takes double quotes only: write \"…\""},
	{"[“a”]", ExpectedValue, 1, "unexpected \"“\"; a value is expected", "these are typographic quotes: write \"…\" with plain double quotes"},
	{"[‘a’]", ExpectedValue, 1, "unexpected \"‘\"; a value is expected", "these are typographic quotes: write \"…\" with plain double quotes"},
	{"[«a»]", ExpectedValue, 1, "unexpected \"«\"; a value is expected", "these are typographic quotes: write \"…\" with plain double quotes"},
	{"[\u00a0]", ExpectedValue, 1, "unexpected U+00A0 (no-break space); a value is expected", "remove it: JSON allows spaces, tabs and line breaks between values only"},
	{"[\u200b1]", ExpectedValue, 1, "unexpected U+200B (zero width space); a value is expected", "remove it: JSON allows spaces, tabs and line breaks between values only"},
	{"[\u2028]", ExpectedValue, 1, "unexpected U+2028 (line separator); a value is expected", "remove it: JSON allows spaces, tabs and line breaks between values only"},
	{"[\U000e0001]", ExpectedValue, 1, "unexpected U+E0001; a value is expected", "remove it: JSON allows spaces, tabs and line breaks between values only"},
	{"[\u205f]", ExpectedValue, 1, "unexpected U+205F; a value is expected", "remove it: JSON allows spaces, tabs and line breaks between values only"},
	{"[//x]", ExpectedValue, 1, "unexpected \"/\"; a value is expected", "JSON has no comments: remove it"},
	{"[/*x*/]", ExpectedValue, 1, "unexpected \"/\"; a value is expected", "JSON has no comments: remove it"},
	{"[#x]", ExpectedValue, 1, "unexpected \"#\"; a value is expected", "JSON has no comments: remove it"},
	{"\\{", ExpectedValue, 0, "unexpected \"\\\"; a value is expected", "the text may have been escaped twice: it must start with {, not with {\\\""},
	{"[\x7f]", ExpectedValue, 1, "unexpected byte 0x7F; a value is expected", ""},
	{"[\x01]", ExpectedValue, 1, "unexpected byte 0x01; a value is expected", ""},
	{"[é]", ExpectedValue, 1, "unexpected \"é\"; a value is expected", ""},
	{"[🎉]", ExpectedValue, 1, "unexpected \"🎉\"; a value is expected", ""},
	{"[;]", ExpectedValue, 1, "unexpected \";\"; a value is expected", ""},
	{"{a:1}", ExpectedName, 1, "unexpected \"a\"; a member name in double quotes is expected", "write member names in double quotes"},
	{"{'a':1}", ExpectedName, 1, "unexpected \"'\"; a member name in double quotes is expected", "JSON takes double quotes only: write \"…\""},
	{"{1:2}", ExpectedName, 1, "unexpected \"1\"; a member name in double quotes is expected", "write member names in double quotes"},
	{"{$a:1}", ExpectedName, 1, "unexpected \"$\"; a member name in double quotes is expected", "write member names in double quotes"},
	{"{,}", ExpectedName, 1, "unexpected \",\"; a member name in double quotes is expected", ""},
	{"{\"a\":1,}", TrailingComma, 7, "trailing comma before \"}\"", "remove the comma"},
	{"{\"a\":1,b:2}", ExpectedNameAfterComma, 7, "unexpected \"b\"; a member name in double quotes is expected", "write member names in double quotes"},
	{"{\"a\":1,,}", ExpectedNameAfterComma, 7, "unexpected \",\"; a member name in double quotes is expected", ""},
	{"[1,]", TrailingComma, 3, "trailing comma before \"]\"", "remove the comma"},
	{"[1,,2]", ExpectedValue, 3, "unexpected \",\"; a value is expected", ""},
	{"[,]", ExpectedValue, 1, "unexpected \",\"; a value is expected", ""},
	{"{\"a\":1,]", ExpectedNameAfterComma, 7, "unexpected \"]\"; a member name in double quotes is expected", ""},
	{"{]", ExpectedName, 1, "unexpected \"]\"; a member name in double quotes is expected", ""},
	{"[}", ExpectedValue, 1, "unexpected \"}\"; a value is expected", ""},
	{"{\"a\" 1}", ExpectedColon, 5, "unexpected \"1\" after a member name; a colon is expected", ""},
	{"{\"a\" \"b\":1}", ExpectedColon, 5, "unexpected a double quote after a member name; a colon is expected", ""},
	{"{\"a\"=1}", ExpectedColon, 4, "unexpected \"=\" after a member name; a colon is expected", "write a colon, not an equals sign"},
	{"{\"a\",1}", ExpectedColon, 4, "unexpected \",\" after a member name; a colon is expected", ""},
	{"{\"a\"}", ExpectedColon, 4, "unexpected \"}\" after a member name; a colon is expected", ""},
	{"{\"a\"  :1  \"b\"}", ExpectedComma, 10, "unexpected a double quote after a value; a comma or a closing bracket is expected", "a comma is missing before it"},
	{"[1 2]", ExpectedComma, 3, "unexpected \"2\" after a value; a comma or a closing bracket is expected", ""},
	{"[1 \"a\"]", ExpectedComma, 3, "unexpected a double quote after a value; a comma or a closing bracket is expected", "a comma is missing before it"},
	{"[{}{}]", ExpectedComma, 3, "unexpected \"{\" after a value; a comma or a closing bracket is expected", "a comma is missing before it"},
	{"[1 [2]]", ExpectedComma, 3, "unexpected \"[\" after a value; a comma or a closing bracket is expected", "a comma is missing before it"},
	{"[1;2]", ExpectedComma, 2, "unexpected \";\" after a value; a comma or a closing bracket is expected", "write a comma, not a semicolon"},
	{"{\"a\":1;\"b\":2}", ExpectedComma, 6, "unexpected \";\" after a value; a comma or a closing bracket is expected", "write a comma, not a semicolon"},
	{"[1}", ExpectedComma, 2, "unexpected \"}\" after a value; a comma or a closing bracket is expected", ""},
	{"{\"a\":1]", ExpectedComma, 6, "unexpected \"]\" after a value; a comma or a closing bracket is expected", ""},
	{"[1:2]", ExpectedComma, 2, "unexpected \":\" after a value; a comma or a closing bracket is expected", ""},
	{"01", LeadingZero, 1, "number has a leading zero", "write a phone number, an id or a code as a string in double quotes"},
	{"-01", LeadingZero, 2, "number has a leading zero", "write a phone number, an id or a code as a string in double quotes"},
	{"[00]", LeadingZero, 2, "number has a leading zero", "write a phone number, an id or a code as a string in double quotes"},
	{"[1.]", BadNumber, 3, "unexpected \"]\" in a number; a digit is expected", ""},
	{"[1.x]", BadNumber, 3, "unexpected \"x\" in a number; a digit is expected", ""},
	{"[1e]", BadNumber, 3, "unexpected \"]\" in a number; a digit is expected", ""},
	{"[1e+]", BadNumber, 4, "unexpected \"]\" in a number; a digit is expected", ""},
	{"[1ex]", BadNumber, 3, "unexpected \"x\" in a number; a digit is expected", ""},
	{"[-]", BadNumber, 2, "unexpected \"]\" in a number; a digit is expected", ""},
	{"[-x]", BadNumber, 2, "unexpected \"x\" in a number; a digit is expected", ""},
	{"[--1]", BadNumber, 2, "unexpected \"-\" in a number; a digit is expected", ""},
	{"[-Inf]", BadNumber, 2, "unexpected \"I\" in a number; a digit is expected", ""},
	{"0x10", Trailing, 1, "unexpected \"x\" after the JSON value", ""},
	{"1_000", Trailing, 1, "unexpected \"_\" after the JSON value", ""},
	{"[1E5.2]", ExpectedComma, 4, "unexpected \".\" after a value; a comma or a closing bracket is expected", "the exponent of a number is an integer"},
	{"[1.2.3]", ExpectedComma, 4, "unexpected \".\" after a value; a comma or a closing bracket is expected", "write a version or an address as a string in double quotes"},
	{"10.0.0.1", Trailing, 4, "unexpected \".\" after the JSON value", "write a version or an address as a string in double quotes"},
	{"[\"a\".b]", ExpectedComma, 4, "unexpected \".\" after a value; a comma or a closing bracket is expected", ""},
	{"[1 .5]", ExpectedComma, 3, "unexpected \".\" after a value; a comma or a closing bracket is expected", ""},
	{"\"\\x\"", BadEscape, 1, "the escape sequence \\x is not one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", "write a backslash as \\\\"},
	{"\"\\u12G4\"", BadEscape, 1, "the escape sequence \\u is not one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", "write a backslash as \\\\"},
	{"\"\\u123\"", BadEscape, 1, "the escape sequence \\u is not one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", "write a backslash as \\\\"},
	{"\"\\'\"", BadEscape, 1, "the escape sequence \\' is not one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", "write a backslash as \\\\"},
	{"\"\\é\"", BadEscape, 1, "the escape sequence \\é is not one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", "write a backslash as \\\\"},
	{"\"\\U0001\"", BadEscape, 1, "the escape sequence \\U is not one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", "write a backslash as \\\\"},
	{"<<<<<<< HEAD\n{}", ExpectedValue, 0, "unexpected Git conflict marker \"<<<<<<<\"; a value is expected", "resolve the merge conflict"},
	{"{\n<<<<<<< HEAD\n}", ExpectedName, 2, "unexpected Git conflict marker \"<<<<<<<\"; a member name in double quotes is expected", "resolve the merge conflict"},
	{"{\n=======\n}", ExpectedName, 2, "unexpected Git conflict marker \"=======\"; a member name in double quotes is expected", "resolve the merge conflict"},
	{"[1\n>>>>>>> x\n]", ExpectedComma, 3, "unexpected Git conflict marker \">>>>>>>\" after a value; a comma or a closing bracket is expected", "resolve the merge conflict"},
	{"[=======\n]", ExpectedValue, 1, "unexpected \"=\"; a value is expected", ""},
	{"[1,\n||||||| x\n]", ExpectedValue, 4, "unexpected Git conflict marker \"|||||||\"; a value is expected", "resolve the merge conflict"},
	{"[1 <<<<<<< x]", ExpectedComma, 3, "unexpected \"<\" after a value; a comma or a closing bracket is expected", "this looks like HTML or XML, not like JSON"},
	{"{\n<<<<<<\n}", ExpectedName, 2, "unexpected \"<\"; a member name in double quotes is expected", "this looks like HTML or XML, not like JSON"},
	{strings.Repeat("[", MaxDepth+1), TooDeep, 64, "more than 64 nested brackets", ""},
}

// TestInvisible: what cannot be seen is named.
func TestInvisible(t *testing.T) {
	for text, want := range map[string]string{
		"\u00a0": "U+00A0 (no-break space)", "\u00ad": "U+00AD (soft hyphen)", "\u200b": "U+200B (zero width space)", "\u200c": "U+200C (zero width non-joiner)",
		"\u200d": "U+200D (zero width joiner)", "\u200e": "U+200E (left-to-right mark)", "\u200f": "U+200F (right-to-left mark)",
		"\u2028": "U+2028 (line separator)", "\u2029": "U+2029 (paragraph separator)", "\u202f": "U+202F (narrow no-break space)",
		"\u2060": "U+2060 (word joiner)", "\u3000": "U+3000 (ideographic space)", "\ufeff": "U+FEFF (byte order mark)", "\u2003": "U+2003", "\u00ff": `"ÿ"`,
	} {
		require.Equal(t, want, foundAt([]byte(text), 0))
	}
}

// TestIsWordByte has the borders of each range of a word's bytes.
func TestIsWordByte(t *testing.T) {
	for _, c := range []byte("azAZ09_$") {
		require.True(t, isWordByte(c), "%c", c)
	}
	for _, c := range []byte("`{@[/:-.\x80") {
		require.False(t, isWordByte(c), "%c", c)
	}
}

// TestExplainRepairs: what Repair finds is explained too, at the end of a text as
// well.
func TestExplainRepairs(t *testing.T) {
	for _, test := range []struct {
		text, message, hint string
		code                Code
	}{
		{"True", "True is not a JSON value", "JSON writes True as true", PythonConstant},
		{"None,", "None is not a JSON value", "JSON writes None as null", PythonConstant},
		{"// x", "unexpected comment", "JSON has no comments: remove it", Comment},
		{`"b":1`, "missing comma before a double quote", "write a comma between members and between elements", MissingComma},
		{"'a'", "string in single quotes", `JSON takes double quotes only: write "…"`, WrongQuote},
		{"“a”", "string in typographic quotes", `these are typographic quotes: write "…" with plain double quotes`, WrongQuote},
		{"]]", "the text ends in the middle of a value", "the file may be cut off: its end is missing", Truncated},
		{"a", "member name without double quotes", "write member names in double quotes", UnquotedName},
	} {
		message, hint := Fault{test.code, 0}.Explain([]byte(test.text))
		require.Equal(t, test.message, message)
		require.Equal(t, test.hint, hint)
	}
}

func TestFaults(t *testing.T) {
	var v View
	for _, test := range faults {
		f := v.Scan([]byte(test.text))
		require.Equal(t, Fault{test.code, test.offset}, f, "%q", test.text)
		message, hint := f.Explain([]byte(test.text))
		require.Equal(t, test.message, message, "%q", test.text)
		require.Equal(t, test.hint, hint, "%q", test.text)
	}
}
