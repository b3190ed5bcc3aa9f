package decorations

// Range is half-open, [Start, End), in UTF-16 code units of a text part's
// value. It is what the API's "range": [start, end] holds. The zero value is
// the empty range at the start of the text. Nothing keeps Start below End or
// either inside a text: a Range may hold what a body says, right or wrong.
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

// Overlaps reports whether r and o have a UTF-16 code unit in common. Ranges
// that touch, as [0, 5) and [5, 8) do, have none; neither has an empty range,
// wherever it is.
func (r Range) Overlaps(o Range) bool {
	return !r.Intersect(o).Empty()
}

// Contains reports whether every UTF-16 code unit of o is in r. An empty range
// is contained when it is in r or at one of its two ends.
func (r Range) Contains(o Range) bool {
	return r.Start <= o.Start && o.Start <= o.End && o.End <= r.End
}

// Intersect returns the UTF-16 code units that r and o have in common. With
// none it returns an empty range.
func (r Range) Intersect(o Range) Range {
	start, end := max(r.Start, o.Start), min(r.End, o.End)
	return Range{start, max(start, end)}
}

// Shift returns r moved by n UTF-16 code units, to the left when n is negative.
// It is what joining texts needs: a decoration of the second text is shifted by
// the length of the first.
func (r Range) Shift(n int) Range {
	return Range{r.Start + n, r.End + n}
}
