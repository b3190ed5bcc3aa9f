package decorations

import (
	"math/bits"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// keptUnits is the longest text, in UTF-16 code units, whose buffers an Index
// keeps for the next one. A text of the greatest length that the API allows has
// 20000, so only a wrong one is beyond it.
const keptUnits = 1 << 15

// Index answers many questions about one text in constant time each. The zero
// value is an Index over "". It keeps its buffers from one text to the next, so
// one that is reused soon allocates nothing, and it aliases the text until the
// next Reset. It is not safe for concurrent use.
type Index struct {
	text       string
	codePoints int
	units      int     // UTF-16 code units
	offsets    []int32 // byte offset of each UTF-16 offset, -1 inside a pair; empty until asked for
	boundaries []uint64
	walked     int
}

// Reset makes x an Index over text. It reads an ASCII text eight bytes at a
// time and any other one once; tables are made when a question needs them.
func (x *Index) Reset(text string) {
	if cap(x.offsets) > keptUnits+1 {
		x.offsets, x.boundaries = nil, nil
	}
	x.text, x.offsets, x.boundaries, x.walked = text, x.offsets[:0], x.boundaries[:0], 0
	x.codePoints, x.units = count(text)
}

// UTF16Len returns the length of the text in UTF-16 code units.
func (x *Index) UTF16Len() int { return x.units }

// CodePointLen returns the length of the text in code points.
func (x *Index) CodePointLen() int { return x.codePoints }

// ascii reports whether all three units agree: as many UTF-16 code units as
// bytes there are only where each code point is one byte. (An invalid byte is
// one, too, and harmless: it is a unit of its own.)
func (x *Index) ascii() bool { return x.units == len(x.text) }

// Byte returns the offset in bytes of off, which is in UTF-16 code units. It
// reports false when off is out of bounds or inside a surrogate pair, and then
// returns what [UTF16ToByte] does.
func (x *Index) Byte(off int) (int, bool) {
	if off < 0 {
		return 0, false
	}
	if off > x.units {
		return len(x.text), false
	}
	if x.ascii() {
		return off, true
	}
	if len(x.offsets) == 0 {
		x.locate()
	}
	if b := x.offsets[off]; b >= 0 {
		return int(b), true
	}
	return int(x.offsets[off-1]), false
}

// SplitsSurrogate reports whether off is inside a surrogate pair, as
// [SplitsSurrogate] does.
func (x *Index) SplitsSurrogate(off int) bool {
	if off <= 0 || off >= x.units {
		return false
	}
	_, ok := x.Byte(off)
	return !ok
}

// SplitsGrapheme reports whether off is inside a grapheme cluster, as
// [SplitsGrapheme] does.
func (x *Index) SplitsGrapheme(off int) bool {
	if off <= 0 || off >= x.units {
		return false
	}
	if len(x.boundaries) == 0 {
		x.segment()
	}
	return x.boundaries[off/64]&(1<<(off%64)) == 0
}

// Snap returns the least range of whole grapheme clusters that holds r, as
// [Snap] does.
func (x *Index) Snap(r Range) Range {
	if r.Start > r.End {
		return r
	}
	r.Start, r.End = min(max(r.Start, 0), x.units), min(max(r.End, 0), x.units)
	for x.SplitsGrapheme(r.Start) {
		r.Start--
	}
	for x.SplitsGrapheme(r.End) {
		r.End++
	}
	return r
}

// locate makes the table of byte offsets.
func (x *Index) locate() {
	for i := 0; i < len(x.text); {
		r, size := utf8.DecodeRuneInString(x.text[i:])
		x.offsets = append(x.offsets, int32(i))
		if unitsOf(r) == 2 {
			x.offsets = append(x.offsets, -1)
		}
		i += size
	}
	x.offsets = append(x.offsets, int32(len(x.text)))
}

// segment makes the set of all cluster boundaries.
func (x *Index) segment() {
	for range x.units/bits.UintSize + 1 {
		x.boundaries = append(x.boundaries, 0)
	}
	rest, state, off := x.text, -1, 0
	for rest != "" {
		x.boundaries[off/64] |= 1 << (off % 64)
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		off += UTF16Len(cluster)
	}
	x.boundaries[off/64] |= 1 << (off % 64)
}

// insideCodePoint reports whether the byte offset i is inside the UTF-8 of a
// code point of s. A valid sequence that covers i starts at the last byte
// before it that is no continuation byte, so only that one is decoded.
func insideCodePoint(s string, i int) bool {
	if i <= 0 || i >= len(s) || utf8.RuneStart(s[i]) {
		return false
	}
	start := i - 1
	for start > 0 && start > i-utf8.UTFMax && !utf8.RuneStart(s[start]) {
		start--
	}
	_, size := utf8.DecodeRuneInString(s[start:])
	return start+size > i
}
