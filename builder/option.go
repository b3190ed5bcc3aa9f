package builder

import "github.com/linqlint/linqlint/decorations"

// TextOption is what a text part has besides its value: a [Decoration], a
// [TextMention], a [TextSticker], or several of them from [Spans] or [Decorated].
// A nil TextOption is skipped.
type TextOption interface {
	textOption()
}

// placedOption is a [TextOption] with a place, which every one but a list has.
type placedOption interface {
	TextOption
	at() Place
	moved(to Place) placedOption
}

// Decoration is a style or an animation over a part of a text. No function sets
// both. The zero Decoration has neither; Build reports it.
type Decoration struct {
	style     decorations.Style
	animation decorations.Animation
	place     Place
}

func (Decoration) textOption() {}

func (d Decoration) at() Place { return d.place }

func (d Decoration) moved(to Place) placedOption {
	d.place = to
	return d
}

// Bold makes a part of the text bold. Style ranges may overlap one another.
func Bold[T Target](target T) Decoration { return Styled(decorations.Bold, target) }

// Italic makes a part of the text italic.
func Italic[T Target](target T) Decoration { return Styled(decorations.Italic, target) }

// Strikethrough strikes through a part of the text.
func Strikethrough[T Target](target T) Decoration { return Styled(decorations.Strikethrough, target) }

// Underline underlines a part of the text.
func Underline[T Target](target T) Decoration { return Styled(decorations.Underline, target) }

// Styled sets the style of a part of the text. Since decorations.Style is a
// string type, it may be newer than this package.
func Styled[T Target](style decorations.Style, target T) Decoration {
	return Decoration{style: style, place: placeOf(target)}
}

// Animate animates a part of the text. An animation must not overlap a style or
// another animation.
func Animate[T Target](animation decorations.Animation, target T) Decoration {
	return Decoration{animation: animation, place: placeOf(target)}
}

// TextMention is the mention of a text. The zero TextMention mentions "", which
// Build reports.
type TextMention struct {
	handle string
	place  Place
	ranged bool
}

func (TextMention) textOption() {}

func (m TextMention) at() Place { return m.place }

func (m TextMention) moved(to Place) placedOption {
	m.place = to
	return m
}

// Mention mentions a participant of the chat by handle (E.164 or email). The
// target is shown as the mention: the bare name without "@", which Messages
// adds. With [Whole], mention_range is not sent. A text
// has one mention; the last one counts. Only iMessage group chats show it
// (documented 2026-08-19).
func Mention[T Target](handle string, target T) TextMention {
	place := placeOf(target)
	return TextMention{handle: handle, place: place, ranged: place.unit != inWhole}
}
