package compose

import "github.com/linqlint/linqlint/internal/scan"

// Indent writes each member and element of a JSON text on its own line, except
// those of an array of numbers, such as a range. A text that is not JSON is
// returned unchanged.
func Indent(text []byte) []byte {
	var v scan.View
	if f := v.Scan(text); f.Code != 0 {
		return text
	}
	return appendIndented(nil, &v, 0, 0)
}

func appendIndented(b []byte, v *scan.View, at, depth int) []byte {
	n := v.Nodes[at]
	if n.Kind != scan.Array && n.Kind != scan.Object || int(n.Next) == at+1 || numbers(v, at) {
		return append(b, v.Raw(at)...)
	}
	object := n.Kind == scan.Object
	b = append(b, v.Body[n.Start])
	for k := at + 1; k < int(n.Next); k = int(v.Nodes[k].Next) {
		if k > at+1 {
			b = append(b, ',')
		}
		b = newline(b, depth+1)
		if object {
			b = append(append(b, v.Raw(k)...), ": "...)
			k++
		}
		b = appendIndented(b, v, k, depth+1)
	}
	return append(newline(b, depth), v.Body[n.End-1])
}

// numbers reports whether a node is an array of numbers.
func numbers(v *scan.View, at int) bool {
	if v.Nodes[at].Kind != scan.Array {
		return false
	}
	for k := at + 1; k < int(v.Nodes[at].Next); k = int(v.Nodes[k].Next) {
		if v.Nodes[k].Kind != scan.Number {
			return false
		}
	}
	return true
}

func newline(b []byte, depth int) []byte {
	b = append(b, '\n')
	for range depth {
		b = append(b, "  "...)
	}
	return b
}
