package markdown

import (
	"bytes"
	"strings"

	"github.com/linqlint/linqlint/decorations"
)

// page is the plain text under construction, with its decorations, the places of
// media and link parts, and a map from its bytes to the source. All offsets are in
// bytes; they become UTF-16 code units when the page is cut into parts.
type page struct {
	text    []byte
	spans   []span
	objects []object
	runs    []run

	open   element // the open elements
	across element // the elements open at the last line break

	containers []container
	newlines   int    // to be written before the next text
	margin     string // what blank lines among them start with
	begun      bool   // the current line has text
	trimLeft   bool   // the next text follows an object: its leading space is layout
	keep       int    // trailing space before this offset is code and stays
	marksStart int    // where the marks of the containers are on the current line
	marksEnd   int
}

// element is the effect of all open elements.
type element struct {
	styles    [len(styleOf)]int // how many of them have each style
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

// object is a media or a link part between two texts.
type object struct {
	at   int // byte offset in the page
	kind objectKind
	url  string
}

// objectKind tells objects apart; its zero value means a text.
type objectKind uint8

const (
	mediaObject objectKind = iota + 1
	linkObject
)

// run says that the bytes [dst, dst+len) of the page come from the bytes [src,
// src+srcLen) of the source. If both lengths are equal, they are the same bytes;
// else the run is one piece, such as a character reference.
type run struct{ dst, len, src, srcLen int }

// container is an open block quote or list item: the text before its first line and
// before the others.
type container struct {
	first, rest string
	begun       bool
}

// maxIndent bounds how deep a line is indented or quoted: a deeply nested source
// would make the output quadratic.
const maxIndent = 16

// separate requests at least n newlines before the next text. A blank line among
// them belongs to the containers that are open now.
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

// endLine records what is open at the end of a line, for the start of the next.
func (p *page) endLine() {
	p.margin = p.indent()
	p.across = p.open
}

// pending returns the length in bytes of the line breaks that startLine will write,
// with the marks of the blank lines.
func (p *page) pending() int {
	return p.newlines + max(0, p.newlines-1)*len(strings.TrimRight(p.margin, " "))
}

// startLine writes the requested newlines and the marks of the open containers.
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
		// Deeper containers are written like the last one.
		if i < maxIndent {
			p.text = append(p.text, mark...)
		}
	}
	p.marksEnd = len(p.text)
}

// indent returns what the next line of the open containers starts with.
func (p *page) indent() string {
	var b strings.Builder
	for i := range p.containers[:min(len(p.containers), maxIndent)] {
		b.WriteString(p.containers[i].rest)
	}
	return b.String()
}

// and returns what e and o have in common.
func (e element) and(o element) element {
	for i := range e.styles {
		e.styles[i] = min(e.styles[i], o.styles[i])
	}
	if e.animation != o.animation {
		e.animation = ""
	}
	return e
}

// decorate adds the decorations of e from start to the end of the page.
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
	// A decoration never covers two parts, even if one element of the source does.
	if n := len(p.objects); n > 0 && s.start == p.objects[n-1].at {
		p.spans = push(p.spans, s) // a span ends with its part
		return
	}
	// It is among the last few spans: there are at most four styles and one
	// animation at a time.
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
		// The space between an image and the text after it is layout.
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

// insert appends text that does not come from the source, without decorations.
func (p *page) insert(text string) {
	if text == "" {
		return
	}
	p.startLine()
	p.trimLeft = false
	p.text = append(p.text, text...)
}

// place adds an object at the end of the page. Space on either side of it is
// layout, not text.
func (p *page) place(kind objectKind, url string) {
	// Removing layout must not remove the end of code, or the text before an
	// earlier object.
	end := max(len(bytes.TrimRight(p.text, " \t\n")), p.keep)
	if n := len(p.objects); n > 0 {
		end = max(end, p.objects[n-1].at)
	}
	p.cut(end)
	p.objects = push(p.objects, object{len(p.text), kind, url})
	p.newlines, p.begun, p.trimLeft = 0, false, true
}

// cut truncates the text to n bytes.
func (p *page) cut(n int) {
	if n >= len(p.text) {
		return
	}
	p.text = p.text[:n]
	// Spans are in the order of their starts, so the ones to remove are at the end.
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

// push is append, but doubles the capacity at any length, so that memory is linear
// in the source.
func push[T any](s []T, v T) []T {
	if len(s) == cap(s) {
		larger := make([]T, len(s), max(8, 2*len(s)))
		copy(larger, s)
		s = larger
	}
	return append(s, v)
}
