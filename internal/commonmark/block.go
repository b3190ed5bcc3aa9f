package commonmark

import "strings"

type blockKind uint8

const (
	documentBlock blockKind = iota
	quoteBlock
	listBlock
	itemBlock
	paragraphBlock
	headingBlock
	fenceBlock
	indentedBlock
	htmlBlock
	ruleBlock
	tableBlock
	definitionBlock // a link definition, which is a paragraph unless it is used
)

// block is a node of the block tree.
type block struct {
	kind       blockKind
	parent     *block
	children   []*block
	open       bool
	blank      bool // a blank line is before it
	start, end int  // the bytes of its mark or, without one, of its first line
	lines      []segment

	marker  marker     // of a list and an item
	fence   fence      // of a fence
	html    int        // of an HTML block: the number of its start condition
	columns int        // of a table
	def     definition // of a definition
}

// segment is a piece of a line: bytes of the source, after pad spaces that are
// the rest of a cut tab.
type segment struct{ start, end, pad int }

type marker struct {
	sign    byte   // one of - + * . )
	number  string // of an ordered item, as it is written
	offset  int    // columns before the mark
	padding int    // columns of the mark and the space behind it
}

type fence struct {
	sign           byte
	length, offset int
	closed         bool
}

type definition struct {
	label, url string
	used       bool
}

// maxDepth bounds how many containers a line is in: each further line has to be
// matched against all of them.
const maxDepth = 32

// blockParser reads a source line by line.
type blockParser struct {
	source  string
	root    *block
	tip     *block // the innermost open block
	oldTip  *block // as it was when the line started
	matched *block // the innermost block that the line goes on with
	depth   int    // containers that the line is in

	line      string
	lineStart int
	pos, col  int
	cutTab    bool // the tab at pos is partly consumed
	next      int  // the first byte that is not blank
	nextCol   int
	indent    int
	blank     bool
	prevBlank bool // the line before is blank

	htmlEnd [2]int // where the next end of a script and of a comment is
	defs    map[string]*definition
}

func (p *blockParser) parse() {
	p.root = &block{kind: documentBlock, open: true}
	p.tip = p.root
	p.htmlEnd = [2]int{-1, -1}
	p.defs = make(map[string]*definition)
	for at := 0; at < len(p.source); {
		end, next := lineEnd(p.source, at)
		p.lineStart, p.line = at, p.source[at:end]
		p.readLine()
		at = next
	}
	for p.tip != p.root {
		p.close(p.tip)
	}
}

// lineEnd returns where the line at ends and where the next one starts.
func lineEnd(s string, at int) (end, next int) {
	i := strings.IndexAny(s[at:], "\r\n")
	if i < 0 {
		return len(s), len(s)
	}
	end = at + i
	if s[end] == '\r' && end+1 < len(s) && s[end+1] == '\n' {
		return end, end + 2
	}
	return end, end + 1
}

// readLine adds the next line to the tree.
func (p *blockParser) readLine() {
	p.pos, p.col, p.cutTab = 0, 0, false
	container := p.matchOpen()
	if container == nil { // a closing fence
		p.prevBlank = false
		return
	}
	p.matched, p.oldTip = container, p.tip
	full := false // the block takes the line, whatever is in it
	for leaf := container.isVerbatim(); !leaf && !full; {
		p.find()
		b := p.open(container)
		if b == nil {
			break
		}
		container = b
		leaf = container.isVerbatim()
		full = container.kind == headingBlock || container.kind == ruleBlock || container.kind == tableBlock
	}
	p.find()
	switch {
	case full:
	case p.oldTip != p.matched && !p.blank && p.tip.kind == paragraphBlock && p.tip == p.oldTip:
		p.addLine(p.tip) // lazy continuation
	default:
		p.closeUnmatched()
		p.addContent(container)
	}
	// The line of an empty item's mark is not blank.
	p.prevBlank = p.blank && !full && (container.kind != itemBlock || container.start < p.lineStart)
}

// isVerbatim reports whether no block starts within b.
func (b *block) isVerbatim() bool {
	return b.kind == fenceBlock || b.kind == indentedBlock || b.kind == htmlBlock
}

// closeUnmatched ends the blocks that the line did not go on with.
func (p *blockParser) closeUnmatched() {
	for p.oldTip != p.matched {
		parent := p.oldTip.parent
		p.close(p.oldTip)
		p.oldTip = parent
	}
}

// addContent adds what is left of the line to the innermost block that it is in.
func (p *blockParser) addContent(b *block) {
	switch b.kind {
	case fenceBlock:
		if len(b.lines) > 0 || p.lineStart > b.start { // not the line of the mark
			p.addRest(b)
			b.end = p.lineStart + len(p.line)
		}
	case indentedBlock:
		p.addRest(b)
	case htmlBlock:
		p.addRest(b)
		if b.html <= htmlComment && endOfHTML(p.line[min(p.pos, len(p.line)):], b.html) >= 0 {
			p.close(b)
		}
	case paragraphBlock, tableBlock:
		p.addLine(b)
	default:
		if !p.blank {
			p.addLine(p.add(paragraphBlock))
		}
	}
}

