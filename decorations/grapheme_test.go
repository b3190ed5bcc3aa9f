package decorations

import (
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestSplits(t *testing.T) {
	for _, c := range []struct {
		name, text          string
		off                 int
		surrogate, grapheme bool
	}{
		{"between letters", "Sale", 2, false, false},
		{"at the start", "🎉 Sale", 0, false, false},
		{"in a pair: in its cluster, too", "🎉 Sale", 1, true, true},
		{"behind a pair", "🎉 Sale", 2, false, false},
		{"at the end", "🎉 Sale", 7, false, false},
		{"beyond the end", "🎉 Sale", 8, false, false},
		{"before the start", "🎉 Sale", -1, false, false},
		{"before a skin tone", "Hey 👋🏽 Kevin", 6, false, true},
		{"behind a skin tone", "Hey 👋🏽 Kevin", 8, false, false},
		{"in a family, behind the joiner", "👨‍👩‍👧 family", 3, false, true},
		{"in a family, before the joiner", "👨‍👩‍👧 family", 2, false, true},
		{"behind a family", "👨‍👩‍👧 family", 8, false, false},
		{"between the halves of a flag", "🇺🇸 hi", 2, false, true},
		{"between two flags", "🇺🇸🇩🇪", 4, false, false},
		{"in the second of two flags", "🇺🇸🇩🇪", 6, false, true},
		{"behind a third, single half", "🇺🇸🇩x", 6, false, false},
		{"before a combining accent", "Cafe\u0301", 4, false, true},
		{"before a precomposed letter", "Caf\u00e9", 3, false, false},
		{"between CR and LF", "a\r\nb", 2, false, true},
		{"between LF and CR", "a\n\rb", 2, false, false},
		{"CR and LF beside more than ASCII", "é\r\né", 2, false, true},
		{"before a keycap", "1\ufe0f\u20e3", 1, false, true},
		{"before a variation selector", "❤\ufe0f", 1, false, true},
		{"in a syllable of single jamo", "\u1112\u1161\u11ab", 1, false, true},
		{"between syllables", "한글", 1, false, false},
		{"behind a sign that goes before", "\u06001", 1, false, true},
		{"an accent after a line feed is alone", "\n\u0301", 1, false, false},
		{"joiner between letters stays with the first", "a\u200db", 2, false, false},
		{"invalid bytes are apart", "\xf0\x9f\x8e", 1, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.surrogate, SplitsSurrogate(c.text, c.off))
			require.Equal(t, c.grapheme, SplitsGrapheme(c.text, c.off))
		})
	}
}

func TestSnap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		r, want    Range
	}{
		{"whole clusters stay", "Hey 👋🏽 Kevin", Range{4, 8}, Range{4, 8}},
		{"an end inside a pair", "🎉 Sale", Range{0, 1}, Range{0, 2}},
		{"a start inside a pair", "🎉 Sale", Range{1, 7}, Range{0, 7}},
		{"an end before the skin tone", "Hey 👋🏽 Kevin", Range{4, 6}, Range{4, 8}},
		{"both inside one family", "👨‍👩‍👧 family", Range{3, 5}, Range{0, 8}},
		{"an end before an accent", "Cafe\u0301!", Range{0, 4}, Range{0, 5}},
		{"a start behind CR", "a\r\nb", Range{2, 4}, Range{1, 4}},
		{"empty at a boundary", "Sale", Range{2, 2}, Range{2, 2}},
		{"empty inside a cluster", "🇺🇸 hi", Range{2, 2}, Range{0, 4}},
		{"beyond the end", "🇺🇸 hi", Range{5, 99}, Range{5, 7}},
		{"before the start", "🇺🇸 hi", Range{-3, 1}, Range{0, 4}},
		{"reversed stays", "🇺🇸 hi", Range{2, 1}, Range{2, 1}},
		{"nothing", "", Range{0, 0}, Range{0, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, Snap(c.text, c.r))
		})
	}
}

// TestSnapProperties checks what Snap promises, over texts made of what joins.
func TestSnapProperties(t *testing.T) {
	item := rapid.SampledFrom([]string{"a", "é", "\u0301", "\u200d", "👩", "🏽", "🇺", "\r", "\n", "\u0600", "\u1100", "가", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, s := range rapid.SliceOfN(item, 0, 12).Draw(t, "items") {
			text += s
		}
		n := UTF16Len(text)
		start := rapid.IntRange(0, n).Draw(t, "start")
		r := Range{start, rapid.IntRange(start, n).Draw(t, "end")}
		got := Snap(text, r)
		require.True(t, got.Contains(r))
		require.False(t, SplitsGrapheme(text, got.Start))
		require.False(t, SplitsGrapheme(text, got.End))
		require.Equal(t, got, Snap(text, got), "snapped is snapped")
		for off := got.Start + 1; off <= r.Start; off++ {
			require.True(t, SplitsGrapheme(text, off), "the start is the nearest")
		}
		for off := r.End; off < got.End; off++ {
			require.True(t, SplitsGrapheme(text, off), "the end is the nearest")
		}
	})
}

// TestUnicodeVersion pins what tells the version of uniseg's data: what 15.0
// brought is there, what came later is not.
func TestUnicodeVersion(t *testing.T) {
	require.Equal(t, "15.0.0", UnicodeVersion)
	require.Equal(t, "Prepend", propertyOf('\U00011F02'), "U+11F02 came with 15.0")
	require.Equal(t, 2, uniseg.GraphemeClusterCount("क\u094dष"), "GB9c came with 15.1: conjunct.go may go")
	require.Equal(t, "Other", propertyOf('\U000113D1'), "U+113D1 came with 16.0")
}
