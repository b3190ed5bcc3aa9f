package place

import (
	"slices"
	"strconv"

	"github.com/linqlint/linqlint/internal/scan"
)

// Parents has the container of every node of a view. It writes the JSON Pointers of
// nodes that ascend in one walk, without the containers; the first node that is before
// the last one, and the first call of [Parents.Of], find those of all nodes. The zero
// Parents is of no view.
type Parents struct {
	view   *scan.View
	found  bool // parent and index are of view
	parent []uint32
	index  []uint32 // the node's number among the elements of an array

	path []uint32 // the nodes of the last pointer, from its value up
	last []step   // and from the root's child down
	text []byte   // that pointer: the next one mostly begins the same
}

// step is a node of a pointer, and where its token ends.
type step struct {
	node  uint32
	index uint32 // of the node, as in Parents; 0 where that has it
	end   int
}

// Read makes p the parents of the nodes of v, in memory that p may have already. The
// view must not change while p is in use.
func (p *Parents) Read(v *scan.View) {
	p.view, p.found = v, false
	p.last, p.text = p.last[:0], p.text[:0]
}

func (p *Parents) find() {
	nodes := p.view.Nodes
	p.found = true
	p.parent = slices.Grow(p.parent[:0], len(nodes))[:len(nodes)]
	p.index = slices.Grow(p.index[:0], len(nodes))[:len(nodes)]
	for i := range nodes {
		switch nodes[i].Kind {
		case scan.Object:
			for k := uint32(i) + 1; k < nodes[i].Next; k = nodes[k+1].Next {
				p.parent[k], p.parent[k+1] = uint32(i), uint32(i)
			}
		case scan.Array:
			n := uint32(0)
			for k := uint32(i) + 1; k < nodes[i].Next; k = nodes[k].Next {
				p.parent[k], p.index[k] = uint32(i), n
				n++
			}
		}
	}
}

// Of returns the container of a node other than the root.
func (p *Parents) Of(node int) int {
	if !p.found {
		p.find()
	}
	return int(p.parent[node])
}

// Shrink lets go of memory for more than most nodes, and for long pointers.
func (p *Parents) Shrink(most int) {
	const long = 1 << 12 // bytes
	if cap(p.parent) > most || cap(p.text) > long {
		*p = Parents{}
	}
}

// Pointer returns the JSON Pointer of a value: "" for the root, and for a negative
// node, which means the text as a whole. It is good until the next call.
func (p *Parents) Pointer(node int) []byte {
	switch {
	case node <= 0:
		return nil
	case p.found:
		p.climb(uint32(node))
	case !p.descend(uint32(node)):
		p.find()
		p.climb(uint32(node))
	}
	return p.text
}

// descend makes text the pointer of node, from where the last one ended; it returns
// false if node is before that.
func (p *Parents) descend(node uint32) bool {
	nodes := p.view.Nodes
	depth := 0
	for depth < len(p.last) && p.last[depth].node <= node && node < nodes[p.last[depth].node].Next {
		depth++
	}
	at, end := uint32(0), 0
	if depth > 0 {
		at, end = p.last[depth-1].node, p.last[depth-1].end
	}
	if at == node {
		p.last, p.text = p.last[:depth], p.text[:end]
		return true
	}
	child, index := at+1, uint32(0)
	if depth < len(p.last) { // the elements before it need not be counted again
		if p.last[depth].node > node {
			return false
		}
		child, index = nodes[p.last[depth].node].Next, p.last[depth].index+1
	}
	p.last, p.text = p.last[:depth], p.text[:end]
	for {
		isObject := nodes[at].Kind == scan.Object
		value := child
		if isObject {
			value++
		}
		for node >= nodes[value].Next {
			value, index = nodes[value].Next, index+1
			if isObject {
				value++
			}
		}
		if isObject {
			p.text = appendName(p.text, p.view, int(value)-1)
		} else {
			p.text = strconv.AppendUint(append(p.text, '/'), uint64(index), 10)
		}
		p.last = append(p.last, step{value, index, len(p.text)})
		if value == node {
			return true
		}
		at, child, index = value, value+1, 0
	}
}

// climb makes text the pointer of node, from its containers.
func (p *Parents) climb(node uint32) {
	path := p.path[:0]
	for n := node; n != 0; n = p.parent[n] {
		path = append(path, n)
	}
	p.path = path
	depth := len(path)
	shared, end := 0, 0 // with the last pointer
	for shared < min(depth, len(p.last)) && p.last[shared].node == path[depth-1-shared] {
		end = p.last[shared].end
		shared++
	}
	p.last, p.text = p.last[:shared], p.text[:end]
	for depth -= shared; depth > 0; depth-- {
		n := path[depth-1]
		if p.view.Nodes[p.parent[n]].Kind == scan.Object {
			p.text = appendName(p.text, p.view, int(n)-1)
		} else {
			p.text = strconv.AppendUint(append(p.text, '/'), uint64(p.index[n]), 10)
		}
		p.last = append(p.last, step{node: n, end: len(p.text)})
	}
}

// appendName is scan.AppendToken of a member's name, and faster where that is among the
// names of the scan, which have nothing to escape: see [scan.Names.Add].
func appendName(pointer []byte, v *scan.View, n int) []byte {
	name := v.Text(n)
	if v.Nodes[n].Name == 0 {
		return scan.AppendToken(pointer, name)
	}
	return append(append(pointer, '/'), name...)
}

// Pointer returns the JSON Pointer of the value that starts at the byte offset,
// or whose name does.
func Pointer(v *scan.View, offset int) string {
	var pointer []byte
	at := 0
	for v.Nodes[at].Start != uint32(offset) {
		n := &v.Nodes[at]
		child, i := at+1, 0
		for child < int(n.Next) {
			value := child
			if n.Kind == scan.Object {
				value++
			}
			if v.Nodes[value].End > uint32(offset) {
				break
			}
			child, i = int(v.Nodes[value].Next), i+1
		}
		if child >= int(n.Next) {
			break
		}
		if n.Kind != scan.Object {
			pointer = strconv.AppendInt(append(pointer, '/'), int64(i), 10)
			at = child
			continue
		}
		pointer = scan.AppendToken(pointer, v.Text(child))
		at = child + 1
		if v.Nodes[child].Start == uint32(offset) {
			break
		}
	}
	return string(pointer)
}
