package rulepage

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"
)

const (
	step        = "  " // an indentation
	minElements = 12   // elements of an array that are all shown
	deepArrays  = 16   // arrays in arrays that are written on one line
	muchSpace   = 64   // bytes of white space between tokens that are told
)

// layout writes a body within width columns: what fits on a line stands on
// one, the rest is broken up by members. Literals keep their spelling, and a
// member that is there twice stays there twice. What is no JSON is shown line
// by line as it is.
func layout(body string, width int) []string {
	if !json.Valid([]byte(body)) {
		lines := strings.Split(body, "\n")
		for i := range lines {
			lines[i] = abbreviate(lines[i])
		}
		return lines
	}
	p := printer{width: width}
	p.value("", "", body, "")
	if n := spaces(body); n >= muchSpace {
		p.lines = append(p.lines, marker("and "+strconv.Itoa(n)+" bytes of white space"))
	}
	return p.lines
}

type printer struct {
	width int
	lines []string
}

// value writes one value: prefix is its key, suffix what follows it.
func (p *printer) value(indent, prefix, raw, suffix string) {
	raw = strings.TrimSpace(raw)
	line := prefix + inline(raw) + suffix
	children := split(raw)
	if len(children) == 0 || deep(raw) || uniseg.StringWidth(indent+line) <= p.width {
		p.lines = append(p.lines, indent+line)
		return
	}
	shown := gather(children)
	if len(shown) == 1 && split(shown[0].raw) != nil { // {"message": {"parts": [ needs no line for each bracket
		c := shown[0]
		p.value(indent, prefix+raw[:1]+c.prefix(), c.raw, c.after+raw[len(raw)-1:]+suffix)
		return
	}
	p.lines = append(p.lines, indent+prefix+raw[:1])
	for i, c := range shown {
		after := c.after
		if i < len(shown)-1 {
			after += ","
		}
		p.value(indent+step, c.prefix(), c.raw, after)
	}
	p.lines = append(p.lines, indent+raw[len(raw)-1:]+suffix)
}

// inline writes a value on one line.
func inline(raw string) string {
	raw = strings.TrimSpace(raw)
	children := split(raw)
	if len(children) == 0 || deep(raw) {
		return abbreviate(raw)
	}
	var b strings.Builder
	b.WriteString(raw[:1])
	for i, c := range gather(children) {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(c.prefix() + inline(c.raw) + c.after)
	}
	b.WriteString(raw[len(raw)-1:])
	return b.String()
}

// deep reports whether a value is arrays in arrays and little else: one line
// with ⟨×64⟩ says more than 64 lines.
func deep(raw string) bool { return strings.HasPrefix(raw, strings.Repeat("[", deepArrays)) }

// child is a member of an object or an element of an array.
type child struct {
	key   string // with its quotes; "" for an element
	raw   string
	after string // the marker of what is left out behind it
}

func (c child) prefix() string {
	if c.key == "" {
		return ""
	}
	return abbreviate(c.key) + ": "
}

// gather leaves out elements that repeat the one before, and the middle of a
// long array.
func gather(children []child) []child {
	var out []child
	for i := 0; i < len(children); {
		n := 1
		for children[i].key == "" && i+n < len(children) && children[i+n] == children[i] {
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
	left := child{raw: marker(strconv.Itoa(len(out)-3) + " more")}
	return []child{out[0], out[1], left, out[len(out)-1]}
}

// split returns the children of a valid object or array, and nil for another
// value.
func split(raw string) []child {
	if raw == "" || raw[0] != '{' && raw[0] != '[' {
		return nil
	}
	var out []child
	depth, start, colon := 0, 1, -1
	inString := false
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case inString:
			if c == '\\' {
				i++
			} else if c == '"' {
				inString = false
			}
		case c == '"':
			inString = true
		case c == '{' || c == '[':
			depth++
		case c == ':' && depth == 1 && raw[0] == '{':
			colon = i
		case c == ',' && depth == 1:
			out = append(out, cut(raw, start, colon, i))
			start, colon = i+1, -1
		case c == '}' || c == ']':
			if depth--; depth == 0 && strings.TrimSpace(raw[start:i]) != "" {
				out = append(out, cut(raw, start, colon, i))
			}
		}
	}
	return out
}

func cut(raw string, start, colon, end int) child {
	if colon < 0 {
		return child{raw: strings.TrimSpace(raw[start:end])}
	}
	return child{key: strings.TrimSpace(raw[start:colon]), raw: strings.TrimSpace(raw[colon+1 : end])}
}

// spaces counts the bytes of white space between the tokens of a valid body.
func spaces(body string) int {
	n := 0
	inString := false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case inString:
			if c == '\\' {
				i++
			} else if c == '"' {
				inString = false
			}
		case c == '"':
			inString = true
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			n++
		}
	}
	return n
}
