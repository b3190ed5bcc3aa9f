package decorations

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestLengths(t *testing.T) {
	for _, c := range []struct {
		name, text                string
		codePoints, units, nbytes int
	}{
		// The vectors of the API's documentation.
		{"ASCII", "Hello world", 11, 11, 11},
		{"a surrogate pair", "🎉 Sale", 6, 7, 9},
		{"a skin tone", "Hey 👋🏽 Kevin", 12, 14, 18},
		{"a family", "👨‍👩‍👧 family", 12, 15, 25},
		{"a flag", "🇺🇸 hi", 5, 7, 11},
		{"a precomposed letter", "Caf\u00e9", 4, 4, 5},

		{"a decomposed letter", "Cafe\u0301", 5, 5, 6},
		{"nothing", "", 0, 0, 0},
		{"the last of one unit", "\uffff", 1, 1, 3},
		{"the first of two units", "\U00010000", 1, 2, 4},
		{"the last of all", "\U0010ffff", 1, 2, 4},
		{"ASCII over eight bytes, then more", "Hello, world é", 14, 14, 15},
		{"an invalid byte is one of each", "a\xffb", 3, 3, 3},
		{"a sequence cut short is a unit a byte", "\xf0\x9f\x8e", 3, 3, 3},
		{"an overlong sequence is a unit a byte", "\xc0\xaf", 2, 2, 2},
		{"an encoded surrogate is three", "\xed\xa0\xbd", 3, 3, 3},
		{"two of them are not a pair", "\xed\xa0\xbd\xed\xb8\x80", 6, 6, 6},
		{"U+FFFD itself is one of three bytes", "\ufffd", 1, 1, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Len(t, c.text, c.nbytes)
			require.Equal(t, c.codePoints, CodePointLen(c.text))
			require.Equal(t, c.units, UTF16Len(c.text))
		})
	}
}

func TestConversions(t *testing.T) {
	// H e y ␣ 👋 🏽 ␣ K: bytes 0 1 2 3 4 8 12 13, UTF-16 0 1 2 3 4 6 8 9.
	const text = "Hey 👋🏽 K"
	type conversion func(string, int) (int, bool)
	for _, c := range []struct {
		name      string
		convert   conversion
		off, want int
		ok        bool
	}{
		{"byte to UTF-16, between", ByteToUTF16, 8, 6, true},
		{"byte to UTF-16, inside a code point", ByteToUTF16, 11, 6, false},
		{"byte to UTF-16, at the end", ByteToUTF16, 14, 10, true},
		{"byte to UTF-16, beyond", ByteToUTF16, 15, 10, false},
		{"byte to UTF-16, negative", ByteToUTF16, -1, 0, false},
		{"UTF-16 to byte, between", UTF16ToByte, 8, 12, true},
		{"UTF-16 to byte, inside a pair", UTF16ToByte, 7, 8, false},
		{"UTF-16 to byte, beyond", UTF16ToByte, 11, 14, false},
		{"UTF-16 to byte, negative", UTF16ToByte, -5, 0, false},
		{"code point to UTF-16", CodePointToUTF16, 6, 8, true},
		{"code point to UTF-16, at the end", CodePointToUTF16, 8, 10, true},
		{"code point to UTF-16, beyond", CodePointToUTF16, 9, 10, false},
		{"code point to UTF-16, negative", CodePointToUTF16, -1, 0, false},
		{"UTF-16 to code point", UTF16ToCodePoint, 9, 7, true},
		{"UTF-16 to code point, inside a pair", UTF16ToCodePoint, 5, 4, false},
		{"byte to code point", ByteToCodePoint, 12, 6, true},
		{"byte to code point, inside a code point", ByteToCodePoint, 5, 4, false},
		{"code point to byte", CodePointToByte, 5, 8, true},
		{"code point to byte, beyond", CodePointToByte, 99, 14, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := c.convert(text, c.off)
			require.Equal(t, c.want, got)
			require.Equal(t, c.ok, ok)
		})
	}
}

func TestFromBytes(t *testing.T) {
	for _, c := range []struct {
		name       string
		start, end int
		want       Range
		ok         bool
	}{
		{"behind a pair", 5, 9, Range{3, 7}, true},
		{"the pair", 0, 4, Range{0, 2}, true},
		{"nothing", 4, 4, Range{2, 2}, true},
		{"from inside the pair", 2, 9, Range{}, false},
		{"to inside the pair", 0, 3, Range{}, false},
		{"beyond", 5, 10, Range{}, false},
		{"reversed", 9, 5, Range{}, false},
		{"negative", -1, 5, Range{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := FromBytes("🎉 Sale", c.start, c.end)
			require.Equal(t, c.want, got)
			require.Equal(t, c.ok, ok)
		})
	}
}

