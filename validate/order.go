package validate

import (
	"cmp"
	"sort"
	"strings"
)

// What is found is put in order by package sort and not by the functions of
// package slices: those are compiled once for each type, and five of them were
// a twentieth of our code in the browser. Nothing is sorted for a clean body.

// bySource is the order of a report.
func bySource(a, b *finding) int {
	if a.place.start != b.place.start {
		return cmp.Compare(a.place.start, b.place.start)
	}
	return strings.Compare(ruleTable[a.rule].id, ruleTable[b.rule].id)
}

// inSourceOrder reports whether there is nothing to sort: most checks go from the
// start of the body to its end.
func inSourceOrder(found []finding) bool {
	for i := 1; i < len(found); i++ {
		if bySource(&found[i-1], &found[i]) > 0 {
			return false
		}
	}
	return true
}

// urgency orders findings for the cut: an error is never lost to a warning,
// and of equals the first in the source stays.
func (c *checker) urgency(a, b *finding) int {
	return cmp.Or(cmp.Compare(c.v.severity[b.rule], c.v.severity[a.rule]), bySource(a, b))
}

// sortFindings puts them in the order that compare gives, equals as they were.
func sortFindings(found []finding, compare func(a, b *finding) int) {
	const few = 8
	if len(found) <= few {
		for i := range found {
			to := i
			for to > 0 && compare(&found[to-1], &found[i]) > 0 {
				to--
			}
			if to < i {
				f := found[i]
				copy(found[to+1:i+1], found[to:i])
				found[to] = f
			}
		}
		return
	}
	sort.Stable(&findings{found, compare})
}

type findings struct {
	list    []finding
	compare func(a, b *finding) int
}

func (f *findings) Len() int           { return len(f.list) }
func (f *findings) Less(i, j int) bool { return f.compare(&f.list[i], &f.list[j]) < 0 }
func (f *findings) Swap(i, j int)      { f.list[i], f.list[j] = f.list[j], f.list[i] }

// byStart is the order of the edits of a round.
type byStart []placed

func (e byStart) Len() int { return len(e) }
func (e byStart) Less(i, j int) bool {
	return e[i].Start < e[j].Start || e[i].Start == e[j].Start && e[i].End < e[j].End
}
func (e byStart) Swap(i, j int) { e[i], e[j] = e[j], e[i] }

// byOffset is the order of places in a body. Its methods are a pointer's, which
// goes into an interface without an allocation.
type byOffset []*Position

func (p *byOffset) Len() int           { return len(*p) }
func (p *byOffset) Less(i, j int) bool { return (*p)[i].Offset < (*p)[j].Offset }
func (p *byOffset) Swap(i, j int)      { (*p)[i], (*p)[j] = (*p)[j], (*p)[i] }

// editsByStart is the order of the edits of a fix.
type editsByStart []Edit

func (e editsByStart) Len() int           { return len(e) }
func (e editsByStart) Less(i, j int) bool { return e[i].Start < e[j].Start }
func (e editsByStart) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }
