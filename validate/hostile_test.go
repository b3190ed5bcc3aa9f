package validate

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// many repeats what make gives, with commas between.
func many(n int, make func(i int) string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(make(i))
	}
	return b.String()
}

func same(text string) func(int) string { return func(int) string { return text } }

func numbered(before, after string) func(int) string {
	return func(i int) string { return before + strconv.Itoa(i) + after }
}

type hostileBody struct {
	name string
	kind Kind
	body func(n int) string
}

// hostile are bodies that are as long and as wrong as they can be, of about n
// pieces each.
var hostile = []hostileBody{
	{"brackets", KindMessage, func(n int) string { return strings.Repeat("[", n) }},
	{"empty arrays", KindMessage, func(n int) string { return `{"x":[` + many(n, same("[]")) + `]}` }},
	{"broken, with parts again and again", "", func(n int) string { return `{` + strings.Repeat(`"parts",`, n) }},
	{"cut off in the middle", KindMessage, func(n int) string { return `{"parts":[` + many(n, same(`{"a":"{["}`)) }},
	{"unknown members", KindMessage, func(n int) string { return `{` + many(n, numbered(`"x`, `":1`)) + `}` }},
	{"one unknown member again and again", KindMessage, func(n int) string { return `{` + many(n, same(`"partz":null`)) + `}` }},
	{"unknown members that are near, in escapes", KindMessage, func(n int) string {
		return `{` + many(n, func(i int) string { return fmt.Sprintf(`"\u00%xarts":{"a":1,"a":2}`, 0x70+i%8) }) + `}`
	}},
	{"one member again and again", KindMessage, func(n int) string { return `{` + many(n, same(`"effect":{"a":1,"a":2}`)) + `}` }},
	{"misplaced members", KindMessagesCreate, func(n int) string {
		return `{"message":{` + many(n/2, same(`"to":1`)) + `},` + many(n/2, same(`"effect":1`)) + `}`
	}},
	{"a flat body", KindMessagesCreate, func(n int) string { return `{` + many(n, numbered(`"x`, `":1`)) + `,"parts":[],"effect":{}}` }},
	{"effects of old", KindMessage, func(n int) string { return `{"effect":{` + many(n, same(`"screen_effect":"x"`)) + `}}` }},
	{"parts of no type", KindMessage, func(n int) string { return `{"parts":[` + many(n, same(`{"x":1,"x":2}`)) + `]}` }},
	{"text parts", KindMessage, func(n int) string { return `{"parts":[` + many(n, same(`{"type":"text","value":"a"}`)) + `]}` }},
	{"nulls", KindMessage, func(n int) string { return `{"parts":[` + many(n, same(`null`)) + `]}` }},
	{"decorations that overlap", KindMessage, func(n int) string { return manyDecorations(n, `"animation":"big"`) }},
	{"the same style again and again", KindMessage, func(n int) string { return manyDecorations(n, `"style":"bold"`) }},
	{"decorations of one giant cluster", KindMessage, func(n int) string {
		return `{"parts":[{"type":"text","value":"` + strings.Repeat("\u0301", n) + `","text_decorations":[` +
			many(n/8, func(i int) string { return fmt.Sprintf(`{"range":[%d,%d],"style":"bold"}`, i, i+1) }) + `]}]}`
	}},
	{"recipients", KindMessagesCreate, func(n int) string { return `{"to":[` + many(n, numbered(`"+1415`, `"`)) + `]}` }},
	{"one recipient again and again", KindMessagesCreate, func(n int) string { return `{"to":[` + many(n, same(`"+14155550123"`)) + `]}` }},
	{"recipients in escapes, all mentioned", KindMessagesCreate, func(n int) string {
		long := strings.Repeat(`\u0061`, n)
		return `{"to":["` + long + `@b.cd","x` + long + `@b.cd"],"message":{"parts":[` + many(n/8, same(`{"type":"text","value":"a","mention":"+12"}`)) + `]}}`
	}},
	{"recipients, all mentioned", KindMessagesCreate, func(n int) string {
		return `{"to":[` + many(n/2, numbered(`"+1415`, `"`)) + `],"message":{"parts":[` + many(n/2, numbered(`{"type":"text","value":"a","mention":"+1416`, `"}`)) + `]}}`
	}},
	{"URLs in escapes", KindChatsCreate, func(n int) string {
		return `{"message":{"parts":[{"type":"text","value":"` + strings.Repeat(`\u0020http://a b.com`, n) + `"}]}}`
	}},
	{"URLs without a scheme", KindChatsCreate, func(n int) string {
		return `{"message":{"parts":[{"type":"text","value":"` + strings.Repeat(`www.a.de `, n) + `"}]}}`
	}},
	{"dots", KindChatsCreate, func(n int) string {
		return `{"message":{"parts":[{"type":"text","value":"` + strings.Repeat(`a.b@.`, n) + strings.Repeat(` a.b`, n) + `"}]}}`
	}},
	{"ranges beyond a text", KindMessage, func(n int) string {
		return `{"parts":[{"type":"text","value":"` + strings.Repeat("é", n) + `","text_decorations":[` + many(n/8, same(`{"range":[1,99999999],"style":"bold"}`)) + `]}]}`
	}},
	{"ranges that count bytes", KindMessage, func(n int) string {
		return `{"parts":[{"type":"text","value":"` + strings.Repeat("é", n) + `","text_decorations":[` + many(n/8, func(i int) string { return fmt.Sprintf(`{"range":[%d,%d],"style":"bold"}`, n+4*i, n+4*i+2) }) + `]}]}`
	}},
	{"opened links", KindMessage, func(n int) string {
		return `{"parts":[{"type":"text","value":"` + strings.Repeat(`[a](`, n) + strings.Repeat(`[`, n) + strings.Repeat(`_a `, n) + `"}]}`
	}},
	{"a long number", KindMessagesEdit, func(n int) string { return `{"text":"x","part_index":-` + strings.Repeat("9", n) + `}` }},
	{"a long fraction", KindMessagesEdit, func(n int) string { return `{"text":"x","part_index":-1.` + strings.Repeat("0", n) + `}` }},
	{"a long exponent", KindMessagesEdit, func(n int) string { return `{"text":"x","part_index":1e` + strings.Repeat("9", n) + `}` }},
	{"long strings where short ones must be", KindMessagesReact, func(n int) string {
		long := strings.Repeat(`\ud83d\udc4b\u200d`, n/4)
		return `{"operation":"` + long + `","type":"` + long + `","custom_emoji":"` + long + `"}`
	}},
	{"a long URL", KindMessage, func(n int) string {
		return `{"parts":[{"type":"media","url":"https://a.example/` + strings.Repeat(`%2f`, n) + `"},{"type":"media","url":"//` + strings.Repeat(`\u0061`, n) + `"}]}`
	}},
	{"problems below a long name", KindMessage, func(n int) string {
		return `{"` + strings.Repeat("x", n) + `":[` + many(n/8, same(`{"a":1,"a":1}`)) + `]}`
	}},
	{"a few long names", KindMessage, func(n int) string {
		return `{` + many(40, func(i int) string {
			return `"` + strings.Repeat(`\u0061`, n/40) + strconv.Itoa(i) + `":1,"part` + strconv.Itoa(i) + `":1`
		}) + `}`
	}},
	{"params", KindMessage, func(n int) string {
		return `{"experience":{"name":"a","action":"b","params":{` + many(n, numbered(`"p`, `":[{}]`)) + `}}}`
	}},
	{"options", KindMessagesPollsAdd, func(n int) string { return `{"options":[` + many(n, same(`{"text":"a"}`)) + `]}` }},
	{"lone surrogates", KindMessage, func(n int) string { return `{"x":[` + many(n, same(`"\ud83d"`)) + `]}` }},
	{"white space around nulls", KindMessage, func(n int) string {
		return `{` + many(n/16, same(strings.Repeat(" ", 16)+`"effect":null`)) + strings.Repeat("\n", n) + `}`
	}},
}

