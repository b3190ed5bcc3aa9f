package scan

import "math/bits"

// Scan reads body, which must hold one JSON value, and returns the first fault,
// or the zero Fault. After a fault the View's nodes are those before it.
//
// There is no recursion: v.open holds the containers that are not closed yet.
func (v *View) Scan(body []byte) Fault {
	v.Body, v.source, v.LoneSurrogates = body, alias(body), false
	v.Nodes, v.arena = v.Nodes[:0], v.arena[:0]
	if len(body) > MaxSize {
		return Fault{TooLarge, MaxSize}
	}
	v.Nodes = v.Nodes[:cap(v.Nodes)]
	if v.Names == nil {
		v.Names = &noNames
	}
	v.turn = turn{i: space(body, 0), next: aValue}
	var f Fault
	for !v.ended() && f.Code == 0 {
		if v.usual(); !v.ended() {
			f = v.unusual()
		}
	}
	v.Nodes = v.Nodes[:v.n]
	if f.Code == 0 {
		if end := space(body, v.i); end < len(body) {
			f = unexpected(body, Trailing, end)
		}
	} else if start := badStart(body); start.Code != 0 {
		f = start // what is wrong from the start says more
	}
	return f
}

// turn is where a scan is. In each turn it reads a name with its colon, a value or
// a separator.
type turn struct {
	i      int  // the offset in the body
	n      int  // the nodes so far
	depth  int  // the open containers
	closer byte // the bracket that closes the innermost one
	next   expected
	plain  int // up to where the string at i is known to be plain
}

// expected is what comes next in a text.
type expected uint8

const (
	aName expected = iota
	aColon
	aValue
	aSeparator // a comma, or the bracket that closes a container
)

// ended reports whether the value has ended, and with it the text.
func (t *turn) ended() bool { return t.depth == 0 && t.next == aSeparator }

// container is an open container.
type container struct {
	node   uint32
	closer byte // of the one around it
}

// usual scans as long as the text has only the most frequent forms. It calls nothing, so
// that its variables stay in registers: with a call in the loop, each turn would store
// them. A turn takes a name with its colon, or a value with what separates it from the next.
func (v *View) usual() {
	body, nodes := v.Body[:len(v.Body):len(v.Body)], v.Nodes
	i, n, next := v.i, v.n, v.next // the rest of the turn is used less, and stays where it is
	last := len(body) - 8          // where the last eight bytes start
turns:
	for uint(n) < uint(len(nodes)) && uint(i) < uint(len(body)) {
		node := &nodes[n]
		switch c := body[i]; {
		case next == aSeparator:
			if !isSpace(c) && c != ',' && c != v.closer {
				break turns
			}
		case c == '"':
			start := i + 1
			if start > last {
				v.plain = start
				break turns
			}
			end := start
			for end <= last {
				if m := odd(Word(body[end : end+8 : end+8])); m != 0 {
					end += bits.TrailingZeros64(m) >> 3
					break
				}
				end += 8
			}
			if uint(end) >= uint(len(body)) || body[end] != '"' {
				v.plain = end
				break turns
			}
			node.Start, node.End, node.Next = uint32(i), uint32(end+1), uint32(n+1)
			node.Kind, node.Flags = String, 0
			i, n = end+1, n+1
			if next == aName {
				if size := end - start; size < 8 {
					node.Name = v.Names.short(Word(body[start:start+8:start+8]), size)
				} else if size <= maxName {
					middle, tail := min(start+8, end-8), end-8
					node.Name = v.Names.long(Word(body[start:start+8:start+8]), Word(body[middle:middle+8:middle+8]), Word(body[tail:tail+8:tail+8]), size)
				} else {
					node.Name = 0
				}
				if next = aColon; uint(i) >= uint(len(body)) || body[i] != ':' {
					break turns
				}
				i, next = i+1, aValue
				continue
			}
		case isSpace(c):
			i++
			continue
		case next == aName:
			break turns
		case (c == '{' || c == '[') && uint(v.depth) < MaxDepth:
			open := &v.open[v.depth]
			open.node, open.closer = uint32(n), v.closer
			node.Start, node.End, node.Next = uint32(i), 0, uint32(n+1)
			node.Kind, node.Flags = Object, 0
			v.closer, next = '}', aName
			if c == '[' {
				node.Kind, v.closer, next = Array, ']', aValue
			}
			n++
			v.depth++
			if i++; uint(i) >= uint(len(body)) || body[i] != v.closer {
				continue
			}
		case isDigit(c) && v.depth > 0:
			end := i + 1
			for uint(end) < uint(len(body)) && isDigit(body[end]) {
				end++
			}
			if uint(end) >= uint(len(body)) || c == '0' && end > i+1 || body[end] == '.' || body[end]|0x20 == 'e' {
				break turns
			}
			node.Start, node.End, node.Next = uint32(i), uint32(end), uint32(n+1)
			node.Kind, node.Flags = Number, 0
			i, n = end, n+1
		default:
			break turns
		}
		next = aSeparator
		for uint(i) < uint(len(body)) {
			switch c := body[i]; {
			case c == ',' && v.depth > 0:
				if i, next = i+1, aValue; v.closer == '}' {
					next = aName
				}
				continue turns
			case c == v.closer && uint(v.depth-1) < MaxDepth:
				depth := v.depth - 1
				at := v.open[depth].node
				if uint(at) >= uint(len(nodes)) {
					break turns
				}
				i++
				v.depth, v.closer = depth, v.open[depth].closer
				nodes[at].End, nodes[at].Next = uint32(i), uint32(n)
				if depth == 0 {
					break turns
				}
			case isSpace(c) && v.depth > 0:
				i++
			default:
				break turns
			}
		}
	}
	v.i, v.n, v.next = i, n, next
}

