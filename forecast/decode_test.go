package forecast

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
)

func TestUCS2CodePointReadsItself(t *testing.T) {
	want := UCS2CodePoint{CodePoint: '🎉', Count: 2, First: decorations.Range{Start: 3, End: 5}}
	text, err := json.Marshal(want)
	require.NoError(t, err)
	var got UCS2CodePoint
	require.NoError(t, json.Unmarshal(text, &got))
	require.Equal(t, want, got)
}

func TestUCS2CodePointIsRefused(t *testing.T) {
	const (
		object = "forecast: a code point must be a JSON object"
		lacks  = "forecast: a code point has no text, count or range"
		value  = "forecast: the count or the range of a code point is not valid"
	)
	for _, test := range []struct{ name, text, want string }{
		{"not JSON", `{"text":`, object},
		{"an array", `[1]`, object},
		{"no text", `{"count":1,"range":[0,1]}`, lacks},
		{"a text that is a number", `{"text":1,"count":1,"range":[0,1]}`, lacks},
		{"no count", `{"text":"’","range":[0,1]}`, lacks},
		{"no range", `{"text":"’","count":1}`, lacks},
		{"a fraction", `{"text":"’","count":1.5,"range":[0,1]}`, value},
		{"half a range", `{"text":"’","count":1,"range":[0]}`, value},
		{"a range that is a string", `{"text":"’","count":1,"range":"0"}`, value},
	} {
		t.Run(test.name, func(t *testing.T) {
			kept := UCS2CodePoint{CodePoint: 'x'}
			require.EqualError(t, kept.UnmarshalJSON([]byte(test.text)), test.want)
			require.Equal(t, UCS2CodePoint{CodePoint: 'x'}, kept, "a failure changes nothing")
		})
	}
}

func TestEncodingNames(t *testing.T) {
	for e, want := range map[Encoding][2]string{0: {}, GSM7: {"GSM-7", "septets"}, UCS2: {"UCS-2", "UTF-16 code units"}, UCS2 + 1: {}, 255: {}} {
		require.Equal(t, want, [2]string{e.String(), e.Unit()}, int(e))
	}
	var e Encoding
	require.NoError(t, e.UnmarshalText([]byte("UCS-2")))
	require.Equal(t, UCS2, e)
	require.NoError(t, e.UnmarshalText(nil))
	require.Zero(t, e)
	require.EqualError(t, e.UnmarshalText([]byte("UTF-8")), "forecast: unknown encoding")
}

func TestFateNames(t *testing.T) {
	for fate := Fate(0); fate <= Fails; fate++ {
		text, err := fate.MarshalText()
		require.NoError(t, err)
		got := Fails
		require.NoError(t, got.UnmarshalText(text))
		require.Equal(t, fate, got, string(text))
	}
	_, err := (Fails + 1).MarshalText()
	require.Error(t, err)
	_, err = (UCS2 + 1).MarshalText()
	require.Error(t, err)
	var f Fate
	require.EqualError(t, f.UnmarshalText([]byte("lost")), "forecast: unknown fate")
}
