package markdown

// Option changes how Markdown is read or written.
type Option interface{ apply(*settings) }

// option is the only implementation, which seals [Option].
type option func(*settings)

func (o option) apply(s *settings) { o(s) }

// settings are what the options add up to.
type settings struct {
	animations bool
	joinLines  bool
	bullet     string
	quote      string
}

// newSettings are the defaults, changed by opts in turn.
func newSettings(opts []Option) settings {
	s := settings{bullet: "•", quote: "│"}
	for _, o := range opts {
		o.apply(&s)
	}
	return s
}

// Animations reads and writes {shake: wow} for the text "wow" with the
// animation shake, likewise for the other seven. A span ends at the next }
// within its paragraph; \} is a brace of the text. Without this option such a
// span is text, and [FromText] leaves animations out.
func Animations() Option { return option(func(s *settings) { s.animations = true }) }

// JoinLines makes a space of a line break within a paragraph, as browsers do:
// it is for sources that are wrapped at some column. Hard line breaks (two
// spaces or a backslash at the end of a line) stay.
func JoinLines() Option { return option(func(s *settings) { s.joinLines = true }) }

// Bullet is what stands before an item of an unordered list, followed by a
// space. The default is "•", which an SMS can only carry in UCS-2; "-" costs
// nothing there.
func Bullet(mark string) Option { return option(func(s *settings) { s.bullet = mark }) }

// Quote is what stands before each line of a block quote, followed by a space.
// The default is "│". With "" a quote is set off by nothing.
func Quote(mark string) Option { return option(func(s *settings) { s.quote = mark }) }