// repairable are bodies that are repaired in about n places.
var repairable = []hostileBody{
	{"trailing commas", KindMessage, func(n int) string { return `{"parts":[` + many(n, same(`{"type":"text","value":"a",}`)) + `]}` }},
	{"no commas", KindMessage, func(n int) string { return `{"parts":[` + strings.Repeat(`{"type":"text" "value":"a"} `, n) + `]}` }},
	{"comments", KindMessage, func(n int) string { return `{"parts":[` + strings.Repeat("/* a */ // b\n", n) + `],}` }},
	{"single quotes", KindMessage, func(n int) string { return `{'parts':[` + many(n, same(`{'type':'text','value':'a "b"'}`)) + `]}` }},
	{"names without quotes", KindMessage, func(n int) string { return `{parts:[` + many(n, same(`{type:"text",value:"a"}`)) + `]}` }},
	{"Python's constants", KindMessage, func(n int) string { return `{"parts":[` + many(n, same(`None,True`)) + `]}` }},
}

// manyDecorations is a text of 500 code points with n decorations.
func manyDecorations(n int, style string) string {
	return `{"parts":[{"type":"text","value":"` + strings.Repeat("x", 500) + `","text_decorations":[` +
		many(n, func(i int) string { return fmt.Sprintf(`{"range":[%d,%d],%s}`, i%400, i%400+i%97+1, style) }) + `]}]}`
}

