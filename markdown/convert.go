package markdown

import (
	"bytes"
	"strings"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/commonmark"
)

// converter converts the events of one source to a page.
type converter struct {
	settings
	page
	source string
	events []commonmark.Event
	flat   bool   // images and links become text
	alt    int    // open images, whose descriptions have no styles
	links  []link // the open links and images
	first  []bool // for each open container: its next block is its first
	places []int  // number of objects at the start of each open item
	grid   grid   // of the current table, if its layout needs one
}

// convert converts a whole source.
func convert(md string, s settings, flat bool) *page {
	var o commonmark.Options
	if s.animations {
		o.Animation = func(name string) bool { return decorations.Animation(name).Valid() }
	}
	c := &converter{settings: s, source: md, flat: flat, first: []bool{true}}
	c.events = commonmark.Parse(md, o)
	c.walk(0, len(c.events))
	return &c.page
}

// walk writes the events [from, to).
func (c *converter) walk(from, to int) {
	for i := from; i < to; i++ {
		v := &c.events[i]
		if v.Kind >= commonmark.ParagraphStart {
			i = c.block(i, v)
		} else {
			i = c.inline(i, v)
		}
	}
}

// startBlock separates a block from the one before as the source does.
func (c *converter) startBlock(v *commonmark.Event) {
	if last := len(c.first) - 1; c.first[last] {
		c.first[last] = false
		return
	}
	c.separate(1)
	if v.Blank {
		c.separate(2)
	}
}

// block writes the start or the end of a block and returns the index of the last
// event that it used.
func (c *converter) block(i int, v *commonmark.Event) int {
	switch v.Kind {
	case commonmark.ParagraphStart:
		c.startBlock(v)
		// A link alone in a paragraph may be a link part; any other link is text.
		if url, ok := c.linkAlone(i); ok {
			c.place(linkObject, url)
			return v.Match
		}
	// All six levels look the same: a bubble has one font size.
	case commonmark.HeadingStart:
		c.startBlock(v)
		c.open.styles[commonmark.Bold]++
	case commonmark.HeadingEnd:
		c.open.styles[commonmark.Bold]--
	case commonmark.FenceStart, commonmark.IndentedStart:
		c.startBlock(v)
		c.code(i+1, v.Match)
		return v.Match
	case commonmark.HTMLStart, commonmark.RuleStart:
		c.startBlock(v)
	case commonmark.QuoteStart:
		c.startBlock(v)
		mark := ""
		if c.quote != "" {
			mark = c.quote + " "
		}
		c.enter(container{first: mark, rest: mark})
	case commonmark.QuoteEnd:
		c.leave()
	case commonmark.ListStart:
		c.startBlock(v)
		c.first = append(c.first, true)
	case commonmark.ListEnd:
		c.first = c.first[:len(c.first)-1]
	case commonmark.ItemStart, commonmark.ItemEnd:
		c.item(v)
	case commonmark.TableStart:
		c.startBlock(v)
		return c.table(i)
	}
	return i
}

// enter opens a container.
func (c *converter) enter(box container) {
	c.containers = append(c.containers, box)
	c.first = append(c.first, true)
}

// leave closes the innermost container and reports whether it has text.
func (c *converter) leave() bool {
	last := len(c.containers) - 1
	begun := c.containers[last].begun
	c.containers, c.first = c.containers[:last], c.first[:len(c.first)-1]
	return begun
}

// item starts or ends a list item.
func (c *converter) item(v *commonmark.Event) {
	if v.Kind == commonmark.ItemStart {
		c.startBlock(v)
		mark := c.mark(v)
		// Only the first line has the mark; the others are indented by its width.
		c.enter(container{first: mark + " ", rest: strings.Repeat(" ", len([]rune(mark))+1)})
		c.places = append(c.places, len(c.objects))
		return
	}
	last := len(c.places) - 1
	// An item with nothing but an image is a media part, without a bullet.
	if objects := c.places[last]; !c.leave() && objects == len(c.objects) {
		c.insert(c.mark(&c.events[v.Match])) // nothing in it was written
	}
	c.places = c.places[:last]
}

// mark returns what an item starts with.
func (c *converter) mark(item *commonmark.Event) string {
	if item.Text != "" {
		return item.Text
	}
	return c.bullet
}

// code writes the lines of a code block as they are.
func (c *converter) code(from, to int) {
	c.trimLeft = false
	for i := from; i < to; i++ {
		if v := &c.events[i]; v.Kind == commonmark.HardBreak {
			c.lineBreak()
		} else {
			c.textOf(v)
			c.keep = len(c.text)
		}
	}
}

// inline writes an inline event and returns the index of the last event that it
// used.
func (c *converter) inline(i int, v *commonmark.Event) int {
	switch v.Kind {
	case commonmark.Text, commonmark.URL:
		c.textOf(v)
	case commonmark.Escaped:
		c.write([]byte(v.Text), v.Start, v.End-v.Start)
	case commonmark.Reference:
		raw := []byte(c.source[v.Start:v.End])
		if text, n := reference(raw); n == len(raw) {
			c.write(text, v.Start, n)
		} else {
			c.write(raw, v.Start, len(raw))
		}
	case commonmark.AutoLink:
		c.write([]byte(v.Text), v.Start+1, len(v.Text))
	case commonmark.SoftBreak:
		// Soft and hard line breaks stay line breaks, since a chat shows them.
		if !c.joinLines {
			c.lineBreak()
			break
		}
		// The space is mapped to the line end, so that a decoration over it stays
		// in one piece.
		c.write([]byte(" "), v.Start, v.End-v.Start)
	case commonmark.HardBreak:
		c.lineBreak()
	case commonmark.Separate:
		c.separate(1)
	case commonmark.StyleStart:
		c.style(v.Style, 1)
	case commonmark.StyleEnd:
		c.style(v.Style, -1)
	case commonmark.AnimationStart:
		c.open.animation = decorations.Animation(v.Text)
	case commonmark.AnimationEnd:
		c.open.animation = ""
	default:
		return c.linked(i, v)
	}
	return i
}

// style opens or closes a style. An image's description has no styles: in HTML it
// is an attribute.
func (c *converter) style(s commonmark.Style, delta int) {
	if c.alt == 0 {
		c.open.styles[s] += delta
	}
}

// textOf writes text as it is in the source, or its replacement.
func (c *converter) textOf(v *commonmark.Event) {
	if v.Text != "" {
		c.write([]byte(v.Text), v.Start, v.End-v.Start)
		return
	}
	at := v.Start
	for {
		text := c.source[at:v.End]
		nul := strings.IndexByte(text, 0)
		if nul < 0 {
			c.write([]byte(text), at, len(text))
			return
		}
		// CommonMark requires this replacement, for security.
		c.write([]byte(text[:nul]), at, nul)
		c.write([]byte("\uFFFD"), at+nul, 1)
		at += nul + 1
	}
}

// trimmed is a label without the space around it.
func trimmed(b []byte) string { return string(bytes.TrimSpace(b)) }