func TestFromCodePoints(t *testing.T) {
	for _, c := range []struct {
		name       string
		start, end int
		want       Range
		ok         bool
	}{
		{"behind a pair", 2, 6, Range{3, 7}, true},
		{"the pair", 0, 1, Range{0, 2}, true},
		{"beyond", 2, 7, Range{}, false},
		{"reversed", 6, 2, Range{}, false},
		{"negative", -1, 2, Range{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := FromCodePoints("🎉 Sale", c.start, c.end)
			require.Equal(t, c.want, got)
			require.Equal(t, c.ok, ok)
		})
	}
}

// places returns the boundaries of s in all three units, from unicode/utf16
// and range: the slow twin of seek.
func places(s string) []place {
	ps := []place{{}}
	for i, r := range []rune(s) {
		p := place{0, i + 1, ps[i][inUnits] + len(utf16.Encode([]rune{r}))}
		ps = append(ps, p)
	}
	i := 0
	for b := range s {
		ps[i][inBytes] = b
		i++
	}
	ps[i][inBytes] = len(s)
	return ps
}

func FuzzUnits(f *testing.F) {
	f.Add("Hello world")
	f.Add("Hey 👋🏽 Kevin, 👨‍👩‍👧 Caf\u00e9")
	f.Add("é and eight ASCII, 8 or more é")
	f.Add("eight or more bytes\xff\xed\xa0\xbd\xf0\x9f\x8e")
	f.Fuzz(func(t *testing.T, s string) {
		ps := places(s)
		last := ps[len(ps)-1]
		require.Equal(t, len(utf16.Encode([]rune(s))), UTF16Len(s))
		require.Equal(t, last[inUnits], UTF16Len(s))
		require.Equal(t, last[inCodePoints], CodePointLen(s))
		if utf8.ValidString(s) {
			behind := s[asciiPrefix(s):]
			require.Equal(t, count(behind), countValid(behind))
		}
		for u := range inUnits + 1 {
			want := 0 // the last boundary at or before off
			for off := -1; off <= last[u]+1; off++ {
				for want+1 < len(ps) && ps[want+1][u] <= off {
					want++
				}
				got, ok := seek(s, u, off)
				if got != ps[want] || ok != (ps[want][u] == off) {
					require.FailNow(t, "seek", "%+q, unit %d at %d: %v %v", s, u, off, got, ok)
				}
			}
		}
		for i := 1; i < len(ps); i++ {
			r, ok := FromBytes(s, ps[i-1][inBytes], ps[i][inBytes])
			require.True(t, ok)
			require.Equal(t, Range{ps[i-1][inUnits], ps[i][inUnits]}, r)
			part, ok := Slice(s, r)
			require.True(t, ok)
			require.Equal(t, s[ps[i-1][inBytes]:ps[i][inBytes]], part)
			require.Equal(t, 1, utf8.RuneCountInString(part))
		}
	})
}

// TestLengthsOfAnyBytes counts every combination of four bytes at which the rules
// of UTF-8 change, and compares it with the conversion of the language.
func TestLengthsOfAnyBytes(t *testing.T) {
	edges := []byte{'a', 0x80, 0x8f, 0x90, 0xa0, 0xbf, 0xc1, 0xc3, 0xe0, 0xe2, 0xed, 0xf0, 0xf4}
	for i := range 13 * 13 * 13 * 13 {
		s := "a" + string([]byte{edges[i%13], edges[i/13%13], edges[i/169%13], edges[i/2197]}) + "b"
		runes := []rune(s)
		if CodePointLen(s) != len(runes) || UTF16Len(s) != len(utf16.Encode(runes)) {
			t.Fatalf("%q: %d code points, %d UTF-16 code units", s, CodePointLen(s), UTF16Len(s))
		}
	}
}

// TestASCIIPrefix has texts around the 32 and the eight bytes that are read at a time.
func TestASCIIPrefix(t *testing.T) {
	for n := range 80 {
		ascii := strings.Repeat("\x7f", n)
		require.Equal(t, n, asciiPrefix(ascii))
		for _, behind := range []string{"é", "\x80", "\xff", "😀abcdefgh"} {
			require.Equal(t, n, asciiPrefix(ascii+behind), "%d and %+q", n, behind)
		}
	}
}

// TestUsualSize: the usual code points are not decoded, those with rules of their own
// for the second byte are.
func TestUsualSize(t *testing.T) {
	for _, c := range []struct {
		name, text string
		size       int
	}{
		{"first of two bytes", "\u0080xx", 2},
		{"last of two bytes", "\u07ffxx", 2},
		{"three bytes, second byte from 0xA0", "\u0800x", 0},
		{"first of three usual bytes", "\u1000x", 3},
		{"three bytes, second byte up to 0x9F", "\ud7ffx", 0},
		{"first behind the surrogates", "\ue000x", 3},
		{"last of three bytes", "\uffffx", 3},
		{"first of four bytes", "\U00010000", 4},
		{"last of the first of four bytes", "\U0003ffff", 4},
		{"rare ones of four bytes", "\U00040000", 0},
		{"less than four bytes", "\u0080x", 0},
		{"a sequence cut short", "\xc2xxx", 0},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.size, usualSize(c.text)) })
	}
}
