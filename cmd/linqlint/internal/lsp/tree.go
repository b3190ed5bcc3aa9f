package lsp

import "strings"

// shape is what a tree's node is. The zero shape is invalid.
type shape uint8

const (
	shapeObject shape = iota + 1
	shapeArray
	shapeString
	shapeWord // a number, true, false, null, or what will become one of them
)

// node is a value of a text that need not be JSON: while it is typed, quotes,
// commas and brackets are usually missing. What can be read as a member or an
// element becomes one, and nothing fails.
type node struct {
	shape      shape
	start, end int // bytes, including the brackets of a container
	closed     bool
	members    []member
	elements   []*node
}

// member is a member of an object; key or value is nil if it is missing.
type member struct {
	key   *node
	colon int // its byte offset, -1 if it is missing
	value *node
}

// maxDepth is how many containers may be open; deeper ones are skipped. The
// deepest documented body has nine.
const maxDepth = 64

// treeReader reads a tree.
type treeReader struct {
	text  string
	at    int
	depth int
	open  [2]int // open objects, open arrays
}

// readTree returns the first value of text, or nil if there is none.
func readTree(text string) *node {
	r := &treeReader{text: text}
	for {
		r.space()
		if r.at == len(text) {
			return nil
		}
		if n := r.value(); n != nil {
			return n
		}
		r.at++ // punctuation before any value
	}
}

func (r *treeReader) space() {
	for r.at < len(r.text) && strings.IndexByte(" \t\r\n", r.text[r.at]) >= 0 {
		r.at++
	}
}

// value reads a value; nil at punctuation and at the end.
func (r *treeReader) value() *node {
	r.space()
	if r.at == len(r.text) {
		return nil
	}
	switch r.text[r.at] {
	case '{', '[':
		return r.container()
	case '"':
		return r.str()
	case '}', ']', ',', ':':
		return nil
	}
	return r.word()
}

// str reads a string. One without a closing quote ends with its line, since a
// string must not contain a line break.
func (r *treeReader) str() *node {
	n := &node{shape: shapeString, start: r.at}
	for r.at++; r.at < len(r.text); r.at++ {
		switch r.text[r.at] {
		case '\\':
			if r.at+1 < len(r.text) && r.text[r.at+1] != '\n' {
				r.at++
			}
		case '"':
			r.at++
			n.end, n.closed = r.at, true
			return n
		case '\r', '\n':
			n.end = r.at
			return n
		}
	}
	n.end = r.at
	return n
}

// word reads what is neither string nor container.
func (r *treeReader) word() *node {
	n := &node{shape: shapeWord, start: r.at, closed: true}
	for r.at < len(r.text) && strings.IndexByte(" \t\r\n{}[]\",:", r.text[r.at]) < 0 {
		r.at++
	}
	n.end = r.at
	return n
}

// container reads an object or an array.
func (r *treeReader) container() *node {
	n, kind := &node{shape: shapeObject, start: r.at}, 0
	if r.text[r.at] == '[' {
		n.shape, kind = shapeArray, 1
	}
	r.at++
	if r.depth == maxDepth {
		n.end, n.closed = r.at, true
		return n
	}
	r.depth++
	r.open[kind]++
	for n.end == 0 {
		r.space()
		switch {
		case r.at == len(r.text):
			n.end = r.at
		case r.text[r.at] == "}]"[kind]:
			r.at++
			n.end, n.closed = r.at, true
		case r.text[r.at] == "]}"[kind] && r.open[1-kind] > 0:
			n.end = r.at // it closes the container around this one
		case strings.IndexByte("}],:", r.text[r.at]) >= 0:
			r.at++
		case kind == 0:
			n.members = append(n.members, r.member())
		default:
			n.elements = append(n.elements, r.value())
		}
	}
	r.open[kind]--
	r.depth--
	return n
}

// member reads a member; the next byte begins a value.
func (r *treeReader) member() member {
	m := member{colon: -1}
	if c := r.text[r.at]; c == '{' || c == '[' {
		m.value = r.value()
		return m
	}
	m.key = r.value()
	r.space()
	if r.at == len(r.text) || r.text[r.at] != ':' {
		return m
	}
	m.colon = r.at
	r.at++
	before := r.at
	m.value = r.value()
	after := r.at
	if r.space(); m.value != nil && m.value.shape == shapeString && r.at < len(r.text) && r.text[r.at] == ':' {
		// "type": "value": "x" has a value missing, not a comma and a key.
		r.at, m.value = before, nil
		return m
	}
	r.at = after
	return m
}

// name is the text of a key, without its quotes. Documented names have no
// escapes, so none are decoded.
func (n *node) name(text string) string {
	if n == nil {
		return ""
	}
	s := text[n.start:n.end]
	if n.shape == shapeString {
		s = s[1:]
		if n.closed {
			s = s[:len(s)-1]
		}
	}
	return s
}

// member returns the last member of that name, or nil.
func (n *node) member(text, name string) *member {
	for i := len(n.members) - 1; i >= 0; i-- {
		if m := &n.members[i]; m.key != nil && m.key.name(text) == name {
			return m
		}
	}
	return nil
}

// holds reports whether the cursor at a byte offset is inside n: for a scalar
// also at its ends, for a container between its brackets.
func (n *node) holds(cursor int) bool {
	if n == nil || cursor < n.start || cursor > n.end {
		return false
	}
	if n.shape == shapeString || n.shape == shapeWord {
		return true
	}
	return cursor > n.start && (cursor < n.end || !n.closed)
}
