package builder

import (
	"iter"
	"math"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
)

// parser reads values from a scanned body. Its functions report whether a typed
// value can hold the value exactly; if not, it holds what can be read, and the
// caller keeps the JSON too.
type parser struct{ scan.View }

// field is a member of an object.
type field struct {
	name string
	raw  string // the name as JSON if it has a lone surrogate, else ""
	node int    // of the value
}

// fields returns the members of an object. Of duplicates it returns the last, in
// the place of the first.
func (p *parser) fields(node int) []field {
	var out []field
	at := map[string]int{}
	for k := node + 1; k < int(p.Nodes[node].Next); k = int(p.Nodes[k+1].Next) {
		f := field{name: p.clone(k), node: k + 1}
		key := f.name
		if p.Nodes[k].Flags&scan.LoneSurrogate != 0 {
			f.raw = strings.Clone(p.Raw(k))
			key = f.raw
		}
		if i, ok := at[key]; ok {
			out[i] = f
			continue
		}
		at[key] = len(out)
		out = append(out, f)
	}
	return out
}

// each calls read for the members of an object whose names a Go string can hold.
// A member for which read returns false becomes a further member.
func (p *parser) each(node int, ms *members, read func(name string, n int) bool) {
	for _, f := range p.fields(node) {
		if f.raw != "" || !read(f.name, f.node) {
			*ms = append(*ms, p.member(f))
		}
	}
}

// object is each for a value that may not be an object; then it returns false.
func (p *parser) object(node int, ms *members, read func(name string, n int) bool) bool {
	if p.Nodes[node].Kind != scan.Object {
		return false
	}
	p.each(node, ms, read)
	return true
}

func (p *parser) member(f field) Member {
	return Member{Name: f.name, JSON: p.json(f.node), name: f.raw}
}

// elements yields the nodes of an array's elements.
func (p *parser) elements(node int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for k := node + 1; k < int(p.Nodes[node].Next); k = int(p.Nodes[k].Next) {
			if !yield(k) {
				return
			}
		}
	}
}

// list reads an array into values, which is nil for any other value. read says of an
// element whether a typed value holds it exactly, and whether it is kept.
func list[T any](p *parser, node int, values *[]T, read func(n int) (value T, exact, keep bool)) (exact bool) {
	*values = nil
	if !p.isArray(node) {
		return false
	}
	*values = make([]T, 0, p.count(node))
	exact = true
	for n := range p.elements(node) {
		value, ok, keep := read(n)
		exact = exact && ok
		if keep {
			*values = append(*values, value)
		}
	}
	return exact
}

// count returns the number of an array's elements.
func (p *parser) count(node int) (n int) {
	for range p.elements(node) {
		n++
	}
	return n
}

// clone returns a copy of the text of a string node.
func (p *parser) clone(node int) string { return strings.Clone(p.Text(node)) }

// json returns the compact source of a value.
func (p *parser) json(node int) string {
	n := &p.Nodes[node]
	return string(appendCompact(nil, p.Body[n.Start:n.End]))
}

// text reads a string. A lone surrogate is read as U+FFFD and is not exact.
func (p *parser) text(node int, t *text) bool {
	*t = text{}
	if p.Nodes[node].Kind != scan.String {
		return false
	}
	*t = text{p.clone(node), true}
	return p.Nodes[node].Flags&scan.LoneSurrogate == 0
}

// strings reads an array of strings; another element leaves values nil.
func (p *parser) strings(node int, values *[]string) bool {
	*values = nil
	if p.Nodes[node].Kind != scan.Array {
		return false
	}
	out, exact := []string{}, true
	for n := range p.elements(node) {
		var t text
		exact = p.text(n, &t) && exact
		if !t.set {
			return false
		}
		out = append(out, t.s)
	}
	*values = out
	return exact
}

// integer reads an integer. 1.0 is read but is not exact.
func (p *parser) integer(node int, n *int64) bool {
	*n = 0
	if p.Nodes[node].Kind != scan.Number {
		return false
	}
	value, ok := p.Int(node)
	*n = value
	return ok && p.Nodes[node].Flags&scan.Fractional == 0 && p.Raw(node) != "-0"
}

// number reads a number that a float64 holds. -0 is not exact, since a Go constant
// cannot be.
func (p *parser) number(node int, n *number) bool {
	*n = ""
	if p.Nodes[node].Kind != scan.Number {
		return false
	}
	f, err := strconv.ParseFloat(p.Raw(node), 64)
	if err != nil || f == 0 && math.Signbit(f) {
		return false
	}
	*n = number(strings.Clone(p.Raw(node)))
	return true
}

func (p *parser) isArray(node int) bool { return p.Nodes[node].Kind == scan.Array }

func (p *parser) index(node int, i *index) bool {
	var n int64
	exact := p.integer(node, &n)
	*i = index{int(n), exact && int64(int(n)) == n}
	return i.set
}
