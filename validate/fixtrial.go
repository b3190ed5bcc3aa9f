package validate

import (
	"math/bits"
	"sort"

	"github.com/linqlint/linqlint/internal/scan"
)

// trial finds the fixes of a round that go together without a new error.
type trial struct {
	e      *engine
	body   []byte
	chosen []candidate
	copies [][]copied    // by candidate; see copiesOf
	known  []bool        // whose copies are worked out
	edits  []placed      // of all candidates, in source order; see sorted
	byNode map[int][]int // the candidates by the node of their diagnostic
}

func newTrial(e *engine, body []byte, chosen []candidate) *trial {
	t := &trial{e: e, body: body, chosen: chosen, copies: make([][]copied, len(chosen)), known: make([]bool, len(chosen)), byNode: map[int][]int{}}
	for i, c := range chosen {
		node := e.was.found[c.diagnostic].place.node
		t.byNode[node] = append(t.byNode[node], i)
	}
	return t
}

// try applies the candidates that on names and returns the errors that are new
// then, in source order, each once.
func (t *trial) try(on []bool) (*patched, []errorKey) {
	p := splice(t.body, t.chosen, on)
	c := t.e.is
	c.release()
	c.v = t.e.bare
	t.e.bytes += len(p.body)
	c.run(p.body, new(Report))
	var fresh []errorKey
	count := map[errorKey]int{}
	for i := range c.found {
		f := &c.found[i]
		if !c.isError(f) {
			continue
		}
		key := t.origin(p, f)
		if count[key]++; count[key] == t.e.before[key]+1 && !t.excused(key, on) {
			fresh = append(fresh, key)
		}
	}
	return p, fresh
}

// The bounds of the search for the fixes that bring in an error. Each of them is
// met by a body of any size with any number of such fixes; only errors that
// depend on several fixes at once can exceed them, and then more is left out
// than need be.
const (
	maxBatches = 16 // times that all new errors are traced to their fixes together
	maxHalves  = 64 // bodies that are tried to find one fix after the other
)

// sound returns the body with all candidates that can be applied together
// without a new error, and how many those are.
//
// Many fixes may be bad at once, so they are not looked for one by one: each
// new error is traced to the fix that wrote or touches the value that it is at,
// or else, all errors together, to the fix by whose presence it comes and goes.
func (t *trial) sound() (*patched, int) {
	on := make([]bool, len(t.chosen))
	for i := range on {
		on[i] = true
	}
	left := len(on)
	for range maxBatches {
		p, fresh := t.try(on)
		if len(fresh) == 0 {
			return p, left
		}
		was := left
		for _, i := range t.causes(on, fresh) {
			if on[i] {
				on[i] = false
				left--
			}
		}
		if left == was || left == 0 {
			break
		}
	}
	return t.halves()
}

// causes returns the candidates that the new errors come from.
func (t *trial) causes(on []bool, fresh []errorKey) (bad []int) {
	var far []errorKey
	for _, key := range fresh {
		if i := t.nearest(on, key); i >= 0 {
			bad = append(bad, i)
		} else {
			far = append(far, key)
		}
	}
	if len(bad) > 0 {
		return bad
	}
	return t.search(on, far)
}

// nearest returns the only candidate of those that are on that wrote or touches
// the value an error is at, or -1.
func (t *trial) nearest(on []bool, key errorKey) int {
	if key.node == inText {
		return key.candidate
	}
	if key.node <= 0 {
		return -1
	}
	nodes := t.e.was.view.Nodes
	start, end := int(nodes[key.node].Start), int(nodes[key.node].End)
	if nodes[t.e.was.parents.Of(key.node)].Kind == scan.Object {
		start = int(nodes[key.node-1].Start)
	}
	edits := t.sorted()
	only := -1
	for i := sort.Search(len(edits), func(i int) bool { return edits[i].End >= start }); i < len(edits) && edits[i].Start <= end; i++ {
		switch c := edits[i].candidate; {
		case !on[c] || c == only:
		case only >= 0:
			return -1
		default:
			only = c
		}
	}
	return only
}

// sorted returns the edits of all candidates in source order.
func (t *trial) sorted() []placed {
	if t.edits == nil {
		t.edits = splice(t.body, t.chosen, nil).edits
	}
	return t.edits
}

// search finds, for all errors together, the candidate that each comes from, by
// trying for each bit of their numbers those that do not have it: the error is
// there or not, and that is the bit of its cause.
func (t *trial) search(on []bool, fresh []errorKey) (bad []int) {
	var numbered []int
	for i := range on {
		if on[i] {
			numbered = append(numbered, i)
		}
	}
	causes := make(map[errorKey]int, len(fresh))
	for b := range bits.Len(uint(len(numbered) - 1)) {
		some := make([]bool, len(on))
		for n, i := range numbered {
			some[i] = n>>b&1 == 0
		}
		_, there := t.try(some)
		present := make(map[errorKey]bool, len(there))
		for _, key := range there {
			present[key] = true
		}
		for _, key := range fresh {
			if !present[key] {
				causes[key] |= 1 << b
			}
		}
	}
	for _, key := range fresh {
		if n := causes[key]; n < len(numbered) {
			bad = append(bad, numbered[n])
		}
	}
	return bad
}

// halves takes candidates by halves, and keeps those with which there is no new
// error.
func (t *trial) halves() (*patched, int) {
	on, tries := make([]bool, len(t.chosen)), 0
	var best *patched
	taken := 0
	var halve func(from, to int)
	halve = func(from, to int) {
		if tries++; tries > maxHalves {
			return
		}
		for i := from; i < to; i++ {
			on[i] = true
		}
		p, fresh := t.try(on)
		if len(fresh) == 0 {
			best, taken = p, taken+to-from
			return
		}
		for i := from; i < to; i++ {
			on[i] = false
		}
		if middle := (from + to) / 2; middle > from {
			halve(from, middle)
			halve(middle, to)
		}
	}
	halve(0, len(on))
	return best, taken
}
