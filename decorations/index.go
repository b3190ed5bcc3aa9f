package decorations

import (
	"math/bits"
	"slices"
	"unicode/utf8"
)

// Index converts and looks up many offsets in one text. All calls together take
// time linear in the length of the text and the number of calls.
//
// The zero value is an Index over "". An Index keeps its buffers when it is reset,
// so one that is used again does not allocate. It aliases its text until then. It
// is not safe for concurrent use.
type Index struct {
	// Offsets in the ASCII at either end of the text need no table. Others are
	// counted from the last two, eight bytes at a time, until counting has cost as
	// much as making blocks would.

	text    string
	head    int  // length of the ASCII at the start, in any unit
	valid   bool // the text is valid UTF-8
	counted bool // the next three are known; else the text is valid

	codePoints int
	units      int // length in UTF-16 code units
	tail       int // length of the ASCII at the end, in any unit

	// near has the last two offsets that were looked up, the newest last; steps is
	// how many bytes may still be counted from them before blocks is made.
	near  [2]spot
	steps int

	// blocks has the byte offset of each UTF-16 offset. It is empty until it is
	// needed.
	blocks []block

	// boundaries has a bit for each UTF-16 offset that is a cluster boundary. It is
	// empty until budget is used up: see search.
	boundaries []uint64
	skip       []skip // see skip
	budget     int    // code points that may still be looked at without boundaries
}

// keptUnits is the longest text, in UTF-16 code units, whose buffers are kept for
// the next one, so that one huge text does not hold memory forever. The longest
// text that the API accepts has 20000.
const keptUnits = 1 << 16

// spot is an offset between two code points, in both units.
type spot struct{ byte, unit int }

// Reset makes x an Index over text.
func (x *Index) Reset(text string) {
	x.start(text)
	n := count(text[x.head:])
	x.valid = n.valid
	x.set(n)
	x.budget = x.codePoints
}

// ResetValid is [Index.Reset] for a text that is known to be valid UTF-8, which it
// need not read at once. For any other text the results are unspecified.
func (x *Index) ResetValid(text string) {
	x.start(text)
	x.valid, x.counted = true, false
	if x.head == len(text) {
		x.set(counts{})
	}
	x.budget = len(text)
}

func (x *Index) start(text string) {
	if len(x.blocks) > keptUnits/64 || len(x.boundaries) > keptUnits/64 {
		x.blocks, x.boundaries, x.skip = nil, nil, nil
	}
	x.text = text
	x.head = asciiPrefix(text)
	x.near[0] = spot{x.head, x.head}
	x.near[1] = x.near[0]
	x.steps = 4 * len(text)
	x.blocks, x.boundaries = x.blocks[:0], x.boundaries[:0]
}

// set records the counts of the text after the head.
func (x *Index) set(n counts) {
	x.codePoints, x.units, x.tail, x.counted = x.head+n.codePoints, x.head+n.units, n.tail, true
}

// total counts the text unless that was done.
func (x *Index) total() {
	if !x.counted {
		x.set(countValid(x.text[x.head:]))
	}
}

// UTF16Len returns the length of the text in UTF-16 code units.
func (x *Index) UTF16Len() int {
	x.total()
	return x.units
}

// CodePointLen returns the length of the text in code points.
func (x *Index) CodePointLen() int {
	x.total()
	return x.codePoints
}

// Contains reports whether r is a range of the text: it starts at 0 or later, not
// after its end, and ends at UTF16Len or before. It reads the text only up to the
// end of r.
func (x *Index) Contains(r Range) bool {
	return 0 <= r.Start && r.Start <= r.End && (r.End <= x.head || x.reaches(r))
}

// reaches is Contains for a range that ends behind the head.
func (x *Index) reaches(r Range) bool {
	x.Byte(r.Start) // the next calls are about it, and count on from it
	b, whole := x.Byte(r.End)
	return whole || b < len(x.text)
}

// Byte returns the offset in bytes of off, which is in UTF-16 code units. It
// reports false when off is out of bounds or inside a surrogate pair; the
// offset returned is that of the nearest boundary before it, as for
// [UTF16ToByte].
func (x *Index) Byte(off int) (int, bool) {
	switch {
	case off < 0:
		return 0, false
	case off <= x.head:
		return off, true
	case off == x.near[0].unit:
		return x.near[0].byte, true
	case off == x.near[1].unit:
		return x.near[1].byte, true
	case !x.counted && x.steps > 0:
		return x.countTo(off)
	}
	x.total()
	switch {
	case off > x.units:
		return len(x.text), false
	case off >= x.units-x.tail:
		return off + len(x.text) - x.units, true
	case len(x.blocks) > 0:
	case x.valid && x.steps > 0:
		return x.countTo(off)
	default:
		x.locate()
	}
	k, i := &x.blocks[off/64], off%64
	before := uint64(1)<<i - 1
	b := k.base + i + bits.OnesCount64(k.two&before) + bits.OnesCount64(k.three&before)
	if k.low>>i&1 == 1 {
		return b - 3, false // back over the first unit's bytes, to the start of the pair
	}
	return b, true
}

