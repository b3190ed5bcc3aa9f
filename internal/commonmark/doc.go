// Package commonmark reads Markdown as people and programs write it in messages:
// CommonMark with strikethrough, tables and style tags, and less eager than
// CommonMark where a message means its signs literally. Package markdown
// converts what it finds, and the rule text-markdown reports it, so that both
// always agree.
//
// # What is left as text
//
//   - bare URLs and Windows paths, of which every byte is literal
//   - links and definitions whose target is not a URL: handlers[0](event)
//   - __name__, products of numbers (2*3*4, x**2 + y**2), f**k and s**t, ^_^
//   - "# of guests: 4" and "# 12", where # is a number sign
//   - "--" under a line; an underline of a heading has three signs or more
//   - tags of unknown elements, and elements that are never closed: <STOP>
//   - processing instructions, declarations, and comments that never end
//   - definitions that nothing refers to, thematic breaks, empty fences
//
// # Time
//
// [Parse] takes time and memory linear in the source. What would make it
// quadratic is bounded: containers nest 32 deep, further marks are text; every
// search for an end that failed is remembered.
package commonmark

// Kind says what an [Event] is. The zero value is not an event.
type Kind uint8

// The events. Those whose names end in Start have a partner that ends in End.
const (
	// Text is source text as it is, or, with a Text of its own, what is in its
	// place: a tab that was cut, the newline within a code span.
	Text      Kind = iota + 1
	Escaped        // a backslash and the sign that it escapes; Text is the sign
	Reference      // a character reference, resolved or not by the reader
	URL            // a bare URL
	AutoLink       // a URL in angle brackets; Text is the URL
	SoftBreak
	HardBreak
	Separate // the end of a line that an HTML element asks for
	StyleStart
	StyleEnd
	CodeStart // a code span or code element
	CodeEnd
	LinkStart
	LinkEnd
	ImageStart
	ImageEnd
	AnimationStart
	AnimationEnd

	ParagraphStart
	ParagraphEnd
	HeadingStart
	HeadingEnd
	FenceStart // a fenced code block; its lines are Text and HardBreak
	FenceEnd
	IndentedStart // an indented code block, likewise
	IndentedEnd
	HTMLStart // an HTML block, whose text is not Markdown
	HTMLEnd
	QuoteStart
	QuoteEnd
	ListStart
	ListEnd
	ItemStart
	ItemEnd
	TableStart
	TableEnd
	RowStart
	RowEnd
	CellStart
	CellEnd
	RuleStart // a thematic break, with its signs as Text
	RuleEnd
)

// Style is what emphasis or a tag asks for.
type Style uint8

// The styles, in the order in which they are listed over the same text.
const (
	Bold Style = iota
	Italic
	Strikethrough
	Underline
	Styles = iota // how many there are
)

// Event is one step of a document.
type Event struct {
	Kind       Kind
	Style      Style
	Blank      bool   // of the start of a block: a blank line is before it
	Ordered    bool   // of a list
	Start, End int    // bytes of the source; of a start or an end, its mark
	Match      int    // index of the partner
	Text       string // what is in the place of the source: see the kinds
	URL        string // the target of a link or an image, as it is in the source
}

// Options change what is read. The zero value reads no animations.
type Options struct {
	// Animation reports whether {name: …} is an animation. nil reads none.
	Animation func(name string) bool
}

// Parse returns the events of source in order.
func Parse(source string, o Options) []Event {
	p := &blockParser{source: source}
	p.parse()
	return emit(source, p, o)
}
