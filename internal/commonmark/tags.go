package commonmark

// matchTags makes styles, code and links of the elements that are closed within
// the leaf, and takes the tags of the others that are known out. Elements may
// cross, as browsers let them. In an HTML block the tags of block elements need
// no partner.
func (p *inlineParser) matchTags(inBlock bool) {
	var open map[string][]int
	for i := range p.nodes {
		t := p.nodes[i].tag
		if t == nil {
			continue
		}
		known := elements[t.name]
		switch {
		case known&voidElement != 0 && !t.closing, inBlock && known&startsBlock != 0 && known&(styleElements|codeElement) == 0:
			p.takeOut(i)
		case !t.closing:
			if open == nil {
				open = make(map[string][]int)
			}
			open[t.name] = append(open[t.name], i)
		default:
			starts := open[t.name]
			if len(starts) == 0 {
				if inBlock && known&startsBlock != 0 {
					p.takeOut(i)
				}
				continue
			}
			open[t.name] = starts[:len(starts)-1]
			p.matchElement(starts[len(starts)-1], i)
		}
	}
	if !inBlock {
		return
	}
	for name, starts := range open {
		for _, i := range starts {
			if elements[name]&startsBlock != 0 {
				p.takeOut(i)
			}
		}
	}
}

// takeOut removes the tag of a node, and breaks the line where it does.
func (p *inlineParser) takeOut(i int) {
	n := &p.nodes[i]
	known := elements[n.tag.name]
	switch {
	case n.tag.name == "br":
		n.kind = HardBreak
	case known&blockElement != 0:
		n.kind = Separate
	default:
		n.kind, n.end = Text, n.start
	}
	n.tag = nil
}

// matchElement makes of two tags what their element is.
func (p *inlineParser) matchElement(i, j int) {
	start, end := &p.nodes[i], &p.nodes[j]
	known := elements[start.tag.name]
	kinds := [2]Kind{}
	switch {
	case known&styleElements != 0:
		kinds = [2]Kind{StyleStart, StyleEnd}
		start.style, end.style = known.style(), known.style()
	case known&codeElement != 0:
		kinds = [2]Kind{CodeStart, CodeEnd}
	case start.tag.name == "a" && isTarget(start.tag.href, false):
		kinds = [2]Kind{LinkStart, LinkEnd}
		start.url, end.url = start.tag.href, start.tag.href
	default:
		p.takeOut(i)
		p.takeOut(j)
		return
	}
	start.kind, end.kind = kinds[0], kinds[1]
	start.match, end.match = j, i
	// A block element is set apart by the reader.
	start.apart, end.apart = known&blockElement != 0, known&blockElement != 0
	start.tag, end.tag = nil, nil
}
