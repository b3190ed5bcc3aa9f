package builder

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/linqlint/linqlint/decorations"
)

// squeezed returns the content without what Split may add or remove.
func squeezed(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.form == FormText {
			for _, r := range p.value {
				if !unicode.IsSpace(r) {
					b.WriteRune(r)
				}
			}
			continue
		}
		b.WriteString("\x00" + p.Type() + p.value + "\x00")
	}
	return b.String()
}

// decorated lists each decorated code point that is not white space with its
// style and animation.
func decorated(parts []Part) []string {
	var out []string
	for _, p := range parts {
		for _, d := range p.Decorations() {
			text, _ := decorations.Slice(p.value, d.Range)
			for _, r := range text {
				if !unicode.IsSpace(r) {
					out = append(out, string(r)+string(d.Style)+string(d.Animation))
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

func genText(t *rapid.T) Part {
	atoms := []string{"a", "Word", " ", "\n\n", ". ", "字", "。", "👋🏽", "🇺🇸", "é", "e\u0301", " 👨‍👩‍👧 ", strings.Repeat("long", 300), strings.Repeat("many words, ", 300)}
	value := "s" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 25).Draw(t, "atoms"), "") + "e"
	x := newIndex(value)
	var options []TextOption
	end := 0
	for range rapid.IntRange(0, 3).Draw(t, "decorations") {
		a := rapid.IntRange(0, x.UTF16Len()).Draw(t, "start")
		b := rapid.IntRange(a, x.UTF16Len()).Draw(t, "end")
		r := x.Snap(decorations.Range{Start: a, End: b})
		if r.Start >= end && rapid.Bool().Draw(t, "animated") {
			options = append(options, Animate(decorations.Shake, r))
		} else if r.Start >= end {
			options = append(options, Styled(decorations.Bold, r))
		}
		end = max(end, r.End)
	}
	return TextPart(value, options...)
}

func newIndex(s string) *decorations.Index {
	var x decorations.Index
	x.Reset(s)
	return &x
}

func genPart(t *rapid.T) Part {
	switch rapid.IntRange(0, 9).Draw(t, "part") {
	case 0, 1, 2, 3:
		return genText(t)
	case 4, 5, 6:
		return MediaPart(rapid.SampledFrom([]string{"https://example.com/a.jpg", "https://cdn.linqapp.com/a.jpg"}).Draw(t, "url"))
	case 7:
		return AttachmentPart(lineID)
	case 8:
		return LinkPart("https://example.com/" + rapid.StringMatching(`[a-z]{1,5}`).Draw(t, "path"))
	}
	return AppClipPart("https://pay.linqapp.com/x")
}

func TestSplitProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Custom(genPart), 1, 60).Draw(t, "parts")
		if rapid.IntRange(0, 5).Draw(t, "many") == 0 {
			parts = slices.Repeat(parts, 3)
		}
		key := rapid.StringN(1, 255, -1).Draw(t, "key")
		r := MessagesCreate("+14155550123").Parts(parts...).IdempotencyKey(key).Effect(EffectConfetti)
		seq := r.Split()
		require.Empty(t, seq.Left)
		requireClean(t, seq)

		var all []Part
		keys := map[string]bool{}
		for i, m := range seq.Requests {
			c, ok := contentOf(m)
			require.True(t, ok)
			all = append(all, c.Parts...)
			keys[c.IdempotencyKey] = true
			require.LessOrEqual(t, utf8.RuneCountInString(c.IdempotencyKey), 255)
			require.Equal(t, i == 0, c.Effect.Name != "")
			require.Equal(t, []string{"+14155550123"}, c.To)
		}
		require.Len(t, keys, len(seq.Requests))
		require.Equal(t, squeezed(parts), squeezed(all))
		require.Equal(t, decorated(parts), decorated(all))

		for i := 1; i < len(seq.Requests); i++ {
			requireNotJoinable(t, seq.Requests[i-1], seq.Requests[i])
		}
	})
}

// requireNotJoinable checks that two adjacent messages could not be one, unless
// Split has cut a text between them.
func requireNotJoinable(t *rapid.T, a, b Request) {
	ca, _ := contentOf(a)
	cb, _ := contentOf(b)
	last, first := ca.Parts[len(ca.Parts)-1], cb.Parts[0]
	if last.form == FormText && first.form == FormText {
		joined, ok := join(&last, &first)
		require.True(t, ok)
		if joined.tooLong() {
			return
		}
		ca.Parts, cb.Parts = append(slices.Clone(ca.Parts[:len(ca.Parts)-1]), joined), cb.Parts[1:]
	}
	_, err := ContentOnly().Parts(ca.Parts...).Parts(cb.Parts...).Build()
	require.Error(t, err, "two messages that could be one")
}
