package commonmark

import (
	"unicode"
)

// delimiter is a run of * or _ or ~~ that may start or end emphasis.
type delimiter struct {
	node              int
	char              byte
	count, left       int // signs of the run, and those not used yet
	canOpen, canClose bool
	inWord            bool // between two letters or digits of an alphabet
	space             int  // where the last white space before it is
	prev, next        int  // the stack, or -1
	opens, closes     []mark
}

// mark is a use of a delimiter: a style, and how many signs it takes.
type mark struct {
	style Style
	width int
}

// delimiters reads a run of *, _ or ~.
func (p *inlineParser) delimiters(c byte) {
	n := run(p.text[p.pos:p.end], c)
	before, after := p.lastRune(p.pos), p.nextRune(p.pos+n)
	if c == '~' && n != 2 || isNumeric(c, before, after) || c == '_' && isEmoticon(before, after) {
		p.literal(p.pos + n)
		return
	}
	if c == '_' && n == 2 {
		if end := p.dunder(); end > 0 && !isWord(before) {
			p.literal(end)
			return
		}
	}
	d := delimiter{node: len(p.nodes), char: c, count: n, left: n, prev: p.last, next: -1, space: p.lastSpace(p.pos)}
	left, right := flanks(before, after)
	d.canOpen, d.canClose = left, right
	if c == '_' {
		d.canOpen = left && (!right || isPunctuation(before))
		d.canClose = right && (!left || isPunctuation(after))
	}
	d.inWord = isAlphabetic(before) && isAlphabetic(after)
	if !d.canOpen && !d.canClose {
		p.literal(p.pos + n)
		return
	}
	p.add(Text, p.pos, p.pos+n).delim = int32(len(p.delims) + 1)
	if p.last >= 0 {
		p.delims[p.last].next = len(p.delims)
	}
	p.last = len(p.delims)
	p.delims = push(p.delims, d)
	p.pos += n
}

// lastSpace returns where the last white space before at is, or -1. It looks on
// from where it was asked before, so all questions together read the text once.
func (p *inlineParser) lastSpace(at int) int {
	for ; p.spaceTo < at; p.spaceTo++ {
		if c := p.text[p.spaceTo]; c == ' ' || c == '\n' || c == '\t' {
			p.space = p.spaceTo
		}
	}
	return p.space
}

// flanks tells on which sides of text a run is, by what is before and after it.
// CommonMark takes punctuation inside a run for its outer side. That of Chinese,
// Japanese and Korean is like letters here, and their letters are like spaces,
// since these scripts put no space between words: **注意：**正文.
func flanks(before, after rune) (left, right bool) {
	spaceBefore, spaceAfter := unicode.IsSpace(before), unicode.IsSpace(after)
	punctBefore, punctAfter := isPunctuation(before), isPunctuation(after)
	cjkBefore, cjkAfter := IsCJK(before), IsCJK(after)
	left = !spaceAfter && (!punctAfter || cjkAfter || spaceBefore || punctBefore || cjkBefore)
	right = !spaceBefore && (!punctBefore || cjkBefore || spaceAfter || punctAfter || cjkAfter)
	return left, right
}

func isPunctuation(r rune) bool {
	if r < 0x80 {
		return isPunct(byte(r))
	}
	return unicode.IsPunct(r) || unicode.IsSymbol(r)
}

// IsCJK reports whether r is a letter or punctuation of Chinese, Japanese or
// Korean.
func IsCJK(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x11FF, 0x2E80 <= r && r <= 0xA4CF, 0xA960 <= r && r <= 0xA97F, 0xAC00 <= r && r <= 0xD7FF,
		0xF900 <= r && r <= 0xFAFF, 0xFE30 <= r && r <= 0xFE4F, 0xFF00 <= r && r <= 0xFFEF, 0x20000 <= r && r <= 0x3FFFF:
		return true
	}
	return false
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isAlphabetic reports whether r is of a script with spaces between its words.
func isAlphabetic(r rune) bool { return isWord(r) && !IsCJK(r) }

// isNumeric reports whether a run of stars is a sign of arithmetic: 2*3, x**2.
func isNumeric(c byte, before, after rune) bool {
	if c != '*' || !isAlphabetic(before) || !isAlphabetic(after) {
		return false
	}
	return unicode.IsDigit(before) || unicode.IsDigit(after)
}

// isEmoticon reports whether an underscore is a mouth: ^_^, -_-, >_<, ._.
func isEmoticon(before, after rune) bool {
	face := func(r rune) bool {
		switch r {
		case '^', '-', '=', '>', '<', '.', ';', '~', '+', '@', '¬':
			return true
		}
		return false
	}
	return face(before) && face(after)
}

// maxName is the longest name in bytes.
const maxName = 80

