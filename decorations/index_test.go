package decorations

import (
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"
)

// oracle answers what an Index does, from unicode/utf16 and from uniseg over
// the whole text, with no quick way out. It is the slow twin of Index and of
// the functions over a string.
type oracle struct {
	bytes      []int // byte offset of each UTF-16 offset, of the pair's start inside a pair
	inPair     []bool
	codePoints []int // code point offset of each UTF-16 offset, likewise
	boundary   []bool
}

func newOracle(s string) oracle {
	units := utf16.Encode([]rune(s)) // []rune makes one U+FFFD of an invalid byte, as this package says
	var o oracle
	n := len(units) + 1
	o.bytes, o.inPair, o.codePoints, o.boundary = make([]int, n), make([]bool, n), make([]int, n), make([]bool, n)
	unit, cp := 0, 0
	for b, r := range s {
		for i := range utf16.RuneLen(r) {
			o.bytes[unit], o.inPair[unit], o.codePoints[unit] = b, i > 0, cp
			unit++
		}
		cp++
	}
	o.bytes[unit], o.codePoints[unit] = len(s), cp
	o.boundary[0] = true
	unit = 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		unit += len(utf16.Encode(g.Runes()))
		o.boundary[unit] = true
	}
	return o
}

func (o oracle) len() int { return len(o.bytes) - 1 }

func (o oracle) byte(off int) (int, bool) {
	switch {
	case off < 0:
		return 0, false
	case off > o.len():
		return o.bytes[o.len()], false
	}
	return o.bytes[off], !o.inPair[off]
}

func (o oracle) inBounds(off int) bool { return off >= 0 && off <= o.len() }

func (o oracle) splitsSurrogate(off int) bool { return o.inBounds(off) && o.inPair[off] }

func (o oracle) splitsGrapheme(off int) bool { return o.inBounds(off) && !o.boundary[off] }

func (o oracle) snap(r Range) Range {
	if r.Start > r.End {
		return r
	}
	r = Range{min(max(r.Start, 0), o.len()), min(max(r.End, 0), o.len())}
	for !o.boundary[r.Start] {
		r.Start--
	}
	for !o.boundary[r.End] {
		r.End++
	}
	return r
}

// requireAgrees compares every answer of x about s with the oracle's, also
// beyond both ends. The questions come from both directions, since the first
// ones use up the budget after which an Index answers in another way.
func requireAgrees(t require.TestingT, x *Index, s string) {
	o := newOracle(s)
	x.Reset(s)
	require.Equal(t, o.len(), x.UTF16Len(), "UTF-16 length of %+q", s)
	require.Equal(t, utf8.RuneCountInString(s), x.CodePointLen(), "code points of %+q", s)
	for pass := range 2 {
		x.Reset(s)
		for i := -2; i <= o.len()+2; i++ {
			off := i
			if pass == 1 {
				off = o.len() - i
			}
			wantByte, wantOK := o.byte(off)
			gotByte, gotOK := x.Byte(off)
			if wantByte != gotByte || wantOK != gotOK {
				require.FailNow(t, "Byte", "%+q at %d: want %d %v, got %d %v", s, off, wantByte, wantOK, gotByte, gotOK)
			}
			if want, got := o.splitsSurrogate(off), x.SplitsSurrogate(off); want != got {
				require.FailNow(t, "SplitsSurrogate", "%+q at %d: want %v, got %v", s, off, want, got)
			}
			if want, got := o.splitsGrapheme(off), x.SplitsGrapheme(off); want != got {
				require.FailNow(t, "SplitsGrapheme", "%+q at %d: want %v, got %v", s, off, want, got)
			}
			r := Range{off, off + i%5}
			if want, got := o.snap(r), x.Snap(r); want != got {
				require.FailNow(t, "Snap", "%+q over %v: want %v, got %v", s, r, want, got)
			}
		}
	}
}

func FuzzIndex(f *testing.F) {
	f.Add("Hello world")
	f.Add("Hey 👋🏽 Kevin")
	f.Add("👨‍👩‍👧 family \r\n \xff\xed\xa0\xbd é \u0600x 각 🇺🇸🇩🇪🇫")
	x := new(Index) // one for all, so that what is left in its buffers shows
	f.Fuzz(func(t *testing.T, s string) {
		requireAgrees(t, x, s)
	})
}
