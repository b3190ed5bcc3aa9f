package scan

import "math/bits"

// Scan reads body, which must hold one JSON value, and returns the first fault,
// or the zero Fault. After a fault the View's nodes are those before it.
func (v *View) Scan(body []byte) Fault {
	v.Body, v.LoneSurrogates = body, false
	v.Nodes, v.arena = v.Nodes[:0], v.arena[:0]
	if len(body) > MaxSize {
		return Fault{TooLarge, MaxSize}
	}
	end, f := v.value(space(body, 0))
	if f.Code == 0 {
		if end = space(body, end); end < len(body) {
			f = unexpected(body, Trailing, end)
		}
	} else if start := badStart(body); start.Code != 0 {
		f = start // what is wrong from the start says more
	}
	return f
}

// value reads the value at i with all that is in it and returns where it ends.
// There is no recursion: open holds the containers that are not closed yet.
// Strings, which are most of a body, are read right here as far as they are
// plain, since a call for each would cost a third more.
func (v *View) value(i int) (int, Fault) {
	body, open := v.Body, &v.open
	depth, inObject, named := 0, false, true // named: no name must come before the value
	var f Fault
	for {
		if i >= len(body) {
			return i, Fault{Truncated, i}
		}
		c := body[i]
		switch {
		case c == '"':
			end := i + 1
			for ; end+8 <= len(body); end += 8 {
				if m := odd(word(body[end : end+8 : end+8])); m != 0 {
					end += bits.TrailingZeros64(m) >> 3
					break
				}
			}
			if end < len(body) && body[end] == '"' {
				end++
				v.node(i, end, String, 0)
			} else if end, f = v.str(i, end); f.Code != 0 {
				return end, f
			}
			if i = end; named {
				break
			}
			if i < len(body) && body[i] != ':' {
				i = space(body, i)
			}
			if i >= len(body) {
				return i, Fault{Truncated, i}
			}
			if body[i] != ':' {
				return i, unexpected(body, ExpectedColon, i)
			}
			i, named = space(body, i+1), true
			continue
		case !named:
			return i, v.noName(i, int(open[depth-1]))
		case c == '{' || c == '[':
			if depth == MaxDepth {
				return i, Fault{TooDeep, i}
			}
			open[depth] = uint32(len(v.Nodes))
			depth++
			if inObject = c == '{'; inObject {
				v.node(i, 0, Object, 0)
			} else {
				v.node(i, 0, Array, 0)
			}
			i = space(body, i+1)
			if i < len(body) && body[i] != c+2 { // ']' and '}' follow their openers by two
				named = !inObject
				continue
			}
			// An empty container, or a truncated one, which the loop below finds.
		default:
			if i, f = v.leaf(i, c); f.Code != 0 {
				return i, f
			}
		}

		// A value ends at i. Close what ends with it, then go on to the next.
		for {
			if depth == 0 {
				return i, Fault{}
			}
			i = space(body, i)
			if i >= len(body) {
				return i, Fault{Truncated, i}
			}
			if c = body[i]; c == ',' {
				i = space(body, i+1)
				if named = !inObject; named && i < len(body) && body[i] == ']' {
					return i, Fault{TrailingComma, i}
				}
				break
			}
			if c != '}' && c != ']' || (c == '}') != inObject {
				return i, unexpected(body, ExpectedComma, i)
			}
			i++
			depth--
			top := &v.Nodes[open[depth]]
			top.End, top.Next = uint32(i), uint32(len(v.Nodes))
			inObject = depth > 0 && v.Nodes[open[depth-1]].Kind == Object
		}
	}
}

// node appends a node. It writes the fields in place: a literal that append
// copies costs a third of the scan more, by a load that waits for the narrower
// stores before it.
func (v *View) node(start, end int, kind Kind, flags Flags) {
	k := len(v.Nodes)
	if k == cap(v.Nodes) {
		v.Nodes = append(v.Nodes, Node{})
	}
	v.Nodes = v.Nodes[:k+1]
	n := &v.Nodes[k]
	n.Start, n.End, n.Next = uint32(start), uint32(end), uint32(k+1)
	n.Kind, n.Flags = kind, flags
}

// noName is the fault of what is at i, where a member's name must be.
func (v *View) noName(i, object int) Fault {
	if object == len(v.Nodes)-1 {
		return unexpected(v.Body, ExpectedName, i)
	}
	if v.Body[i] == '}' {
		return Fault{TrailingComma, i}
	}
	return unexpected(v.Body, ExpectedNameAfterComma, i)
}

// space returns the offset of the first byte from i on that is not white space.
func space(body []byte, i int) int {
	for i < len(body) && body[i] <= ' ' && (body[i] == ' ' || body[i] == '\n' || body[i] == '\t' || body[i] == '\r') {
		i++
	}
	return i
}
