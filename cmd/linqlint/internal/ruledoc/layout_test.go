package ruledoc

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/rules"
)

func TestLayout(t *testing.T) {
	tests := []struct {
		name  string
		body  string
		width int
		want  []string
	}{
		{"fits on a line", `{"a":1,"b":[true,null]}`, 40, []string{`{"a": 1, "b": [true, null]}`}},
		{"is broken up where it does not fit", `{"a":1,"b":[true,null]}`, 20, []string{`{`, `  "a": 1,`, `  "b": [true, null]`, `}`}},
		{"brackets around one child need no line each", `{"m":{"p":[{"a":1,"b":2}]}}`, 20, []string{`{"m": {"p": [{`, `  "a": 1,`, `  "b": 2`, `}]}}`}},
		{"literals keep their spelling", `{"n":1.0e0,"s":"\u00e9\/"}`, 40, []string{`{"n": 1.0e0, "s": "\u00e9\/"}`}},
		{"a member that is there twice stays", `{"a":1,"a":2}`, 40, []string{`{"a": 1, "a": 2}`}},
		{"brackets, colons and commas in strings", `{"a,:":"}],{[\""}`, 40, []string{`{"a,:": "}],{[\""}`}},
		{"empty containers", `{"a":{},"b":[ ]}`, 40, []string{`{"a": {}, "b": [ ]}`}},
		{"equal elements are written once", `[{"a":1},{"a":1},{"a":1},{"a":1},2]`, 40, []string{`[{"a": 1}⟨×4⟩, 2]`}},
		{"the middle of a long array is left out", `[1,2,3,4,5,6,7,8,9,10,11,12,13]`, 40, []string{`[1, 2, ⟨10 more⟩, 13]`}},
		{"no JSON is shown as it is", "{\"a\":\n{'b'}", 40, []string{`{"a":`, `{'b'}`}},
		{"much white space is told", `{"a":1}` + strings.Repeat(" ", 100), 40, []string{`{"a": 1}`, `⟨and 100 bytes of white space⟩`}},
		{"nested arrays are not spread over lines", strings.Repeat("[", 64) + strings.Repeat("]", 64), 40, []string{`[⟨×64⟩]⟨×64⟩`}},
		{"a wide code point takes two columns", `{"a":"漢漢","b":1}`, 18, []string{`{`, `  "a": "漢漢",`, `  "b": 1`, `}`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, layout(tt.body, tt.width))
		})
	}
}

func TestAbbreviate(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"short", "hello", "hello"},
		{"fifteen of a kind are shown", strings.Repeat("a", 15), strings.Repeat("a", 15)},
		{"sixteen are not", strings.Repeat("a", 16), "a⟨×16⟩"},
		{"astral code points", strings.Repeat("🎉", 10001), "🎉⟨×10001⟩"},
		{"a repeated cluster of five code points", strings.Repeat("👨‍👩‍👧", 100), "👨‍👩‍👧⟨×100⟩"},
		{"repeated words", strings.Repeat("lorem ipsum ", 20) + "end", "lorem ipsum ⟨×20⟩end"},
		{"laughter is not a repetition", "hahahaha", "hahahaha"},
		{"an invalid byte", "caf\xe9", "caf⟨byte E9⟩"},
		{"a byte order mark", "\ufeff{", "⟨U+FEFF⟩{"},
		{"a no-break space", "a\u00a0b", "a⟨U+00A0⟩b"},
		{"joiners hold emoji together", "👩\u200d💻", "👩\u200d💻"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, abbreviate(tt.text))
		})
	}
	long := strings.Repeat("a1b2c3d4e5f6g7h8i9", 1) + randomLetters(400)
	require.Contains(t, abbreviate(long), " more⟩")
	require.NotContains(t, spelled(long), " more⟩", "a message is never cut")
}

// randomLetters returns n letters without a repetition, the same each time.
func randomLetters(n int) string {
	b := make([]byte, n)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = 'a' + byte(x>>24)%26
	}
	return string(b)
}

// What is shown without a marker must still be the example.
func TestLayoutKeepsTheBody(t *testing.T) {
	for _, r := range rules.All() {
		for _, e := range append(append([]rules.Example{}, r.Bad...), r.Good...) {
			text := strings.Join(layout(e.Body, 80), "\n")
			if strings.Contains(text, "⟨") || !json.Valid([]byte(e.Body)) {
				require.Less(t, len(text), 8000, "%s: %s", r.ID, e.Title)
				continue
			}
			require.Equal(t, squeeze(e.Body), squeeze(text), "%s: %s", r.ID, e.Title)
		}
	}
}

// squeeze takes out the white space between tokens.
func squeeze(body string) string {
	var b strings.Builder
	inString := false
	for i := 0; i < len(body); i++ {
		c := body[i]
		if c == '"' && !escaped(body[:i]) {
			inString = !inString
		}
		if inString || !strings.ContainsRune(" \t\r\n", rune(c)) {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// escaped reports whether a text ends in an odd number of backslashes.
func escaped(text string) bool {
	return (len(text)-len(strings.TrimRight(text, `\`)))%2 == 1
}
