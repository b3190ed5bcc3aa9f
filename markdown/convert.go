package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// converter walks the syntax tree of one source and fills a page.
type converter struct {
	settings
	page
	source []byte
	base   int                   // offset of source in the whole source
	flat   bool                  // no objects: images and links become text
	alt    bool                  // in an image's description, which is bare text
	tags   map[*ast.RawHTML]edge // the tags of the current block that have their other half
}

// convert reads a whole source.
func convert(md string, s settings, flat bool) *page {
	c := &converter{settings: s, source: []byte(md), flat: flat}
	if nestsTooDeep(md) {
		c.write(c.source, 0, len(c.source))
		return &c.page
	}
	c.blocks(parse(documents, c.source, s))
	return &c.page
}

// maxNesting bounds how many quotes and lists one line may open. Nobody means
// more, and goldmark takes quadratic time for them: 17 s for 300 kB of "> ".
const maxNesting = 256

// nestsTooDeep reports whether a line starts with more marks than maxNesting.
func nestsTooDeep(md string) bool {
	for line := range strings.Lines(md) {
		marks := 0
		for _, c := range []byte(line[:len(line)-len(strings.TrimLeft(line, " \t>-+*.)0123456789"))]) {
			if strings.IndexByte(">-+*.)", c) >= 0 {
				marks++
			}
		}
		// A rule of stars or dashes opens nothing.
		if marks > maxNesting && strings.Trim(line, "-* \t\r\n") != "" {
			return true
		}
	}
	return false
}

// blocks writes the blocks inside of parent, as far apart as the source has them.
func (c *converter) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if n.PreviousSibling() != nil {
			c.separate(1)
			if n.HasBlankPreviousLines() {
				c.separate(2)
			}
		}
		c.block(n)
	}
}

// block writes one block. What is not listed leaves nothing: thematic breaks and
// the definitions that reference links point to.
func (c *converter) block(n ast.Node) {
	switch n := n.(type) {
	// A link alone is a message of its own; anything else is text.
	case *ast.Paragraph:
		if url, ok := c.linkAlone(n); ok {
			c.place(linkObject, url)
			return
		}
		c.inlineBlock(n)
	case *ast.TextBlock:
		c.inlineBlock(n)
	// All six levels look alike: a bubble has one size of letters.
	case *ast.Heading:
		c.open.styles[bold]++
		c.inlineBlock(n)
		c.open.styles[bold]--
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		c.code(n)
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *ast.Blockquote:
		mark := ""
		if c.quote != "" {
			mark = c.quote + " "
		}
		c.within(container{first: mark, rest: mark}, n)
	case *ast.List:
		c.list(n)
	}
}

// within writes the children of n inside of a container, and reports whether
// they wrote anything.
func (c *converter) within(box container, n ast.Node) (begun bool) {
	last := len(c.containers)
	c.containers = append(c.containers, box)
	c.blocks(n)
	begun = c.containers[last].begun
	c.containers = c.containers[:last]
	return begun
}

// list writes the items of a list. Numbers count on from the first one, whatever
// the others are in the source: so CommonMark has it.
func (c *converter) list(list *ast.List) {
	number := list.Start
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if n.PreviousSibling() != nil {
			c.separate(1)
			if n.HasBlankPreviousLines() {
				c.separate(2)
			}
		}
		// The mark is the first line's; those below it are as far in.
		mark := c.bullet
		if list.IsOrdered() {
			mark = strconv.Itoa(number) + string(list.Marker)
			number++
		}
		// An item of an image only is a media part, and needs no bullet beside it.
		objects := len(c.objects)
		begun := c.within(container{first: mark + " ", rest: strings.Repeat(" ", len([]rune(mark))+1)}, n)
		if !begun && objects == len(c.objects) { // nothing in it leaves a trace
			c.insert(mark)
		}
	}
}

// code writes the lines of a code block as they are.
func (c *converter) code(n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		line := segment.Value(c.source)
		content := strings.TrimRight(string(line), "\r\n")
		c.trimLeft = false
		if i > 0 {
			c.lineBreak()
		}
		c.write([]byte(content), c.base+segment.Start, segment.Len()-(len(line)-len(content)))
		c.keep = len(c.text)
	}
}

