package decorations

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestStyles(t *testing.T) {
	require.Equal(t, []Style{"bold", "italic", "strikethrough", "underline"}, Styles())
	for _, s := range Styles() {
		require.True(t, s.Valid(), s)
		require.False(t, Animation(s).Valid(), "%s is not an animation", s)
	}
	for _, s := range []Style{"", "Bold", "bold ", "strike"} {
		require.False(t, s.Valid(), "%q", s)
	}
}

func TestAnimations(t *testing.T) {
	require.Equal(t, []Animation{"big", "small", "shake", "nod", "explode", "ripple", "bloom", "jitter"}, Animations())
	for _, a := range Animations() {
		require.True(t, a.Valid(), a)
		require.False(t, Style(a).Valid(), "%s is not a style", a)
	}
	for _, a := range []Animation{"", "Big", " big", "wiggle"} {
		require.False(t, a.Valid(), "%q", a)
	}
}

// TestListsAreCopies checks that a caller cannot change what the next one gets.
func TestListsAreCopies(t *testing.T) {
	Styles()[0], Animations()[0] = "x", "x"
	require.Equal(t, Bold, Styles()[0])
	require.Equal(t, Big, Animations()[0])
	require.True(t, Bold.Valid() && Big.Valid())
}

func TestConflicts(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b Decoration
		want bool
	}{
		{"two styles overlap: bold and italic", Decoration{Range: Range{0, 5}, Style: Bold}, Decoration{Range: Range{0, 5}, Style: Italic}, false},
		{"the same style again", Decoration{Range: Range{0, 5}, Style: Bold}, Decoration{Range: Range{3, 8}, Style: Bold}, false},
		{"two animations overlap", Decoration{Range: Range{0, 5}, Animation: Big}, Decoration{Range: Range{4, 8}, Animation: Shake}, true},
		{"an animation overlaps a style", Decoration{Range: Range{0, 5}, Animation: Big}, Decoration{Range: Range{4, 8}, Style: Bold}, true},
		{"an animation touches an animation", Decoration{Range: Range{0, 5}, Animation: Big}, Decoration{Range: Range{5, 8}, Animation: Big}, false},
		{"an animation over nothing, inside a style", Decoration{Range: Range{3, 3}, Animation: Big}, Decoration{Range: Range{0, 8}, Style: Bold}, false},
		{"an unknown animation is one", Decoration{Range: Range{0, 5}, Animation: "wiggle"}, Decoration{Range: Range{4, 8}, Style: Bold}, true},
		{"both in one", Decoration{Range: Range{0, 5}, Style: Bold, Animation: Big}, Decoration{Range: Range{4, 8}, Style: Bold}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, Conflicts(c.a, c.b))
			require.Equal(t, c.want, Conflicts(c.b, c.a), "the order does not matter")
		})
	}
}
