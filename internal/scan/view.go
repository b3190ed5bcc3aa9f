// Package scan reads a JSON text once and keeps the place of everything.
//
// The result is a View: a flat list of nodes in source order, whose leaves are
// byte spans of the input. Nothing is copied and nothing is allocated once a
// View is warm, which is what makes checking a clean body cheap: see
// docs/performance.md. The grammar is RFC 8259 exactly, with one limit of our
// own, MaxDepth.
package scan

import "strconv"

// Kind is the JSON type of a node. The zero Kind is not a node.
type Kind uint8

// The kinds.
const (
	Null Kind = iota + 1
	False
	True
	Number
	String
	Array
	Object
)

// String is the kind in a sentence: "a string", "null".
func (k Kind) String() string {
	return [...]string{"nothing", "null", "a boolean", "a boolean", "a number", "a string", "an array", "an object"}[k]
}

// Flags are what the scanner saw in a leaf.
type Flags uint8

// The flags.
const (
	Escaped       Flags = 1 << iota // a string with a backslash
	NonASCII                        // a string with bytes outside ASCII, or with an escape that may stand for some
	LoneSurrogate                   // a string with an escape of half a surrogate pair
	Fractional                      // a number written with a fraction or an exponent
)

// Node is one value or one member name. Those of a container follow it
// directly, names and values in turn for an object.
type Node struct {
	Start, End uint32 // bytes; a string's quotes and a container's brackets included
	Next       uint32 // the index after the last node inside this one
	Kind       Kind
	Flags      Flags
	Name       NameID // of a member's name without escapes
}

// MaxDepth is how many brackets may be open at once. The limit is ours: no
// documented body needs more than nine.
const MaxDepth = 64

// MaxSize is the longest text that is scanned, in bytes, so that an offset
// fits a Node.
const MaxSize = 1<<31 - 1

// View is a scanned text. The zero View is ready for [View.Scan]. It aliases
// the body until the next Scan or Release, during which the body must not be
// changed. It is not safe for concurrent use.
type View struct {
	Body  []byte
	Nodes []Node // Nodes[0] is the root
	Names *Names // whose numbers strings have; nil for none
	// LoneSurrogates says that some string has the flag.
	LoneSurrogates bool

	source string // Body; a piece of a string costs less than one of a slice
	turn
	arena []byte // the decoded text of escaped strings
}

// keptNodes and keptArena bound what a released View holds on to.
const (
	keptNodes = 1 << 16
	keptArena = 1 << 18 // bytes
)

// Release lets go of the body and of oversized buffers.
func (v *View) Release() {
	v.Body, v.source = nil, ""
	if cap(v.Nodes) > keptNodes {
		v.Nodes = nil
	}
	if cap(v.arena) > keptArena {
		v.arena = nil
	}
}

// Source returns the bytes [start, end) of the body. It aliases the body.
func (v *View) Source(start, end int) string { return v.source[start:end] }

// Raw returns the source text of node i, quotes included. It aliases the body.
func (v *View) Raw(i int) string {
	n := &v.Nodes[i]
	return v.source[n.Start:n.End]
}

// Text returns the value of string node i. It aliases the body, or the View
// where the string has escapes; clone it to keep it. Half a surrogate pair
// becomes U+FFFD, which is one UTF-16 code unit just as the half is.
func (v *View) Text(i int) string {
	n := &v.Nodes[i]
	if n.Flags&Escaped != 0 {
		return v.unescaped(n)
	}
	return v.source[n.Start+1 : n.End-1]
}

// Plain is Text for a string without escapes, and ok says that it is one. It is
// there because the compiler puts it in place, which it does not with Text.
func (v *View) Plain(i int) (text string, ok bool) {
	n := &v.Nodes[i]
	return v.source[n.Start+1 : n.End-1], n.Flags&Escaped == 0
}

func (v *View) unescaped(n *Node) string {
	start := len(v.arena)
	v.arena = appendUnescaped(v.arena, v.Body[n.Start+1:n.End-1])
	return alias(v.arena[start:])
}

// Int returns the value of number node i. exact is false when it has a
// fraction (1.5, but not 1.0 or 10e-1) or does not fit into an int64.
func (v *View) Int(i int) (value int64, exact bool) {
	raw := v.Raw(i)
	if v.Nodes[i].Kind == Number && v.Nodes[i].Flags == 0 && raw[0] != '-' && len(raw) <= 18 { // most are, and no 18 digits are too many
		for k := range len(raw) {
			value = value*10 + int64(raw[k]-'0')
		}
		return value, true
	}
	if v.Nodes[i].Flags&Fractional == 0 {
		value, err := strconv.ParseInt(raw, 10, 64)
		return value, err == nil
	}
	return integral(raw)
}

// Natural returns the value of node i if it is a number as most are: digits
// alone, up to nine.
func (v *View) Natural(i int) (value int, ok bool) {
	n := &v.Nodes[i]
	if n.Kind != Number || n.Flags != 0 || n.End-n.Start > 9 {
		return 0, false
	}
	for at := int(n.Start); at < int(n.End); at++ {
		digit := v.source[at] - '0'
		if digit > 9 {
			return 0, false // a sign
		}
		value = value*10 + int(digit)
	}
	return value, true
}

// Lookup returns the node that an RFC 6901 JSON Pointer names, or -1. Of a
// duplicate member it is the last.
func (v *View) Lookup(pointer string) int {
	if len(v.Nodes) == 0 {
		return -1
	}
	at := 0
	for pointer != "" && at >= 0 {
		if pointer[0] != '/' {
			return -1
		}
		end := 1
		for end < len(pointer) && pointer[end] != '/' {
			end++
		}
		at = v.child(at, unescapeToken(pointer[1:end]))
		pointer = pointer[end:]
	}
	return at
}

func (v *View) child(at int, token string) int {
	found := -1
	switch v.Nodes[at].Kind {
	case Object:
		for k := at + 1; k < int(v.Nodes[at].Next); k = int(v.Nodes[k+1].Next) {
			if v.Text(k) == token {
				found = k + 1
			}
		}
	case Array:
		want, err := strconv.Atoi(token)
		if err != nil || want < 0 || strconv.Itoa(want) != token {
			return -1
		}
		for k := at + 1; k < int(v.Nodes[at].Next); k = int(v.Nodes[k].Next) {
			if want == 0 {
				return k
			}
			want--
		}
	}
	return found
}

// AppendToken appends "/" and a member name to an RFC 6901 pointer.
func AppendToken(pointer []byte, name string) []byte {
	pointer = append(pointer, '/')
	for i := 0; i < len(name); i++ {
		switch name[i] {
		case '~':
			pointer = append(pointer, "~0"...)
		case '/':
			pointer = append(pointer, "~1"...)
		default:
			pointer = append(pointer, name[i])
		}
	}
	return pointer
}

func unescapeToken(token string) string {
	for i := 0; i < len(token); i++ {
		if token[i] != '~' {
			continue
		}
		out := make([]byte, 0, len(token))
		for i := 0; i < len(token); i++ {
			if token[i] == '~' && i+1 < len(token) && (token[i+1] == '0' || token[i+1] == '1') {
				out = append(out, "~/"[token[i+1]-'0'])
				i++
				continue
			}
			out = append(out, token[i])
		}
		return string(out)
	}
	return token
}
