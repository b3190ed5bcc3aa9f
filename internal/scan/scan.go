package scan

import "math/bits"

// Scan reads body, which must hold one JSON value, and returns the first fault,
// or the zero Fault. After a fault the View's nodes are those before it.
func (v *View) Scan(body []byte) (f Fault) {
	v.Body, v.source, v.LoneSurrogates = body, alias(body), false
	v.Nodes, v.arena = v.Nodes[:0], v.arena[:0]
	if len(body) > MaxSize {
		return Fault{TooLarge, MaxSize}
	}
	v.Nodes = v.Nodes[:cap(v.Nodes)]
	if v.Names == nil {
		v.Names = &noNames
	}
	i := space(body, 0)
	v.turn = turn{i: i, next: aValue}
	if i < len(body) && (body[i] == '{' || body[i] == '[') {
		f = v.usual()
	} else {
		f = v.scalar()
	}
	v.Nodes = v.Nodes[:v.n]
	if f.Code == 0 {
		if end := space(body, v.i); end < len(body) {
			f = unexpected(body, Trailing, end)
		}
		return f
	}
	v.leave()
	if start := badStart(body); start.Code != 0 {
		f = start // what is wrong from the start says more
	}
	return f
}

// turn is where a scan is. There is no recursion: an open container has in Next the one
// around it and in End the bracket that closes that one, until it is closed itself.
type turn struct {
	i      int  // the offset in the body
	n      int  // the nodes so far
	depth  int  // the open containers
	at     int  // the innermost of them
	closer byte // the bracket that closes it, 0 for none
	next   expected
	plain  int // up to where the string at i is known to be plain
}

// expected is what comes next in a text.
type expected uint8

const (
	aName expected = iota
	aColon
	aValue
	aText      // a value that is a string, and plain up to turn.plain
	aSeparator // a comma, or the bracket that closes a container
)

// usual scans the object or array at v.i. Each label is what the text goes on with, so that
// no variable has to say it. The most frequent forms are read here: members with a name of
// v.Names, strings that are plain ASCII, natural numbers. The others are read by unusual,
// which is called at one place, with all that is needed afterwards in v: calls amid the
// labels would keep the variables out of registers.
func (v *View) usual() Fault {
resume:
	body, nodes := v.Body[:len(v.Body):len(v.Body)], v.Nodes
	i, n := v.i, v.n
	switch v.next {
	case aName:
		goto name
	case aValue:
		goto value
	case aSeparator:
		goto separator
	}
	goto unusual

name:
	if uint(i) < uint(len(body)) && uint(n) < uint(len(nodes)) && body[i] == '"' {
		start, size := i+1, 0
		if start > len(body)-8 {
			goto otherName
		}
		var id NameID
		var own *Name
		first := Word(body[start : start+8 : start+8])
		if m := notLetters(first); m != 0 {
			size, first = lastWord(first, m)
			if id, own = v.Names.at(first); own[0] != first {
				goto otherName
			}
		} else {
			next := start + 8
			if next > len(body)-8 {
				goto otherName
			}
			second := Word(body[next : next+8 : next+8])
			if m := notLetters(second); m != 0 {
				size, second = lastWord(second, m)
				if id, own = v.Names.at(first + second); own[0] != first || own[1] != second {
					goto otherName
				}
				size += 8
			} else {
				if next += 8; next > len(body)-8 {
					goto otherName
				}
				third := Word(body[next : next+8 : next+8])
				size, third = lastWord(third, notLetters(third))
				if id, own = v.Names.at(first + second + third); own[0] != first || own[1] != second || own[2] != third {
					goto otherName
				}
				size += 16
			}
		}
		end := start + size + 1
		node := &nodes[n]
		node.Start, node.End, node.Next = uint32(i), uint32(end), uint32(n+1)
		node.Kind, node.Flags, node.Name = String, 0, id
		i, n = end, n+1
		if uint(i) < uint(len(body)) && body[i] == ':' {
			i++
			goto value
		}
		v.next = aColon
		goto unusual
	}
otherName:
	v.next = aName
	goto unusual

value:
	if uint(i) >= uint(len(body)) || uint(n) >= uint(len(nodes)) {
		goto otherValue
	}
	switch c, node := body[i], &nodes[n]; {
	case c == '"':
		end := i + 1
		for ; end <= len(body)-8; end += 8 {
			m := odd(Word(body[end : end+8 : end+8]))
			if m == 0 {
				continue
			}
			end += bits.TrailingZeros64(m) >> 3
			if uint(end) >= uint(len(body)) || body[end] != '"' {
				break
			}
			end++
			node.Start, node.End, node.Next = uint32(i), uint32(end), uint32(n+1)
			node.Kind, node.Flags = String, 0
			i, n = end, n+1
			goto separator
		}
		v.plain, v.next = end, aText
		goto unusual
	case c == '{' && v.depth < MaxDepth:
		node.Start, node.End, node.Next = uint32(i), uint32(v.closer), uint32(v.at)
		node.Kind, node.Flags = Object, 0
		v.depth++
		v.at, v.closer = n, '}'
		i, n = i+1, n+1
		goto name
	case c == '[' && v.depth < MaxDepth:
		node.Start, node.End, node.Next = uint32(i), uint32(v.closer), uint32(v.at)
		node.Kind, node.Flags = Array, 0
		v.depth++
		v.at, v.closer = n, ']'
		i, n = i+1, n+1
		goto value
	case isDigit(c):
		end := i + 1
		for uint(end) < uint(len(body)) && isDigit(body[end]) {
			end++
		}
		if uint(end) < uint(len(body)) && (c != '0' || end == i+1) && body[end] != '.' && body[end]|0x20 != 'e' {
			node.Start, node.End, node.Next = uint32(i), uint32(end), uint32(n+1)
			node.Kind, node.Flags = Number, 0
			i, n = end, n+1
			goto separator
		}
	case c == ' ':
		i++
		goto value
	}
otherValue:
	v.next = aValue
	goto unusual

separator:
	if uint(i) < uint(len(body)) {
		switch c := body[i]; {
		case c == ',':
			if i++; v.closer == '}' {
				goto name
			}
			goto value
		case c == v.closer:
			i++
			node := &nodes[v.at]
			v.at, v.closer = int(node.Next), byte(node.End)
			node.End, node.Next = uint32(i), uint32(n)
			v.depth--
			if v.closer != 0 {
				goto separator
			}
			v.i, v.n = i, n
			return Fault{}
		}
	}
	v.next = aSeparator

unusual:
	v.i, v.n = i, n
	if f := v.unusual(); f.Code != 0 {
		return f
	}
	goto resume
}