// unusual takes the turn that usual left, or returns the fault that is there.
func (v *View) unusual() (f Fault) {
	body, i := v.Body, v.i
	switch {
	case v.next == aColon:
		return v.colon()
	case i >= len(body):
		return Fault{Truncated, i}
	case v.n >= len(v.Nodes):
		v.Nodes = append(v.Nodes, Node{})
		v.Nodes = v.Nodes[:cap(v.Nodes)]
		return Fault{}
	}
	first := v.depth > 0 && int(v.open[v.depth-1].node) == v.n-1
	switch c := body[i]; {
	case v.next == aSeparator:
		return unexpected(body, ExpectedComma, i)
	case c == '"':
		end, flags, f := str(body, i, v.plain)
		if f.Code != 0 {
			return f
		}
		v.LoneSurrogates = v.LoneSurrogates || flags&LoneSurrogate != 0
		v.Nodes[v.n] = Node{uint32(i), uint32(end), uint32(v.n + 1), String, flags, 0}
		v.i, v.n = end, v.n+1
		if v.next == aName {
			return v.colon()
		}
		v.next = aSeparator
		return Fault{}
	case first && c == v.closer: // behind white space
		v.next = aSeparator
		return Fault{}
	case v.next == aName:
		return noName(body, i, first)
	case c == '{' || c == '[':
		return Fault{TooDeep, i}
	}
	end, kind, flags, f := leaf(body, i)
	if f.Code != 0 {
		if body[i] == ']' && v.closer == ']' {
			f = Fault{TrailingComma, i}
		}
		return f
	}
	v.Nodes[v.n] = Node{uint32(i), uint32(end), uint32(v.n + 1), kind, flags, 0}
	v.i, v.n, v.next = end, v.n+1, aSeparator
	return Fault{}
}

// colon takes the colon behind a name, with the white space before it.
func (v *View) colon() Fault {
	body := v.Body
	v.i, v.next = space(body, v.i), aValue
	if v.i >= len(body) || body[v.i] != ':' {
		return unexpected(body, ExpectedColon, v.i)
	}
	v.i++
	return Fault{}
}

// noName is the fault of what is at i, where a member's name must be; first says
// that it would be the object's first.
func noName(body []byte, i int, first bool) Fault {
	switch {
	case first:
		return unexpected(body, ExpectedName, i)
	case body[i] == '}':
		return Fault{TrailingComma, i}
	}
	return unexpected(body, ExpectedNameAfterComma, i)
}

func isSpace(c byte) bool { return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r') }

// space returns the offset of the first byte from i on that is not white space.
func space(body []byte, i int) int {
	for i < len(body) && isSpace(body[i]) {
		i++
	}
	return i
}
