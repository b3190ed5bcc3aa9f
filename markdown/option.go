package markdown

import "strings"

// Option changes how Markdown is read or written. A nil Option changes nothing.
type Option interface{ apply(*settings) }

// option is the only implementation, which seals [Option].
type option func(*settings)

func (o option) apply(s *settings) { o(s) }

// settings are the effect of the options.
type settings struct {
	animations bool
	joinLines  bool
	bareInText bool
	tables     TableLayout
	bullet     string
	quote      string
}

// newSettings returns the defaults, changed by opts in order.
func newSettings(opts []Option) settings {
	s := settings{bullet: "•", quote: "│"}
	for _, o := range opts {
		if o != nil {
			o.apply(&s)
		}
	}
	return s
}

// WithAnimations reads and writes {shake: wow} as the text "wow" with the animation
// shake, and the other animations of the API likewise. A span ends at the next } in its
// paragraph; \} is a brace in the text. Without this option such a span is text, and
// [FromText] leaves animations out.
func WithAnimations() Option { return option(func(s *settings) { s.animations = true }) }

// WithJoinedLines turns a line break in a paragraph into a space, as browsers do. It is
// for Markdown that is wrapped at some column. Hard line breaks (two spaces or a
// backslash at the end of a line) stay.
func WithJoinedLines() Option { return option(func(s *settings) { s.joinLines = true }) }

// WithBareURLsInText leaves a URL that is alone in a paragraph in the text.
// Without this option [Parts] makes a link part of it.
func WithBareURLsInText() Option { return option(func(s *settings) { s.bareInText = true }) }

// WithTables sets how a table is written. The default is [TableRows]. It panics if
// layout is not one of the three.
func WithTables(layout TableLayout) Option {
	if layout > TableColumns {
		panic("markdown: WithTables: unknown layout")
	}
	return option(func(s *settings) { s.tables = layout })
}

// WithBullet sets the mark that precedes an item of an unordered list, with a space
// between them. The default is "•", which is not in the GSM 7 bit alphabet and so
// makes an SMS UCS-2; "-" does not. WithBullet panics if mark has a line break.
func WithBullet(mark string) Option {
	oneLine("WithBullet", mark)
	return option(func(s *settings) { s.bullet = mark })
}

// WithQuote sets the mark that precedes each line of a block quote, with a space
// between them. The default is "│"; with "", a quote looks like any other text.
// WithQuote panics if mark has a line break.
func WithQuote(mark string) Option {
	oneLine("WithQuote", mark)
	return option(func(s *settings) { s.quote = mark })
}

func oneLine(option, mark string) {
	if strings.ContainsAny(mark, "\r\n") {
		panic("markdown: " + option + ": mark has a line break")
	}
}
