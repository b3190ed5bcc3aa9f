package builder

import "github.com/linqlint/linqlint/decorations"

// TextOption is what a text part may carry beside its value: a [Decoration] or
// a [TextMention].
type TextOption interface {
	textOption()
}

// Decoration is a style or an animation over a part of a text, never both:
// there is no function that makes one of both. The zero Decoration has neither
// and is reported by Build.
type Decoration struct {
	style     decorations.Style
	animation decorations.Animation
	place     Place
}

func (Decoration) textOption() {}

// Bold makes a part of the text bold. Style ranges may overlap one another.
func Bold[T Target](target T) Decoration { return Styled(decorations.Bold, target) }

// Italic makes a part of the text italic.
func Italic[T Target](target T) Decoration { return Styled(decorations.Italic, target) }

// Strikethrough strikes a part of the text through.
func Strikethrough[T Target](target T) Decoration { return Styled(decorations.Strikethrough, target) }

// Underline underlines a part of the text.
func Underline[T Target](target T) Decoration { return Styled(decorations.Underline, target) }

// Styled gives a part of the text a style. Style is a string type, so a style
// that is newer than this package can be written too.
func Styled[T Target](style decorations.Style, target T) Decoration {
	return Decoration{style: style, place: placeOf(target)}
}

// Animate animates a part of the text. An animation may overlap nothing,
// neither a style nor another animation.
func Animate[T Target](animation decorations.Animation, target T) Decoration {
	return Decoration{animation: animation, place: placeOf(target)}
}

// TextMention says whom a text mentions. The zero TextMention mentions "",
// which Build reports.
type TextMention struct {
	handle string
	place  Place
	ranged bool
}

func (TextMention) textOption() {}

// Mention mentions a participant of the chat, by handle (E.164 or email). What
// the target names is drawn as the mention: the bare name, without an "@",
// which Messages draws by itself. A text has one mention; the last one counts.
// Only iMessage group chats show it (documented 2026-08-19).
func Mention[T Target](handle string, target T) TextMention {
	return TextMention{handle: handle, place: placeOf(target), ranged: true}
}

// MentionWhole mentions a participant by the whole text: no mention_range is
// sent.
func MentionWhole(handle string) TextMention { return TextMention{handle: handle} }
