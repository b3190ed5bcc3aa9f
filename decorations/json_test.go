package decorations_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/linqlint/linqlint/decorations"
)

func TestJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decorations.Decoration{
			Range:     decorations.Range{Start: rapid.Int().Draw(t, "start"), End: rapid.Int().Draw(t, "end")},
			Style:     decorations.Style(rapid.SampledFrom([]string{"", "bold", "w\"avy\u2028"}).Draw(t, "style")),
			Animation: decorations.Animation(rapid.SampledFrom([]string{"", "shake"}).Draw(t, "animation")),
		}
		text, err := json.Marshal(d)
		require.NoError(t, err)
		var back decorations.Decoration
		require.NoError(t, json.Unmarshal(text, &back), "%s", text)
		require.Equal(t, d, back)
		text, err = json.Marshal(d.Range)
		require.NoError(t, err)
		var r decorations.Range
		require.NoError(t, json.Unmarshal(text, &r))
		require.Equal(t, d.Range, r)
	})
}

func TestJSONForm(t *testing.T) {
	text, err := json.Marshal(struct {
		D []decorations.Decoration `json:"text_decorations"`
	}{[]decorations.Decoration{{Range: decorations.Range{Start: 0, End: 5}, Style: decorations.Bold}}})
	require.NoError(t, err)
	require.Equal(t, `{"text_decorations":[{"range":[0,5],"style":"bold"}]}`, string(text))
	require.Equal(t, "[5,10)", decorations.Range{Start: 5, End: 10}.String())
}

func TestJSONRejects(t *testing.T) {
	for _, text := range []string{`[1]`, `[1,2,3]`, `{}`, `"x"`, `[1.5,2]`, `["1",2]`, `[1,99999999999999999999]`} {
		r := decorations.Range{Start: 3, End: 4}
		require.Error(t, json.Unmarshal([]byte(text), &r), text)
		require.Equal(t, decorations.Range{Start: 3, End: 4}, r, "unchanged by %s", text)
	}
	for _, text := range []string{`[]`, `{}`, `{"range":[1]}`, `{"range":[1,2],"style":1}`, `{"range":null}`} {
		var d decorations.Decoration
		require.Error(t, json.Unmarshal([]byte(text), &d), text)
		require.Zero(t, d)
	}
	d := decorations.Decoration{Style: decorations.Bold}
	require.NoError(t, json.Unmarshal([]byte(`null`), &d))
	require.NoError(t, json.Unmarshal([]byte(`{"range":[1,2],"animation":"big","style":null,"new":1}`), &d))
	require.Equal(t, decorations.Decoration{Range: decorations.Range{Start: 1, End: 2}, Animation: decorations.Big}, d)
}