// inlineBlock writes the inline content of a block.
func (c *converter) inlineBlock(n ast.Node) {
	outer := c.tags
	// Matched block by block: a tag left open in one must not reach into the next.
	c.tags = matchTags(n, c.source)
	c.inlines(n)
	c.tags = outer
}

// inlines writes the inline content of parent, in order.
func (c *converter) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c.inline(n)
	}
}

// inline writes one inline node and what is in it.
func (c *converter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		c.textNode(n)
	case *ast.CodeSpan:
		c.codeSpan(n)
	case *ast.Emphasis:
		style := italic
		if n.Level == 2 {
			style = bold
		}
		c.under(style, n)
	case *extast.Strikethrough:
		c.under(strikethrough, n)
	case *ast.Link:
		c.link(n)
	case *ast.AutoLink:
		label := n.Label(c.source)
		c.write(label, c.base+n.Pos()+1, len(label))
	case *ast.Image:
		c.image(n)
	case *ast.RawHTML:
		c.tag(n)
	case *animated:
		c.animate(n)
	}
}

// The indexes of styleOf.
const (
	bold = iota
	italic
	strikethrough
	underline
)

// under writes what is in n under a style. In an image's description there are no
// styles: HTML has it in an attribute.
func (c *converter) under(style int, n ast.Node) {
	if c.alt {
		c.inlines(n)
		return
	}
	c.open.styles[style]++
	c.inlines(n)
	c.open.styles[style]--
}

// textNode writes a piece of text and the line break behind it, if there is one.
// Goldmark leaves the escapes and references in, and so the places too.
func (c *converter) textNode(n *ast.Text) {
	value := n.Segment.Value(c.source)
	src := c.base + n.Segment.Start
	// Goldmark counts a tab that a list's margin cuts as spaces.
	if pad := n.Segment.Padding; pad > 0 { // the rest of a tab, which has no bytes of its own
		c.write(value[:pad], src, 0)
		value = value[pad:]
	}
	if n.IsRaw() {
		c.write(value, src, len(value))
	} else {
		resolve(value, func(text []byte, at, n int) { c.write(text, src+at, n) })
	}
	switch {
	// A line break of either kind stays one, since a chat shows it.two spaces or a backslash
	case n.HardLineBreak(), n.SoftLineBreak() && !c.joinLines:
		c.lineBreak()
	// The space stands for the line feed, so what was decorated stays in one piece.
	case n.SoftLineBreak():
		c.write([]byte(" "), src+len(value), 1)
	}
}

// codeSpan writes the content of a code span; its line breaks are spaces, by
// CommonMark.
func (c *converter) codeSpan(span *ast.CodeSpan) {
	// A code span is raw: its text nodes are as they stand in the source.
	for n := span.FirstChild(); n != nil; n = n.NextSibling() {
		segment := n.(*ast.Text).Segment
		value := segment.Value(c.source)
		src := c.base + segment.Start
		line := strings.TrimRight(string(value), "\r\n")
		c.write([]byte(line), src, len(line))
		if len(line) < len(value) {
			c.write([]byte(" "), src+len(line), len(value)-len(line))
		}
	}
}

// animate writes the content of an animation span, which may hold markup of its
// own: it is cut out, without its marks.
func (c *converter) animate(n *animated) {
	// Spans do not nest: the API takes one animation at a place.
	if c.open.animation != "" { // no animation within an animation
		return
	}
	c.open.animation = n.animation
	for i, segment := range n.content {
		switch {
		case i > 0 && c.joinLines:
			c.write([]byte(" "), c.base+segment.Start-1, 1)
		case i > 0:
			c.lineBreak()
		}
		// A line at a time, since the lines may be apart in the source; the page goes
		// in and out as a value, so the inner converter writes on where this one is.
		inner := &converter{settings: c.settings, page: c.page, source: segment.Value(c.source), base: c.base + segment.Start, flat: true}
		inner.inlineContent(parse(paragraphs, inner.source, c.settings))
		c.page = inner.page
	}
	c.open.animation = ""
}

// inlineContent writes the paragraphs of a tree as if they were one.
func (c *converter) inlineContent(root ast.Node) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		c.inlineBlock(n)
	}
}
