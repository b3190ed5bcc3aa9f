package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// styleTags are the HTML elements that are a style; the others leave their
// content only.
var styleTags = map[string]int{
	"b": bold, "strong": bold,
	"i": italic, "em": italic,
	"s": strikethrough, "del": strikethrough, "strike": strikethrough,
	"u": underline, "ins": underline,
}

// edge is one tag of a matched pair: the style that it starts or ends.
type edge struct {
	style int
	delta int // +1 starts, -1 ends
}

// matchTags finds the style tags below n that have their other half there: an
// element that is never closed decorates nothing.
func matchTags(n ast.Node, source []byte) map[*ast.RawHTML]edge {
	var open []*ast.RawHTML
	var names []string
	var tags map[*ast.RawHTML]edge
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		raw, ok := n.(*ast.RawHTML)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		name, closing := tagName(raw, source)
		style, known := styleTags[name]
		switch {
		case !known:
		case !closing:
			open, names = append(open, raw), append(names, name)
		default:
			// The nearest one of that name: elements may cross, as browsers let them.
			for i := len(open) - 1; i >= 0; i-- {
				if names[i] != name {
					continue
				}
				if tags == nil {
					tags = make(map[*ast.RawHTML]edge)
				}
				tags[open[i]], tags[raw] = edge{style, 1}, edge{style, -1}
				open, names = append(open[:i:i], open[i+1:]...), append(names[:i:i], names[i+1:]...)
				break
			}
		}
		return ast.WalkContinue, nil
	})
	return tags
}

// tagName returns the lower-case name of an element's tag, "" for a comment and
// its like, and whether it is an end tag.
func tagName(n *ast.RawHTML, source []byte) (name string, closing bool) {
	var tag string
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		tag += string(segment.Value(source))
	}
	tag = strings.TrimPrefix(tag, "<")
	tag, closing = strings.CutPrefix(tag, "/")
	end := strings.IndexFunc(tag, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-')
	})
	if end < 0 {
		end = len(tag)
	}
	return strings.ToLower(tag[:end]), closing
}

// tag acts on a tag in a paragraph.
func (c *converter) tag(n *ast.RawHTML) {
	if e, ok := c.tags[n]; ok {
		c.open.styles[e.style] += e.delta
		return
	}
	// The one element without content that a text can show.
	if name, _ := tagName(n, c.source); name == "br" {
		c.lineBreak()
	}
}

// htmlBlock writes the text of an HTML block. What is between the tags is no
// Markdown, so nothing but tags and references is looked for there. The lines
// may be apart in the source (in a block quote), so they are read as a copy,
// from which no decoration is carried over.
func (c *converter) htmlBlock(n *ast.HTMLBlock) {
	// The line that ends a comment or a script is not among the block's lines.
	lines := n.Lines().Value(c.source)
	if n.HasClosure() {
		lines = append(bytes.Clone(lines), n.ClosureLine.Value(c.source)...)
	}
	if end := endOf(n.HTMLBlockType, lines); end != "" {
		_, rest, ok := bytes.Cut(lower(lines), []byte(end))
		if !ok {
			return
		}
		lines = lines[len(lines)-len(rest):]
	}
	inner := &converter{settings: c.settings, page: c.page, source: lines, base: nowhere}
	root := htmlText().Parse(text.NewReader(lines))
	for p := root.FirstChild(); p != nil; p = p.NextSibling() {
		inner.tags = matchTags(p, lines)
		for n := p.FirstChild(); n != nil; n = n.NextSibling() {
			if t, ok := n.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
				// HTML takes line breaks for spaces; here they part what stood on lines of its own.
				t.SetSoftLineBreak(false)
				t.SetHardLineBreak(false)
				inner.textNode(t)
				inner.separate(1) // however many lines hold tags only
				continue
			}
			inner.inline(n)
		}
	}
	c.page = inner.page
}

// endOf returns what ends the part of an HTML block that is not shown, in lower
// case, or "" if all of it is text and tags.
func endOf(kind ast.HTMLBlockType, lines []byte) string {
	switch kind {
	case ast.HTMLBlockType1:
		for _, name := range [...]string{"script", "style"} {
			if bytes.HasPrefix(lower(bytes.TrimLeft(lines, " ")), []byte("<"+name)) {
				return "</" + name + ">"
			}
		}
	case ast.HTMLBlockType2:
		return "-->"
	case ast.HTMLBlockType3:
		return "?>"
	case ast.HTMLBlockType4:
		return ">"
	case ast.HTMLBlockType5:
		return "]]>"
	}
	return ""
}

// lower lower-cases ASCII, which keeps each byte at its place.
func lower(b []byte) []byte {
	b = bytes.Clone(b)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return b
}
