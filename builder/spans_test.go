package builder

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

func TestSpans(t *testing.T) {
	for name, row := range map[string]struct {
		give []any
		want string // of the parts
	}{
		"a name that is elsewhere too": {[]any{"Hi ", Bold("Al"), ", Also: ", Animate(decorations.Explode, "🎉"), "!"},
			`{"type":"text","value":"Hi Al, Also: 🎉!","text_decorations":[{"range":[3,5],"style":"bold"},{"range":[13,15],"animation":"explode"}]}`},
		"nested": {[]any{Bold(Nest("a ", Italic("b🎉"), " c")), "!"},
			`{"type":"text","value":"a b🎉 c!","text_decorations":[{"range":[0,7],"style":"bold"},{"range":[2,5],"style":"italic"}]}`},
		"an empty name": {[]any{"Hi ", Bold(""), "!"}, `{"type":"text","value":"Hi !"}`},
		"a mention":     {[]any{"Hi ", Mention("+14155550123", "Ann")}, `{"type":"text","value":"Hi Ann","mention":"+14155550123","mention_range":[3,6]}`},
		"a sticker":     {[]any{"Sip ", Sticker(imageID, "🥤")}, `{"type":"text","value":"Sip 🥤","inline_stickers":[{"range":[4,6],"attachment_id":"` + imageID + `"}]}`},
		"a text in it":  {[]any{Nest("a", Bold("b")), Nest(Italic("c"))}, `{"type":"text","value":"abc","text_decorations":[{"range":[1,2],"style":"bold"},{"range":[2,3],"style":"italic"}]}`},
		"nothing":       {nil, `{"type":"text","value":""}`},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, `{"parts":[`+row.want+`]}`, encoded(ContentOnly().Text(Spans(row.give...))))
			require.Equal(t, `{"parts":[`+row.want+`]}`, encoded(ContentOnly().Parts(TextPart(Spans(row.give...)))))
		})
	}
	body, err := ContentOnly().Text(Spans("20, use ", Bold("20"))).Build()
	require.NoError(t, err)
	require.Empty(t, body.Report().Diagnostics, "no search, nothing ambiguous")
	for _, wrong := range []any{7, nil, Bold(Whole()), Bold(decorations.Range{}), Bold(Nth("a", 1)), Bold(All("a")), Mention("x", Whole()), Sticker("x", ByteRange(0, 1))} {
		require.Panics(t, func() { Spans(wrong) })
	}
	require.Equal(t, "ab", Nest("a", Bold("b")).String())
}

// TestTextOptions checks that an option is never ignored silently, but nil.
func TestTextOptions(t *testing.T) {
	bold := Bold("a")
	require.Equal(t, `{"parts":[{"type":"text","value":"a"}]}`, encoded(ContentOnly().Text("a", nil)))
	for name, wrong := range map[string]TextOption{"a pointer": &bold, "an embedding struct": struct{ Decoration }{bold}} {
		require.Panics(t, func() { TextPart("a", wrong) }, name)
	}
}

// TestSpansOfHalves joins pieces whose bytes are one code point together.
func TestSpansOfHalves(t *testing.T) {
	require.Equal(t, `{"parts":[{"type":"text","value":"éb","text_decorations":[{"range":[1,2],"style":"bold"}]}]}`,
		encoded(ContentOnly().Text(Spans("\xc3", "\xa9", Bold("b")))))
	require.Equal(t, `{"parts":[{"type":"text","value":"éxb","text_decorations":[{"range":[2,3],"style":"bold"}]}]}`,
		encoded(ContentOnly().Text(Spans("\xc3", "\xa9", Nest("x", Bold("b"))))), "nested")
	_, err := ContentOnly().Text(Spans("\xff", Bold("b"))).Build()
	require.NotNil(t, reports(err, "builder-utf8"))
}

// TestSpansProperties checks that each piece is decorated where it is.
func TestSpansProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOf(rapid.SampledFrom([]string{"a", "ab", "🎉", "é", "字", " "})).Draw(t, "texts")
		var pieces []any
		var bold []string
		for i, s := range texts {
			if i%2 == 0 {
				pieces = append(pieces, s)
			} else {
				pieces, bold = append(pieces, Bold(s)), append(bold, s)
			}
		}
		p := TextPart(Spans(pieces...))
		require.Equal(t, strings.Join(texts, ""), p.Value())
		var got []string
		for _, d := range p.Decorations() {
			s, ok := decorations.Slice(p.Value(), d.Range)
			require.True(t, ok)
			got = append(got, s)
		}
		require.Equal(t, bold, got)
	})
}

