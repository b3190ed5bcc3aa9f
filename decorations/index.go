package decorations

import (
	"slices"
	"unicode/utf8"
)

// Index answers many questions about one text, each in a time that does not
// grow with the text. The zero value is an Index over "". It keeps its buffers
// from one text to the next, so one that is used again allocates nothing, and
// it aliases the text until the next Reset. It is not safe for concurrent use.
//
// An ASCII text needs no table. For any other one the first question makes a
// table of a few bytes for every 32 UTF-16 code units.
type Index struct {
	text       string
	codePoints int
	units      int    // length in UTF-16 code units
	marks      []mark // one for each multiple of stride; empty until a question needs them

	// boundaries has the bit of each UTF-16 offset that is a cluster boundary.
	// It is empty until budget is used up: see cluster.
	boundaries []uint64
	budget     int // code points that may yet be looked at without boundaries
}

// keptUnits is the longest text, in UTF-16 code units, whose buffers are kept
// for the next one, so that one huge text does not hold memory for ever. The
// longest text that the API takes has 20000.
const keptUnits = 1 << 16

// Reset makes x an Index over text. It reads text once, eight bytes at a time
// where it is ASCII.
func (x *Index) Reset(text string) {
	if x.units > keptUnits {
		x.marks, x.boundaries = nil, nil
	}
	x.text = text
	x.codePoints, x.units = count(text)
	x.marks, x.boundaries = x.marks[:0], x.boundaries[:0]
	x.budget = x.codePoints
}

// UTF16Len returns the length of the text in UTF-16 code units.
func (x *Index) UTF16Len() int { return x.units }

// CodePointLen returns the length of the text in code points.
func (x *Index) CodePointLen() int { return x.codePoints }

// Byte returns the offset in bytes of off, which is in UTF-16 code units. It
// reports false when off is out of bounds or inside a surrogate pair; the
// offset returned is that of the nearest boundary before it, as for
// [UTF16ToByte].
func (x *Index) Byte(off int) (int, bool) {
	switch {
	case off < 0:
		return 0, false
	case off > x.units:
		return len(x.text), false
	case x.bytewise():
		return off, true
	}
	if len(x.marks) == 0 {
		x.mark()
	}
	return x.marks[off/stride].seek(x.text, off%stride)
}

// SplitsSurrogate reports whether off, in UTF-16 code units, is inside a
// surrogate pair. It is false for an offset out of bounds.
func (x *Index) SplitsSurrogate(off int) bool {
	if off <= 0 || off >= x.units {
		return false
	}
	_, ok := x.Byte(off)
	return !ok
}

// SplitsGrapheme reports whether off, in UTF-16 code units, is inside an
// extended grapheme cluster. An offset inside a surrogate pair is. It is false
// for both ends of the text and for an offset out of bounds.
func (x *Index) SplitsGrapheme(off int) bool {
	return !x.cluster(off).Empty()
}

// Snap returns the least range of whole grapheme clusters that holds r. An end
// out of bounds is brought to the nearest end of the text first. An empty range
// stays empty at a boundary and becomes the whole cluster inside one. A range
// that starts after its end is returned as it is.
func (x *Index) Snap(r Range) Range {
	if r.Start > r.End {
		return r
	}
	r = Range{min(max(r.Start, 0), x.units), min(max(r.End, 0), x.units)}
	return Range{x.cluster(r.Start).Start, x.cluster(r.End).End}
}

// bytewise reports whether UTF-16 offsets are byte offsets: whether each byte is
// one unit, which holds for ASCII and for invalid bytes and for nothing else.
func (x *Index) bytewise() bool { return x.units == len(x.text) }

// A mark tells where in the text, in bytes, a UTF-16 offset that is a multiple
// of stride is. When that offset is inside a surrogate pair, the mark tells
// where the pair starts, and its lowest bit is set. A mark for every offset
// would save the few steps that seek takes, at thirty times the memory; making
// so many would cost a short text more than they save.
type mark uint

// stride is the distance of two marks in UTF-16 code units.
const stride = 32

// mark makes the marks of a text that is not bytewise.
func (x *Index) mark() {
	x.marks = slices.Grow(x.marks, x.units/stride+1)
	next := 0 // the UTF-16 offset of the next mark
	for b, unit := 0, 0; ; {
		n := asciiPrefix(x.text[b:])
		for ; next <= unit+n; next += stride {
			x.marks = append(x.marks, mark(b+next-unit)<<1)
		}
		b, unit = b+n, unit+n
		if b == len(x.text) {
			return
		}
		r, size := utf8.DecodeRuneInString(x.text[b:])
		if unitsOf(r) == 2 && next == unit+1 {
			x.marks = append(x.marks, mark(b)<<1|1)
			next += stride
		}
		b, unit = b+size, unit+unitsOf(r)
	}
}

// seek returns the byte offset of the boundary that is n UTF-16 code units
// after m, or the nearest one before it and false when that is inside a pair.
func (m mark) seek(text string, n int) (int, bool) {
	b := int(m >> 1)
	n += int(m & 1)
	for n > 0 {
		if len(text)-b >= 8 && word(text[b:])&highBits == 0 {
			step := min(n, 8)
			b, n = b+step, n-step
			continue
		}
		r, size := utf8.DecodeRuneInString(text[b:])
		if n -= unitsOf(r); n < 0 {
			return b, false
		}
		b += size
	}
	return b, true
}
