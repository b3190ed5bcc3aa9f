package place

import (
	"slices"
	"strconv"

	"github.com/linqlint/linqlint/internal/scan"
)

// Parents has the container of every node of a view, so that a JSON Pointer is
// written by climbing. The zero Parents is of no view.
type Parents struct {
	parent []uint32
	index  []uint32 // the node's number among the elements of an array
}

// Read makes p the parents of the nodes of v, in memory that p may have already.
func (p *Parents) Read(v *scan.View) {
	nodes := v.Nodes
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

// Shrink lets go of memory for more than most nodes.
func (p *Parents) Shrink(most int) {
	if cap(p.parent) > most {
		*p = Parents{}
	}
}

// Pointer returns the JSON Pointer of a node of v: "" for the root, and for a
// negative node, which means the text as a whole.
func (p *Parents) Pointer(v *scan.View, node int) string {
	if node <= 0 {
		return ""
	}
	var path [scan.MaxDepth]int
	depth := 0
	for n := node; n != 0; n = p.Of(n) {
		path[depth] = n
		depth++
	}
	var buf [64]byte
	out := buf[:0]
	for depth > 0 {
		depth--
		n := path[depth]
		if v.Nodes[p.parent[n]].Kind == scan.Object {
			out = scan.AppendToken(out, v.Text(n-1))
		} else {
			out = strconv.AppendUint(append(out, '/'), uint64(p.index[n]), 10)
		}
	}
	return string(out)
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