// dunder returns the end of the __name__ at the current place, which programs
// are full of, or 0. Where the letters end is kept, since all of them may be one
// word that is full of underscores.
func (p *inlineParser) dunder() int {
	s, i := p.text[:p.end], p.pos
	for p.nameEnd = max(p.nameEnd, i); p.nameEnd < len(s) && (isAlnum(s[p.nameEnd]) || s[p.nameEnd] == '_'); p.nameEnd++ {
	}
	end := min(p.nameEnd, len(s))
	if end-i < 5 || end-i > maxName || !isLetter(s[i+2]) || s[end-2:end] != "__" || s[end-3] == '_' || end < len(s) && s[end] >= 0x80 {
		return 0
	}
	return end
}

// The buckets of bottoms: for what closes nothing, openers are not looked for
// again below where that was found out. What decides is the sign, whether the
// closer can open too, its length modulo 3, and whether it is within a word.
func (o *delimiter) bucket() int {
	i := o.count % 3 * 4
	if o.canOpen {
		i += 2
	}
	if o.inWord {
		i++
	}
	switch o.char {
	case '_':
		i += 12
	case '~':
		i += 24
	}
	return i
}

// emphasis matches the delimiters above bottom, which are then off the stack.
func (p *inlineParser) emphasis(bottom int) {
	var bottoms [36]int
	for i := range bottoms {
		bottoms[i] = bottom
	}
	first := p.last
	for first >= 0 && p.delims[first].prev > bottom {
		first = p.delims[first].prev
	}
	if first <= bottom {
		return
	}
	for closer := first; closer >= 0; {
		d := &p.delims[closer]
		if !d.canClose {
			closer = d.next
			continue
		}
		key := d.bucket()
		opener := d.prev
		for opener > bottoms[key] && !p.delims[opener].closedBy(d, &p.nodes[p.delims[opener].node]) {
			opener = p.delims[opener].prev
		}
		if opener <= bottoms[key] {
			bottoms[key] = max(bottom, d.prev)
			next := d.next
			if !d.canOpen {
				p.unlink(closer)
			}
			closer = next
			continue
		}
		closer = p.match(opener, closer)
	}
	for p.last > bottom {
		p.unlink(p.last)
	}
}

// closedBy reports whether d may close what o opens, whose node is n.
func (o *delimiter) closedBy(d *delimiter, n *node) bool {
	if o.char != d.char || !o.canOpen {
		return false
	}
	// f**k and s**t are words, un**believ**able is one.
	if o.inWord && d.inWord && d.space >= int(n.end) {
		return false
	}
	if o.char == '~' {
		return true
	}
	// CommonMark's rule of three.
	return !(o.canClose || d.canOpen) || (o.count+d.count)%3 != 0 || o.count%3 == 0 && d.count%3 == 0
}

// match makes a style of what is between two delimiters and returns the next one
// to look at.
func (p *inlineParser) match(opener, closer int) int {
	o, d := &p.delims[opener], &p.delims[closer]
	m := mark{Italic, 1}
	if o.left >= 2 && d.left >= 2 {
		m = mark{Bold, 2}
	}
	if d.char == '~' {
		m.style = Strikethrough
	}
	o.opens, d.closes = append(o.opens, m), append(d.closes, m)
	o.left -= m.width
	d.left -= m.width
	for i := d.prev; i > opener; i = d.prev {
		p.unlink(i)
	}
	if o.left == 0 {
		p.unlink(opener)
	}
	if d.left > 0 {
		return closer
	}
	next := d.next
	p.unlink(closer)
	return next
}

// unlink takes a delimiter off the stack.
func (p *inlineParser) unlink(i int) {
	d := &p.delims[i]
	if d.prev >= 0 {
		p.delims[d.prev].next = d.next
	}
	if d.next >= 0 {
		p.delims[d.next].prev = d.prev
	} else {
		p.last = d.prev
	}
}

// flushDelimiter adds what a run has become: the ends of styles, from its left
// on, what is not used, and starts.
func (p *inlineParser) flushDelimiter(e *emitter, n *node, open *[Styles][]int) {
	d := &p.delims[n.delim-1]
	at := p.content.source(int(n.start))
	for _, m := range d.closes {
		p.closeStyle(e, Event{Kind: StyleEnd, Style: m.style, Start: at, End: at + m.width}, open)
		at += m.width
	}
	if d.left > 0 {
		e.text(at, at+d.left)
		at += d.left
	}
	for i := len(d.opens) - 1; i >= 0; i-- {
		m := d.opens[i]
		open[m.style] = push(open[m.style], e.add(Event{Kind: StyleStart, Style: m.style, Start: at, End: at + m.width}))
		at += m.width
	}
}
