package decorations

import (
	"math/bits"
	"slices"
	"unicode/utf8"
)

// isBoundary reports whether off surely is a boundary between grapheme clusters: an end
// of the text, or between two code points of known classes.
func (x *Index) isBoundary(off int) bool {
	if off <= 0 {
		return true
	}
	b, whole := x.Byte(off)
	return whole && (b == len(x.text) || divides(x.classBefore(b), x.classAfter(b)))
}

// cluster returns the range of the grapheme cluster that the UTF-16 offset off
// is inside of, or the empty range at off when off is inside none. It tries the
// cheapest way first: two code points of known classes, the neighborhood, and
// only then the whole text.
func (x *Index) cluster(off int) Range {
	none := Range{off, off}
	if off <= 0 {
		return none
	}
	b, whole := x.Byte(off)
	if b == len(x.text) || x.isBoundary(off) {
		return none
	}
	if len(x.boundaries) > 0 {
		return x.lookUp(off)
	}
	// The code point at b starts at off, or at off-1 if off is inside a surrogate
	// pair.
	start := off
	if !whole {
		start--
	}
	from, to, ok := x.search(b)
	switch {
	case !ok:
		x.segment()
		return x.lookUp(off)
	case from == b && whole:
		return none
	}
	return Range{start - UTF16Len(x.text[from:b]), start + UTF16Len(x.text[b:to])}
}

// search returns the byte range of the cluster that holds the code point at byte b.
// It looks around b, from the nearest place at or before it that is certain to be a
// boundary. In ordinary text that is one or two code points away, but a hostile
// text may have it at the very start, and come with thousands of decorations. So
// each code point looked at is taken from a budget of as many as the text has. When
// the budget is used up, search reports false, and all boundaries must be found at
// once. Either way the time for all calls is linear in the length of the text and
// the number of calls.
func (x *Index) search(b int) (from, to int, ok bool) {
	for from = b; from > 0; x.budget-- {
		if x.budget <= 0 {
			return 0, 0, false
		}
		if divides(x.classBefore(from), x.classAfter(from)) {
			break
		}
		_, size := utf8.DecodeLastRuneInString(x.text[:from])
		from -= size
	}
	for state := -1; ; from = to {
		var size int
		size, state = nextCluster(x.text[from:], state)
		to = from + size
		x.budget -= utf8.RuneCountInString(x.text[from:to])
		if to > b {
			return from, to, true
		}
	}
}

// segment finds all cluster boundaries in one pass of uniseg. BenchmarkSegment
// compares its cost with that of the other ways.
func (x *Index) segment() {
	x.total()
	n := x.units/64 + 1
	x.boundaries = slices.Grow(x.boundaries, n)[:n]
	clear(x.boundaries)
	x.boundaries[0] = 1
	off, state := 0, -1
	for rest := x.text; rest != ""; {
		var size int
		size, state = nextCluster(rest, state)
		off += UTF16Len(rest[:size])
		rest = rest[size:]
		x.boundaries[off/64] |= 1 << (off % 64)
	}
	x.skip = slices.Grow(x.skip[:0], n)[:n]
	var last, next int32 // both ends have boundaries
	for i, word := range x.boundaries {
		if x.skip[i].before = last; word != 0 {
			last = int32(i)
		}
	}
	for i, word := range slices.Backward(x.boundaries) {
		if x.skip[i].after = next; word != 0 {
			next = int32(i)
		}
	}
}

// skip has, for a word of boundaries, the nearest words before and after it that
// are not zero: a cluster may be as long as the text.
type skip struct{ before, after int32 }

// lookUp is cluster after segment has found the boundaries. Both ends of the text
// are boundaries, so there is one on either side of off.
func (x *Index) lookUp(off int) Range {
	i, bit := off/64, uint64(1)<<(off%64)
	if x.boundaries[i]&bit != 0 {
		return Range{off, off}
	}
	before := x.boundaries[i] & (bit - 1)
	if before == 0 {
		i = int(x.skip[i].before)
		before = x.boundaries[i]
	}
	start := i*64 + bits.Len64(before) - 1

	i = off / 64
	after := x.boundaries[i] &^ (bit - 1)
	if after == 0 {
		i = int(x.skip[i].after)
		after = x.boundaries[i]
	}
	return Range{start, i*64 + bits.TrailingZeros64(after)}
}
