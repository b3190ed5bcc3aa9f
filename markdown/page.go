package markdown

import (
	"bytes"
	"strings"

	"github.com/linqlint/linqlint/decorations"
)

// page is the plain text under construction, with the decorations over it, the
// places where something else than text belongs, and a record of where each
// byte came from. All offsets are in bytes; they become UTF-16 code units when
// the page is cut into parts.
type page struct {
	text    []byte
	spans   []span
	objects []object
	runs    []run

	open   element // what is open
	across element // what was open at the last line break

	containers []container
	newlines   int    // to be written before the next text
	margin     string // what the blank lines among them start with
	begun      bool   // there is text on the current line
	trimLeft   bool   // the next text follows an object: its leading space is layout
	keep       int    // no trailing space before this offset may be cut: it is code
	marksStart int    // where the marks of the containers are on the current line
	marksEnd   int
}

// element is what the open elements ask for together.
type element struct {
	styles    [len(styleOf)]int // how many of them ask for each style
	animation decorations.Animation
}

// styleOf is the order in which styles over the same range are listed.
var styleOf = [...]decorations.Style{decorations.Bold, decorations.Italic, decorations.Strikethrough, decorations.Underline}

// span is a decoration over a byte range of the page.
type span struct {
	start, end int
	style      decorations.Style
	animation  decorations.Animation
}

// object is what is between two texts: a media or a link part.
type object struct {
	at   int // byte offset in the page
	kind objectKind
	url  string
}

// objectKind tells objects apart; its zero value is none, which means a text.
type objectKind uint8

const (
	mediaObject objectKind = iota + 1
	linkObject
)

// run says that the bytes [dst, dst+len) of the page come from the bytes
// [src, src+srcLen) of the source. Where both lengths agree they are the same
// bytes; else the run is one piece, such as an entity.
type run struct{ dst, len, src, srcLen int }

// container is an open block quote or list item: what its first line and what
// the others start with.
type container struct {
	first, rest string
	begun       bool
}

// maxIndent bounds how deep a line is indented or quoted: the nesting of a
// hostile source would make the output quadratic.
const maxIndent = 16

// separate asks for n newlines, at least, between what is there and what comes.
// The containers that are open now are those that a blank line is part of.
func (p *page) separate(n int) {
	if p.begun || p.newlines > 0 {
		p.newlines = max(p.newlines, n)
		p.endLine()
	}
}

// lineBreak ends the line.
func (p *page) lineBreak() {
	if p.begun || p.newlines > 0 {
		p.newlines++
		p.endLine()
	}
}

// endLine notes what is open where a line ends, for when the next one starts.
func (p *page) endLine() {
	p.margin = p.indent()
	p.across = p.open
}

// pending is the length in bytes of the line breaks that startLine will write, with
// the marks of the blank lines.
func (p *page) pending() int {
	return p.newlines + max(0, p.newlines-1)*len(strings.TrimRight(p.margin, " "))
}

// startLine writes the newlines that are asked for and the marks of the open
// containers.
func (p *page) startLine() {
	if p.newlines > 0 {
		margin := strings.TrimRight(p.margin, " ")
		for i := range p.newlines {
			if i > 0 {
				p.text = append(p.text, margin...)
			}
			start := len(p.text)
			p.text = append(p.text, '\n')
			if margin == "" {
				p.decorate(start, p.open.and(p.across))
			}
		}
		p.newlines, p.begun = 0, false
	}
	if p.begun {
		return
	}
	p.begun = true
	p.marksStart = len(p.text)
	for i := range p.containers {
		c := &p.containers[i]
		mark := c.rest
		if !c.begun {
			c.begun, mark = true, c.first
		}
		// Deeper ones are still there, but drawn as far in as the last.
		if i < maxIndent {
			p.text = append(p.text, mark...)
		}
	}
	p.marksEnd = len(p.text)
}

// indent is what a further line of the open containers starts with.
func (p *page) indent() string {
	var b strings.Builder
	for i := range p.containers[:min(len(p.containers), maxIndent)] {
		b.WriteString(p.containers[i].rest)
	}
	return b.String()
}

