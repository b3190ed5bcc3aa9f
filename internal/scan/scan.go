package scan

import "math/bits"

// Scan reads body, which must hold one JSON value, and returns the first fault,
// or the zero Fault. After a fault the View's nodes are those before it.
//
// There is no recursion: v.open holds the containers that are not closed yet.
func (v *View) Scan(body []byte) Fault {
	v.Body, v.LoneSurrogates = body, false
	v.Nodes, v.arena = v.Nodes[:0], v.arena[:0]
	if len(body) > MaxSize {
		return Fault{TooLarge, MaxSize}
	}
	v.Nodes = v.Nodes[:cap(v.Nodes)]
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
// them.
func (v *View) usual() {
	body, nodes := v.Body, v.Nodes
	i, n, next := v.i, v.n, v.next // the rest of the turn is used less, and stays where it is
turns:
	for uint(n) < uint(len(nodes)) && uint(i) < uint(len(body)) {
		c := body[i]
		if next == aSeparator {
			switch {
			case c == ',':
				if i, next = i+1, aValue; v.closer == '}' {
					next = aName
				}
			case c == v.closer && uint(v.depth-1) < MaxDepth:
				v.depth--
				open := &v.open[v.depth]
				if uint(open.node) >= uint(len(nodes)) {
					break turns
				}
				i, v.closer = i+1, open.closer
				node := &nodes[open.node]
				node.End, node.Next = uint32(i), uint32(n)
				if v.depth == 0 {
					break turns
				}
			case isSpace(c):
				i++
			default:
				break turns
			}
			continue
		}
		// In place: a literal that is copied waits for the narrower stores before it.
		node := &nodes[n]
		node.Start, node.Next, node.Flags = uint32(i), uint32(n+1), 0
		switch {
		case c == '"':
			end := i + 1
			for end >= 0 && end <= len(body)-8 {
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
			i = end + 1
			node.Kind, node.End = String, uint32(i)
			n++
			if next++; next == aColon && uint(i) < uint(len(body)) && body[i] == ':' {
				i, next = i+1, aValue
			} else if next == aColon || v.depth == 0 {
				break turns
			}
		case isSpace(c):
			i++
		case next == aName:
			break turns
		case (c == '{' || c == '[') && uint(v.depth) < MaxDepth:
			open := &v.open[v.depth]
			open.node, open.closer = uint32(n), v.closer
			node.Kind, node.End = Object, 0
			v.closer, next = '}', aName
			if c == '[' {
				node.Kind, v.closer, next = Array, ']', aValue
			}
			n++
			v.depth++
			if i++; uint(i) < uint(len(body)) && body[i] == v.closer {
				next = aSeparator
			}
		case isDigit(c) && v.depth > 0:
			end := i + 1
			for uint(end) < uint(len(body)) && isDigit(body[end]) {
				end++
			}
			if uint(end) >= uint(len(body)) || c == '0' && end > i+1 || body[end] == '.' || body[end]|0x20 == 'e' {
				break turns
			}
			node.Kind, node.End = Number, uint32(end)
			i, next = end, aSeparator
			n++
		default:
			break turns
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
		v.Nodes[v.n] = Node{uint32(i), uint32(end), uint32(v.n + 1), String, flags}
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
	v.Nodes[v.n] = Node{uint32(i), uint32(end), uint32(v.n + 1), kind, flags}
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
