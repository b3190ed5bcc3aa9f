package scan

import (
	"math/bits"
	"unicode/utf8"
)

// Scan reads body, which must hold one JSON value, and returns the first fault,
// or the zero Fault. After a fault the View's nodes are those before it.
func (v *View) Scan(body []byte) Fault {
	v.Body, v.LoneSurrogates = body, false
	v.Nodes, v.arena = v.Nodes[:0], v.arena[:0]
	if len(body) > MaxSize {
		return Fault{TooLarge, MaxSize}
	}
	if f := badStart(body); f.Code != 0 {
		return f
	}
	end, f := v.value(space(body, 0))
	if f.Code != 0 {
		return f
	}
	if end = space(body, end); end < len(body) {
		return v.unexpected(Trailing, end)
	}
	return Fault{}
}

// value reads the value at i with all that is in it, without recursion: open
// holds the containers that are not closed yet.
func (v *View) value(i int) (end int, f Fault) {
	open := &v.open
	depth := 0
	body := v.Body
	for {
		if i >= len(body) {
			return i, Fault{Truncated, i}
		}
		c := body[i]
		if c == '{' || c == '[' {
			if depth == MaxDepth {
				return i, Fault{TooDeep, i}
			}
			kind := Object
			if c == '[' {
				kind = Array
			}
			open[depth] = uint32(len(v.Nodes))
			depth++
			v.leafNode(i, 0, kind, 0)
			i = space(body, i+1)
			if i < len(body) && body[i] != c+2 { // ']' and '}' follow their openers by two
				if c == '{' {
					if i, f = v.name(i, ExpectedName); f.Code != 0 {
						return i, f
					}
				}
				continue
			}
			// An empty container, or a truncated one, which close finds.
		} else if i, f = v.leaf(i, c); f.Code != 0 {
			return i, f
		}

		// A value ends at i. Close what ends with it, then go on to the next.
		for {
			if depth == 0 {
				return i, f
			}
			i = space(body, i)
			if i >= len(body) {
				return i, Fault{Truncated, i}
			}
			top := &v.Nodes[open[depth-1]]
			if c = body[i]; c == ',' {
				i = space(body, i+1)
				if top.Kind == Object {
					if i, f = v.name(i, ExpectedNameAfterComma); f.Code != 0 {
						return i, f
					}
				} else if i < len(body) && body[i] == ']' {
					return i, Fault{TrailingComma, i}
				}
				break
			}
			if c != '}' && c != ']' || (c == '}') != (top.Kind == Object) {
				return i, v.unexpected(ExpectedComma, i)
			}
			i++
			top.End, top.Next = uint32(i), uint32(len(v.Nodes))
			depth--
		}
	}
}

// name reads a member's name and its colon and returns where its value starts.
func (v *View) name(i int, missing Code) (int, Fault) {
	body := v.Body
	if i >= len(body) {
		return i, Fault{Truncated, i}
	}
	if body[i] != '"' {
		if body[i] == '}' && missing == ExpectedNameAfterComma {
			return i, Fault{TrailingComma, i}
		}
		return i, v.unexpected(missing, i)
	}
	end, f := v.str(i)
	if f.Code != 0 {
		return end, f
	}
	i = end
	if i < len(body) && body[i] != ':' {
		i = space(body, i)
	}
	if i >= len(body) {
		return i, Fault{Truncated, i}
	}
	if body[i] != ':' {
		return i, v.unexpected(ExpectedColon, i)
	}
	if i++; i < len(body) && body[i] > ' ' {
		return i, Fault{}
	}
	return space(body, i), Fault{}
}

// leaf reads a value that is no container.
func (v *View) leaf(i int, c byte) (int, Fault) {
	switch {
	case c == '"':
		return v.str(i)
	case c == '-' || '0' <= c && c <= '9':
		return v.number(i)
	case c == 't':
		return v.literal(i, "true", True)
	case c == 'f':
		return v.literal(i, "false", False)
	case c == 'n':
		return v.literal(i, "null", Null)
	}
	return i, v.unexpected(ExpectedValue, i)
}