// TestSpansOfNothing: a decoration of an empty text is left out; a mention and a
// sticker of one are not lost silently, nested or not.
func TestSpansOfNothing(t *testing.T) {
	_, err := ContentOnly().Text(Spans("a", Bold(""), Bold(Nest()))).Build()
	require.NoError(t, err)
	for name, piece := range map[string]any{
		"mention":                  Mention("+14155550123", ""),
		"sticker":                  Sticker(imageID, ""),
		"nested":                   Bold(Nest("b", Sticker(imageID, ""))),
		"beside invalid UTF-8":     Nest("\xff", Mention("+14155550123", "")),
		"mention of an empty Rich": Mention("+14155550123", Rich{}),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ContentOnly().Text(Spans("a", piece)).Build()
			require.NotNil(t, reports(err, "builder-substring"))
		})
	}
}

// TestSpansAreLinear compares the bytes allocated for n and 2n pieces.
func TestSpansAreLinear(t *testing.T) {
	work := func(n int) uint64 {
		pieces := make([]any, 0, 2*n)
		for range n {
			pieces = append(pieces, "plain ", Bold("bold "))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		TextPart(Spans(pieces...))
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	require.Less(t, float64(work(40000)), 2.3*float64(work(20000)))
}

func TestDecorated(t *testing.T) {
	ds := []decorations.Decoration{{Range: decorations.Range{Start: 0, End: 2}, Style: decorations.Bold}, {Range: decorations.Range{Start: 3, End: 5}, Animation: decorations.Shake}}
	p := TextPart("ab cd", Decorated(ds...))
	require.Equal(t, ds, p.Decorations())
	require.Empty(t, TextPart("ab", Decorated()).Decorations())
}

func TestAmbiguous(t *testing.T) {
	for name, row := range map[string]struct {
		give   Request
		origin string // "" for no warning
	}{
		"twice":                 {ContentOnly().Text("Al, Also", Bold("Al")), "Bold #1 of Text #1"},
		"once":                  {ContentOnly().Text("Al, Bo", Bold("Al")), ""},
		"only inside a cluster": {ContentOnly().Text("👋 👋🏽", Bold("👋")), ""},
		"Nth says which":        {ContentOnly().Text("Al, Also", Bold(Nth("Al", 1))), ""},
		"All says which":        {ContentOnly().Text("Al, Al", Bold(All("Al"))), ""},
		"a range":               {ContentOnly().Text("aa", Bold(decorations.Range{Start: 0, End: 1})), ""},
		"a mention":             {MessagesCreate("+14155550123", "+14155550124").Text("Al, Al", Mention("+14155550123", "Al")), "Mention of Text #1"},
		"a sticker":             {ContentOnly().Text("🥤🥤", Sticker(imageID, "🥤")), "Sticker #1 of Text #1"},
	} {
		t.Run(name, func(t *testing.T) {
			body, err := row.give.Build()
			require.NoError(t, err)
			ds := body.Report().Diagnostics
			if row.origin == "" {
				require.Empty(t, ds)
				return
			}
			require.Len(t, ds, 1)
			require.Equal(t, "builder-substring-ambiguous", ds[0].Rule)
			require.Equal(t, validate.SeverityWarning, ds[0].Severity)
			require.Equal(t, row.origin, ds[0].Origin)
			require.Contains(t, ds[0].Message, "occurs 2 times")

			body, err = row.give.BuildWith(validate.New(validate.WithSeverity("builder-substring-ambiguous", validate.SeverityOff)))
			require.NoError(t, err)
			require.Empty(t, body.Report().Diagnostics)
			_, err = row.give.BuildWith(validate.New(validate.WithSeverity("builder-substring-ambiguous", validate.SeverityOff), validate.WithSeverity("builder-*", validate.SeverityError)))
			require.ErrorContains(t, err, "builder-substring-ambiguous", "the later option wins")
			_, err = row.give.BuildWith(validate.New(validate.WithStrict()))
			require.ErrorContains(t, err, "builder-substring-ambiguous")
		})
	}
}

func TestAll(t *testing.T) {
	require.Equal(t, `{"parts":[{"type":"text","value":"a b a","text_decorations":[{"range":[0,1],"style":"bold"},{"range":[4,5],"style":"bold"}]}]}`,
		encoded(ContentOnly().Text("a b a", Bold(All("a")))))
	require.Equal(t, `{"parts":[{"type":"text","value":"🥤🥤","inline_stickers":[{"range":[0,2],"url":"u"},{"range":[2,4],"url":"u"}]}]}`,
		encoded(ContentOnly().Text("🥤🥤", StickerURL("u", All("🥤")))))
	require.Equal(t, `{"parts":[{"type":"text","value":"👋🏽 👋","text_decorations":[{"range":[5,7],"style":"bold"}]}]}`,
		encoded(ContentOnly().Text("👋🏽 👋", Bold(All("👋")))), "whole clusters")
	_, err := ContentOnly().Text("a b a", Bold(All("x"))).Build()
	require.NotNil(t, reports(err, "builder-substring"))
	_, err = ContentOnly().Text("a b a", Bold(All(""))).Build()
	require.NotNil(t, reports(err, "builder-substring"))
}
