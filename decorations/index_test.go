package decorations

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"
)

// oracle returns what an Index does, from unicode/utf16 and from uniseg over
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
	unit, at := 0, 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		unit += len(utf16.Encode(g.Runes()))
		at += len(g.Str())
		o.boundary[unit] = !isConjunct(s, at)
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

// requireAgrees compares everything that x says about s with the oracle's, also
// beyond both ends. The questions come from both directions, since the first
// ones use up the budget after which an Index answers in another way.
func requireAgrees(t require.TestingT, x *Index, s string) {
	o := newOracle(s)
	x.Reset(s)
	require.Equal(t, o.len(), x.UTF16Len(), "UTF-16 length of %+q", s)
	require.Equal(t, utf8.RuneCountInString(s), x.CodePointLen(), "code points of %+q", s)
	for pass := range 4 {
		if x.Reset(s); pass >= 2 {
			if !utf8.ValidString(s) {
				break
			}
			x.Reset("é🎉 another text, of which nothing may be left")
			x.ResetValid(s)
			for _, r := range []Range{{-1, 0}, {0, 0}, {0, 1}, {1, 0}, {0, o.len()}, {o.len(), o.len()}, {0, o.len() + 1}, {o.len() / 2, o.len() - 1}} {
				require.Equal(t, 0 <= r.Start && r.Start <= r.End && r.End <= o.len(), x.Contains(r), "%+q contains %v", s, r)
			}
			if pass == 3 {
				x.ResetValid(s)
			}
			require.Equal(t, o.len(), x.UTF16Len(), "UTF-16 length of %+q", s)
			require.Equal(t, utf8.RuneCountInString(s), x.CodePointLen(), "code points of %+q", s)
		}
		for i := -2; i <= o.len()+2; i++ {
			off := i
			if pass%2 == 1 {
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
			if want, got := !o.splitsGrapheme(r.Start) && !o.splitsGrapheme(r.End), x.WholeClusters(r); want != got {
				require.FailNow(t, "Whole", "%+q over %v: want %v, got %v", s, r, want, got)
			}
			if want, got := o.snap(r), x.Snap(r); want != got {
				require.FailNow(t, "Snap", "%+q over %v: want %v, got %v", s, r, want, got)
			}
		}
	}
}

func FuzzIndex(f *testing.F) {
	f.Add("")
	f.Add("Hello world")
	f.Add("Hey 👋🏽 Kevin")
	f.Add("👨‍👩‍👧 family \r\n \xff\xed\xa0\xbd é \u0600x 각 🇺🇸🇩🇪🇫")
	x := new(Index) // one for all, so that what is left in its buffers shows
	f.Fuzz(func(t *testing.T, s string) {
		requireAgrees(t, x, s)
	})
}

// hostile returns texts as long as the API takes in which no boundary is
// certain for long stretches.
func hostile() map[string]string {
	return map[string]string{
		"joiners alone":       strings.Repeat("\u200d", 10000),
		"one endless family":  strings.Repeat("👩\u200d", 5000),
		"flags":               strings.Repeat("🇺", 10000),
		"one letter, accents": "e" + strings.Repeat("\u0301", 9999),
		"leading jamo":        strings.Repeat("\u1100", 10000),
		"prepended signs":     strings.Repeat("\u0600", 10000),
		"conjuncts":           strings.Repeat("க\u0bcd", 5000),
		"quiet at first":      strings.Repeat("x", 9000) + strings.Repeat("\u200d", 1000),
		"letters and joiners": strings.Repeat("é\u200d", 5000),
	}
}

// TestHostileTextsStayLinear asks 40000 boundaries of each hostile text, and
// counts: looking at the neighbors may see each code point twice at most
// (what was left of the budget, and one cluster beyond it) before the
// boundaries of the whole text are worked out, once.
func TestHostileTextsStayLinear(t *testing.T) {
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			var x Index
			x.Reset(text)
			o := newOracle(text)
			for i := range 40000 {
				off := (i * 7919) % (x.UTF16Len() + 1) // in no order
				if want, got := o.splitsGrapheme(off), x.SplitsGrapheme(off); want != got {
					require.FailNow(t, "SplitsGrapheme", "at %d: want %v, got %v", off, want, got)
				}
			}
			require.GreaterOrEqual(t, x.budget, -x.CodePointLen())
		})
	}
}

// TestIndexOverHostileTexts compares all results over texts long enough to have
// several blocks, and clusters that reach over more than one.
func TestIndexOverHostileTexts(t *testing.T) {
	x := new(Index)
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			part := []rune(text)[:600]
			for _, lead := range []string{"", "x", "é", "👩"} { // moves pairs against the blocks
				requireAgrees(t, x, lead+string(part))
			}
		})
	}
}

func TestIndexZeroValue(t *testing.T) {
	var x Index
	require.Zero(t, x.UTF16Len())
	require.Zero(t, x.CodePointLen())
	off, ok := x.Byte(0)
	require.True(t, ok)
	require.Zero(t, off)
	require.False(t, x.SplitsSurrogate(0))
	require.False(t, x.SplitsGrapheme(0))
	require.Equal(t, Range{}, x.Snap(Range{-1, 3}))
}

// TestIndexOfNothing: an empty text has no place of the text before it.
func TestIndexOfNothing(t *testing.T) {
	var x Index
	x.ResetValid("text 🎉")
	require.Equal(t, 7, x.UTF16Len())
	x.ResetValid("")
	require.False(t, x.Contains(Range{0, 1}))
	require.Zero(t, x.UTF16Len())
}

// TestIndexLetsGo checks that one huge text does not keep its buffers, while those of
// the longest text that the API takes stay.
func TestIndexLetsGo(t *testing.T) {
	huge := strings.Repeat("é\u0301", keptUnits)
	for _, c := range []struct {
		name, text string
		use        func(*Index)
		kept       bool
	}{
		{"blocks of a huge text", huge, (*Index).locate, false},
		{"boundaries of a huge text", huge, (*Index).segment, false},
		{"blocks of the longest text", strings.Repeat("🎉", 10000), (*Index).locate, true},
		{"boundaries of the longest text", strings.Repeat("🎉", 10000), (*Index).segment, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var x Index
			x.Reset(c.text)
			c.use(&x)
			require.NotZero(t, cap(x.blocks)+cap(x.boundaries))
			x.Reset("é")
			require.Equal(t, c.kept, cap(x.blocks)+cap(x.boundaries) > 0)
		})
	}
}
