package commonmark

import (
	"strings"
	"unicode/utf8"
)

// angle reads an autolink, a tag or a comment.
func (p *inlineParser) angle() {
	rest := p.text[p.pos:p.end]
	if n := autoLink(rest); n > 0 {
		p.add(AutoLink, p.pos, p.pos+n)
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
	if !ok || elements()[t.name] == 0 {
		if ok {
			p.literal(p.pos + t.end) // a placeholder, every byte of it
		} else {
			p.literal(p.pos + 1)
		}
		return
	}
	p.tags = push(p.tags, t)
	p.add(Text, p.pos, p.pos+t.end).tag = int32(len(p.tags))
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
	var open [Styles][]int
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.delim > 0 {
			p.flushDelimiter(e, n, &open)
			continue
		}
		v := p.event(n)
		if n.apart && (n.kind == StyleStart || n.kind == CodeStart) {
			e.add(Event{Kind: Separate, Start: v.Start, End: v.Start})
		}
		switch n.kind {
		case Text:
			e.text(v.Start, v.End)
		case StyleStart:
			open[n.style] = push(open[n.style], e.add(v))
		case StyleEnd:
			p.closeStyle(e, v, &open)
		case CodeStart, LinkStart, ImageStart, AnimationStart:
			n.match = int32(e.add(v)) // for its partner, which is not yet looked at
		case CodeEnd, LinkEnd, ImageEnd, AnimationEnd:
			v.Match = int(p.nodes[n.match].match)
			e.events[v.Match].Match = e.add(v)
		default:
			e.add(v)
		}
		if n.apart && (n.kind == StyleEnd || n.kind == CodeEnd) {
			e.add(Event{Kind: Separate, Start: v.End, End: v.End})
		}
	}
}

// event returns the event that a node is.
func (p *inlineParser) event(n *node) Event {
	v := Event{Kind: n.kind, Style: n.style, Start: p.content.source(int(n.start))}
	v.End = v.Start + int(n.end-n.start)
	switch n.kind {
	case SoftBreak, HardBreak, Separate:
		v.End = max(v.Start, p.content.source(int(n.end-1))+1)
		if n.style == asSpace {
			v.Kind, v.Style, v.Text = Text, 0, " "
		}
	case Escaped:
		v.Text = p.text[n.start+1 : n.end]
	case AutoLink:
		v.Text = p.text[n.start+1 : n.end-1]
	case AnimationStart:
		name := p.text[n.start+1 : n.end]
		v.Text = name[:strings.IndexByte(name, ':')]
	}
	if n.url > 0 {
		v.URL = p.urls[n.url-1]
	}
	return v
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
