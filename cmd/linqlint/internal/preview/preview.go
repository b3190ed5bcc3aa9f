// Package preview draws a request in a terminal as its recipient sees it: bubbles
// with their styles, boxes for media, links and cards, and the names of what a
// terminal cannot show, such as animations and effects. The drawing is
// approximate: fonts, line breaks and link previews depend on the device.
//
// The text of a payload cannot drive the terminal: control characters and
// characters that change the direction of text are replaced. Draw is safe for
// concurrent use.
package preview

import (
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// Option changes how a request is drawn.
type Option interface{ apply(*canvas) }

// option is the only implementation, which seals [Option].
type option func(*canvas)

func (o option) apply(c *canvas) { o(c) }

// WithWidth sets the number of columns. The default is 80; values below 32 and above
// 100 are clamped.
func WithWidth(columns int) Option { return option(func(c *canvas) { c.width = columns }) }

// WithColor sets whether ANSI sequences are written. Without them the styles of a
// text are named below it.
func WithColor(color report.Color) Option { return option(func(c *canvas) { c.color = color }) }

// WithRuler draws a ruler of UTF-16 code units below each line of a text, and the
// ranges of the decorations.
func WithRuler() Option { return option(func(c *canvas) { c.ruler = true }) }

// The bounds of a drawing, in columns.
const (
	defaultWidth = 80
	minWidth     = 32
	maxWidth     = 100
)

// Draw returns the drawing of a request. Each line ends in a line feed.
func Draw(r builder.Request, opts ...Option) string {
	c := &canvas{width: defaultWidth, accent: blue}
	for _, o := range opts {
		o.apply(c)
	}
	if c.width <= 0 {
		c.width = defaultWidth
	}
	c.width = min(max(c.width, minWidth), maxWidth)
	c.heading(r)
	c.content(contentOf(r))
	c.plain(r)
	return c.String()
}

// contentOf returns the content of a request that sends a message, else the zero
// Content.
func contentOf(r builder.Request) builder.Content {
	if m, ok := r.(builder.MessageRequest); ok {
		return m.Content()
	}
	return builder.Content{}
}

// canvas is the drawing so far.
type canvas struct {
	width  int
	color  report.Color
	ruler  bool
	accent style // the color of the bubbles: blue is iMessage, green the rest
	out    strings.Builder
}

// String returns the drawing so far.
func (c *canvas) String() string { return c.out.String() }

// heading writes the kind and the endpoint.
func (c *canvas) heading(r builder.Request) {
	content := contentOf(r)
	if content.PreferredService == validate.ServiceSMS || content.PreferredService == validate.ServiceRCS {
		c.accent = green
	}
	kind := api.KindNamed(string(r.Kind()))
	title := row{{text: kind.Name, style: bold}}
	if kind.Path != "" {
		title = append(title, text("  "+kind.Method+" "+kind.Path, dim))
	}
	c.line(title)
	if from := content.From; from != "" {
		c.field("from", from)
	}
	if to := content.To; len(to) > 0 {
		c.field("to", strings.Join(to, ", "))
	}
	switch content.PreferredService {
	case "":
	case validate.ServiceIMessage:
		c.field("service", "iMessage, no fallback")
	case validate.ServiceSMS, validate.ServiceRCS:
		c.field("service", string(content.PreferredService)+": RCS where the recipient has it, else SMS")
	default:
		c.field("service", string(content.PreferredService))
	}
	c.line(nil)
}

// field writes a name and its value, folded.
func (c *canvas) field(name, value string) {
	const margin = 9
	for i, line := range fold(cells(value), c.width-margin) {
		head := strings.Repeat(" ", margin)
		if i == 0 {
			head = name + strings.Repeat(" ", margin-len(name))
		}
		c.line(append(row{text(head, dim)}, line.row()...))
	}
}

// note writes a remark about what was drawn last.
func (c *canvas) note(mark, remark string) {
	for i, line := range fold(cells(remark), c.width-indent-len("✦ ")-1) {
		head := "  "
		if i == 0 {
			head = mark + " "
		}
		remark := line.row()
		for k := range remark {
			remark[k].style |= dim
		}
		c.line(append(row{text(strings.Repeat(" ", indent)+" "+head, magenta)}, remark...))
	}
}
