package validate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
)

// TestOverlapTwin compares the way for long lists with the way for short ones:
// the same diagnostics, each against the earliest that it overlaps.
func TestOverlapTwin(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	alone := 0 // lists in which nothing can overlap
	for range 2000 {
		var c checker
		c.v = New(WithNotes())
		text := strings.Repeat("x", 12)
		c.index.Reset(text)
		for n := range 1 + random.IntN(20) {
			start := random.IntN(12)
			entry := ranged{decoration: n, node: n, r: decorations.Range{Start: start, End: start + random.IntN(13-start)}, animation: random.IntN(3) == 0}
			entry.name = []string{"", "a", "b"}[random.IntN(3)]
			c.ranged = append(c.ranged, entry)
		}
		require.Zero(t, c.view.Scan([]byte(`[`+strings.Repeat("1,", len(c.ranged))+`1]`)))
		c.overlaps()
		apart := spread{}
		for i := range c.ranged {
			apart.add(&c.ranged[i])
		}
		if !apart.meet {
			alone++
			require.Empty(t, slices.DeleteFunc(slices.Clone(c.found), func(f finding) bool { return f.rule != decorationOverlap }), "%v", c.ranged)
		}
		slow := c.found
		c.found = nil
		c.manyOverlaps()
		require.Equal(t, said(slow), said(c.found), "%v", c.ranged)
	}
	require.Greater(t, alone, 100)
}

func said(all []finding) (out []string) {
	for _, f := range all {
		out = append(out, fmt.Sprint(f.rule, f.place, f.message, f.related))
	}
	return out
}

// TestOverlap: half-open ranges, and what an animation may not do.
func TestOverlap(t *testing.T) {
	const at = "/message/parts/0/text_decorations/"
	run(t, []row{
		{name: "touching", kind: KindChatsMessagesSend, body: decorated("Hello wo", `{"range":[0,5],"animation":"big"},{"range":[5,8],"animation":"shake"}`)},
		{name: "one unit in common", kind: KindChatsMessagesSend, body: decorated("Hello wo", `{"range":[0,5],"animation":"big"},{"range":[4,8],"animation":"shake"}`), want: "decoration-overlap " + at + "1/range"},
		{name: "styles over one another", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,5],"style":"bold"},{"range":[0,5],"style":"italic"},{"range":[2,3],"style":"underline"}`)},
		{name: "the same style twice is a note", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,5],"style":"bold"},{"range":[0,5],"style":"bold"}`)},
		{name: "once for each later one, against the earliest", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,2],"animation":"big"},{"range":[3,5],"animation":"nod"},{"range":[0,5],"style":"bold"},{"range":[4,5],"style":"bold"}`), want: "decoration-overlap " + at + "2/range; decoration-overlap " + at + "3/range"},
		{name: "styles that are not strings are not the same", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,5],"style":1},{"range":[0,5],"style":2}`), want: "json-type " + at + "0/style; json-type " + at + "1/style", opts: []Option{WithNotes()}},
		{name: "another text part is another text", kind: KindChatsMessagesSend, body: sendOf(`{"type":"text","value":"a","text_decorations":[{"range":[0,1],"animation":"big"}]}`, `{"type":"media","url":"https://example.com/a.jpg"}`, `{"type":"text","value":"a","text_decorations":[{"range":[0,1],"animation":"big"}]}`)},
	})
	d := JSON([]byte(decorated("Hello", `{"range":[0,2],"animation":"big"},{"range":[3,5],"animation":"nod"},{"range":[0,5],"style":"bold"}`))).Diagnostics[0]
	require.Equal(t, at+"0/range", d.Related[0].Pointer)
	require.Contains(t, d.Message, `"bold" on [0,5]`)
	require.Contains(t, d.Message, `"big" on [0,2]`)
}
