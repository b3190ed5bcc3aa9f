package validate

import (
	"sort"
	"strings"
)

// errorKey is a rule at a value, by which the errors of two bodies of a round
// are compared: a node of the body before, or a place in the text that a fix
// wrote.
type errorKey struct {
	rule ruleID
	node int // of the body before; inText if there is none
	// Where in what was written:
	candidate, edit, off int
}

// inText is the node of an error in a text that a fix wrote.
const inText = -2

// origin returns what a finding about the body p is compared by.
func (t *trial) origin(p *patched, f *finding) errorKey {
	key := errorKey{rule: f.rule, node: f.place.node}
	if key.node <= 0 {
		return key // the root, or the body as a text
	}
	off := int(t.e.is.view.Nodes[key.node].Start)
	i, at := p.written(off)
	if i < 0 {
		key.node = t.e.was.nodeAt(at)
		return key
	}
	e := &p.edits[i]
	if old, ok := t.copiedFrom(e, at); ok {
		key.node = t.e.was.nodeAt(old)
		return key
	}
	if at == 0 {
		if n := t.e.was.nodeAt(e.Start); n >= 0 && int(t.e.was.view.Nodes[n].End) == e.End {
			key.node = n // replaced
			return key
		}
	}
	return errorKey{f.rule, inText, e.candidate, e.Start, at}
}

// nodeAt returns the node of the body that starts at an offset, or -1.
func (c *checker) nodeAt(off int) int {
	nodes := c.view.Nodes
	i := sort.Search(len(nodes), func(i int) bool { return int(nodes[i].Start) >= off })
	if i < len(nodes) && int(nodes[i].Start) == off {
		return i
	}
	return -1
}

// copied is a piece of the body that a fix has in its text: the name or the value
// of a member that it moves, or an element that it wraps.
type copied struct {
	edit   int // by Start
	at     int // in the text of the edit
	old    int // in the body before
	length int
}

// copiedFrom returns where the byte at an offset in the text of an edit was
// before.
func (t *trial) copiedFrom(e *placed, at int) (old int, ok bool) {
	for _, c := range t.copiesOf(e.candidate) {
		if c.edit == e.Start && c.at <= at && at < c.at+c.length {
			return c.old + at - c.at, true
		}
	}
	return 0, false
}

// copiesOf finds what of the values that a fix takes out it writes elsewhere. A
// fix is a set of edits and says nothing of what moves where; but what it moves
// it writes as it was.
func (t *trial) copiesOf(i int) []copied {
	if t.known[i] {
		return t.copies[i]
	}
	t.known[i] = true
	f := &copyFinder{t: t, edits: t.chosen[i].fix.Edits}
	for _, e := range f.edits {
		f.budget += 16 * (e.End - e.Start + len(e.Text))
	}
	f.next = make([]int, len(f.edits))
	for _, e := range f.edits {
		f.within(e.Start, e.End)
	}
	t.copies[i] = f.found
	return f.found
}

// copyFinder looks for pieces of a body in the texts of a fix.
type copyFinder struct {
	t      *trial
	edits  []Edit
	next   []int // where in the text of an edit to go on: what moves keeps its order
	budget int   // bytes to look at, so that many pieces that are not there cost no more than linear time
	found  []copied
}

// within looks for the nodes between two offsets of the body.
func (f *copyFinder) within(start, end int) {
	nodes := f.t.e.was.view.Nodes
	n := sort.Search(len(nodes), func(i int) bool { return int(nodes[i].Start) >= start })
	for n < len(nodes) && int(nodes[n].Start) < end && f.budget > 0 {
		if node := &nodes[n]; int(node.End) <= end && f.look(int(node.Start), int(node.End)) {
			n = int(node.Next)
		} else {
			n++
		}
	}
}

// look looks for a piece of the body in the texts.
func (f *copyFinder) look(start, end int) bool {
	piece := string(f.t.body[start:end])
	for i, e := range f.edits {
		for _, from := range [...]int{f.next[i], 0} {
			f.budget -= len(e.Text) - from
			if at := strings.Index(e.Text[from:], piece); at >= 0 {
				at += from
				f.next[i] = at + len(piece)
				f.found = append(f.found, copied{e.Start, at, start, len(piece)})
				return true
			}
		}
	}
	return false
}

// history is what earlier rounds did to the current body.
type history struct {
	changed map[change]bool     // values that a rule's fix changed, by the offset where they start
	written map[ruleID][]extent // what a rule's fixes wrote, in source order
}

type change struct {
	rule  ruleID
	start int
}

type extent struct{ start, end int }

// done reports whether the rule of diagnostic i of c has fixed the value that
// it is at before, or wrote it.
func (h *history) done(c *checker, i int) bool {
	f := &c.found[i]
	if f.place.node < 0 {
		return false
	}
	node := &c.view.Nodes[f.place.node]
	if h.changed[change{f.rule, int(node.Start)}] {
		return true
	}
	spans := h.written[f.rule]
	k := sort.Search(len(spans), func(k int) bool { return spans[k].start > int(node.Start) }) - 1
	return k >= 0 && int(node.End) <= spans[k].end
}

// record carries what is known over to the body after a round, and adds what
// the round did.
func (h *history) record(t *trial, p *patched) {
	changed, written := map[change]bool{}, map[ruleID][]extent{}
	for c := range h.changed {
		if start, ok := t.carried(p, c.start); ok {
			changed[change{c.rule, start}] = true
		}
	}
	for rule, spans := range h.written {
		for _, s := range spans {
			start, ok := t.carried(p, s.start)
			end, ok2 := t.carried(p, s.end-1)
			if ok && ok2 && start <= end {
				written[rule] = append(written[rule], extent{start, end + 1})
			}
		}
	}
	seen := map[int]bool{}
	for i := range p.edits {
		e := &p.edits[i]
		f := &t.e.was.found[t.chosen[e.candidate].diagnostic]
		if e.Text != "" {
			written[f.rule] = append(written[f.rule], extent{e.at, e.at + len(e.Text)})
		}
		if !seen[e.candidate] && f.place.node > 0 {
			seen[e.candidate] = true
			if start, ok := t.carried(p, int(t.e.was.view.Nodes[f.place.node].Start)); ok {
				changed[change{f.rule, start}] = true
			}
		}
	}
	for rule := range written {
		written[rule] = merged(written[rule])
	}
	h.changed, h.written = changed, written
}

// carried returns where the byte at an offset of the body before is in p.
func (t *trial) carried(p *patched, off int) (int, bool) {
	if at, ok := p.moved(off); ok {
		return at, true
	}
	i := sort.Search(len(p.edits), func(i int) bool { return p.edits[i].Start > off }) - 1
	e := &p.edits[i]
	for _, c := range t.copiesOf(e.candidate) {
		if c.old <= off && off < c.old+c.length {
			k := sort.Search(len(p.edits), func(k int) bool { return p.edits[k].Start >= c.edit })
			return p.edits[k].at + c.at + off - c.old, true
		}
	}
	if off == e.Start && e.Text != "" {
		return e.at, true
	}
	return 0, false
}

// merged puts spans in order and joins those that overlap.
func merged(spans []extent) []extent {
	sort.Stable(byExtent(spans))
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.start < out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}

// byExtent is the order of spans by their start.
type byExtent []extent

func (e byExtent) Len() int           { return len(e) }
func (e byExtent) Less(i, j int) bool { return e[i].start < e[j].start }
func (e byExtent) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }
