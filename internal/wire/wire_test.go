package wire

import (
	"encoding/json"
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
