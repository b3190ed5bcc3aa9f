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
	c.parents.Read(&c.view)
	if c.repaired != nil {
		c.toOriginal()
	}
	if len(c.found) > c.v.max {
		c.prune()
	}
	if !inSourceOrder(c.found) {
		sortFindings(c.found, bySource)
	}
	c.dropLongPointers()
	r.Truncated = c.dropped
	r.Diagnostics = make([]Diagnostic, len(c.found))
	n := 0
	for i := range c.found {
		n += len(c.found[i].args)
	}
	args := make(Args, n)
	var last []arg // and what was made of them
	var made Args
	for i := range r.Diagnostics {
		d, f := &r.Diagnostics[i], &c.found[i]
		c.write(d, f)
		if n := len(f.args); n > 0 {
			d.Args, args = args[:n:n], args[n:]
			c.own(d.Args, f.args, made, last)
			made, last = d.Args, f.args
		}
	}
	c.locate(r.Diagnostics)
	if len(c.v.fixers) > 0 {
		c.furtherFixes(r.Diagnostics)
	}
}

// own writes the arguments of a finding into args, without what aliases the body.
// What is as in last, of which made was made, is not made again.
func (c *checker) own(args Args, from []arg, made Args, last []arg) {
	for i := range from {
		a := &from[i]
		switch {
		case i < len(last) && *a == last[i]:
			args[i] = made[i]
		case a.value != nil:
			args[i] = Arg{a.name, a.value}
		default:
			args[i] = Arg{a.name, c.texts.copyOf(a.text)}
		}
	}
}

// write makes d, which is zero, the diagnostic of a finding.
func (c *checker) write(d *Diagnostic, f *finding) {
	rule := &ruleTable[f.rule]
	message, reason := f.message, f.reason
	if f.said != nil {
		c.line = f.said.append(c.line[:0], f.args)
		message, reason = c.texts.keep(c.line), f.said.reason
	}
	d.Rule, d.Message, d.Reason, d.Hint = rule.id, message, rule.id, f.hint
	d.Severity = c.v.severity[f.rule]
	d.Pointer = c.pointer(f.place.node)
	d.Start.Offset, d.End.Offset = f.place.start, f.place.end
	d.APICode, d.APICodeDocumented = int(rule.apiCode), rule.codeStated
	d.Fixes = f.fixes
	if reason != "" {
		d.Reason = c.texts.join(rule.id, "/", reason)
	}
	if len(f.related) == 0 {
		return
	}
	d.Related = make([]Related, len(f.related))
	for i, r := range f.related {
		d.Related[i] = Related{r.message, c.pointer(r.place.node), Position{Offset: r.place.start}, Position{Offset: r.place.end}}
	}
}

func (c *checker) pointer(node int) string {
	return c.texts.keep(c.parents.Pointer(node))
}

// dropLongPointers keeps what is below a member with a name of megabytes from
// filling the memory with copies of it: such pointers are written until they
// take as much as the body does, and then cut off as by the maximum. No
// documented place has one.
func (c *checker) dropLongPointers() {
	const long = 1 << 12 // bytes
	if len(c.view.Body) <= long {
		return
	}
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
	finder := place.InBytes(c.body)
	if inOrder(ds) {
		for i := range ds {
			d := &ds[i]
			d.Start.Line, d.Start.Column = finder.At(d.Start.Offset)
			d.End.Line, d.End.Column = finder.At(d.End.Offset)
		}
		return
	}
	places := make([]*Position, 0, 2*len(ds))
	for i := range ds {
		places = append(places, &ds[i].Start, &ds[i].End)
		for j := range ds[i].Related {
			places = append(places, &ds[i].Related[j].Start, &ds[i].Related[j].End)
		}
	}
	sort.Stable((*byOffset)(&places))
	for _, p := range places {
		p.Line, p.Column = finder.At(p.Offset)
	}
}

// inOrder reports whether each place of ds ends before the next one starts, so that
// one walk finds all without sorting them.
func inOrder(ds []Diagnostic) bool {
	last := 0
	for i := range ds {
		if len(ds[i].Related) > 0 || ds[i].Start.Offset < last {
			return false
		}
		last = ds[i].End.Offset
	}
	return true
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
