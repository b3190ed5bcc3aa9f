package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

func newText(o Options) Writer { return NewText(o) }

const orderText = `{
  "from": "+12052535597",
  "to": ["+12052532136", "205-253-2136"],
  "message": {
    "parts": [
      {
        "type": "text",
        "value": "Hello world",
        "text_decorations": [
          {"range": [0, 5], "style": "bold"},
          {"range": [3, 12], "animation": "shake"}
        ]
      }
    ],
    "effect": {"name": "Confetti", "type": "screen"}
  }
}
`

func orderFindings(t *testing.T) []Finding {
	bounds := found(t, orderText, "[3, 12]", validate.Diagnostic{
		Rule: "decoration-range-bounds", APICode: 1005,
		Message: "range ends at 12, but value has 11 UTF-16 code units",
		Hint:    "the range is [start, end), counted in UTF-16 code units of value",
		Pointer: "/message/parts/0/text_decorations/1/range",
		Fixes:   []validate.Fix{replacing(t, orderText, "[3, 12]", "[3, 11]", "end the range where value ends")},
	})
	overlap := found(t, orderText, "[3, 12]", validate.Diagnostic{
		Rule: "decoration-overlap", APICode: 1005,
		Message: `animation "shake" overlaps style "bold" on [3, 5)`,
		Pointer: "/message/parts/0/text_decorations/1/range",
		Related: []validate.Related{related(t, orderText, "[0, 5]", `style "bold" is here`)},
	})
	effect := found(t, orderText, `"Confetti"`, validate.Diagnostic{
		Rule: "effect-name", Severity: validate.SeverityWarning,
		Message: `unknown effect "Confetti"`, Pointer: "/message/effect/name",
		Fixes: []validate.Fix{replacing(t, orderText, `"Confetti"`, `"confetti"`, `write "confetti"`)},
	})
	handle := found(t, orderText, `"205-253-2136"`, validate.Diagnostic{
		Rule: "to-handle", APICode: 1002, APICodeDocumented: true,
		Message: `"205-253-2136" is neither an E.164 number nor an email address`,
		Hint:    "a number starts with + and its country code", Pointer: "/to/1",
	})
	return []Finding{handle, bounds, overlap, effect}
}

func TestTextOfAFile(t *testing.T) {
	findings := orderFindings(t)
	findings[3].Fixes[0].Safe = true
	golden(t, "order.txt", written(t, newText, Options{}, whole("orders/vip.json", orderText, findings...)))
	golden(t, "order-color.txt", written(t, newText, Options{Color: Colored}, whole("orders/vip.json", orderText, findings...)))
}

// TestTextOfPlaces draws places that are hard to underline.
func TestTextOfPlaces(t *testing.T) {
	long := `{"message":{"parts":[{"type":"text","value":"` + strings.Repeat("All work and no play. ", 300) +
		`"},{"type":"media","url":"http://example.com/a.png"},{"type":"text","value":"` + strings.Repeat("x", 200) + `"}]}}`
	tests := []struct {
		name    string
		text    string
		part    string
		related string
		with    string // the fix's replacement of part
	}{
		{name: "tabs before and inside", text: "{\n\t\"to\":\t\"+1205\"\n}\n", part: `"+1205"`},
		{name: "wide characters before", text: `{"名前": "日本語", "to": 5}`, part: "5", with: `["5"]`},
		{name: "emoji inside and before", text: `{"a": "👨‍👩‍👧 family 🎉", "b": "🇺🇸"}`, part: `"🇺🇸"`},
		{name: "combining marks", text: "{\"a\": \"cafe\u0301\", \"b\": 1}", part: "1"},
		{name: "one long line, in the middle", text: long, part: `"http://example.com/a.png"`, with: `"https://example.com/a.png"`},
		{name: "one long line, two places far apart", text: long, part: `"http://example.com/a.png"`, related: `"message"`},
		{name: "one long line, at its end", text: long, part: `"` + strings.Repeat("x", 200) + `"`},
		{name: "one long line, at its start", text: long, part: `"message"`},
		{name: "related on the same line", text: `{"range": [0, 5], "other": [3, 8]}`, part: "[3, 8]", related: "[0, 5]"},
		{name: "several lines", text: "{\n  \"parts\": [\n    1,\n    2\n  ]\n}\n", part: "[\n    1,\n    2\n  ]"},
		{name: "two lines", text: "{\n  \"parts\": [\n  ]\n}\n", part: "[\n  ]"},
		{name: "control characters and escapes for the terminal", text: "{\"a\": \"\x1b[31mred\x07\", \"b\": 1}", part: "1"},
		{name: "text turned around", text: "{\"a\": \"\u202egnp.exe\", \"b\": 1}", part: "1"},
		{name: "bytes that are not UTF-8", text: "{\"a\": \"\xff\xfe\", \"b\": 1}", part: "1"},
		{name: "line ends of Windows", text: "{\r\n  \"a\": 1\r\n}\r\n", part: "1", with: "2"},
		{name: "a fix of several lines", text: "{\n  \"a\": 1\n}\n", part: "\"a\": 1", with: "\"message\": {\n    \"a\": 1\n  }"},
	}
	var out strings.Builder
	for _, tt := range tests {
		f := found(t, tt.text, tt.part, validate.Diagnostic{})
		if tt.related != "" {
			f.Related = append(f.Related, related(t, tt.text, tt.related, "this is the other place"))
		}
		if tt.with != "" {
			f.Fixes = append(f.Fixes, replacing(t, tt.text, tt.part, tt.with, "write it so"))
		}
		out.WriteString("--- " + tt.name + "\n")
		out.WriteString(written(t, newText, Options{Quiet: true}, whole("a.json", tt.text, f)))
	}
	golden(t, "places.txt", out.String())
}

// TestTextAtTheEnd underlines the place after the last byte.
func TestTextAtTheEnd(t *testing.T) {
	const text = `{"to": [`
	f := Finding{Diagnostic: validate.Diagnostic{Rule: "json-syntax", Severity: validate.SeverityError, Message: "the text ends inside an array"}}
	f.Start = position(text, len(text))
	f.End = f.Start
	require.Contains(t, written(t, newText, Options{}, whole("cut.json", text, f)),
		" 1 │ {\"to\": [\n   │         ^\n")
}

// TestTextWidth draws every place of a long line in narrow and wide windows: no
// excerpt is wider, and each has its mark.
func TestTextWidth(t *testing.T) {
	text := `{"a": "` + strings.Repeat("日本🎉 ab\t", 60) + `", "end": 1}`
	for _, width := range []int{40, 60, 100, 200} {
		for i := 0; i < len(text); i += 7 {
			start := runeStart([]byte(text), i)
			f := Finding{Diagnostic: validate.Diagnostic{Rule: "r", Message: "m", Severity: validate.SeverityNote}}
			f.Start, f.End = position(text, start), position(text, runeStart([]byte(text), min(len(text), start+12)))
			out := written(t, newText, Options{Width: width, Quiet: true}, whole("a.json", text, f))
			require.Contains(t, out, "^")
			for line := range strings.Lines(out) {
				if strings.Contains(line, "│") {
					require.LessOrEqual(t, displayWidth(strings.TrimRight(line, "\n")), width, line)
				}
			}
		}
	}
}
