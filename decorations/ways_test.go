package decorations

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// TestWaysToAClusterAgree asks for the cluster at each offset in the three ways:
// in the neighborhood, with a budget that is used up, and once all boundaries are
// known. Clusters may be longer than the 64 units of a word.
func TestWaysToAClusterAgree(t *testing.T) {
	long := "e" + strings.Repeat("\u0301", 300)
	for name, text := range map[string]string{
		"short clusters":    "Hey 👋🏽, 👨‍👩‍👧 and 🇺🇸🇩🇪\r\ncafe\u0301",
		"a long one":        "ab" + long + "cd",
		"two long ones":     long + long + "x" + long,
		"ASCII behind one":  long + strings.Repeat("x", 200) + "🎉",
		"a long one at end": strings.Repeat("x", 130) + "🎉" + long,
	} {
		t.Run(name, func(t *testing.T) {
			var near, all Index
			near.Reset(text)
			near.budget = 1 << 30
			all.Reset(text)
			all.segment()
			for off := range near.UTF16Len() + 1 {
				want := near.cluster(off)
				require.Equal(t, want, all.cluster(off), off)
				var spent Index
				spent.Reset(text)
				spent.budget = 0
				require.Equal(t, want, spent.cluster(off), off)
			}
			require.Empty(t, near.boundaries, "the budget is not used up")
		})
	}
	var x Index
	x.Reset("a" + long + "b")
	require.Equal(t, Range{1, 302}, x.cluster(150))
}

// TestWaysToAByteAgree asks for the byte of each offset, also beyond both ends, in
// the four ways: first of all questions about the text, with the whole text
// counted, again, and by blocks.
func TestWaysToAByteAgree(t *testing.T) {
	texts := []string{"", "\x80\xbf\x80 é", "\u0301\x80क", "é\xf0\x9f\x8e"}
	for _, code := range []string{"é", "ก", "🎉"} {
		for n := range 20 { // around the eight bytes that are read at a time
			ascii := strings.Repeat("x", n)
			texts = append(texts, code+ascii, code+ascii+code, ascii+code+code+ascii, strings.Repeat(code, n))
		}
		for _, lead := range []string{"", "x", "é", "🎉"} { // moves pairs against the blocks
			texts = append(texts, lead+strings.Repeat(code, 200), lead+code+strings.Repeat("x", 200)+code)
		}
	}
	var x, blocks Index
	for _, text := range texts {
		o := newOracle(text)
		blocks.Reset(text)
		blocks.locate()
		for off := -2; off <= o.len()+2; off++ {
			b, ok := o.byte(off)
			for _, way := range []struct {
				name  string
				reset func()
			}{
				{"counted", func() { x.Reset(text) }},
				{"again", func() {}},
				{"valid", func() { x.ResetValid(text) }},
				{"by blocks", func() { x.Reset(text); x.steps = 0 }},
			} {
				if way.name == "valid" && !utf8.ValidString(text) {
					continue
				}
				way.reset()
				got, gotOK := x.Byte(off)
				require.Equal(t, b, got, "%s: byte of %d in %+q", way.name, off, text)
				require.Equal(t, ok, gotOK, "%s: byte of %d in %+q", way.name, off, text)
			}
			got, gotOK := blocks.Byte(off)
			require.Equal(t, b, got, "blocks: byte of %d in %+q", off, text)
			require.Equal(t, ok, gotOK, "blocks: byte of %d in %+q", off, text)
		}
	}
}

// TestWaysToClustersAgree asks for the boundaries of texts, of which some are not
// valid, when the whole text has to be segmented before it was counted, with an
// Index that had a shorter text.
func TestWaysToClustersAgree(t *testing.T) {
	for _, text := range []string{"\x80\xbf\x80 é", "\u0301\x80क", "é" + strings.Repeat("\u0301", 300) + "x"} {
		o := newOracle(text)
		for off := range o.len() + 1 {
			var x Index
			x.Reset("é")
			if x.Reset(text); utf8.ValidString(text) {
				x.Reset("é")
				x.ResetValid(text)
			}
			require.Equal(t, o.splitsGrapheme(off), x.SplitsGrapheme(off), "%+q at %d", text, off)
			x.budget = 0
			require.Equal(t, o.splitsGrapheme(off), x.SplitsGrapheme(off), "%+q at %d, segmented", text, off)
		}
	}
}

// TestNeighborhoods: in ordinary text few code points are looked at for a boundary,
// and a place that was asked for is not counted again.
func TestNeighborhoods(t *testing.T) {
	var x Index
	x.Reset(strings.Repeat("e\u0301 Hey 👋🏽! ", 100))
	budget := x.budget
	require.True(t, x.SplitsGrapheme(503), "between the hand and its skin tone")
	require.GreaterOrEqual(t, x.budget, budget-4)

	x.Byte(500)
	x.Byte(600)
	steps := x.steps
	for _, off := range []int{500, 600, 500} {
		x.Byte(off)
		require.Equal(t, steps, x.steps, "of %d", off)
	}
	x.Byte(602)
	require.GreaterOrEqual(t, x.steps, steps-16, "it is counted on from 600")
	x.Byte(601)
	require.GreaterOrEqual(t, x.steps, steps-32, "from 600 again, which is before 602")
	steps = x.steps
	x.Byte(x.UTF16Len() - 1)
	require.Equal(t, steps, x.steps, "the ASCII at the end is not counted")
}
