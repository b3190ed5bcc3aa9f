package ruledoc

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/linqlint/linqlint/internal/scan"
)

const (
	step        = "  " // an indentation
	minElements = 12   // elements of the longest array that is shown whole
	deepArrays  = 16   // depth of nested arrays that are written on one line
	muchSpace   = 64   // bytes of white space between tokens, from which on a note counts them
)

// layout writes a body within width columns: what fits on a line is on one line,
// the rest has a line for each member. Literals keep their spelling, and a
// duplicate member is written twice. Text that is not JSON, or is nested too
// deeply, is shown line by line as it is.
func layout(body string, width int) []string {
	p := printer{width: width}
	if fault := p.view.Scan([]byte(body)); fault.Code != 0 {
		lines := strings.Split(body, "\n")
		for i := range lines {
			lines[i] = abbreviate(lines[i])
		}
		return lines
	}
	p.value("", "", child{}, "")
	if n := spaces(body); n >= muchSpace {
		p.lines = append(p.lines, marker("and "+strconv.Itoa(n)+" bytes of white space"))
	}
	return p.lines
}

type printer struct {
	view  scan.View
	width int
	lines []string
}

// value writes one value with the text before it, such as its key, and after it.
func (p *printer) value(indent, prefix string, c child, suffix string) {
	line := prefix + p.inline(c) + suffix
	children := p.children(c)
	if len(children) == 0 || uniseg.StringWidth(indent+line) <= p.width {
		p.lines = append(p.lines, indent+line)
		return
	}
	opening, closing := p.brackets(c)
	shown := p.gather(children)
	if len(shown) == 1 && len(p.children(shown[0])) > 0 { // {"message": {"parts": [ needs no line for each bracket
		p.value(indent, prefix+opening+shown[0].prefix(), shown[0], shown[0].after+closing+suffix)
		return
	}
	p.lines = append(p.lines, indent+prefix+opening)
	for i, one := range shown {
		after := one.after
		if i < len(shown)-1 {
			after += ","
		}
		p.value(indent+step, one.prefix(), one, after)
	}
	p.lines = append(p.lines, indent+closing+suffix)
}

// inline writes a value on one line.
func (p *printer) inline(c child) string {
	children := p.children(c)
	if len(children) == 0 {
		return abbreviate(p.raw(c))
	}
	opening, closing := p.brackets(c)
	var b strings.Builder
	b.WriteString(opening)
	for i, one := range p.gather(children) {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(one.prefix() + p.inline(one) + one.after)
	}
	b.WriteString(closing)
	return b.String()
}

// child is a member of an object or an element of an array; the zero child is the
// root.
type child struct {
	key   string // with its quotes; "" for an element
	node  int
	left  string // a marker for omitted elements; it has no node
	after string // a marker for what is omitted after it
}

func (c child) prefix() string {
	if c.key == "" {
		return ""
	}
	return abbreviate(c.key) + ": "
}

func (p *printer) raw(c child) string {
	if c.left != "" {
		return c.left
	}
	return p.view.Raw(c.node)
}

// brackets returns the first and the last byte of a container.
func (p *printer) brackets(c child) (opening, closing string) {
	raw := p.raw(c)
	return raw[:1], raw[len(raw)-1:]
}

// children returns the children of an object or array, and nil for any other value
// and for arrays that hold little but arrays: one line with ⟨×64⟩ is clearer than
// 64 lines.
func (p *printer) children(c child) (out []child) {
	n := p.view.Nodes[c.node]
	if c.left != "" || n.Kind < scan.Array || strings.HasPrefix(p.raw(c), strings.Repeat("[", deepArrays)) {
		return nil
	}
	for i := c.node + 1; i < int(n.Next); i = int(p.view.Nodes[i].Next) {
		one := child{node: i}
		if n.Kind == scan.Object {
			one.key = p.view.Raw(i)
			i++
			one.node = i
		}
		out = append(out, one)
	}
	return out
}

// gather omits elements that repeat the previous one, and the middle of a long
// array.
func (p *printer) gather(children []child) []child {
	var out []child
	for i := 0; i < len(children); {
		n := 1
		for children[i].key == "" && i+n < len(children) && children[i+n].key == "" && p.raw(children[i+n]) == p.raw(children[i]) {
			n++
		}
		c := children[i]
		if n >= minRepeat {
			c.after = marker("×" + strconv.Itoa(n))
			out = append(out, c)
		} else {
			out = append(out, children[i:i+n]...)
		}
		i += n
	}
	if len(out) <= minElements {
		return out
	}
	left := child{left: marker(strconv.Itoa(len(out)-3) + " more")}
	return []child{out[0], out[1], left, out[len(out)-1]}
}

// spaces counts the bytes of white space between the tokens of a valid body.
func spaces(body string) int {
	var b bytes.Buffer
	if json.Compact(&b, []byte(body)) != nil {
		return 0
	}
	return len(body) - b.Len()
}
