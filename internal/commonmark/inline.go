package commonmark

import (
	"strings"
	"unicode/utf8"
)

// inlineParser reads the content of one leaf after the other.
type inlineParser struct {
	options Options
	defs    map[string]*definition

	content    *content
	text       string
	pos        int
	end        int // where the text, or the animation in it, ends
	nodes      []node
	delims     []delimiter
	last       int // the last delimiter on the stack, or -1
	stack      []bracket
	floor      int // links among the brackets below cannot be opened any more
	ticks      map[int][]int
	noBrace    bool // no } follows
	inSpan     bool // in an animation
	spanBottom int  // the brackets before it
	comment    int  // where the next end of a comment is, or -1
}

// node is an event under construction: places are in the content.
type node struct {
	kind       Kind
	style      Style
	start, end int
	text, url  string
	match      int // of a start: the node that ends it, or 0
	delim      int // 1 + the index of the delimiter that this is, or 0
	tag        *tag
	apart      bool // of the start and the end of an element: on a line of its own
}

// parse adds the events of a leaf.
func (p *inlineParser) parse(e *emitter, c *content) {
	p.start(c)
	p.scan()
	p.emphasis(-1)
	p.matchTags(false)
	p.flush(e)
}

// html adds the events of an HTML block from a place on: tags and references.
// In a raw element lines are as they are.
func (p *inlineParser) html(e *emitter, c *content, from int, raw bool) {
	p.start(c)
	p.pos = from
	if !raw {
		p.skipBlanks()
	}
	for p.pos < p.end {
		switch p.text[p.pos] {
		case '<':
			p.angle()
		case '&':
			p.reference()
		case '\n':
			p.blockLine(raw)
		default:
			p.plain("<&\n")
		}
	}
	p.matchTags(true)
	p.flush(e)
}

// blockLine reads a line end in an HTML block, and the blanks around it.
func (p *inlineParser) blockLine(raw bool) {
	p.lineBreak()
	if raw {
		p.nodes[len(p.nodes)-1].kind = HardBreak
		return
	}
	p.nodes[len(p.nodes)-1].kind = Separate
	p.skipBlanks()
}

func (p *inlineParser) skipBlanks() {
	for p.pos < p.end && (p.text[p.pos] == ' ' || p.text[p.pos] == '\t') {
		p.pos++
	}
}

func (p *inlineParser) start(c *content) {
	p.content, p.text = c, c.text
	p.pos, p.end = 0, len(c.text)
	p.nodes, p.delims, p.stack = p.nodes[:0], p.delims[:0], p.stack[:0]
	p.last, p.floor, p.ticks, p.noBrace, p.inSpan, p.comment = -1, 0, nil, false, false, 0
}

// add adds a node over [start, end).
func (p *inlineParser) add(kind Kind, start, end int) *node {
	p.nodes = append(p.nodes, node{kind: kind, start: start, end: end})
	return &p.nodes[len(p.nodes)-1]
}

// literal adds text up to the place to, and goes on there.
func (p *inlineParser) literal(to int) {
	if n := len(p.nodes); n > 0 && p.nodes[n-1].kind == Text && p.nodes[n-1].delim == 0 && p.nodes[n-1].end == p.pos && p.nodes[n-1].tag == nil && p.nodes[n-1].text == "" && !p.opensBracket(n-1) {
		p.nodes[n-1].end = to
	} else {
		p.add(Text, p.pos, to)
	}
	p.pos = to
}

func (p *inlineParser) opensBracket(n int) bool {
	return len(p.stack) > 0 && p.stack[len(p.stack)-1].node == n
}

// plain adds text up to the next of the signs.
func (p *inlineParser) plain(signs string) {
	i := strings.IndexAny(p.text[p.pos+1:p.end], signs)
	if i < 0 {
		p.literal(p.end)
		return
	}
	p.literal(p.pos + 1 + i)
}

// special are the signs at which something other than plain text may start.
const special = "\n\\`*_~[]!<&{"

// scan reads the text from pos to end.
func (p *inlineParser) scan() {
	for p.pos < p.end {
		switch c := p.text[p.pos]; c {
		case '\n':
			p.lineBreak()
		case '\\':
			p.backslash()
		case '`':
			p.codeSpan()
		case '*', '_', '~':
			p.delimiters(c)
		case '[':
			p.openBracket(1, false)
		case '!':
			if p.pos+1 < p.end && p.text[p.pos+1] == '[' {
				p.openBracket(2, true)
			} else {
				p.literal(p.pos + 1)
			}
		case ']':
			p.closeBracket()
		case '<':
			p.angle()
		case '&':
			p.reference()
		case '{':
			p.animation()
		default:
			if n := LiteralLength(p.text[:p.end], p.pos); n > 0 {
				if isURL(p.text[p.pos:]) {
					p.add(URL, p.pos, p.pos+n)
					p.pos += n
				} else {
					p.literal(p.pos + n)
				}
				continue
			}
			p.word()
		}
	}
}