func (v *View) literal(i int, word string, kind Kind) (int, Fault) {
	body := v.Body
	for k := 0; k < len(word); k++ {
		if i+k >= len(body) {
			return i + k, Fault{Truncated, i + k}
		}
		if body[i+k] != word[k] {
			return i, v.unexpected(ExpectedValue, i)
		}
	}
	v.leafNode(i, i+len(word), kind, 0)
	return i + len(word), Fault{}
}

// leafNode writes the fields in place: as a literal that append copies they
// would cost a third of the scan, by a load that waits for the narrower stores.
func (v *View) leafNode(start, end int, kind Kind, flags Flags) {
	v.Nodes = append(v.Nodes, Node{})
	n := &v.Nodes[len(v.Nodes)-1]
	n.Start, n.End, n.Next = uint32(start), uint32(end), uint32(len(v.Nodes))
	n.Kind, n.Flags = kind, flags
}

// number reads -? int frac? exp?.
func (v *View) number(i int) (int, Fault) {
	body, start := v.Body, i
	var flags Flags
	if body[i] == '-' {
		i++
	}
	if i < len(body) && body[i] == '0' {
		i++
		if i < len(body) && isDigit(body[i]) {
			return i, Fault{LeadingZero, i}
		}
	} else if end := digits(body, i); end > i {
		i = end
	} else {
		return i, v.badNumber(i)
	}
	if i < len(body) && body[i] == '.' {
		flags = Fractional
		end := digits(body, i+1)
		if end == i+1 {
			return end, v.badNumber(end)
		}
		i = end
	}
	if i < len(body) && body[i]|0x20 == 'e' {
		flags = Fractional
		if i++; i < len(body) && (body[i] == '+' || body[i] == '-') {
			i++
		}
		end := digits(body, i)
		if end == i {
			return end, v.badNumber(end)
		}
		i = end
	}
	v.leafNode(start, i, Number, flags)
	return i, Fault{}
}

func (v *View) badNumber(i int) Fault {
	if i >= len(v.Body) {
		return Fault{Truncated, i}
	}
	return v.unexpected(BadNumber, i)
}

func digits(body []byte, i int) int {
	for i < len(body) && isDigit(body[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// space returns the offset of the first byte from i on that is no white space.
func space(body []byte, i int) int {
	for i < len(body) && body[i] <= ' ' && (body[i] == ' ' || body[i] == '\n' || body[i] == '\t' || body[i] == '\r') {
		i++
	}
	return i
}

// str reads the string at i, quote to quote.
func (v *View) str(i int) (int, Fault) {
	body, start := v.Body, i
	var flags Flags
	i++
	for {
		i = plain(body, i)
		if i >= len(body) {
			return i, Fault{UnterminatedString, start}
		}
		switch c := body[i]; {
		case c == '"':
			v.leafNode(start, i+1, String, flags)
			return i + 1, Fault{}
		case c == '\\':
			flags |= Escaped
			end, more, f := escape(body, i)
			if f.Code != 0 {
				return i, f
			}
			if flags |= more; more&LoneSurrogate != 0 {
				v.LoneSurrogates = true
			}
			i = end
		case c < ' ':
			return i, Fault{ControlInString, i}
		default:
			flags |= NonASCII
			r, size := utf8.DecodeRune(body[i:])
			if r == utf8.RuneError && size == 1 {
				return i, Fault{Encoding, i}
			}
			i += size
		}
	}
}

// plain returns the offset of the first byte from i on that is a quote, a
// backslash, a control or outside ASCII: eight bytes at a time, by the carries
// of one subtraction a class.
func plain(body []byte, i int) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	for ; i+8 <= len(body); i += 8 {
		b := body[i : i+8 : i+8]
		w := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		quote, slash := w^ones*'"', w^ones*'\\'
		// A borrow only reaches bytes above one that is marked, so the lowest
		// mark is exact.
		if marks := ((w - ones*' ') | (quote - ones) | (slash - ones) | w) & tops; marks != 0 {
			return i + bits.TrailingZeros64(marks)>>3
		}
	}
	for i < len(body) && ordinary[body[i]] {
		i++
	}
	return i
}

// ordinary marks the bytes that stand for themselves in a string.
var ordinary = func() (t [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()