// TestHostileBodies: whatever a body is full of, it takes memory in proportion to its size. One that
// is repaired has an edit for each of its faults, in the copy and in the fix.
// TestHostileBodiesTakeLinearTime counts the statements.
func TestHostileBodies(t *testing.T) {
	for i, bodies := range [][]hostileBody{hostile, repairable} {
		perByte := []int{96, 288}[i]
		for _, h := range bodies {
			t.Run(h.name, func(t *testing.T) {
				body := []byte(h.body(12_000))
				for _, v := range hostileValidators(h.kind) {
					checkMemory(t, v, body, perByte)
				}
			})
		}
	}
}

// hostileValidators look at as much as possible, and at as little.
func hostileValidators(kind Kind) []*Validator {
	return []*Validator{New(WithNotes(), WithKind(kind)), New(WithOnlyPayloads())}
}

// checkMemory fails if one check allocates more than perByte times its body in all.
func checkMemory(t *testing.T, v *Validator, body []byte, perByte int) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	report := v.JSON(body)
	runtime.ReadMemStats(&after)
	if used, most := after.TotalAlloc-before.TotalAlloc, uint64(perByte*len(body)+4<<20); used > most && !raceDetector {
		t.Errorf("%d bytes for a body of %d, but at most %d are in order", used, len(body), most)
	}
	if len(report.Diagnostics) > DefaultMaxDiagnostics {
		t.Errorf("%d diagnostics", len(report.Diagnostics))
	}
	size := 0
	for _, d := range report.Diagnostics {
		size += len(d.Pointer) + len(d.Message) + len(d.Hint)
	}
	if size > 4*len(body)+1<<20 {
		t.Errorf("the report has %d bytes of text", size)
	}
}

// TestHostileFixes: rounds of fixes come to an end, and one fix in a thousand
// that brings in an error does not cost a thousand checks a round.
func TestHostileFixes(t *testing.T) {
	body := sendOf(many(300, numbered(`{"type":"text","value":"`, `"}`)))
	fixed, n, rest := New().Fix([]byte(body), FixAll)
	if n != 299 || len(rest.Diagnostics) > 0 || strings.Count(string(fixed), "type") != 1 {
		t.Errorf("%d fixes leave %s", n, found(rest))
	}
	body = sendOf(many(90, func(i int) string {
		return `{"type":"media","url":"https://example.com/` + strconv.Itoa(i) + `","atachment_id":` + []string{`5`, `null`}[i%2] + `}`
	}))
	if _, _, rest = New().Fix([]byte(body), FixAll); rest.Count(SeverityError) != New().JSON([]byte(body)).Count(SeverityError) {
		t.Errorf("fixes brought in an error: %s", found(rest))
	}
}

// TestLargeBrackets: 16 MiB of what opens are refused at the 65th.
func TestLargeBrackets(t *testing.T) {
	for _, open := range []string{"[", `{"a":`, `[{"":`} {
		body := []byte(strings.Repeat(open, 16<<20/len(open)))
		if got := found(JSON(body, WithSeverity("body-size", SeverityOff))); got != "json-syntax" {
			t.Errorf("%s gives %s", open, got)
		}
	}
}