// word adds plain text: to the end of the word, since a URL or a path starts at
// the start of one.
func (p *inlineParser) word() {
	i := p.pos
	inWord := isAlnum(p.text[i])
	for i++; i < p.end; i++ {
		c := p.text[i]
		if strings.IndexByte(special, c) >= 0 {
			break
		}
		if now := isAlnum(c); now != inWord {
			if now {
				break
			}
			inWord = false
		}
	}
	p.literal(i)
}

func isAlnum(c byte) bool { return isLetter(c) || isDigit(c) }

// lineBreak reads a line end. Two spaces before it make a hard one.
func (p *inlineParser) lineBreak() {
	kind := SoftBreak
	start := p.pos
	if n := len(p.nodes); n > 0 && p.nodes[n-1].kind == Text && p.nodes[n-1].end == p.pos && p.nodes[n-1].delim == 0 {
		last := &p.nodes[n-1]
		text := strings.TrimRight(p.text[last.start:last.end], " \t")
		start = last.start + len(text)
		if strings.HasSuffix(p.text[start:last.end], "  ") {
			kind = HardBreak
		}
		last.end = start
	}
	p.add(kind, start, p.pos+1)
	p.pos++
}

// backslash reads an escape, a hard line break, a path, or a backslash.
func (p *inlineParser) backslash() {
	switch next := p.at(p.pos + 1); {
	case next == '\n':
		p.add(HardBreak, p.pos, p.pos+2)
		p.pos += 2
	case next == '\\' && startsUNC(p.text[:p.end], p.pos):
		p.literal(pathEnd(p.text[:p.end], p.pos))
	case next == '_' && strings.HasSuffix(p.text[:p.pos], "¯"): // the arm of a shrug
		p.literal(p.pos + 2)
	case isPunct(next):
		p.add(Escaped, p.pos, p.pos+2).text = p.text[p.pos+1 : p.pos+2]
		p.pos += 2
	default:
		p.literal(p.pos + 1)
	}
}

func (p *inlineParser) at(i int) byte {
	if i < p.end {
		return p.text[i]
	}
	return 0
}

// codeSpan reads a code span. Where all runs of backticks are is found once.
func (p *inlineParser) codeSpan() {
	length := run(p.text[p.pos:p.end], '`')
	from := p.pos + length
	if p.ticks == nil {
		p.ticks = make(map[int][]int)
		for i := 0; i < len(p.text); i++ {
			if p.text[i] == '`' {
				n := run(p.text[i:], '`')
				p.ticks[n] = append(p.ticks[n], i)
				i += n
			}
		}
	}
	places := p.ticks[length]
	for len(places) > 0 && places[0] < from {
		places = places[1:]
	}
	p.ticks[length] = places
	if len(places) == 0 || places[0]+length > p.end {
		p.literal(from)
		return
	}
	to := places[0]
	p.add(CodeStart, p.pos, from)
	start := len(p.nodes) - 1
	p.code(from, to)
	p.add(CodeEnd, to, to+length).match = start
	p.nodes[start].match = len(p.nodes) - 1
	p.pos = to + length
}

// code adds the content of a code span: one space on either side belongs to the
// marks, a line end is a space.
func (p *inlineParser) code(from, to int) {
	text := strings.ReplaceAll(p.text[from:to], "\n", " ")
	if len(text) > 2 && text[0] == ' ' && text[len(text)-1] == ' ' && strings.Trim(text, " ") != "" {
		from, to = from+1, to-1
	}
	for from < to {
		end := to
		if i := strings.IndexByte(p.text[from:to], '\n'); i >= 0 {
			end = from + i
		}
		if end > from {
			p.add(Text, from, end)
		}
		if end < to {
			p.add(Text, end, end+1).text = " "
		}
		from = end + 1
	}
}

func run(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

// reference reads what has the form of a character reference.
func (p *inlineParser) reference() {
	i := p.pos + 1
	if p.at(i) == '#' {
		i++
	}
	from := i
	for i < p.end && i-from < 33 && isAlnum(p.text[i]) {
		i++
	}
	if i == from || p.at(i) != ';' {
		p.literal(p.pos + 1)
		return
	}
	p.add(Reference, p.pos, i+1)
	p.pos = i + 1
}

// animation reads {name: text}. Its text, up to the first } that no backslash
// precedes, is read on its own.
func (p *inlineParser) animation() {
	rest := p.text[p.pos+1 : p.end]
	colon := strings.IndexByte(rest[:min(len(rest), 20)], ':')
	if p.options.Animation == nil || p.inSpan || p.noBrace || colon < 0 || !p.options.Animation(rest[:colon]) {
		p.literal(p.pos + 1)
		return
	}
	from := p.pos + 1 + colon + 1
	to := closingBrace(p.text, from)
	if to < 0 {
		p.noBrace = true
		p.literal(p.pos + 1)
		return
	}
	for p.at(from) == ' ' || p.at(from) == '\t' {
		from++
	}
	start := len(p.nodes)
	p.add(AnimationStart, p.pos, from).text = rest[:colon]
	p.within(from, to)
	p.add(AnimationEnd, to, to+1).match = start
	p.nodes[start].match = len(p.nodes) - 1
	p.pos = to + 1
}

// within reads the text of an animation: no emphasis and no link goes over its
// ends.
func (p *inlineParser) within(from, to int) {
	outer, last, stack, floor := p.end, p.last, len(p.stack), p.floor
	p.pos, p.end, p.inSpan, p.floor, p.spanBottom = from, to, true, stack, stack
	bottom := len(p.delims) - 1
	p.last = -1
	p.scan()
	p.emphasis(bottom)
	p.stack = p.stack[:stack]
	p.end, p.last, p.floor, p.inSpan = outer, last, floor, false
}

// closingBrace returns where the first } is that no backslash precedes, or -1.
func closingBrace(s string, from int) int {
	for i := from; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '}':
			return i
		}
	}
	return -1
}

