package commonmark

import (
	"slices"
	"strings"
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
	urls       []string
	tags       []tag
	delims     []delimiter
	last       int // the last delimiter on the stack, or -1
	space      int // where the last white space before spaceTo is, or -1
	spaceTo    int
	nameEnd    int // where the letters, digits and underscores end that a run of _ was among
	stack      []bracket
	floor      int // links among the brackets below cannot be opened any more
	ticks      map[int][]int
	noBrace    bool // no } follows
	inSpan     bool // in an animation
	spanBottom int  // the brackets before it
	comment    int  // where the next end of a comment is, or -1
}

// node is an event under construction: places are in the content. There may be
// one for each byte of it, so it is small.
type node struct {
	kind       Kind
	style      Style
	apart      bool  // of the start and the end of an element: on a line of its own
	start, end int32 // for a line end in a code span, kind is SoftBreak and style is asSpace
	match      int32 // of a start: the node that ends it, or 0
	delim      int32 // 1 + the index of the delimiter that this is, or 0
	url        int32 // 1 + the index of its target, or 0
	tag        int32 // 1 + the index of its tag, or 0
}

// asSpace is the style of a line end that is a space.
const asSpace Style = 1

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
	p.nodes, p.urls, p.tags, p.delims, p.stack = p.nodes[:0], p.urls[:0], p.tags[:0], p.delims[:0], p.stack[:0]
	p.space, p.spaceTo, p.nameEnd = -1, 0, 0
	p.reserve()
	p.last, p.floor, p.ticks, p.noBrace, p.inSpan, p.comment = -1, 0, nil, false, false, 0
}

// add adds a node over [start, end).
func (p *inlineParser) add(kind Kind, start, end int) *node {
	p.nodes = push(p.nodes, node{kind: kind, start: int32(start), end: int32(end)})
	return &p.nodes[len(p.nodes)-1]
}

// literal adds text up to the place to, and goes on there.
func (p *inlineParser) literal(to int) {
	if last := p.lastText(); last != nil && !p.opensBracket(len(p.nodes)-1) {
		last.end = int32(to)
	} else {
		p.add(Text, p.pos, to)
	}
	p.pos = to
}

// lastText returns the last node if it is plain text that ends where the parser
// is, else nil.
func (p *inlineParser) lastText() *node {
	if len(p.nodes) == 0 {
		return nil
	}
	n := &p.nodes[len(p.nodes)-1]
	if n.kind != Text || n.delim > 0 || n.tag > 0 || int(n.end) != p.pos {
		return nil
	}
	return n
}

func (p *inlineParser) opensBracket(n int) bool {
	return len(p.stack) > 0 && int(p.stack[len(p.stack)-1].node) == n
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

// isSpecial has the signs of special.
var isSpecial = func() (t [256]bool) {
	for i := range len(special) {
		t[special[i]] = true
	}
	return t
}()

// reserve makes room for the nodes and delimiters that the text is likely to
// need: growing step by step would take several times the memory.
func (p *inlineParser) reserve() {
	signs, runs, brackets := 0, 0, 0
	last := byte(0)
	for i := range len(p.text) {
		c := p.text[i]
		if isSpecial[c] {
			signs++
			switch {
			case c == '[':
				brackets++
			case (c == '*' || c == '_' || c == '~') && c != last:
				runs++
			}
		}
		last = c
	}
	p.nodes = slices.Grow(p.nodes, signs+8)
	p.delims = slices.Grow(p.delims, runs)
	p.stack = slices.Grow(p.stack, brackets)
}

// word adds plain text: to the end of the word, since a URL or a path starts at
// the start of one.
func (p *inlineParser) word() {
	i := p.pos
	inWord := isAlnum(p.text[i])
	for i++; i < p.end; i++ {
		c := p.text[i]
		if isSpecial[c] {
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
	if last := p.lastText(); last != nil {
		start = int(last.start) + len(strings.TrimRight(p.text[last.start:last.end], " \t"))
		if strings.HasSuffix(p.text[start:p.pos], "  ") {
			kind = HardBreak
		}
		last.end = int32(start)
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
		p.add(Escaped, p.pos, p.pos+2)
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
	p.pair(CodeEnd, to, to+length, start)
	p.pos = to + length
}

// pair adds the node that ends what the node start has started.
func (p *inlineParser) pair(kind Kind, from, to, start int) {
	p.nodes[start].match = int32(len(p.nodes))
	p.add(kind, from, to).match = int32(start)
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
			p.add(SoftBreak, end, end+1).style = asSpace
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
	p.add(AnimationStart, p.pos, from)
	p.within(from, to)
	p.pair(AnimationEnd, to, to+1, start)
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
