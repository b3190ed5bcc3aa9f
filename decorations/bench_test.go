package decorations

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type benchText struct {
	name, text string
	ranges     []Range
}

// benchTexts are what the benchmarks and the allocation test run over: messages
// of about 150 bytes, with ten ranges each. The usual one is typical: English
// with a few code points outside ASCII.
func benchTexts() []benchText {
	texts := []benchText{
		{name: "ascii", text: "Your order #1042 has shipped, track it any time in the app. Arriving Friday between 9 and 11. Questions? Just reply here, we are happy to help you"},
		{name: "typical", text: "Hey Kévin 👋🏽, your order #1042 has shipped — track it any time in the app. Arriving Friday between 9 and 11 🎉 Questions? Just reply here, we’re happy"},
		{name: "japanese", text: strings.Repeat("ご注文の商品を発送しました。", 4)},
		{name: "hindi", text: strings.Repeat("आपका ऑर्डर भेज दिया गया है। ", 2)},
		{name: "families", text: strings.Repeat("👨‍👩‍👧 ", 8)},
	}
	for i := range texts {
		n := UTF16Len(texts[i].text)
		for k := range 10 {
			texts[i].ranges = append(texts[i].ranges, Range{k * n / 10, k*n/10 + n/20})
		}
	}
	return texts
}

// ask puts the validator's questions: the length of the text, and for each range
// whether it is in bounds and splits a pair or a cluster. With ten ranges these
// are 40 questions about 20 boundaries.
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
				ask(&x, c.text, c.ranges)
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

// BenchmarkSegment is what working out all boundaries would cost instead.
func BenchmarkSegment(b *testing.B) {
	for _, c := range benchTexts() {
		b.Run(c.name, func(b *testing.B) {
			var x Index
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				x.Reset(c.text)
				x.segment()
			}
		})
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

// TestIndexAllocatesNothing asks all questions once the buffers are warm; the
// last text needs all boundaries.
func TestIndexAllocatesNothing(t *testing.T) {
	var x Index
	texts := benchTexts()
	texts = append(texts, benchText{text: hostile()["one endless family"], ranges: texts[0].ranges})
	questions := func() {
		for _, c := range texts {
			ask(&x, c.text, c.ranges)
			for _, r := range c.ranges {
				x.Snap(r)
			}
		}
	}
	require.Zero(t, testing.AllocsPerRun(100, questions), "AllocsPerRun warms up with a run that it does not count")
	require.NotEmpty(t, x.boundaries)
}