// scalar scans the value at v.i, which is neither an object nor an array.
func (v *View) scalar() (f Fault) {
	for f.Code == 0 && v.next == aValue {
		f = v.unusual()
	}
	return f
}

// leave closes the containers that a fault left open.
func (v *View) leave() {
	for ; v.depth > 0; v.depth-- {
		node := &v.Nodes[v.at]
		node.End, node.Next, v.at = 0, uint32(v.at+1), int(node.Next)
	}
}

// unusual reads on where usual does not, for a step at least, or returns the fault that
// is there.
func (v *View) unusual() Fault {
	if v.next == aText {
		v.next = aSeparator
		return v.text(v.plain)
	}
	body, i := v.Body, space(v.Body, v.i)
	switch {
	case i > v.i:
		v.i = i
		return Fault{}
	case i >= len(body):
		return Fault{Truncated, i}
	case v.n >= len(v.Nodes):
		v.Nodes = append(v.Nodes, Node{})
		v.Nodes = v.Nodes[:cap(v.Nodes)]
		return Fault{}
	case v.next == aSeparator:
		return unexpected(body, ExpectedComma, i)
	case v.next == aColon:
		if body[i] != ':' {
			return unexpected(body, ExpectedColon, i)
		}
		v.i, v.next = i+1, aValue
		return Fault{}
	case v.at == v.n-1 && body[i] == v.closer: // an empty container
		v.next = aSeparator
		return Fault{}
	case v.next == aName:
		return v.name()
	}
	v.next = aSeparator
	return v.value()
}

// text reads the string at v.i, which is plain up to plain.
func (v *View) text(plain int) Fault {
	end, flags, f := str(v.Body, v.i, plain)
	if f.Code == 0 {
		v.LoneSurrogates = v.LoneSurrogates || flags&LoneSurrogate != 0
		v.add(end, String, flags)
	}
	return f
}

// add adds the node of what starts at v.i and ends at end.
func (v *View) add(end int, kind Kind, flags Flags) {
	v.Nodes[v.n] = Node{uint32(v.i), uint32(end), uint32(v.n + 1), kind, flags, 0}
	v.i, v.n = end, v.n+1
}

// name reads the name at v.i.
func (v *View) name() Fault {
	body, i, n := v.Body, v.i, v.n
	if body[i] != '"' {
		return noName(body, i, v.at == n-1)
	}
	f := v.text(i + 1)
	if f.Code == 0 {
		v.Nodes[n].Name = v.Names.ID(v.Source(i+1, v.i-1))
	}
	v.next = aColon
	return f
}

// value reads the value at v.i, unless it is an object or an array: usual reads those.
func (v *View) value() Fault {
	body, i := v.Body, v.i
	switch c := body[i]; {
	case c == '"':
		return v.text(i + 1)
	case c == '{' || c == '[':
		return Fault{TooDeep, i}
	case c == ']' && v.closer == ']':
		return Fault{TrailingComma, i}
	}
	end, kind, flags, f := leaf(body, i)
	if f.Code == 0 {
		v.add(end, kind, flags)
	}
	return f
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
	if i < len(body) && isSpace(body[i]) {
		return longSpace(body, i)
	}
	return i
}

// longSpace is space where there is some: the compiler does not put its loops in place.
func longSpace(body []byte, i int) int {
	for i < len(body) && isSpace(body[i]) {
		i++
		for i <= len(body)-8 && Word(body[i:]) == ones*' ' { // indentation
			i += 8
		}
	}
	return i
}
