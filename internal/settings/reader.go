package settings

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/spelling"
)

// reader reads a text whose comments are spaces.
type reader struct {
	Settings

	view scan.View
}

// Read reads the text of a linqlint.jsonc, in linear time.
func Read(text []byte) Settings {
	var r reader
	plain, unclosed := blanked(text)
	if unclosed >= 0 {
		r.report(unclosed, unclosed+len("/*"), "unterminated comment").Hint = "end it with */"
		return r.Settings
	}
	if fault := r.view.Scan(plain); fault.Code != 0 {
		message, hint := fault.Explain(plain)
		r.report(fault.Offset, min(fault.Offset+1, len(text)), message).Hint = hint
		return r.Settings
	}
	r.object(0, "the config", []string{"$schema", "kinds", "rules", "known", "exclude", "ignores"}, func(i, n int) {
		switch i {
		case 0:
			r.text(n, "$schema")
		case 1:
			r.kinds(n)
		case 2:
			r.rules(n)
		case 3:
			r.known(n)
		case 4:
			r.Exclude = r.texts(n, "exclude")
		case 5:
			r.elements(n, "ignores", r.ignore)
		}
	})
	r.overridden()
	if len(r.Faults)+len(r.Overridden) > 0 {
		r.point(r.Faults, r.Overridden)
	}
	return r.Settings
}

// point sets the pointers of faults, which are at the start of a node: one walk for all
// of them, since one per fault would be quadratic.
func (r *reader) point(lists ...[]Fault) {
	var parents place.Parents
	parents.Read(&r.view)
	nodes := r.view.Nodes
	names := make([]bool, len(nodes))
	for i := range nodes {
		if nodes[i].Kind == scan.Object {
			for k := i + 1; k < int(nodes[i].Next); k = int(nodes[k+1].Next) {
				names[k] = true
			}
		}
	}
	for _, faults := range lists {
		for i := range faults {
			f := &faults[i]
			n := sort.Search(len(nodes), func(n int) bool { return int(nodes[n].Start) >= f.Start })
			if names[n] {
				n++
			}
			f.Pointer = string(parents.Pointer(n))
		}
	}
}

func quoted(s string) string { return strconv.Quote(s) }

// report adds a fault of the bytes [start, end).
func (r *reader) report(start, end int, message string) *Fault {
	r.Faults = append(r.Faults, Fault{Start: start, End: end, Message: message})
	return &r.Faults[len(r.Faults)-1]
}

// at reports on a node.
func (r *reader) at(n int, message string) *Fault {
	return r.report(int(r.view.Nodes[n].Start), int(r.view.Nodes[n].End), message)
}

// unknown reports a value that is not one of a few.
func (r *reader) unknown(n int, what, value string, names []string) {
	many := what + "s: "
	if what == "severity" {
		many = "severities: "
	}
	r.at(n, "unknown "+what+" "+quoted(value)+spelling.DidYouMean(value, names)).Hint = many + strings.Join(names, ", ")
}

// is reports whether node n has the kind, and adds a fault if not.
func (r *reader) is(n int, kind scan.Kind, what string) bool {
	got := r.view.Nodes[n].Kind
	if got != kind {
		r.at(n, what+" is "+got.String()+"; expected "+kind.String())
	}
	return got == kind
}

// each calls f for every member of object n.
func (r *reader) each(n int, what string, f func(key, value int)) {
	if !r.is(n, scan.Object, what) {
		return
	}
	for k := n + 1; k < int(r.view.Nodes[n].Next); k = int(r.view.Nodes[k+1].Next) {
		f(k, k+1)
	}
}

// object reads the members of node n by the index of their names; any other
// member is an error, and one that is there twice.
func (r *reader) object(n int, what string, names []string, read func(i, value int)) {
	seen := make([]bool, len(names))
	r.each(n, what, func(key, value int) {
		name := r.view.Text(key)
		switch i := slices.Index(names, name); {
		case i < 0:
			r.at(key, "unknown member "+quoted(name)+" in "+what+spelling.DidYouMean(name, names)).Hint = "members: " + strings.Join(names, ", ")
		case seen[i]:
			r.at(key, "duplicate member "+quoted(name))
		default:
			seen[i] = true
			read(i, value)
		}
	})
}

// elements calls f for every element of array n.
func (r *reader) elements(n int, what string, f func(n int)) {
	if !r.is(n, scan.Array, what) {
		return
	}
	for k := n + 1; k < int(r.view.Nodes[n].Next); k = int(r.view.Nodes[k].Next) {
		f(k)
	}
}

// text returns a node that must be a string that is not blank; "" if it is not.
func (r *reader) text(n int, what string) (t Text) {
	if !r.is(n, scan.String, what) {
		return t
	}
	value := r.view.Text(n)
	if strings.TrimSpace(value) == "" {
		r.at(n, what+" is empty")
		return t
	}
	node := &r.view.Nodes[n]
	return Text{strings.Clone(value), int(node.Start), int(node.End)}
}

func (r *reader) texts(n int, what string) (all []Text) {
	r.elements(n, what, func(k int) {
		if t := r.text(k, "an element of "+what); t.Value != "" {
			all = append(all, t)
		}
	})
	return all
}

// values is texts without their places.
func (r *reader) values(n int, what string) (values []string) {
	for _, t := range r.texts(n, what) {
		values = append(values, t.Value)
	}
	return values
}

// selector returns a node that must select rules; "" if it does not.
func (r *reader) selector(n int, what string) Text {
	t := r.text(n, what)
	if slices.Contains(fixed, t.Value) {
		r.at(n, "rule "+quoted(t.Value)+" cannot be configured")
		return Text{}
	}
	if t.Value != "" && len(Select(t.Value)) == 0 {
		r.at(n, "no rule matches "+quoted(t.Value)+spelling.DidYouMean(t.Value, Select("*"))).Hint = "a selector is a rule, a family such as decoration-*, or *"
		return Text{}
	}
	return t
}