// countTo is Byte by counting, from the nearest known offset before off. The text
// is valid, so every byte that does not continue a code point counts one unit, and
// the first byte of a code point of four bytes counts one more.
func (x *Index) countTo(off int) (int, bool) {
	from := x.near[1]
	if off < from.unit {
		if from = x.near[0]; off < from.unit {
			from = spot{x.head, x.head}
		}
	}
	text, b, need := x.text, from.byte, off-from.unit
	for ; b+16 <= len(text); b += 16 {
		units := bits.OnesCount64(units(load(text[b:b+8])) | units(load(text[b+8:b+16]))>>2)
		if units > need {
			break
		}
		need -= units
	}
	for b < len(text) {
		var w uint64
		if b+8 <= len(text) {
			w = load(text[b : b+8])
		} else {
			w = lastWord(text, b)
		}
		if units := bits.OnesCount64(units(w)); units <= need {
			need -= units
			b += 8
			continue
		}
		// Each byte of upTo is the number of units up to it; within is how many
		// bytes have at most need units.
		upTo := (starts(w) + fours(w)) * lowBits
		within := bits.OnesCount64(((uint64(need)|0x80)*lowBits - upTo) & (lowBits << 7))
		b += within
		x.steps -= b - from.byte
		if within > 0 && upTo>>(8*(within-1))&0xFF != uint64(need) || within == 0 && need > 0 {
			return b, false // off is between the two units of a pair
		}
		x.near[0], x.near[1] = x.near[1], spot{b, off}
		return b, true
	}
	x.steps -= len(text) - from.byte
	return len(text), need == 0
}

// lastWord returns the last bytes of text from b on, at most seven, the first in
// the lowest byte, filled up with continuation bytes.
func lastWord(text string, b int) uint64 {
	rest := len(text) - b
	const more = lowBits << 7
	if len(text) >= 8 {
		return load(text[len(text)-8:])>>(8*(8-rest)&63) | more<<(8*rest&63)
	}
	w := uint64(more) << (8 * rest & 63)
	for i := range rest {
		w |= uint64(text[b+i]) << (8 * i)
	}
	return w
}

// SplitsSurrogate reports whether off, in UTF-16 code units, is inside a
// surrogate pair. It is false for an offset out of bounds.
func (x *Index) SplitsSurrogate(off int) bool {
	if off <= 0 {
		return false
	}
	b, whole := x.Byte(off)
	return !whole && b < len(x.text)
}

// SplitsGrapheme reports whether off, in UTF-16 code units, is inside an
// extended grapheme cluster. An offset inside a surrogate pair is. It is false
// for both ends of the text and for an offset out of bounds.
func (x *Index) SplitsGrapheme(off int) bool {
	if 0 <= off && off < x.head {
		return x.insideCRLF(off)
	}
	return !x.isBoundary(off) && !x.cluster(off).Empty()
}

// insideCRLF is SplitsGrapheme for an offset in the head: ASCII has this cluster only.
func (x *Index) insideCRLF(off int) bool {
	return off > 0 && x.text[off] == '\n' && x.text[off-1] == '\r'
}

// WholeClusters reports whether both ends of r are boundaries of grapheme clusters,
// and so of code points: then Snap returns r. An end out of bounds counts as a
// boundary.
func (x *Index) WholeClusters(r Range) bool {
	if 0 <= r.Start && r.Start < x.head && 0 <= r.End && r.End < x.head {
		return !x.insideCRLF(r.Start) && !x.insideCRLF(r.End)
	}
	return !x.SplitsGrapheme(r.Start) && !x.SplitsGrapheme(r.End)
}

// Snap returns the smallest range of whole grapheme clusters that contains r. An
// end out of bounds counts as the nearest end of the text. An empty range stays
// empty at a boundary and becomes the whole cluster inside one. A range that starts
// after its end is returned unchanged.
func (x *Index) Snap(r Range) Range {
	if r.Start > r.End {
		return r
	}
	n := x.UTF16Len()
	r = Range{min(max(r.Start, 0), n), min(max(r.End, 0), n)}
	return Range{x.cluster(r.Start).Start, x.cluster(r.End).End}
}

// block has the UTF-8 lengths of 64 UTF-16 code units of the text. A unit has one
// byte, and one more for each of the sets two and three that has its bit. The first
// unit of a surrogate pair counts three of the four bytes, the second one.
type block struct {
	base       int // offset in bytes of the first unit
	two, three uint64
	low        uint64 // the second units of pairs
}

// locate makes the blocks.
func (x *Index) locate() {
	x.total()
	n := x.units/64 + 1
	x.blocks = slices.Grow(x.blocks, n)[:n]
	clear(x.blocks)
	for b, off := 0, 0; ; {
		k, i := &x.blocks[off/64], off%64
		if i == 0 {
			k.base = b
		}
		if b == len(x.text) {
			return
		}
		_, size := utf8.DecodeRuneInString(x.text[b:])
		if size >= 2 {
			k.two |= 1 << i
		}
		if size >= 3 {
			k.three |= 1 << i
		}
		b, off = b+size, off+1
		if size == 4 {
			k, i = &x.blocks[off/64], off%64
			if i == 0 {
				k.base = b - 1
			}
			k.low |= 1 << i
			off++
		}
	}
}
