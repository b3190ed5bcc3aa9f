package decorations

import "slices"

// Style is how a text looks, in the API's spelling. The zero Style, "", is none.
type Style string

// The styles of the API.
const (
	Bold          Style = "bold"
	Italic        Style = "italic"
	Strikethrough Style = "strikethrough"
	Underline     Style = "underline"
)

// Styles returns the styles of the API in the order of its documentation. The slice
// is the caller's.
func Styles() []Style {
	return []Style{Bold, Italic, Strikethrough, Underline}
}

// String returns the style in the API's spelling.
func (s Style) String() string { return string(s) }

// Valid reports whether s is one of [Styles]. Case matters, as it does for the API.
func (s Style) Valid() bool {
	switch s {
	case Bold, Italic, Strikethrough, Underline:
		return true
	}
	return false
}

// Animation is how a text moves, in the API's spelling. The zero Animation, "", is
// none.
type Animation string

// The animations of the API.
const (
	Big     Animation = "big"
	Small   Animation = "small"
	Shake   Animation = "shake"
	Nod     Animation = "nod"
	Explode Animation = "explode"
	Ripple  Animation = "ripple"
	Bloom   Animation = "bloom"
	Jitter  Animation = "jitter"
)

// Animations returns the animations of the API in the order of its documentation. The
// slice is the caller's.
func Animations() []Animation {
	return []Animation{Big, Small, Shake, Nod, Explode, Ripple, Bloom, Jitter}
}

// String returns the animation in the API's spelling.
func (a Animation) String() string { return string(a) }

// Valid reports whether a is one of [Animations]. Case matters, as it does for the API.
func (a Animation) Valid() bool {
	return slices.Contains(Animations(), a)
}

// Decoration is a style or an animation over a range of a text. A valid one has
// exactly one of Style and Animation; the zero Decoration has neither.
type Decoration struct {
	Range     Range
	Style     Style
	Animation Animation
}

// Conflicts reports whether the API rejects a and b on one text. Styles may overlap, so
// that a word is bold and italic; an animation must not overlap a style or another
// animation. An unknown animation counts too.
func Conflicts(a, b Decoration) bool {
	return (a.Animation != "" || b.Animation != "") && a.Range.Overlaps(b.Range)
}
