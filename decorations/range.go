package decorations

// Range is a half-open range [Start, End) in UTF-16 code units of a text part's value:
// the API's "range": [start, end]. The zero Range is empty, at the start of the text. A
// Range may be out of bounds or end before it starts, as one in a body may.
type Range struct {
	Start, End int
}

// Len returns the number of UTF-16 code units in r, which is 0 when Start is
// not below End.
func (r Range) Len() int {
	return max(0, r.End-r.Start)
}

// Empty reports whether r holds no UTF-16 code unit.
func (r Range) Empty() bool {
	return r.Start >= r.End
}

// Overlaps reports whether r and o have a UTF-16 code unit in common. Ranges that
// touch, such as [0,5) and [5,8), do not overlap, and an empty range overlaps nothing.
func (r Range) Overlaps(o Range) bool {
	return !r.Intersect(o).Empty()
}

// Contains reports whether every UTF-16 code unit of o is in r. An empty range in r or
// at one of its ends is contained.
func (r Range) Contains(o Range) bool {
	return r.Start <= o.Start && o.Start <= o.End && o.End <= r.End
}

// Intersect returns the range that r and o have in common, an empty one if there is
// none.
func (r Range) Intersect(o Range) Range {
	start, end := max(r.Start, o.Start), min(r.End, o.End)
	return Range{start, max(start, end)}
}

// Shift returns r moved by n UTF-16 code units, to the left if n is negative. When two
// texts are joined, the ranges of the second are shifted by the length of the first.
func (r Range) Shift(n int) Range {
	return Range{r.Start + n, r.End + n}
}
