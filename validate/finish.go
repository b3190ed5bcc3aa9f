package validate

import (
	"slices"
	"sort"

	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/scan"
)

// finish reports in r what was found: in source order, cut at the
// maximum, with pointers, lines and columns. Each of these takes one walk for all
// findings: one walk per finding would be quadratic.
func (c *checker) finish(kind Kind, r *Report) {
	r.Kind = kind
	if len(c.found) == 0 {
		return
	}
	if c.repaired != nil {
		c.parents.Read(&c.view)
		c.toOriginal()
	}
	if len(c.found) > c.v.max {
		c.prune()
	}
	sortFindings(c.found, bySource)
	c.parents.Read(&c.view)
	c.dropLongPointers()
	r.Truncated = c.dropped
	r.Diagnostics = make([]Diagnostic, len(c.found))
	for i := range r.Diagnostics {
		c.write(&r.Diagnostics[i], &c.found[i])
	}
	c.locate(r.Diagnostics)
	c.furtherFixes(r.Diagnostics)
}

func (c *checker) write(d *Diagnostic, f *finding) {
	rule := &ruleTable[f.rule]
	*d = Diagnostic{
		Rule:              rule.id,
		Message:           f.message,
		Reason:            reasonOf(rule.id, f.reason),
		Args:              f.args.own(),
		Hint:              f.hint,
		Severity:          c.v.severity[f.rule],
		Pointer:           c.parents.Pointer(&c.view, f.place.node),
		Start:             Position{Offset: f.place.start},
		End:               Position{Offset: f.place.end},
		APICode:           int(rule.apiCode),
		APICodeDocumented: rule.codeStated,
		Fixes:             f.fixes,
	}
	if f.said != nil {
		d.Message, d.Reason = f.said.format(f.args), reasonOf(rule.id, f.said.reason)
	}
	if len(f.related) == 0 {
		return
	}
	d.Related = make([]Related, len(f.related))
	for i, r := range f.related {
		d.Related[i] = Related{r.message, c.parents.Pointer(&c.view, r.place.node), Position{Offset: r.place.start}, Position{Offset: r.place.end}}
	}
}

// dropLongPointers keeps what is below a member with a name of megabytes from
// filling the memory with copies of it: such pointers are written until they
// take as much as the body does, and then cut off as by the maximum. No
// documented place has one.
func (c *checker) dropLongPointers() {
	const long = 1 << 12 // bytes
	used := 0
	c.found = slices.DeleteFunc(c.found, func(f finding) bool {
		size := 0
		for n := f.place.node; n > 0; n = c.parents.Of(n) {
			if c.view.Nodes[c.parents.Of(n)].Kind == scan.Object {
				size += int(c.view.Nodes[n-1].End - c.view.Nodes[n-1].Start)
			}
		}
		if size > long && used+size > len(c.view.Body) {
			c.dropped++
			return true
		}
		used += size
		return false
	})
}

// locate gives every position its line and column, in one walk over the body.
func (c *checker) locate(ds []Diagnostic) {
	var few [24]*Position // so that a few problems need no list on the heap
	places := few[:0]
	for i := range ds {
		places = append(places, &ds[i].Start, &ds[i].End)
		for j := range ds[i].Related {
			places = append(places, &ds[i].Related[j].Start, &ds[i].Related[j].End)
		}
	}
	sort.Stable((*byOffset)(&places))
	finder := place.InBytes(c.body)
	for _, p := range places {
		p.Line, p.Column = finder.At(p.Offset)
	}
}

// furtherFixes asks the fixers that the options name.
func (c *checker) furtherFixes(ds []Diagnostic) {
	for i := range ds {
		d := &ds[i]
		for _, f := range c.v.fixers[d.Rule] {
			if fix, ok := f(c.body, *d); ok {
				d.Fixes = append([]Fix{fix}, d.Fixes...)
			}
		}
	}
}
