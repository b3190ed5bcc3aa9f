package code

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// syntax is how a language writes JSON values.
type syntax struct {
	indent           string
	null, yes, no    string
	pad              string                   // inside the braces of an object on one line
	key              func(name string) string // a member's name before the colon
	rawLoneSurrogate bool                     // JSON's escape of a lone surrogate has the same meaning
}

// lineLength is the longest list that is written on one line, in bytes.
const lineLength = 72

// literal writes node i at an indentation depth.
func (p *program) literal(s *syntax, i, depth int) string {
	n := p.view.Nodes[i]
	switch n.Kind {
	case scan.Null:
		return s.null
	case scan.True:
		return s.yes
	case scan.False:
		return s.no
	case scan.String:
		return p.text(s, i)
	case scan.Array, scan.Object:
		return p.list(s, i, depth)
	}
	return p.view.Raw(i)
}

// text writes a string. A JSON string with the escapes that package wire writes is
// a string in all of the languages.
func (p *program) text(s *syntax, i int) string {
	if s.rawLoneSurrogate && p.view.Nodes[i].Flags&scan.LoneSurrogate != 0 {
		return string(wire.EscapeControls([]byte(unslashed(p.view.Raw(i)))))
	}
	return quoteJSON(p.view.Text(i))
}

// unslashed replaces \/, the only escape of JSON that Python does not have, in a
// JSON string.
func unslashed(raw string) string {
	if !strings.Contains(raw, `\/`) {
		return raw
	}
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' {
			if i++; raw[i] != '/' {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(raw[i])
	}
	return b.String()
}

// quoteJSON writes a JSON string, which TypeScript and Python read too. Control
// characters are escaped, since the code may be printed on a terminal.
func quoteJSON(s string) string { return string(wire.EscapeControls(wire.AppendString(nil, s))) }

// list writes an array or an object, on one line if it is short and has no
// non-empty object.
func (p *program) list(s *syntax, i, depth int) string {
	open, closing := "[", "]"
	object := p.view.Nodes[i].Kind == scan.Object
	if object {
		open, closing = "{", "}"
	}
	var items []string
	length, nested := 0, false
	for _, m := range p.members(i) {
		item := p.literal(s, m.value, depth+1)
		if object {
			item = s.key(m.name) + ": " + item
		}
		items = append(items, item)
		length += len(item) + 2
		nested = nested || p.view.Nodes[m.value].Kind == scan.Object && p.view.Nodes[m.value].Next > uint32(m.value)+1
	}
	if length <= lineLength && !nested && !strings.Contains(strings.Join(items, ""), "\n") {
		text := strings.Join(items, ", ")
		if object && text != "" {
			text = s.pad + text + s.pad
		}
		return open + text + closing
	}
	var b strings.Builder
	inner := "\n" + strings.Repeat(s.indent, depth+1)
	b.WriteString(open)
	for _, item := range items {
		b.WriteString(inner + item + ",")
	}
	b.WriteString("\n" + strings.Repeat(s.indent, depth) + closing)
	return b.String()
}

// member is an element of a list; name is "" in an array.
type member struct {
	name  string
	key   int // the node of the name
	value int
}

// members returns the elements of node i; of duplicate members only the last,
// which is the one that counts.
func (p *program) members(i int) []member {
	var out []member
	v := &p.view
	at := map[string]int{}
	for n := i + 1; n < int(v.Nodes[i].Next); {
		m := member{value: n}
		if v.Nodes[i].Kind == scan.Object {
			m = member{name: strings.Clone(v.Text(n)), key: n, value: n + 1}
			id := m.name
			if v.Nodes[n].Flags&scan.LoneSurrogate != 0 {
				id = v.Raw(n)
			}
			if old, twice := at[id]; twice {
				out[old] = m
				n = int(v.Nodes[m.value].Next)
				continue
			}
			at[id] = len(out)
		}
		out = append(out, m)
		n = int(v.Nodes[m.value].Next)
	}
	return out
}

// find returns the value of a member of node i, or -1.
func (p *program) find(i int, name string) int {
	for _, m := range p.members(i) {
		if m.name == name {
			return m.value
		}
	}
	return -1
}

// exactInJavaScript reports whether JavaScript represents each number of the body
// exactly, which it does not do for most integers over 2^53.
func (p *program) exactInJavaScript() bool {
	for i, n := range p.view.Nodes {
		if n.Kind != scan.Number {
			continue
		}
		raw := p.view.Raw(i)
		value, err := strconv.ParseFloat(raw, 64)
		if err != nil {
			return false
		}
		if n.Flags&scan.Fractional == 0 && strconv.FormatFloat(value, 'f', -1, 64) != raw && raw != "-0" {
			return false
		}
	}
	return true
}
