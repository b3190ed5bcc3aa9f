package decorations

import (
	"math/bits"
	"unicode/utf8"
)

// UTF16Len returns the length of s in UTF-16 code units, the largest end of a range
// over s. An invalid byte counts one.
func UTF16Len(s string) int {
	return count(s).units
}

// CodePointLen returns the length of s in Unicode code points, which the API's limits of
// length count. An invalid byte counts one. It is [utf8.RuneCountInString] with the
// name of the unit.
func CodePointLen(s string) int {
	return utf8.RuneCountInString(s)
}

// Conversion of offsets. All six read an offset of s in one unit and return it
// in another. They report true when the offset is in bounds, the length of s
// included, and falls between two code points. Else they report false, and the
// offset returned is that of the nearest boundary at or before the one asked
// for: 0 for a negative offset, the length of s for one beyond it, the start of
// the code point for one inside its bytes or between its surrogates. They take
// time linear in the offset; [Index] answers many questions about one text.

// ByteToUTF16 converts an offset in bytes to one in UTF-16 code units. It
// reports false when off is out of bounds or inside the UTF-8 of a code point,
// and then returns the offset of the nearest boundary before it.
func ByteToUTF16(s string, off int) (int, bool) {
	p, ok := seek(s, inBytes, off)
	return p[inUnits], ok
}

// UTF16ToByte converts an offset in UTF-16 code units to one in bytes. It
// reports false when off is out of bounds or inside a surrogate pair, and then
// returns the offset of the nearest boundary before it.
func UTF16ToByte(s string, off int) (int, bool) {
	p, ok := seek(s, inUnits, off)
	return p[inBytes], ok
}

// CodePointToUTF16 converts an offset in code points to one in UTF-16 code
// units. It reports false when off is out of bounds, and then returns the
// offset of the nearest end of s.
func CodePointToUTF16(s string, off int) (int, bool) {
	p, ok := seek(s, inCodePoints, off)
	return p[inUnits], ok
}

// UTF16ToCodePoint converts an offset in UTF-16 code units to one in code
// points. It reports false when off is out of bounds or inside a surrogate
// pair, and then returns the offset of the nearest boundary before it.
func UTF16ToCodePoint(s string, off int) (int, bool) {
	p, ok := seek(s, inUnits, off)
	return p[inCodePoints], ok
}

// ByteToCodePoint converts an offset in bytes to one in code points. It reports
// false when off is out of bounds or inside the UTF-8 of a code point, and then
// returns the offset of the nearest boundary before it.
func ByteToCodePoint(s string, off int) (int, bool) {
	p, ok := seek(s, inBytes, off)
	return p[inCodePoints], ok
}

// CodePointToByte converts an offset in code points to one in bytes. It reports
// false when off is out of bounds, and then returns the offset of the nearest
// end of s.
func CodePointToByte(s string, off int) (int, bool) {
	p, ok := seek(s, inCodePoints, off)
	return p[inBytes], ok
}

// FromBytes returns the range over s[start:end], offsets in bytes. It reports
// false, with the zero Range, when start is after end or an offset is out of
// bounds or inside a code point.
func FromBytes(s string, start, end int) (Range, bool) {
	return convert(s, inBytes, start, end)
}

// FromCodePoints returns the range over the code points [start, end) of s. It
// reports false, with the zero Range, when start is after end or an offset is
// out of bounds.
func FromCodePoints(s string, start, end int) (Range, bool) {
	return convert(s, inCodePoints, start, end)
}

func convert(s string, u unit, start, end int) (Range, bool) {
	if start > end || end > len(s) { // no unit counts more than bytes do
		return Range{}, false
	}
	from, okStart := seek(s, u, start)
	to, okEnd := seek(s, u, end)
	if !okStart || !okEnd {
		return Range{}, false
	}
	return Range{from[inUnits], to[inUnits]}, true
}

// unit is what an offset counts: the index of the count in a place.
type unit int

const (
	inBytes unit = iota
	inCodePoints
	inUnits
)

// place is a boundary between two code points, in all three units.
type place [3]int

