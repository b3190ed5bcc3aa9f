package mock

import (
	"iter"
	"strings"
	"sync"

	"github.com/linqlint/linqlint/internal/scan"
)

// value is a value of a checked body, read by the scanner that the rules use:
// names are exact, the last duplicate member counts, null is the same as absent,
// and 1.0 is an integer. The zero value is absent.
type value struct {
	view *scan.View
	node int
}

var views = sync.Pool{New: func() any { return new(scan.View) }}

// read calls f with the root of a checked body.
func read(body []byte, f func(root value)) {
	v := views.Get().(*scan.View)
	if v.Scan(body).Code == 0 {
		f(value{v, 0})
	} else {
		f(value{})
	}
	v.Release()
	views.Put(v)
}

func (v value) is(k scan.Kind) bool { return v.view != nil && v.view.Nodes[v.node].Kind == k }

func (v value) present() bool { return v.view != nil }

// member returns the member with that name, absent if v is not an object.
func (v value) member(name string) value {
	if !v.is(scan.Object) {
		return value{}
	}
	found := value{}
	nodes := v.view.Nodes
	for k := v.node + 1; k < int(nodes[v.node].Next); k = int(nodes[k+1].Next) {
		if v.view.Text(k) == name {
			found = value{v.view, k + 1}
		}
	}
	if found.is(scan.Null) {
		return value{}
	}
	return found
}

// has reports whether v has a member with that name, even if it is null.
func (v value) has(name string) bool {
	if !v.is(scan.Object) {
		return false
	}
	nodes := v.view.Nodes
	for k := v.node + 1; k < int(nodes[v.node].Next); k = int(nodes[k+1].Next) {
		if v.view.Text(k) == name {
			return true
		}
	}
	return false
}

// elements yields the elements of an array.
func (v value) elements() iter.Seq[value] {
	return func(yield func(value) bool) {
		if !v.is(scan.Array) {
			return
		}
		nodes := v.view.Nodes
		for k := v.node + 1; k < int(nodes[v.node].Next); k = int(nodes[k].Next) {
			if !yield(value{v.view, k}) {
				return
			}
		}
	}
}

// text returns a copy of a string, "" for anything else.
func (v value) text() string {
	if !v.is(scan.String) {
		return ""
	}
	return strings.Clone(v.view.Text(v.node))
}

// texts returns the strings of an array.
func (v value) texts() []string {
	var out []string
	for e := range v.elements() {
		out = append(out, e.text())
	}
	return out
}

// optional returns a string as JSON null where it is absent.
func (v value) optional() *string {
	if !v.is(scan.String) {
		return nil
	}
	s := v.text()
	return &s
}

func (v value) integer() int64 {
	if !v.is(scan.Number) {
		return 0
	}
	n, _ := v.view.Int(v.node)
	return n
}

func (v value) boolean() bool { return v.is(scan.True) }
