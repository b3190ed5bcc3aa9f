package validate

import (
	"slices"
	"sort"

	"github.com/linqlint/linqlint/decorations"
)

// overlaps reports each decoration that overlaps an earlier one and may not:
// an animation may overlap nothing, styles may overlap one another.
func (c *checker) overlaps() {
	const few = 32
	if len(c.ranged) > few {
		c.manyOverlaps()
		return
	}
	for j := range c.ranged {
		later := &c.ranged[j]
		for i := range c.ranged[:j] {
			earlier := &c.ranged[i]
			if (later.animation || earlier.animation) && later.r.Overlaps(earlier.r) {
				c.overlap(earlier, later)
				break
			}
		}
		if c.v.wantNotes && !later.animation {
			c.sameStyle(j)
		}
	}
}

// spread follows the ranges of decorations in their order. While each starts behind those
// that it may not overlap, as most do, no two need to be compared.
type spread struct {
	all, animations int  // where the last one ends
	meet            bool // some may overlap
}

func (s *spread) add(d *ranged) {
	before := s.animations
	if d.animation {
		before = s.all
		s.animations = max(s.animations, d.r.End)
	}
	s.meet = s.meet || d.r.Start < before
	s.all = max(s.all, d.r.End)
}

func (c *checker) overlap(earlier, later *ranged) {
	c.report(&sayOverlap, c.whole(later.node), wordArg("later", later.describe()), wordArg("earlier", earlier.describe())).
		withHint("shorten one of the ranges, or leave one decoration out").
		withRelated(c.whole(earlier.node), earlier.describe())
}

func (r *ranged) describe() string {
	kind := "style"
	if r.animation {
		kind = "animation"
	}
	if r.name != "" {
		kind += " " + quoted(r.name)
	}
	return kind + " on " + rangeText(r.r)
}

func (c *checker) sameStyle(j int) {
	later := &c.ranged[j]
	for i := range c.ranged[:j] {
		if e := &c.ranged[i]; !e.animation && e.name == later.name && e.r == later.r && e.name != "" {
			c.duplicateDecoration(e, later)
			return
		}
	}
}

func (c *checker) duplicateDecoration(first, later *ranged) {
	c.report(&sayDuplicateDecoration, c.whole(later.decoration), wordArg("later", later.describe())).
		withRelated(c.whole(first.decoration), "first defined here")
}

// manyOverlaps is overlaps for a list so long that comparing each with each
// would be quadratic.
func (c *checker) manyOverlaps() {
	ranges := make([]decorations.Range, len(c.ranged))
	for i := range c.ranged {
		ranges[i] = c.ranged[i].r
	}
	cuts := cutsOf(ranges)
	all, animations := newFirsts(len(cuts)), newFirsts(len(cuts))
	type styled struct {
		name string
		r    decorations.Range
	}
	seen := map[styled]int{}
	for j := range c.ranged {
		later := &c.ranged[j]
		r := between(cuts, later.r)
		covered := animations
		if later.animation {
			covered = all
		}
		if i := covered.first(r); i > 0 {
			c.overlap(&c.ranged[i-1], later)
		}
		all.cover(r, j+1)
		if later.animation {
			animations.cover(r, j+1)
			continue
		}
		if !c.v.wantNotes || later.name == "" {
			continue
		}
		key := styled{later.name, later.r}
		if i, ok := seen[key]; ok {
			c.duplicateDecoration(&c.ranged[i], later)
		} else {
			seen[key] = j
		}
	}
}

// cutsOf returns the offsets at which some range starts or ends, in order: between
// two of them all is alike, so that the memory goes by the ranges and not by
// the text.
func cutsOf(ranges []decorations.Range) []int {
	cuts := make([]int, 0, 2*len(ranges))
	for _, r := range ranges {
		cuts = append(cuts, r.Start, r.End)
	}
	sort.Stable(sort.IntSlice(cuts))
	return slices.Compact(cuts)
}

// between returns a range in numbers of cuts.
func between(cuts []int, r decorations.Range) decorations.Range {
	r.Start, _ = slices.BinarySearch(cuts, r.Start)
	r.End, _ = slices.BinarySearch(cuts, r.End)
	return r
}

// firsts knows which range, by its number from 1, was the first to cover any
// place of a range: a segment tree, both questions in the logarithm of its
// size.
type firsts struct {
	size  int
	whole []int32 // the first that covers all of the node
	least []int32 // the first that covers some of it
}

func newFirsts(places int) *firsts {
	size := 1
	for size < places {
		size *= 2
	}
	return &firsts{size, make([]int32, 2*size), make([]int32, 2*size)}
}

func (f *firsts) cover(r decorations.Range, number int) {
	f.visit(1, 0, f.size, r, func(node int, all bool) {
		if f.least[node] == 0 {
			f.least[node] = int32(number)
		}
		if all && f.whole[node] == 0 {
			f.whole[node] = int32(number)
		}
	})
}

func (f *firsts) first(r decorations.Range) int {
	best := int32(0)
	f.visit(1, 0, f.size, r, func(node int, all bool) {
		n := f.whole[node]
		if all {
			n = f.least[node]
		}
		if n != 0 && (best == 0 || n < best) {
			best = n
		}
	})
	return int(best)
}

// visit calls do for the nodes that r meets, all being true where it covers
// the node, below which it does not go. The depth is the tree's.
func (f *firsts) visit(node, start, end int, r decorations.Range, do func(node int, all bool)) {
	if r.End <= start || end <= r.Start || r.Start >= r.End {
		return
	}
	all := r.Start <= start && end <= r.End
	do(node, all)
	if all {
		return
	}
	middle := (start + end) / 2
	f.visit(2*node, start, middle, r, do)
	f.visit(2*node+1, middle, end, r, do)
}
