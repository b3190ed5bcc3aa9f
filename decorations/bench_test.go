package decorations

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// benchTexts are what the benchmarks and the allocation test run over.
func benchTexts() []struct {
	name, text  string
	decorations []Range
} {
	return []struct {
		name, text  string
		decorations []Range
	}{
		{"ascii", strings.Repeat("Your order has shipped! ", 6)[:140], tenRanges(140)},
		// 150 bytes with a few code points outside ASCII, the usual message.
		{"typical", typical, tenRanges(UTF16Len(typical))},
		{"japanese", japanese, tenRanges(UTF16Len(japanese))},
		{"hindi", hindi, tenRanges(UTF16Len(hindi))},
		{"families", families, tenRanges(UTF16Len(families))},
	}
}

const typical = "Hey Kévin 👋🏽, your order #1042 has shipped — track it any time in the app. " +
	"Arriving Friday between 9 and 11 🎉 Questions? Just reply here, we're happy to"

var (
	japanese = strings.Repeat("ご注文の商品を発送しました。", 4)
	hindi    = strings.Repeat("आपका ऑर्डर भेज दिया गया है। ", 5)
	families = strings.Repeat("👨‍👩‍👧 ", 16)
)

// tenRanges spreads ten ranges over a text of n UTF-16 code units.
func tenRanges(n int) []Range {
	rs := make([]Range, 10)
	for i := range rs {
		rs[i] = Range{i * n / 10, i*n/10 + n/20}
	}
	return rs
}

// ask puts the questions of the validator about each range.
func ask(x *Index, text string, rs []Range) (found int) {
	x.Reset(text)
	if x.CodePointLen() > 10000 {
		found++
	}
	for _, r := range rs {
		if r.End > x.UTF16Len() {
			found++
		}
		switch {
		case x.SplitsSurrogate(r.Start) || x.SplitsSurrogate(r.End):
			found++
		case x.SplitsGrapheme(r.Start) || x.SplitsGrapheme(r.End):
			found++
		}
	}
	return found
}

func BenchmarkIndex(b *testing.B) {
	for _, c := range benchTexts() {
		b.Run(c.name, func(b *testing.B) {
			var x Index
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				ask(&x, c.text, c.decorations)
			}
		})
	}
}

// BenchmarkReset is what an undecorated text costs.
func BenchmarkReset(b *testing.B) {
	for _, c := range benchTexts() {
		b.Run(c.name, func(b *testing.B) {
			var x Index
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				x.Reset(c.text)
			}
		})
	}
}

func hostile() map[string]string {
	return map[string]string{
		"joiners":      strings.Repeat("\u200d", 10000),
		"family":       strings.Repeat("👩\u200d", 5000),
		"flags":        strings.Repeat("🇺", 10000),
		"accents":      "e" + strings.Repeat("\u0301", 9999),
		"jamo":         strings.Repeat("\u1100", 10000),
		"prepend":      strings.Repeat("\u0600", 10000),
		"devanagari":   strings.Repeat("क\u094d", 5000),
		"ends alone":   strings.Repeat("x", 9000) + strings.Repeat("\u200d", 1000),
		"latin joined": strings.Repeat("é\u200d", 5000),
	}
}

// BenchmarkHostile asks 40000 boundaries of texts as long as the API takes that
// have no certain boundary near.
func BenchmarkHostile(b *testing.B) {
	for name, text := range hostile() {
		b.Run(name, func(b *testing.B) {
			var x Index
			n := UTF16Len(text)
			for b.Loop() {
				x.Reset(text)
				for i := range 40000 {
					x.SplitsGrapheme((n - i) % n)
					x.Snap(Range{i % n, i % n})
				}
			}
		})
	}
}

func TestIndexAllocatesNothing(t *testing.T) {
	var x Index
	for _, c := range benchTexts() { // warms the buffers
		ask(&x, c.text, c.decorations)
		x.segment()
	}
	for _, c := range benchTexts() {
		t.Run(c.name, func(t *testing.T) {
			require.True(t, utf8.ValidString(c.text))
			require.Zero(t, testing.AllocsPerRun(100, func() {
				ask(&x, c.text, c.decorations)
				for _, r := range c.decorations {
					x.Snap(r)
				}
			}))
		})
	}
}
