package validate

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/scan"
)

// finish makes the report of what was found: in source order, cut at the
// maximum, with pointers, lines and columns, all worked out in one walk each,
// because a walk a finding would make a bad body cost a square.
func (c *checker) finish(kind Kind) Report {
	report := Report{Kind: kind}
	if len(c.found) == 0 {
		return report
	}
	if len(c.found) > c.v.max {
		c.cut()
	}
	sortFindings(c.found, bySource)
	c.trace()
	c.dropLongPointers()
	report.Truncated = c.more
	report.Diagnostics = make([]Diagnostic, len(c.found))
	for i := range report.Diagnostics {
		c.write(&report.Diagnostics[i], &c.found[i])
	}
	c.locate(report.Diagnostics)
	if c.v.fixers != nil {
		c.furtherFixes(report.Diagnostics)
	}
	return report
}

func (c *checker) write(d *Diagnostic, f *finding) {
	rule := &ruleTable[f.rule]
	*d = Diagnostic{
		Rule:       rule.id,
		Message:    f.message,
		Hint:       f.advice,
		Severity:   c.v.severity[f.rule],
		Pointer:    c.pointer(f.place.node),
		Start:      Position{Offset: f.place.start},
		End:        Position{Offset: f.place.end},
		APICode:    int(rule.apiCode),
		CodeStated: rule.codeStated,
		Fixes:      f.fixes,
	}
	if len(f.related) == 0 {
		return
	}
	d.Related = make([]Related, len(f.related))
	for i, r := range f.related {
		d.Related[i] = Related{r.message, c.pointer(r.place.node), Position{Offset: r.place.start}, Position{Offset: r.place.end}}
	}
}

// trace fills c.up with the container of every node and c.nth with its number
// among the elements there, so that a pointer is written by climbing.
func (c *checker) trace() {
	nodes := c.view.Nodes
	c.up = slices.Grow(c.up[:0], len(nodes))[:len(nodes)]
	c.nth = slices.Grow(c.nth[:0], len(nodes))[:len(nodes)]
	for i := range nodes {
		switch nodes[i].Kind {
		case scan.Object:
			for k := uint32(i) + 1; k < nodes[i].Next; k = nodes[k+1].Next {
				c.up[k], c.up[k+1] = uint32(i), uint32(i)
			}
		case scan.Array:
			n := uint32(0)
			for k := uint32(i) + 1; k < nodes[i].Next; k = nodes[k].Next {
				c.up[k], c.nth[k] = uint32(i), n
				n++
			}
		}
	}
}

// pointer is the JSON Pointer of a node; "" for the root and for the text as a
// whole.
func (c *checker) pointer(node int) string {
	if node <= 0 {
		return ""
	}
	var path [scan.MaxDepth]int
	depth := 0
	for n := node; n != 0; n = int(c.up[n]) {
		path[depth] = n
		depth++
	}
	var buf [64]byte
	out := buf[:0]
	for depth > 0 {
		depth--
		n := path[depth]
		if c.view.Nodes[c.up[n]].Kind == scan.Object {
			out = scan.AppendToken(out, c.text(n-1))
		} else {
			out = strconv.AppendUint(append(out, '/'), uint64(c.nth[n]), 10)
		}
	}
	return string(out)
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
		for n := f.place.node; n > 0; n = int(c.up[n]) {
			if c.view.Nodes[c.up[n]].Kind == scan.Object {
				size += int(c.view.Nodes[n-1].End - c.view.Nodes[n-1].Start)
			}
		}
		if size > long && used+size > len(c.view.Body) {
			c.more++
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
	line, column, at := 1, 1, 0
	for _, p := range places {
		between := c.view.Source(at, p.Offset)
		if last := strings.LastIndexByte(between, '\n'); last >= 0 {
			line, column = line+strings.Count(between, "\n"), 1
			between = between[last+1:]
		}
		column += decorations.UTF16Len(between)
		p.Line, p.Column, at = line, column, p.Offset
	}
}

// furtherFixes asks the fixers that the options name.
func (c *checker) furtherFixes(ds []Diagnostic) {
	for i := range ds {
		d := &ds[i]
		for _, f := range c.v.fixers[d.Rule] {
			if fix, ok := f(c.view.Body, *d); ok {
				d.Fixes = append([]Fix{fix}, d.Fixes...)
			}
		}
	}
}
