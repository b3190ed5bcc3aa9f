package forecast

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/linqlint/linqlint/decorations"
)

// TestAlphabet checks the tables: 128 septets with the escape at
// 0x1B, each code point once, and a few positions of TS 23.038's grid.
func TestAlphabet(t *testing.T) {
	basic := []rune(gsmBasic)
	require.Len(t, basic, 128)
	for at, want := range map[int]rune{0x00: '@', 0x09: 'Ç', 0x0A: '\n', 0x0D: '\r', 0x10: 'Δ', 0x1A: 'Ξ', 0x1B: 0xFFFF, 0x1F: 'É', 0x20: ' ', 0x24: '¤', 0x40: '¡', 0x41: 'A', 0x5F: '§', 0x60: '¿', 0x7F: 'à'} {
		require.Equal(t, string(want), string(basic[at]), "septet %#x", at)
	}
	seen := map[rune]bool{}
	for _, r := range gsmBasic + gsmExtension {
		require.False(t, seen[r], "%q twice", r)
		seen[r] = true
	}
	require.Len(t, []rune(gsmExtension), 10)
	for r := rune(0); r < 0x3000; r++ {
		want := 0
		switch {
		case r != 0xFFFF && strings.ContainsRune(gsmBasic, r):
			want = 1
		case strings.ContainsRune(gsmExtension, r):
			want = 2
		}
		require.Equal(t, want, septets(r), "%q", r)
	}
	require.Zero(t, septets(0xFFFF), "the escape is not a character")
}

func TestCountSMS(t *testing.T) {
	for _, test := range []struct {
		name, text string
		encoding   Encoding
		units      int
		segments   int
		free       int
	}{
		{"empty", "", GSM7, 0, 0, 160},
		{"one segment, full", strings.Repeat("a", 160), GSM7, 160, 1, 0},
		{"one over", strings.Repeat("a", 161), GSM7, 161, 2, 145},
		{"two segments, full", strings.Repeat("a", 306), GSM7, 306, 2, 0},
		{"three", strings.Repeat("a", 307), GSM7, 307, 3, 152},
		{"the euro takes two septets", strings.Repeat("€", 80), GSM7, 160, 1, 0},
		{"an escape pair is not split: 152 and € leave a septet unused", strings.Repeat("a", 152) + "€" + strings.Repeat("a", 152), GSM7, 306, 3, 152},
		{"national letters of the alphabet", "Ärger für Ñandú à Ångström", UCS2, 26, 1, 44}, // ú is not in it
		{"the alphabet's own accents", "Ärger Ñ à Å é ù ò ì è Ç", GSM7, 23, 1, 137},
		{"lower-case ç is not in the alphabet", "ça", UCS2, 2, 1, 68},
		{"70 units", strings.Repeat("я", 70), UCS2, 70, 1, 0},
		{"71 units", strings.Repeat("я", 71), UCS2, 71, 2, 63},
		{"35 pairs fill a segment", strings.Repeat("🎉", 35), UCS2, 70, 1, 0},
		{"a surrogate pair is not split: 33 pairs a segment", strings.Repeat("🎉", 67), UCS2, 134, 3, 65},
		{"66 units and a pair", strings.Repeat("я", 66) + "🎉" + strings.Repeat("я", 66), UCS2, 134, 3, 66},
		{"an invalid byte is U+FFFD", "a\xff", UCS2, 2, 1, 68},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := CountSMS(test.text)
			require.Equal(t, test.encoding, s.Encoding)
			require.Equal(t, test.units, s.Units)
			require.Equal(t, test.segments, s.Segments)
			require.Equal(t, test.free, s.Free)
			require.Equal(t, test.encoding == UCS2, len(s.UCS2CodePoints) > 0)
		})
	}
}

func TestForcing(t *testing.T) {
	s := CountSMS("a’b 🎉’ „x” 🎉")
	require.Equal(t, []UCS2CodePoint{
		{'’', 2, decorations.Range{Start: 1, End: 2}},
		{'🎉', 2, decorations.Range{Start: 4, End: 6}},
		{'„', 1, decorations.Range{Start: 8, End: 9}},
		{'”', 1, decorations.Range{Start: 10, End: 11}},
	}, s.UCS2CodePoints)
	require.Equal(t, "U+2019", s.UCS2CodePoints[0].Name())
	require.Equal(t, "U+1F389", s.UCS2CodePoints[1].Name())
	require.Equal(t, "U+0009", UCS2CodePoint{CodePoint: '\t'}.Name())
}

// cut is the slow twin of fill: it makes the segments.
func cut(pieces []int, single, joined int) (segments [][]int) {
	total := 0
	for _, n := range pieces {
		total += n
	}
	if total == 0 {
		return nil
	}
	if total <= single {
		return [][]int{pieces}
	}
	segment, used := []int{}, 0
	for _, n := range pieces {
		if used+n > joined {
			segments, segment, used = append(segments, segment), []int{}, 0
		}
		segment, used = append(segment, n), used+n
	}
	return append(segments, segment)
}

func TestCountSMSAgainstSegments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aaaaé€{^\n🎉я’")), 0, 400, -1).Draw(t, "text")
		if rapid.Bool().Draw(t, "GSM") {
			text = strings.Map(func(r rune) rune {
				if septets(r) == 0 {
					return '€'
				}
				return r
			}, text)
		}
		s := CountSMS(text)
		var pieces []int
		single, joined := 160, 153
		for _, r := range text {
			if s.Encoding == UCS2 {
				pieces = append(pieces, len(utf16.Encode([]rune{r})))
				single, joined = 70, 67
			} else {
				pieces = append(pieces, septets(r))
			}
		}
		segments := cut(pieces, single, joined)
		require.Len(t, segments, s.Segments)
		if len(segments) > 0 {
			used := 0
			for _, n := range segments[len(segments)-1] {
				used += n
			}
			require.Equal(t, s.PerSegment-used, s.Free)
		}
	})
}
