package markdown

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/linqlint/linqlint/decorations"
)

// fragments are what texts are made of: words in several scripts and
// directions, clusters, and whatever means something to Markdown.
var fragments = []string{
	"word", "Ärger", "日本語", "שלום", "مرحبا", "🎉", "👨‍👩‍👧", "👋🏽", "🇺🇸", "e\u0301", "\u200f",
	" ", "  ", "\n", "\n\n", "\n\n\n", "\t", "\r", "\u00a0", "*", "**", "_", "__", "~", "~~", "`", "```", "[", "](", ")", "![", "<", "<b>", "</b>", "<u>", "<div>", "<!--", "&", "&amp;", "&#32;", ";",
	"#", "# ", "##", "-", "- ", "---", "+ ", "=", "===", ">", "> ", "1", "1.", "1. ", "2) ", "\\", "{", "{shake: ", "{big:", "}", "!", "|", ":", "\"", "'", "(", ".", ",", "https://example.com", "snake_case", "a*b",
}

func texts() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 0, 12).Draw(t, "fragments"), "")
	})
}

func decorated(text string) *rapid.Generator[[]decorations.Decoration] {
	return rapid.Custom(func(t *rapid.T) []decorations.Decoration {
		n := decorations.UTF16Len(text)
		var ds []decorations.Decoration
		for range rapid.IntRange(0, 5).Draw(t, "decorations") {
			d := decorations.Decoration{Range: decorations.Range{Start: rapid.IntRange(-1, n).Draw(t, "start"), End: rapid.IntRange(0, n+1).Draw(t, "end")}}
			if rapid.IntRange(0, 3).Draw(t, "kind") == 0 {
				d.Animation = rapid.SampledFrom(decorations.Animations()).Draw(t, "animation")
			} else {
				d.Style = rapid.SampledFrom(decorations.Styles()).Draw(t, "style")
			}
			ds = append(ds, d)
		}
		return ds
	})
}

// TestRoundTrip: what FromText writes, Text reads back.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := texts().Draw(t, "text")
		ds := decorated(text).Draw(t, "decorations")
		md := FromText(text, ds, WithAnimations())
		got, gotDs := Text(md, WithAnimations())
		requireSound(t, got, gotDs)
		require.Equal(t, text, got, "Markdown %q", md)
		want := expressible(text, ds, newSettings([]Option{WithAnimations()}))
		require.Equal(t, looks(text, want), looks(text, gotDs), "Markdown %q of %q %v", md, text, want)
	})
}

// TestAnyMarkdown: whatever the source, the outcome is sound, and its words are
// in the order of the source.
func TestAnyMarkdown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		md := texts().Draw(t, "markdown")
		opts := []Option{WithAnimations()}
		if rapid.Bool().Draw(t, "join") {
			opts = append(opts, WithJoinedLines())
		}
		text, ds := Text(md, opts...)
		requireSound(t, text, ds)
		for _, p := range convert(md, newSettings(opts), false).pieces() {
			requireSound(t, p.text, p.decorations)
			require.Equal(t, p.object.kind == 0, strings.TrimSpace(p.text) != "")
		}
	})
}

func FuzzText(f *testing.F) {
	for _, unit := range hostile {
		f.Add(strings.Repeat(unit, 3))
	}
	f.Add("{shake: wow **x** 👩‍👩‍👧} **a {big: b} c**")
	f.Fuzz(func(t *testing.T, md string) {
		text, ds := Text(md, WithAnimations())
		requireSound(t, text, ds)
		pieces := convert(md, newSettings([]Option{WithAnimations()}), false).pieces()
		for i, p := range pieces {
			requireSound(t, p.text, p.decorations)
			require.False(t, i > 0 && p.object.kind == 0 && pieces[i-1].object.kind == 0, "two texts in a row")
		}
		if !slices.Contains([]byte(text), 0) && text == strings.ToValidUTF8(text, "") {
			got, _ := Text(FromText(text, ds, WithAnimations()), WithAnimations())
			require.Equal(t, text, got)
		}
	})
}