// angle reads an autolink, a tag or a comment.
func (p *inlineParser) angle() {
	rest := p.text[p.pos:p.end]
	if n := autoLink(rest); n > 0 {
		v := p.add(AutoLink, p.pos, p.pos+n)
		v.text = rest[1 : n-1]
		p.pos += n
		return
	}
	if strings.HasPrefix(rest, "<!-->") || strings.HasPrefix(rest, "<!--->") {
		p.pos += strings.IndexByte(rest, '>') + 1
		return
	}
	if strings.HasPrefix(rest, "<!--") {
		if p.comment < p.pos+4 {
			p.comment = len(p.text)
			if i := strings.Index(p.text[p.pos+4:], "-->"); i >= 0 {
				p.comment = p.pos + 4 + i
			}
		}
		if p.comment+3 <= p.end {
			p.pos = p.comment + 3
			return
		}
	}
	t, ok := readTag(rest)
	if !ok || elements[t.name] == 0 {
		if ok {
			p.literal(p.pos + t.end) // a placeholder, every byte of it
		} else {
			p.literal(p.pos + 1)
		}
		return
	}
	v := p.add(Text, p.pos, p.pos+t.end)
	v.tag = &t
	p.pos += t.end
}

// autoLink returns the length of the <scheme:…> that s starts with, or 0. An
// address, as in Bob <bob@example.com>, stays as it is.
func autoLink(s string) int {
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '>':
			scheme, rest, ok := strings.Cut(s[1:i], ":")
			if ok && len(scheme) > 1 && isScheme(scheme) && rest != "" {
				return i + 1
			}
			return 0
		case c <= ' ' || c == '<' || c == 0x7F:
			return 0
		}
	}
	return 0
}

// flush adds the events of the nodes.
func (p *inlineParser) flush(e *emitter) {
	index := make([]int, len(p.nodes))
	var open [Styles][]int
	for i := range p.nodes {
		n := &p.nodes[i]
		index[i] = len(e.events)
		if n.delim > 0 {
			p.flushDelimiter(e, n, &open)
			continue
		}
		if n.start == n.end && n.text == "" && (n.kind == Text || n.kind == SoftBreak) {
			continue
		}
		v := Event{Kind: n.kind, Style: n.style, Start: p.content.source(n.start), Text: n.text, URL: n.url}
		v.End = v.Start + n.end - n.start
		if n.kind == SoftBreak || n.kind == HardBreak || n.kind == Separate {
			v.End = p.content.source(n.end-1) + 1
		}
		if n.apart && (n.kind == StyleStart || n.kind == CodeStart) {
			e.add(Event{Kind: Separate, Start: v.Start, End: v.Start})
			index[i]++
		}
		switch n.kind {
		case StyleStart:
			open[n.style] = append(open[n.style], e.add(v))
		case StyleEnd:
			p.closeStyle(e, v, &open)
		case CodeEnd, LinkEnd, ImageEnd, AnimationEnd:
			v.Match = index[n.match]
			e.events[v.Match].Match = e.add(v)
		default:
			e.add(v)
		}
		if n.apart && (n.kind == StyleEnd || n.kind == CodeEnd) {
			e.add(Event{Kind: Separate, Start: v.End, End: v.End})
		}
	}
}

// closeStyle adds the end of the innermost open style of its kind.
func (p *inlineParser) closeStyle(e *emitter, v Event, open *[Styles][]int) {
	starts := open[v.Style]
	v.Match = starts[len(starts)-1]
	open[v.Style] = starts[:len(starts)-1]
	e.events[v.Match].Match = e.add(v)
}

// lastRune and nextRune are the code points on either side of a place; a line
// end where there is none.
func (p *inlineParser) lastRune(at int) rune {
	if at == 0 {
		return '\n'
	}
	r, _ := utf8.DecodeLastRuneInString(p.text[:at])
	return r
}

func (p *inlineParser) nextRune(at int) rune {
	if at >= p.end {
		return '\n'
	}
	r, _ := utf8.DecodeRuneInString(p.text[at:p.end])
	return r
}
