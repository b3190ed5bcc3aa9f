package commonmark

import "strings"

// emitter turns the block tree into events.
type emitter struct {
	source string
	inline inlineParser
	known  bool // which definitions are used
	events []Event
}

// emit reads the inline content of all blocks. A definition is text unless
// something refers to it, so what does is found first; only sources with
// definitions are read twice.
func emit(source string, p *blockParser, o Options) []Event {
	e := &emitter{source: source, inline: inlineParser{options: o, defs: p.defs}}
	if len(p.defs) > 0 {
		e.children(p.root)
		e.events = e.events[:0]
	}
	e.known = true
	e.children(p.root)
	return e.events
}

func (e *emitter) children(b *block) {
	for _, child := range b.children {
		e.block(child)
	}
}

// add adds an event and returns its index.
func (e *emitter) add(v Event) int {
	e.events = push(e.events, v)
	return len(e.events) - 1
}

// text adds text as it is in the source.
func (e *emitter) text(start, end int) {
	if start == end {
		return
	}
	if n := len(e.events); n > 0 {
		if last := &e.events[n-1]; last.Kind == Text && last.Text == "" && last.End == start {
			last.End = end
			return
		}
	}
	e.add(Event{Kind: Text, Start: start, End: end})
}

// around adds a start, what content adds, and an end, which match.
func (e *emitter) around(start, end Kind, b *block, content func()) int {
	i := e.add(Event{Kind: start, Blank: b.blank, Start: b.start, End: b.start})
	content()
	j := e.add(Event{Kind: end, Start: b.end, End: b.end, Match: i})
	e.events[i].Match = j
	return i
}

func (e *emitter) block(b *block) {
	switch b.kind {
	case quoteBlock:
		e.around(QuoteStart, QuoteEnd, b, func() { e.children(b) })
	case listBlock:
		e.list(b)
	case definitionBlock:
		if e.known && !b.def.used {
			e.around(ParagraphStart, ParagraphEnd, b, func() { e.verbatim(b.lines) })
		}
	case paragraphBlock:
		e.around(ParagraphStart, ParagraphEnd, b, func() { e.leaf(contentOf(e.source, b.lines)) })
	case headingBlock:
		e.around(HeadingStart, HeadingEnd, b, func() { e.leaf(contentOf(e.source, b.lines)) })
	case fenceBlock:
		e.fence(b)
	case indentedBlock:
		lines := b.lines
		for len(lines) > 0 && strings.Trim(e.source[lines[len(lines)-1].start:lines[len(lines)-1].end], " \t") == "" {
			lines = lines[:len(lines)-1]
		}
		e.around(IndentedStart, IndentedEnd, b, func() { e.verbatim(lines) })
	case ruleBlock:
		e.around(RuleStart, RuleEnd, b, func() { e.verbatim(b.lines) })
	case htmlBlock:
		e.around(HTMLStart, HTMLEnd, b, func() { e.html(b) })
	case tableBlock:
		e.table(b)
	}
}

// list adds the items with their marks: the numbers as they are written, unless
// all are the same, which leaves the counting to the reader.
func (e *emitter) list(b *block) {
	same := len(b.children) > 1
	for _, item := range b.children {
		same = same && item.marker.number == b.children[0].marker.number
	}
	i := e.around(ListStart, ListEnd, b, func() {
		number := b.marker.number
		for _, item := range b.children {
			mark := ""
			switch {
			case b.marker.number == "":
			case same:
				mark = number + string(b.marker.sign)
				number = increment(number)
			default:
				mark = item.marker.number + string(b.marker.sign)
			}
			j := e.around(ItemStart, ItemEnd, item, func() { e.children(item) })
			e.events[j].Text = mark
		}
	})
	e.events[i].Ordered = b.marker.number != ""
}

// increment adds one to a decimal number.
func increment(number string) string {
	digits := []byte(number)
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i]++; digits[i] <= '9' {
			return string(digits)
		}
		digits[i] = '0'
	}
	return "1" + string(digits)
}

// verbatim adds lines as they are.
func (e *emitter) verbatim(lines []segment) {
	for i, l := range lines {
		if i > 0 {
			e.add(Event{Kind: HardBreak, Start: lines[i-1].end, End: l.start})
		}
		if l.pad > 0 {
			e.add(Event{Kind: Text, Start: l.start, End: l.start, Text: strings.Repeat(" ", l.pad)})
		}
		if l.end > l.start {
			e.add(Event{Kind: Text, Start: l.start, End: l.end})
		}
	}
}

// fence adds a fenced code block. One of blanks only is text.
func (e *emitter) fence(b *block) {
	for _, l := range b.lines {
		if strings.Trim(e.source[l.start:l.end], " \t") != "" {
			i := e.around(FenceStart, FenceEnd, b, func() { e.verbatim(b.lines) })
			e.events[i].End = b.start + b.fence.length
			return
		}
	}
	end, _ := lineEnd(e.source, b.start)
	lines := []segment{{b.start, end, 0}}
	lines = append(lines, b.lines...)
	if b.fence.closed {
		lines = append(lines, segment{b.end - b.fence.length, b.end, 0})
	}
	e.around(ParagraphStart, ParagraphEnd, b, func() { e.verbatim(lines) })
}

func (e *emitter) table(b *block) {
	e.around(TableStart, TableEnd, b, func() {
		for _, row := range b.lines {
			line := e.source[row.start:row.end]
			cells := cellsOf(line)
			r := &block{start: row.start, end: row.end}
			e.around(RowStart, RowEnd, r, func() {
				for i := range b.columns {
					c := segment{len(line), len(line), 0}
					if i < len(cells) {
						c = cells[i]
					}
					start, end := row.start+c.start, row.start+c.end
					e.around(CellStart, CellEnd, &block{start: start, end: end}, func() {
						e.leaf(content{line[c.start:c.end], []part{{0, start}}})
					})
				}
			})
		}
	})
}

// html adds the text of an HTML block, without scripts, styles and comments.
func (e *emitter) html(b *block) {
	c := contentOf(e.source, b.lines)
	from := 0
	name, _, _ := tagName(c.text)
	if b.html == htmlComment || b.html == htmlRaw && (name == "script" || name == "style") {
		if from = endOfHTML(c.text, b.html); from < 0 {
			return
		}
	}
	e.inline.html(e, &c, from, b.html == htmlRaw && from == 0)
}

// leaf adds the inline content of a block.
func (e *emitter) leaf(c content) { e.inline.parse(e, &c) }
