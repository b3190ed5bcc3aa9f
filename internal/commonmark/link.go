package commonmark

// bracket is a [ or ![ that may start a link.
type bracket struct {
	node   int32
	last   int32 // the delimiter below it, or -1
	image  bool
	inner  bool // another bracket follows it, so its text is not a label
	inWord bool // a letter, a digit or a closing bracket is before it
}

func (p *inlineParser) openBracket(width int, image bool) {
	if n := len(p.stack); n > 0 {
		p.stack[n-1].inner = true
	}
	before := p.lastRune(p.pos)
	p.stack = push(p.stack, bracket{
		node: int32(len(p.nodes)), image: image, last: int32(p.last),
		inWord: !image && (isAlphabetic(before) || before == ')' || before == ']' || before == '_'),
	})
	p.add(Text, p.pos, p.pos+width)
	p.pos += width
}

// closeBracket reads a ] with the target behind it.
func (p *inlineParser) closeBracket() {
	bottom := 0
	if p.inSpan {
		bottom = p.spanBottom
	}
	n := len(p.stack) - 1
	if n < bottom {
		p.literal(p.pos + 1)
		return
	}
	b := p.stack[n]
	p.stack = p.stack[:n]
	inactive := !b.image && n < p.floor
	p.floor = min(p.floor, n)
	if inactive {
		p.literal(p.pos + 1)
		return
	}
	url, end, ok := p.inlineTarget(b)
	if !ok {
		url, end, ok = p.referenceTarget(b)
	}
	if !ok {
		p.literal(p.pos + 1)
		return
	}
	kinds := [2]Kind{LinkStart, LinkEnd}
	if b.image {
		kinds = [2]Kind{ImageStart, ImageEnd}
	}
	p.urls = push(p.urls, url)
	p.pair(kinds[1], p.pos, end, int(b.node))
	p.nodes[b.node].kind = kinds[0]
	p.nodes[b.node].url, p.nodes[len(p.nodes)-1].url = int32(len(p.urls)), int32(len(p.urls))
	p.pos = end
	p.emphasis(int(b.last))
	if !b.image {
		p.floor = n // a link in a link opens none
	}
}

// inlineTarget reads (target "title") behind a ].
func (p *inlineParser) inlineTarget(b bracket) (url string, end int, ok bool) {
	i := p.pos + 1
	if p.at(i) != '(' {
		return "", 0, false
	}
	s := p.text[:p.end]
	i++
	i += blanks(s[i:])
	url, n := readTarget(s[i:])
	if n == 0 || !isTarget(url, b.inWord) {
		return "", 0, false
	}
	i += n
	if space := blanks(s[i:]); space > 0 {
		i += space
		if i < len(s) {
			n := readTitle(s[i:])
			i += n
			if n > 0 {
				i += blanks(s[i:])
			}
		}
	}
	if p.at(i) != ')' {
		return "", 0, false
	}
	return url, i + 1, true
}

// referenceTarget looks for the definition that [text][label], [text][] or
// [text] refers to.
func (p *inlineParser) referenceTarget(b bracket) (url string, end int, ok bool) {
	if len(p.defs) == 0 {
		return "", 0, false
	}
	end = p.pos + 1
	label, n := readLabel(p.text[end:p.end])
	if n == 2 || n == 0 && !b.inner {
		if b.inner || p.pos-int(p.nodes[b.node].end) > maxLabel {
			return "", 0, false
		}
		label = normal(p.text[p.nodes[b.node].end:p.pos])
	}
	end += n
	d := p.defs[label]
	if d == nil || label == "" {
		return "", 0, false
	}
	d.used = true
	return d.url, end, true
}