// and is what both e and o ask for.
func (e element) and(o element) element {
	for i := range e.styles {
		e.styles[i] = min(e.styles[i], o.styles[i])
	}
	if e.animation != o.animation {
		e.animation = ""
	}
	return e
}

// decorate puts the decorations of e over the page from start on.
func (p *page) decorate(start int, e element) {
	if e.animation != "" {
		p.extend(span{start: start, end: len(p.text), animation: e.animation})
	}
	for i, open := range e.styles {
		if open > 0 {
			p.extend(span{start: start, end: len(p.text), style: styleOf[i]})
		}
	}
}

// extend adds s, or lengthens the span of the same decoration that it touches.
func (p *page) extend(s span) {
	// Two parts never share a decoration, even where the source has one element.
	if n := len(p.objects); n > 0 && s.start == p.objects[n-1].at {
		p.spans = push(p.spans, s) // a span ends where its part does
		return
	}
	// One of the last few spans is it: there are at most four styles and one animation at a time.
	for i := len(p.spans) - 1; i >= 0 && i >= len(p.spans)-2*len(styleOf); i-- {
		t := &p.spans[i]
		if t.end == s.start && t.style == s.style && t.animation == s.animation {
			t.end = s.end
			return
		}
	}
	p.spans = push(p.spans, s)
}

// write appends text that comes from srcLen bytes of the source at src.
func (p *page) write(text []byte, src, srcLen int) {
	if p.trimLeft {
		// The space between an image and the words behind it.
		cut := len(text) - len(bytes.TrimLeft(text, " \t"))
		if cut == len(text) {
			return
		}
		if len(text) == srcLen {
			src, srcLen = src+cut, srcLen-cut
		}
		text = text[cut:]
	}
	if len(text) == 0 {
		return
	}
	p.startLine()
	p.trimLeft = false
	p.runs = push(p.runs, run{len(p.text), len(text), src, srcLen})
	p.text = append(p.text, text...)
	p.decorate(len(p.text)-len(text), p.open)
}

// insert appends text that comes from nothing in the source and is decorated by
// nothing.
func (p *page) insert(text string) {
	if text == "" {
		return
	}
	p.startLine()
	p.trimLeft = false
	p.text = append(p.text, text...)
}

// place puts an object where the page ends. Space on either side of it is
// layout of the source, and no text.
func (p *page) place(kind objectKind, url string) {
	// Layout must not eat what code has at its end, nor the text before an earlier
	// object.
	end := max(len(bytes.TrimRight(p.text, " \t\n")), p.keep)
	if n := len(p.objects); n > 0 {
		end = max(end, p.objects[n-1].at)
	}
	p.cut(end)
	p.objects = push(p.objects, object{len(p.text), kind, url})
	p.newlines, p.begun, p.trimLeft = 0, false, true
}

// cut shortens the text to n bytes.
func (p *page) cut(n int) {
	if n >= len(p.text) {
		return
	}
	p.text = p.text[:n]
	// Spans are in the order of their starts, so those that go are at the end.
	for len(p.spans) > 0 && p.spans[len(p.spans)-1].start >= n {
		p.spans = p.spans[:len(p.spans)-1]
	}
	for i := len(p.spans) - 1; i >= 0 && i >= len(p.spans)-2*len(styleOf); i-- {
		p.spans[i].end = min(p.spans[i].end, n)
	}
	for len(p.runs) > 0 && p.runs[len(p.runs)-1].dst >= n {
		p.runs = p.runs[:len(p.runs)-1]
	}
	if k := len(p.runs) - 1; k >= 0 && p.runs[k].dst+p.runs[k].len > n {
		p.runs[k].len = n - p.runs[k].dst
		p.runs[k].srcLen = min(p.runs[k].srcLen, p.runs[k].len)
	}
}

// push is append, but a full slice becomes twice as large: twice the source then
// takes twice the memory, at any length.
func push[T any](s []T, v T) []T {
	if len(s) == cap(s) {
		larger := make([]T, len(s), max(8, 2*len(s)))
		copy(larger, s)
		s = larger
	}
	return append(s, v)
}
