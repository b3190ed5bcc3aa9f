package validate

import "sort"

// Apply applies the first fix of each diagnostic that s allows, and returns the new
// body and the number of fixes. The bytes outside the edits stay the same. body itself
// is not modified, and is returned if there is nothing to apply.
//
// A fix whose edits overlap or touch those of an earlier one is left out, and no fix
// is tried first: it may cause a new error. [Validator.Fix] checks the result and
// repeats. Diagnostics of another body give a useless result, but no panic.
func Apply(body []byte, ds []Diagnostic, s Safety) (fixed []byte, applied int) {
	chosen := choose(len(body), ds, s, nil)
	if len(chosen) == 0 {
		return body, 0
	}
	return splice(body, chosen, nil).body, len(chosen)
}

// candidate is a fix that may be applied together with the other candidates.
type candidate struct {
	diagnostic int // its index in the report
	fix        *Fix
}

// choose returns the first fix of each diagnostic that s allows, without those
// that touch an earlier one. Edits that touch depend on each other: a member
// that is inserted after one that the other edit removes would follow nothing.
// skip, if not nil, names diagnostics to leave alone.
func choose(size int, ds []Diagnostic, s Safety, skip func(i int) bool) []candidate {
	var chosen []candidate
	var taken intervals
	for i := range ds {
		fix := firstFix(&ds[i], s)
		if fix == nil || !wellFormed(fix.Edits, size) || skip != nil && skip(i) {
			continue
		}
		if taken.starts == nil {
			taken = newIntervals(ds)
		}
		if taken.add(fix.Edits) {
			chosen = append(chosen, candidate{i, fix})
		}
	}
	return chosen
}

// firstFix returns the first fix of d that s allows, or nil.
func firstFix(d *Diagnostic, s Safety) *Fix {
	for j := range d.Fixes {
		if fix := &d.Fixes[j]; s == FixAll || s == FixSafe && fix.Safe {
			return fix
		}
	}
	return nil
}

// wellFormed reports whether edits are in order and within a body of that size.
func wellFormed(edits []Edit, size int) bool {
	end := 0
	for _, e := range edits {
		if e.Start < end || e.End < e.Start || e.End > size {
			return false // of another body, or by a Fixer that keeps no order
		}
		end = e.End
	}
	return len(edits) > 0
}

// patched is a body after a round of fixes, with where everything comes from.
type patched struct {
	body  []byte
	edits []placed // in source order
}

// placed is an edit with the candidate that it belongs to and the offset of
// its text in the new body.
type placed struct {
	Edit
	candidate int
	at        int
}

// splice applies the candidates that on names, all of them if it is nil. None of
// them touch.
func splice(body []byte, chosen []candidate, on []bool) *patched {
	p := &patched{}
	for i, c := range chosen {
		if on != nil && !on[i] {
			continue
		}
		for _, e := range c.fix.Edits {
			p.edits = append(p.edits, placed{Edit: e, candidate: i})
		}
	}
	sort.Stable(byStart(p.edits))
	from := 0
	for i := range p.edits {
		e := &p.edits[i]
		p.body = append(p.body, body[from:e.Start]...)
		e.at = len(p.body)
		p.body = append(p.body, e.Text...)
		from = e.End
	}
	p.body = append(p.body, body[from:]...)
	return p
}

// written returns the edit whose text the byte at off of the new body is in, or
// -1, and the offset of the byte in that text; if -1, the offset of the byte in
// the old body.
func (p *patched) written(off int) (edit, at int) {
	i := sort.Search(len(p.edits), func(i int) bool { return p.edits[i].at > off }) - 1
	if i < 0 {
		return -1, off
	}
	e := &p.edits[i]
	if off < e.at+len(e.Text) {
		return i, off - e.at
	}
	return -1, e.End + off - e.at - len(e.Text)
}

// moved returns where the byte at off of the old body is now; ok is false if an
// edit replaced it.
func (p *patched) moved(off int) (at int, ok bool) {
	i := sort.Search(len(p.edits), func(i int) bool { return p.edits[i].Start > off }) - 1
	if i < 0 {
		return off, true
	}
	e := &p.edits[i]
	if off < e.End {
		return 0, false
	}
	return e.at + len(e.Text) + off - e.End, true
}

// intervals are the bytes that chosen edits take. Choosing n fixes costs n·log n
// steps, however many are chosen and in whatever order.
type intervals struct {
	starts []int // of all edits, ascending
	// A Fenwick tree over the starts: place i has the greatest offset behind the end
	// of the taken edits at the i&-i starts up to start i, counted from 1.
	behind []int
}

func newIntervals(ds []Diagnostic) intervals {
	var starts []int
	for i := range ds {
		for j := range ds[i].Fixes {
			for _, e := range ds[i].Fixes[j].Edits {
				starts = append(starts, e.Start)
			}
		}
	}
	sort.Stable(sort.IntSlice(starts))
	return intervals{starts, make([]int, len(starts)+1)}
}

// upTo returns how many edits start at off or before.
func (t intervals) upTo(off int) int { return sort.SearchInts(t.starts, off+1) }

// add takes edits unless one of them touches a taken one.
func (t intervals) add(edits []Edit) bool {
	for _, e := range edits {
		for i := t.upTo(e.End); i > 0; i &= i - 1 {
			if t.behind[i] > e.Start {
				return false
			}
		}
	}
	for _, e := range edits {
		for i := t.upTo(e.Start); i < len(t.behind); i += i & -i {
			t.behind[i] = max(t.behind[i], e.End+1)
		}
	}
	return true
}
