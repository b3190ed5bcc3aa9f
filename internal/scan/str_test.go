package scan

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// strPieces are what a string may be made of, and what it may not.
var strPieces = []string{
	"a", "Hello, ", "é", "Привет", "نص", "日本語", "한국어", "हिन्दी", "🎉", "👩‍👩‍👧", "\u0800", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U0010ffff", "\u0080", "\u07ff",
	`\"`, `\\`, `\n`, `\u0041`, `\u20ac`, `\ud83d\ude00`, `\ud83d`, `\x`, `\u12`, `\`, "\x7f", " ",
	"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xdf", "\xe0\x9f\xbf", "\xe0\xa0", "\xed\xa0\x80", "\xed\x9f", "\xef\xbf", "\xf0\x8f\xbf\xbf", "\xf0\x90\x80", "\xf4\x90\x80\x80",
	"\xf4\x8f\xbf", "\xf5\x80\x80\x80", "\xf8", "\xff", "\xfe\xfe", "\xe1\x80\xc0", "\xc3\xc3\xa9", "\xe3\xe3\x81\x81", "\n", "\x00", "\x1f",
}

// compareStr scans a string by eight bytes a turn and by one.
func compareStr(t *testing.T, body []byte) (fine bool) {
	end, flags, f := str(body, 0, 1)
	wantEnd, wantFlags, want := bytewise(body, 0)
	if f != want || flags != wantFlags {
		require.FailNow(t, "str", "%q: want %v with flags %v, got %v with %v", body, want, wantFlags, f, flags)
	}
	if f.Code == 0 && (end != wantEnd || !utf8.Valid(body[:end])) {
		require.FailNow(t, "str", "%q: want the end %d, got %d", body, wantEnd, end)
	}
	return f.Code == 0
}

// TestStrTwin compares str with its slow twin: good and wrong UTF-8 at each place
// of eight bytes, and strings that end with the text.
func TestStrTwin(t *testing.T) {
	for _, p := range strPieces {
		for before := range 12 {
			for after := range 12 {
				for _, fill := range []string{"x", "é", "語", "🎉"} {
					s := `"` + strings.Repeat("x", before) + fill + p + strings.Repeat("y", after)
					compareStr(t, []byte(s))
					compareStr(t, []byte(s+`"`))
					compareStr(t, []byte(s+fill+`" , "more"`))
				}
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	fine := 0
	for range 50000 {
		var b strings.Builder
		b.WriteByte('"')
		kinds := strPieces
		if random.IntN(2) == 0 {
			kinds = strPieces[:25]
		}
		for range random.IntN(12) {
			b.WriteString(kinds[random.IntN(len(kinds))])
		}
		b.WriteString([]string{`"`, "", `"}]}`, `"          `}[random.IntN(4)])
		if compareStr(t, []byte(b.String())) {
			fine++
		}
	}
	require.Greater(t, fine, 10000)
}

// TestStrTakesEachCodePoint: every code point is taken, at every place.
func TestStrTakesEachCodePoint(t *testing.T) {
	for r := rune(' '); r <= utf8.MaxRune; r++ {
		if r == '"' || r == '\\' || !utf8.ValidRune(r) {
			continue
		}
		body := append(utf8.AppendRune([]byte(`"abcdefg`[:1+r%8]), r), `"       `...)
		if _, _, f := str(body, 0, 1); f.Code != 0 {
			require.FailNow(t, "str", "%q: %v", body, f)
		}
	}
}

// FuzzStr compares the two ways over any bytes.
func FuzzStr(f *testing.F) {
	for _, p := range strPieces {
		f.Add([]byte(p + `"`))
	}
	f.Fuzz(func(t *testing.T, rest []byte) {
		compareStr(t, append([]byte(`"`), rest...))
	})
}

// TestStrTakesUTF8Only puts every combination of the bytes at which the rules of
// UTF-8 change at each place of the eight bytes that are read at once.
func TestStrTakesUTF8Only(t *testing.T) {
	edges := []byte{'a', 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8}
	n := len(edges)
	var v View
	text := make([]byte, 0, 40)
	for pad := range 8 {
		for _, lead := range edges[7:] {
			for i := range n * n * n {
				text = append(append(text[:0], '"'), "éxxxxxxxé"[:2+pad]...)
				text = append(text, lead, edges[i%n], edges[i/n%n], edges[i/n/n])
				text = append(text, `zzzzzzzzzzzz"`...)
				if f := v.Scan(text); (f.Code == 0) != utf8.Valid(text) {
					t.Fatalf("%q: %v", text, f)
				}
			}
		}
	}
}

// TestOrdinary computes the table of the bytes that a string has as they are.
func TestOrdinary(t *testing.T) {
	var want [256]bool
	for c := ' '; c < utf8.RuneSelf; c++ {
		want[c] = c != '"' && c != '\\'
	}
	require.Equal(t, want, ordinary)
}

// TestStep computes the table of the steps between the states of UTF-8: a state is what
// utf8.Valid takes behind the bytes that lead to it.
func TestStep(t *testing.T) {
	prefixes := map[uint64]string{
		whole: "", one: "\xc3", two: "\xe1", three: "\xf1", afterE0: "\xe0", afterED: "\xed", afterF0: "\xf0", afterF4: "\xf4",
	}
	rests := []string{"", "\x80", "\xa0", "\x80\x80", "\x90\x80", "\xa0\x80", "\x80\x80\x80", "\x90\x80\x80"}
	valid := func(text string) (ends [8]bool) {
		for i, rest := range rests {
			ends[i] = utf8.ValidString(text + rest)
		}
		return ends
	}
	for state, prefix := range prefixes {
		for b := range 256 {
			next, want := step[b]>>state&63, valid(prefix+string([]byte{byte(b)}))
			if next == invalid {
				require.Zero(t, want, "%q %x", prefix, b)
				continue
			}
			require.Equal(t, valid(prefixes[next]), want, "%q %x", prefix, b)
			require.EqualValues(t, invalid, step[b]>>invalid&63)
		}
	}
}
