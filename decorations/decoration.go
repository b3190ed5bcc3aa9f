package decorations

import "slices"

// Style is a lasting change of how a text looks, in the API's spelling. The
// zero value is not a style.
type Style string

// The styles of the API.
const (
	Bold          Style = "bold"
	Italic        Style = "italic"
	Strikethrough Style = "strikethrough"
	Underline     Style = "underline"
)

// Styles returns the styles of the API in the order of its documentation, in a
// slice of the caller's own.
func Styles() []Style {
	return []Style{Bold, Italic, Strikethrough, Underline}
}

// String returns the style in the API's spelling.
func (s Style) String() string { return string(s) }

// Valid reports whether s is one of [Styles], in the very spelling: the API
// compares with regard to case.
func (s Style) Valid() bool {
	switch s {
	case Bold, Italic, Strikethrough, Underline:
		return true
	}
	return false
}

// Animation is a movement of a text, in the API's spelling. The zero value is
// no animation.
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

// Animations returns the animations of the API in the order of its
// documentation, in a slice of the caller's own.
func Animations() []Animation {
	return []Animation{Big, Small, Shake, Nod, Explode, Ripple, Bloom, Jitter}
}

// String returns the animation in the API's spelling.
func (a Animation) String() string { return string(a) }

// Valid reports whether a is one of [Animations], in the very spelling.
func (a Animation) Valid() bool {
	return slices.Contains(Animations(), a)
}

// Decoration is a style or an animation over a range of a text. Exactly one of
// Style and Animation is set in a right one; the zero value has neither.
type Decoration struct {
	Range     Range
	Style     Style
	Animation Animation
}

// Conflicts reports whether the API refuses a and b on one text. Styles may
// overlap one another, so that a word is bold and italic; an animation may
// overlap nothing, neither a style nor an animation. Any non-empty Animation
// counts as one, known or not.
func Conflicts(a, b Decoration) bool {
	return (a.Animation != "" || b.Animation != "") && a.Range.Overlaps(b.Range)
}