// seek returns the last boundary of s at or before off, and whether that is off
// itself.
func seek(s string, u unit, off int) (place, bool) {
	var p place
	for p[inBytes] < len(s) && p[u] < off {
		rest := s[p[inBytes]:]
		if n := asciiPrefix(rest[:min(len(rest), off-p[u])]); n > 0 {
			p = place{p[inBytes] + n, p[inCodePoints] + n, p[inUnits] + n}
			continue
		}
		r, size := utf8.DecodeRuneInString(rest)
		next := place{p[inBytes] + size, p[inCodePoints] + 1, p[inUnits] + unitsOf(r)}
		if next[u] > off {
			break
		}
		p = next
	}
	return p, p[u] == off
}

// unitsOf returns how many UTF-16 code units the code point r takes.
func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// counts are the lengths of a string.
type counts struct {
	codePoints int
	units      int  // UTF-16 code units
	tail       int  // length of the ASCII at the end, in any unit
	valid      bool // it is valid UTF-8
}

func count(s string) counts {
	n := counts{valid: true}
	for i := 0; i < len(s); {
		ascii := asciiPrefix(s[i:])
		i, n.codePoints, n.units = i+ascii, n.codePoints+ascii, n.units+ascii
		for i < len(s) && s[i] >= utf8.RuneSelf {
			size := usualSize(s[i:])
			if size == 0 {
				_, size = utf8.DecodeRuneInString(s[i:])
				n.valid = n.valid && size > 1
			}
			i, n.codePoints, n.units = i+size, n.codePoints+1, n.units+1+size/4
			n.tail = len(s) - i
		}
	}
	return n
}

// countValid is count for valid UTF-8: the code points are the bytes that do not
// continue one, and those of four bytes take two units.
func countValid(s string) counts {
	n := counts{valid: true}
	b := 0
	for ; len(s)-b >= 8; b += 8 {
		w := load(s[b:])
		k := bits.OnesCount64(starts(w))
		n.codePoints += k
		n.units += k + bits.OnesCount64(fours(w))
	}
	for ; b < len(s); b++ {
		if c := s[b]; c&0xC0 != 0x80 {
			n.codePoints++
			n.units++
			if c >= 0xF0 {
				n.units++
			}
		}
	}
	for n.tail < len(s) && s[len(s)-1-n.tail] < utf8.RuneSelf {
		n.tail++
	}
	return n
}

const lowBits = 0x0101010101010101

// starts marks the bytes of w that do not continue a code point: those that are
// not 10xxxxxx.
func starts(w uint64) uint64 { return (^w>>7 | w>>6) & lowBits }

// fours marks the bytes of w that start a code point of four bytes: 1111xxxx.
func fours(w uint64) uint64 { return w >> 7 & (w >> 6) & (w >> 5) & (w >> 4) & lowBits }

// units has for each byte of w a bit for each UTF-16 code unit that starts with it: the
// upper two bits of the byte.
func units(w uint64) uint64 {
	const first = lowBits << 7
	up := w << 1
	four := w & up
	return (^w|up)&first | (four&(four<<2)&first)>>1
}

// load returns the first eight bytes of s, the first in the lowest byte. It
// compiles to one instruction.
func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// usualSize returns the length of the code point at the start of s if its first
// byte allows any continuation bytes, and else 0. It spares count most of the
// decoding.
func usualSize(s string) int {
	if len(s) < 4 {
		return 0
	}
	more := func(b byte) bool { return b&0xC0 == 0x80 }
	switch c := s[0]; {
	case 0xC2 <= c && c <= 0xDF && more(s[1]):
		return 2
	case 0xE1 <= c && c <= 0xEF && c != 0xED && more(s[1]) && more(s[2]):
		return 3
	case c == 0xF0 && more(s[1]) && s[1] >= 0x90 && more(s[2]) && more(s[3]):
		return 4
	}
	return 0
}

// asciiPrefix returns how many bytes at the start of s are ASCII. It reads 32 at a
// time, then eight.
func asciiPrefix(s string) int {
	n := 0
	for ; len(s)-n >= 32; n += 32 {
		if w := s[n:]; (load(w)|load(w[8:])|load(w[16:])|load(w[24:]))&0x8080808080808080 != 0 {
			break
		}
	}
	for ; len(s)-n >= 8; n += 8 {
		high := load(s[n:]) & 0x8080808080808080
		if high != 0 {
			return n + bits.TrailingZeros64(high)/8
		}
	}
	for n < len(s) && s[n] < utf8.RuneSelf {
		n++
	}
	return n
}
