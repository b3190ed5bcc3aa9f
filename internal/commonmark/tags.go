package commonmark

// matchTags makes styles, code and links of the elements that are closed within
// the leaf, and takes the tags of the others that are known out. Elements may
// cross, as browsers let them. In an HTML block the tags of block elements need
// no partner.
func (p *inlineParser) matchTags(inBlock bool) {
	var open map[string][]int
	for i := range p.nodes {
		if p.nodes[i].tag == 0 {
			continue
		}
		t := &p.tags[p.nodes[i].tag-1]
		known := elements()[t.name]
		switch {
		case known&voidElement != 0 && !t.closing, inBlock && known&startsBlock != 0 && known&(styleElements|codeElement) == 0:
			p.takeOut(i)
		case !t.closing:
			if open == nil {
				open = make(map[string][]int)
			}
			open[t.name] = push(open[t.name], i)
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
			if elements()[name]&startsBlock != 0 {
				p.takeOut(i)
			}
		}
	}
}

// takeOut removes the tag of a node, and breaks the line where it does.
func (p *inlineParser) takeOut(i int) {
	n := &p.nodes[i]
	name := p.tags[n.tag-1].name
	known := elements()[name]
	switch {
	case name == "br":
		n.kind = HardBreak
	case known&blockElement != 0:
		n.kind = Separate
	default:
		n.kind, n.end = Text, n.start
	}
	n.tag = 0
}

// matchElement makes of two tags what their element is.
func (p *inlineParser) matchElement(i, j int) {
	start, end := &p.nodes[i], &p.nodes[j]
	t := &p.tags[start.tag-1]
	known := elements()[t.name]
	kinds := [2]Kind{}
	switch {
	case known&styleElements != 0:
		kinds = [2]Kind{StyleStart, StyleEnd}
		start.style, end.style = known.style(), known.style()
	case known&codeElement != 0:
		kinds = [2]Kind{CodeStart, CodeEnd}
	case t.name == "a" && isTarget(t.href, false):
		kinds = [2]Kind{LinkStart, LinkEnd}
		p.urls = append(p.urls, t.href)
		start.url, end.url = int32(len(p.urls)), int32(len(p.urls))
	default:
		p.takeOut(i)
		p.takeOut(j)
		return
	}
	start.kind, end.kind = kinds[0], kinds[1]
	start.match, end.match = int32(j), int32(i)
	// A block element is set apart by the reader.
	start.apart, end.apart = known&blockElement != 0, known&blockElement != 0
	start.tag, end.tag = 0, 0
}
