package commonmark

import "strings"

// open starts a block at the next byte, if there is the mark of one, and returns
// it. The first that matches wins, so their order matters.
func (p *blockParser) open(container *block) *block {
	if p.blank {
		return nil
	}
	if p.indent >= 4 {
		if p.tip.kind == paragraphBlock {
			return nil
		}
		p.closeUnmatched()
		p.advanceColumns(4)
		return p.add(indentedBlock)
	}
	rest := p.line[p.next:]
	switch c := rest[0]; {
	case c == '>':
		if p.depth >= maxDepth {
			return nil
		}
		p.closeUnmatched()
		b := p.add(quoteBlock)
		p.advanceTo(p.next)
		p.advance(1)
		p.optionalSpace()
		p.depth++
		return b
	case c == '#':
		if b := p.openHeading(rest); b != nil {
			return b
		}
	case c == '`' || c == '~':
		if b := p.openFence(rest); b != nil {
			return b
		}
	case c == '<':
		if b := p.openHTML(rest); b != nil {
			return b
		}
	case c == '=' || c == '-':
		if b := p.openUnderlined(container, rest); b != nil {
			return b
		}
	}
	if b := p.openTable(container, rest); b != nil {
		return b
	}
	if isRule(rest) {
		p.closeUnmatched()
		return p.addLeaf(ruleBlock, 0, len(rest))
	}
	return p.openItem(container, rest)
}

// addLeaf adds a block of one line whose content is rest[from:to].
func (p *blockParser) addLeaf(kind blockKind, from, to int) *block {
	b := p.add(kind)
	at := p.lineStart + p.next
	b.lines = []segment{{at + from, at + to, 0}}
	p.close(b)
	return b
}

// openHeading reads "# title". One # before "of" or a number is a number sign.
func (p *blockParser) openHeading(rest string) *block {
	level := len(rest) - len(strings.TrimLeft(rest, "#"))
	title := strings.Trim(rest[level:], " \t")
	if level > 6 || level < len(rest) && rest[level] != ' ' && rest[level] != '\t' {
		return nil
	}
	if level == 1 && title != "" && (isDigit(title[0]) || len(title) > 3 && strings.EqualFold(title[:3], "of ")) {
		return nil
	}
	from := strings.Index(rest, title)
	if title == "" {
		from = len(rest)
	}
	if bare := strings.TrimRight(title, "#"); bare == "" {
		title = ""
	} else if c := bare[len(bare)-1]; c == ' ' || c == '\t' {
		title = strings.TrimRight(bare, " \t")
	}
	if title == "" { // signs alone are a line to look at
		return nil
	}
	if strings.HasPrefix(title, "#") {
		from = level + strings.Index(rest[level:], title)
	}
	p.closeUnmatched()
	return p.addLeaf(headingBlock, from, from+len(title))
}

// openFence reads the opening line of a fenced code block.
func (p *blockParser) openFence(rest string) *block {
	length := len(rest) - len(strings.TrimLeft(rest, rest[:1]))
	if length < 3 || rest[0] == '`' && strings.IndexByte(rest[length:], '`') >= 0 {
		return nil
	}
	p.closeUnmatched()
	b := p.add(fenceBlock)
	b.fence = fence{sign: rest[0], length: length, offset: p.indent}
	p.advanceTo(len(p.line))
	return b
}

// openUnderlined makes a heading of the paragraph above "===" or "---".
func (p *blockParser) openUnderlined(container *block, rest string) *block {
	signs := strings.TrimRight(rest, " \t")
	if container.kind != paragraphBlock || len(signs) < 3 || strings.Trim(signs, rest[:1]) != "" {
		return nil
	}
	p.closeUnmatched()
	p.takeDefinitions(container)
	if len(container.lines) == 0 {
		p.tip = container.parent // the line starts a block of its own
		container.open = false
		return container.parent
	}
	container.kind = headingBlock
	container.end = p.lineStart + len(p.line)
	p.close(container)
	return container
}

// isRule reports whether a line is a thematic break.
func isRule(rest string) bool {
	c := rest[0]
	if c != '*' && c != '-' && c != '_' {
		return false
	}
	n := strings.Count(rest, rest[:1])
	return n >= 3 && strings.Trim(rest, string(c)+" \t") == ""
}

// openItem reads the mark of a list item.
func (p *blockParser) openItem(container *block, rest string) *block {
	m, width := marker{offset: p.indent}, 1
	switch c := rest[0]; {
	case c == '-' || c == '+' || c == '*':
		m.sign = c
	case isDigit(c):
		for width < len(rest) && width < 10 && isDigit(rest[width]) {
			width++
		}
		if width > 9 || width == len(rest) || rest[width] != '.' && rest[width] != ')' {
			return nil
		}
		m.number, m.sign = rest[:width], rest[width]
		width++
	default:
		return nil
	}
	after := strings.TrimLeft(rest[width:], " \t")
	if width < len(rest) && rest[width] != ' ' && rest[width] != '\t' || p.depth >= maxDepth {
		return nil
	}
	// Only what surely starts a list may interrupt a paragraph.
	if container.kind == paragraphBlock && (after == "" || m.number != "" && strings.TrimLeft(m.number, "0") != "1") {
		return nil
	}
	p.closeUnmatched()
	list := p.tip
	if list.kind != listBlock || list.marker.sign != m.sign || (list.marker.number == "") != (m.number == "") {
		list = p.add(listBlock)
		list.marker = m
	}
	item := p.add(itemBlock)
	p.advanceTo(p.next)
	p.advance(width)
	m.padding = p.itemPadding(width, after == "")
	item.marker = m
	p.depth++
	return item
}

// itemPadding consumes the space behind the mark of an item, which is as wide as
// width, and returns how far in its content is.
func (p *blockParser) itemPadding(width int, empty bool) int {
	col, state := p.col, *p
	for p.col-col < 5 && (p.byteAt(p.pos) == ' ' || p.byteAt(p.pos) == '\t') {
		p.advanceColumns(1)
	}
	if spaces := p.col - col; !empty && spaces >= 1 && spaces < 5 {
		return width + spaces
	}
	// Indented code starts one space behind the mark; so does the next line of an
	// empty item.
	*p = state
	p.optionalSpace()
	return width + 1
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