// matchOpen walks the open blocks as far as the line goes on with them, and
// returns the last of these, or nil if the line closes it.
func (p *blockParser) matchOpen() *block {
	container := p.root
	p.depth = 0
	for len(container.children) > 0 {
		child := container.children[len(container.children)-1]
		if !child.open {
			break
		}
		p.find()
		if !p.goesOn(child) {
			break
		}
		if !child.open {
			return nil
		}
		container = child
		if child.kind == quoteBlock || child.kind == itemBlock {
			p.depth++
		}
	}
	return container
}

// goesOn reports whether the line goes on with an open block, and consumes what
// marks that.
func (p *blockParser) goesOn(b *block) bool {
	switch b.kind {
	case quoteBlock:
		if p.indent > 3 || p.peek() != '>' {
			return false
		}
		p.advanceTo(p.next)
		p.advance(1)
		p.optionalSpace()
	case itemBlock:
		switch {
		case p.blank:
			if len(b.children) == 0 {
				return false
			}
			p.advanceTo(p.next)
		case p.indent >= b.marker.offset+b.marker.padding:
			p.advanceColumns(b.marker.offset + b.marker.padding)
		default:
			return false
		}
	case listBlock:
	case fenceBlock:
		if p.closesFence(b) {
			b.fence.closed = true
			b.end = p.lineStart + len(p.line)
			p.close(b)
			return true
		}
		for i := b.fence.offset; i > 0 && (p.byteAt(p.pos) == ' ' || p.byteAt(p.pos) == '\t'); i-- {
			p.advanceColumns(1)
		}
	case indentedBlock:
		switch {
		case p.indent >= 4:
			p.advanceColumns(4)
		case p.blank:
			p.advanceTo(p.next)
		default:
			return false
		}
	case htmlBlock:
		return b.html <= htmlComment || !p.blank
	case paragraphBlock:
		return !p.blank
	case tableBlock:
		return !p.blank
	default:
		return false
	}
	return true
}

func (p *blockParser) closesFence(b *block) bool {
	if p.indent > 3 || p.peek() != b.fence.sign {
		return false
	}
	rest := p.line[p.next:]
	signs := len(rest) - len(strings.TrimLeft(rest, string(b.fence.sign)))
	return signs >= b.fence.length && strings.Trim(rest[signs:], " \t") == ""
}

// add opens a block in the innermost one that can contain it. Its mark is what
// find has found, and what has been consumed since.
func (p *blockParser) add(kind blockKind) *block {
	for !canContain(p.tip, kind) {
		p.close(p.tip)
	}
	b := &block{kind: kind, parent: p.tip, open: true, blank: p.prevBlank, start: p.lineStart + p.next, end: p.lineStart + len(p.line)}
	p.tip.children = append(p.tip.children, b)
	p.tip = b
	return b
}

func canContain(parent *block, kind blockKind) bool {
	switch parent.kind {
	case documentBlock, quoteBlock, itemBlock:
		return kind != itemBlock
	case listBlock:
		return kind == itemBlock
	}
	return false
}

// close ends the innermost open block.
func (p *blockParser) close(b *block) {
	b.open = false
	p.tip = b.parent
	if b.kind == paragraphBlock {
		p.takeDefinitions(b)
	}
}

// addLine adds the rest of the line without the blanks at its start.
func (p *blockParser) addLine(b *block) {
	p.find()
	b.lines = append(b.lines, segment{p.lineStart + p.next, p.lineStart + len(p.line), 0})
}

// addRest adds the rest of the line as it is.
func (p *blockParser) addRest(b *block) {
	s := segment{p.lineStart + p.pos, p.lineStart + len(p.line), 0}
	if p.cutTab {
		s.start++
		s.pad = 4 - p.col%4
	}
	b.lines = append(b.lines, s)
}

func (p *blockParser) byteAt(i int) byte {
	if i < len(p.line) {
		return p.line[i]
	}
	return 0
}

func (p *blockParser) peek() byte { return p.byteAt(p.next) }

// find looks for the first byte of the line that is not blank.
func (p *blockParser) find() {
	i, col := p.pos, p.col
	for ; i < len(p.line); i++ {
		if p.line[i] == ' ' {
			col++
		} else if p.line[i] == '\t' {
			col += 4 - col%4
		} else {
			break
		}
	}
	p.next, p.nextCol, p.indent, p.blank = i, col, col-p.col, i == len(p.line)
}

// advanceTo moves to the byte at i, which find has returned.
func (p *blockParser) advanceTo(i int) {
	p.pos, p.col, p.cutTab = i, p.nextCol, false
}

// advance moves over n bytes that are not tabs.
func (p *blockParser) advance(n int) { p.pos, p.col = p.pos+n, p.col+n }

// advanceColumns moves over n columns, which may end within a tab.
func (p *blockParser) advanceColumns(n int) {
	for n > 0 && p.pos < len(p.line) {
		if p.line[p.pos] != '\t' {
			p.advance(1)
			n--
			continue
		}
		width := 4 - p.col%4
		step := min(width, n)
		p.col += step
		n -= step
		if p.cutTab = step < width; !p.cutTab {
			p.pos++
		}
	}
}

func (p *blockParser) optionalSpace() {
	if c := p.byteAt(p.pos); c == ' ' || c == '\t' {
		p.advanceColumns(1)
	}
}
