package place

import (
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
)

// Parents has the container of every node of a view, so that a JSON Pointer is
// written by climbing. The zero Parents is of no view.
type Parents struct {
	parent []uint32
	index  []uint32 // the node's number among the elements of an array

	path []uint32 // the nodes of the last pointer, from its value up
	last []step   // and from the root's child down
	text []byte   // that pointer: the next one mostly begins the same
}

// step is a node of a pointer, and where its token ends.
type step struct {
	node uint32
	end  int
}

// Read makes p the parents of the nodes of v, in memory that p may have already.
func (p *Parents) Read(v *scan.View) {
	nodes := v.Nodes
	p.last, p.text = p.last[:0], p.text[:0]
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
func (p *Parents) Of(node int) int { return int(p.parent[node]) }

// Shrink lets go of memory for more than most nodes, and for long pointers.
func (p *Parents) Shrink(most int) {
	const long = 1 << 12 // bytes
	if cap(p.parent) > most || cap(p.text) > long {
		*p = Parents{}
	}
}

// Pointer returns the JSON Pointer of a node of v: "" for the root, and for a
// negative node, which means the text as a whole. It is good until the next call.
func (p *Parents) Pointer(v *scan.View, node int) []byte {
	if node <= 0 {
		return nil
	}
	path := p.path[:0]
	for n := uint32(node); n != 0; n = p.parent[n] {
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
		if v.Nodes[p.parent[n]].Kind == scan.Object {
			p.text = appendToken(p.text, v.Text(int(n)-1))
		} else {
			p.text = strconv.AppendUint(append(p.text, '/'), uint64(p.index[n]), 10)
		}
		p.last = append(p.last, step{n, len(p.text)})
	}
	return p.text
}

// appendToken is scan.AppendToken, and faster where there is nothing to escape.
func appendToken(pointer []byte, name string) []byte {
	if strings.IndexByte(name, '~') >= 0 || strings.IndexByte(name, '/') >= 0 {
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
