package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSyntax: what is not JSON is rejected at the very byte, in a sentence, and
// with a hint for the usual causes.
func TestSyntax(t *testing.T) {
	const body = `{"message":{"parts":[{"type":"text","value":"Hi"}]}}`
	for _, test := range []struct{ name, body, at, message, hint string }{
		{"a comment", "{ // hello\n}", "// hello\n}", `unexpected comment`, "no comments"},
		{"a comment in asterisks", `{"a": /* hello */ 1}`, `/* hello */ 1}`, `unexpected comment`, "no comments"},
		{"a comment of a shell", "# hello\n{}", "# hello\n{}", `unexpected comment`, "no comments"},
		{"a trailing comma in an object", `{"a":1,}`, `}`, `trailing comma before "}"`, "remove the comma"},
		{"a trailing comma in an array", `{"a":[1, ]}`, `]}`, `trailing comma before "]"`, "remove the comma"},
		{"single quotes around a name", `{'a':1}`, `'a':1}`, `string in single quotes`, "double quotes"},
		{"single quotes around a value", `{"a":'b'}`, `'b'}`, `string in single quotes`, "double quotes"},
		{"typographic quotes", `{“a”:1}`, `“a”:1}`, `string in typographic quotes`, "typographic quotes"},
		{"typographic quotes around a value", `{"a":“b”}`, `“b”}`, `string in typographic quotes`, "typographic quotes"},
		{"no quotes", `{a:1}`, `a:1}`, `member name without double quotes`, "double quotes"},
		{"NaN", `{"a":NaN}`, `NaN}`, `unexpected "N"; a value`, "no NaN"},
		{"Infinity", `{"a":-Infinity}`, `Infinity}`, `unexpected "I" in a number`, "no Infinity"},
		{"undefined", `{"a":undefined}`, `undefined}`, `unexpected "u"; a value`, "no undefined"},
		{"Python's True", `{"a":True}`, `True}`, `True is not a JSON value`, "write"},
		{"Python's None", `{"a":None}`, `None}`, `None is not a JSON value`, "null"},
		{"nul", `{"a":nul}`, `nul}`, `unexpected "n"; a value`, ""},
		{"a byte order mark", "\ufeff" + body, "\ufeff" + body, "byte order mark", "without a byte order mark"},
		{"UTF-16", "{\x00\"\x00a\x00", "{\x00\"\x00a\x00", "UTF-16", "UTF-8"},
		{"cut off in an object", `{"a":[{"b":1`, ``, "ends in the middle", "}]}"},
		{"cut off in a string", `{"a":"b`, `"b`, "closing quote", "close the string"},
		{"cut off after a colon", `{"a":`, ``, "ends in the middle", "}"},
		{"cut off in a word", `{"a":tru`, ``, "ends in the middle", "}"},
		{"cut off in an escape", `{"a":"\u00`, ``, "ends in the middle", ""},
		{"two bodies", body + "\n" + body, body, `unexpected "{" after the JSON value`, "each on its own"},
		{"a word after the body", body + " x", "x", `unexpected "x" after the JSON value`, ""},
		{"a bracket too many", `{}}`, `}`, `unexpected "}" after the JSON value`, ""},
		{"the wrong bracket", `{"a":[1}}`, `}}`, `unexpected "}" after a value`, ""},
		{"no comma", `{"a":1 "b":2}`, `"b":2}`, `missing comma before a double quote`, "a comma between"},
		{"no comma between elements", `{"a":[{} {}]}`, `{}]}`, `missing comma before "{"`, "a comma between"},
		{"a semicolon", `{"a":1;}`, `;}`, `unexpected ";" after a value`, "semicolon"},
		{"no colon", `{"a" 1}`, `1}`, `unexpected "1" after a member name`, ""},
		{"an equals sign", `{"a"=1}`, `=1}`, `unexpected "=" after a member name`, "equals sign"},
		{"two commas", `{"a":[1,,2]}`, `,2]}`, `unexpected ","; a value`, ""},
		{"a leading zero", `{"a":012}`, `12}`, "leading zero", "string"},
		{"a plus sign", `{"a":+1}`, `+1}`, `unexpected "+"; a value`, "plus sign"},
		{"a number that starts with a point", `{"a":.5}`, `.5}`, `unexpected "."; a value`, "0.5"},
		{"a number that ends in one", `{"a":5.}`, `}`, `unexpected "}" in a number`, ""},
		{"a hexadecimal number", `{"a":0x10}`, `x10}`, `unexpected "x" after a value`, ""},
		{"a line end in a string", "{\"a\":\"b\nc\"}", "\nc\"}", "control code 0x0A", `\n`},
		{"a tab in a string", "{\"a\":\"\t\"}", "\t\"}", "control code 0x09", `\t`},
		{"an unknown escape", `{"a":"\x41"}`, `\x41"}`, `escape sequence \x`, `\\`},
		{"a Windows path", `{"a":"C:\dir"}`, `\dir"}`, `escape sequence \d`, `\\`},
		{"HTML", `<html>`, `<html>`, "the text is HTML or XML, not JSON", "error page"},
		{"a conflict marker", "{\n<<<<<<< HEAD\n\"a\":1}", "<<<<<<< HEAD\n\"a\":1}", `unexpected Git conflict marker "<<<<<<<"`, "resolve the merge"},
		{"a zero width space", "{\"a\":\u200b1}", "\u200b1}", "unexpected U+200B (zero width space)", "remove it"},
		{"nothing", ``, ``, "empty", ""},
		{"white space only", " \n\t ", ``, "empty", ""},
		{"a no-break space between", "{\u00a0}", "\u00a0}", "unexpected U+00A0 (no-break space); a member name", "remove it"},
		{"a form feed between", "{\f}", "\f}", "unexpected byte 0x0C", ""},
		{"the root is a string", `"hello"`, `"hello"`, "the root is a string", ""},
		{"the root is null", `null`, `null`, "the root is null", ""},
		{"the root is an array", `[` + body + `]`, `[` + body + `]`, "the root is an array", "each element"},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := JSON([]byte(test.body), WithNotes())
			require.Len(t, report.Diagnostics, 1, "it comes alone")
			d := report.Diagnostics[0]
			rule := "json-syntax"
			if test.name == "UTF-16" {
				rule = "json-encoding"
			}
			require.Equal(t, rule, d.Rule)
			require.Equal(t, test.at, test.body[d.Start.Offset:], "at the very byte")
			require.Contains(t, d.Message, test.message)
			require.Contains(t, d.Hint, test.hint)
			require.False(t, strings.HasSuffix(d.Message, "."), d.Message)
			require.Empty(t, d.Pointer)
		})
	}
}
