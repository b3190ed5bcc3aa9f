package wire

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAppendString(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", `""`},
		{"markup stays as it is", "<a href='x'>&</a>", `"<a href='x'>&</a>"`},
		{"what RFC 8259 asks for", "\"\\\b\f\n\r\t\x00\x1f", `"\"\\\b\f\n\r\t\u0000\u001f"`},
		{"line separators need no escape in JSON", "\u2028\u2029", "\"\u2028\u2029\""},
		{"astral", "🎉", `"🎉"`},
		{"one U+FFFD a bad byte", "a\xff\xfeb", "\"a\uFFFD\uFFFDb\""},
		{"a bad byte at the end", "é\xc3", "\"é\uFFFD\""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := AppendString(nil, test.in)
			require.Equal(t, test.want, string(got))
			require.True(t, json.Valid(got))
		})
	}
}

func TestEscapeControls(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing to do", `{"a":"é 🎉 \\u009b"}`, `{"a":"é 🎉 \\u009b"}`},
		{"the joiners hold emoji and words together", "\"\u200c👨\u200d👩\"", "\"\u200c👨\u200d👩\""},
		{"C1, first and last", "\"\u0080\u009b\u009f\u00a0\"", "\"\\u0080\\u009b\\u009f\u00a0\""},
		{"DEL", "\"~\x7f\"", `"~\u007f"`},
		{"line ends", "\"\u2027\u2028\u2029\"", "\"\u2027\\u2028\\u2029\""},
		{"direction", "\"\u061c\u200e\u200f\u202a\u202e\u202f\u2065\u2066\u2069\"", "\"\\u061c\\u200e\\u200f\\u202a\\u202e\u202f\u2065\\u2066\\u2069\""},
		{"a bad byte stays", "\"\x9b\"", "\"\x9b\""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, string(EscapeControls([]byte(test.in))))
		})
	}
}

func FuzzEscapeControls(f *testing.F) {
	f.Add("a\u009b\u202e\u2028\x7f🎉\"\\")
	f.Fuzz(func(t *testing.T, s string) {
		text := AppendString(nil, s)
		escaped := EscapeControls(text)
		for _, r := range string(escaped) {
			require.False(t, IsControl(r), "%U", r)
		}
		var got, want string
		require.NoError(t, json.Unmarshal(text, &want))
		require.NoError(t, json.Unmarshal(escaped, &got))
		require.Equal(t, want, got)
	})
}

func FuzzAppendString(f *testing.F) {
	f.Add("a\xffb\u2028<&>\x01🎉")
	f.Fuzz(func(t *testing.T, s string) {
		var back, want string
		require.NoError(t, json.Unmarshal(AppendString(nil, s), &back))
		encoded, err := json.Marshal(s)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(encoded, &want))
		require.Equal(t, want, back)
	})
}

func TestWriter(t *testing.T) {
	var w Writer
	w.Open('{')
	w.Member("a", "b")
	w.Texts("c", []string{"d", "e"})
	w.Name("f")
	w.Open('[')
	w.Int(-1)
	w.Bool(true)
	w.Raw([]byte(`{"g":null}`))
	w.Open('{')
	w.Close('}')
	w.Close(']')
	w.Close('}')
	require.Equal(t, `{"a":"b","c":["d","e"],"f":[-1,true,{"g":null},{}]}`, string(w.B))
}

func TestVisible(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain text is left alone", "plain, ümlaut, 日本", "plain, ümlaut, 日本"},
		{"an emoji keeps its joiners", "👨‍👩‍👧", "👨‍👩‍👧"},
		{"an escape sequence loses its escape", "\x1b[2J", "␛[2J"},
		{"a line end cannot start a forged line", "a\nb", "a␊b"},
		{"delete and the second control block", "\x7f\u009b", "␡<U+009B>"},
		{"marks of direction", "\u202e\u2066", "<U+202E><U+2066>"},
		{"bytes that are not UTF-8", "a\xffb", "a\uFFFDb"},
		{"a replacement character that is there", "\uFFFD", "\uFFFD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, Visible(tt.in)) })
	}
}

// TestShorten keeps as many code points as a message shows, whatever their size.
func TestShorten(t *testing.T) {
	for _, r := range []string{"x", "é", "🎉"} {
		fits := strings.Repeat(r, longestValue)
		require.Equal(t, fits, Shorten(fits))
		require.Equal(t, fits+"…", Shorten(fits+r))
		require.Equal(t, fits+"…", Shorten(fits+r+"more"))
	}
	require.Equal(t, "short", Shorten("short"))
}

func TestList(t *testing.T) {
	require.Empty(t, List(nil, "or"))
	require.Equal(t, "a", List([]string{"a"}, "or"))
	require.Equal(t, "a or b", List([]string{"a", "b"}, "or"))
	require.Equal(t, "a, b and c", List([]string{"a", "b", "c"}, "and"))
}
