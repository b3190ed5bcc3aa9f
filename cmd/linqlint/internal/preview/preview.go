// Package preview draws a request in a terminal as its recipient would see it:
// bubbles with their styles, media, links and cards as boxes, and beside them
// what a terminal cannot show, such as animations and effects. It is a sketch
// for the eye: fonts, line breaks and previews are the device's.
//
// What a payload holds is shown and never obeyed: control characters and what
// changes the direction of text are replaced. Draw is safe for concurrent use.
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

// Width is how many columns there are; the default is 80, and no less than 32
// and no more than 100 are used.
func Width(columns int) Option { return option(func(c *canvas) { c.width = columns }) }

// Paint says whether ANSI sequences are written. Without them the styles of a
// text are named below it.
func Paint(color report.Color) Option { return option(func(c *canvas) { c.color = color }) }

// Ruler draws under each line of a text where its UTF-16 code units are, and
// under that each decoration's range.
func Ruler() Option { return option(func(c *canvas) { c.ruler = true }) }

// The bounds of a drawing, in columns.
const (
	defaultWidth = 80
	minWidth     = 32
	maxWidth     = 100
)

// Draw returns the drawing, in lines that end with a line feed.
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
	if content, ok := r.Content(); ok {
		c.content(content)
	}
	c.plain(r)
	return c.String()
}

// canvas is the drawing so far.
type canvas struct {
	width  int
	color  report.Color
	ruler  bool
	accent style // the colour of the bubbles: blue is iMessage, green the rest
	out    strings.Builder
}

// String returns the drawing so far.
func (c *canvas) String() string { return c.out.String() }

// heading says what is sent where.
func (c *canvas) heading(r builder.Request) {
	content, _ := r.Content()
	if content.Service == validate.SMS || content.Service == validate.RCS {
		c.accent = green
	}
	kind := api.KindNamed(string(r.Kind()))
	title := row{{text: kind.Name, style: bold}}
	if kind.Path != "" {
		title = append(title, text("  "+kind.Method+" "+kind.Path, dim))
	}
	c.line(title)
	if from := r.From(); from != "" {
		c.field("from", from)
	}
	if to := r.Recipients(); len(to) > 0 {
		c.field("to", strings.Join(to, ", "))
	}
	switch content.Service {
	case "":
	case validate.IMessage:
		c.field("service", "iMessage, no fallback")
	case validate.SMS, validate.RCS:
		c.field("service", string(content.Service)+": RCS where the recipient has it, else SMS")
	default:
		c.field("service", string(content.Service))
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
