package markdown

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
)

// TestFromTextBreaks: line breaks of plain text stay line breaks, and become
// references where Markdown would lose them.
func TestFromTextBreaks(t *testing.T) {
	bold := func(start, end int) []decorations.Decoration {
		return []decorations.Decoration{{Range: decorations.Range{Start: start, End: end}, Style: decorations.Bold}}
	}
	shake := []decorations.Decoration{{Range: decorations.Range{Start: 0, End: 3}, Animation: decorations.Shake}}
	for _, test := range []struct {
		name, text string
		ds         []decorations.Decoration
		want       string
	}{
		{"one", "a\nb", nil, "a\nb"},
		{"two", "a\n\nb", nil, "a\n\nb"},
		{"three", "a\n\n\nb", nil, "a&#10;&#10;&#10;b"},
		{"three behind a stop", "a.\n\n\nb", nil, "a.&#10;&#10;&#10;b"},
		{"at the start", "\na", nil, "&#10;a"},
		{"at the end", "a\n", nil, "a&#10;"},
		{"one in bold", "a\nb", bold(0, 3), "**a\nb**"},
		{"two in bold", "a\n\nb", bold(0, 4), "**a&#10;&#10;b**"},
		{"bold behind one", "a\nb", bold(2, 3), "a\n**b**"},
		{"a brace in an animation", "}", shake, `{shake: \}}`},
		{"in an animation", "a\nb", shake, "{shake: a&#10;b}"},
	} {
		t.Run(test.name, func(t *testing.T) { require.Equal(t, test.want, FromText(test.text, test.ds, WithAnimations())) })
	}
}

func TestEscapeOfEachByte(t *testing.T) {
	for c := range 256 {
		if c >= 0x80 {
			break
		}
		s := "a" + string(rune(c)) + "b"
		got, ds := Text(Escape(s))
		want := s
		if c == 0 {
			want = "a\ufffdb" // CommonMark replaces it
		}
		require.Equal(t, want, got, "%q: %q", s, Escape(s))
		require.Empty(t, ds)
	}
	require.Equal(t, "a&#127;b &#0;&#9;", Escape("a\x7fb \x00\t"))
	require.Equal(t, "&#32;&#32;a b&#32;", Escape("  a b "))
}

// TestFromTextSigns escapes a sign only where it would be markup.
func TestFromTextSigns(t *testing.T) {
	for text, want := range map[string]string{
		"a_b https://e.com/a*b": "a_b https://e.com/a*b",
		"#tag":                  "#tag", "# x": `\# x`, "## x": `\## x`, "#": `\#`, "a # b": "a # b", "order_id": "order_id", "_a": `\_a`,
		"0. x": `0\. x`, "a1. x": "a1. x", "a\xffb": "a\xffb", "a\ufffdb": "a\ufffdb", "1. x": `1\. x`, "1.5": "1.5", "x. y": "x. y", "- x": `\- x`, "-x": "-x", "a - b": "a - b", "--": `\--`, "> x": `\> x`, "a > b": "a > b",
		"a ~ b": "a ~ b", "~~a": `\~\~a`, "AT&T": `AT\&T`, "A & B": "A & B", "| a": `\| a`, "a | b": "a | b",
	} {
		require.Equal(t, want, FromText(text, nil), "%q", text)
	}
}

// TestResolvePlaces says where each piece comes from.
func TestResolvePlaces(t *testing.T) {
	type piece struct {
		text      string
		from, len int
	}
	for raw, want := range map[string][]piece{
		"a\x00b":  {{"a", 0, 1}, {"\ufffd", 1, 1}, {"b", 2, 1}},
		`a\*b`:    {{"a", 0, 1}, {"*", 1, 2}, {"b", 3, 1}},
		"a&amp;b": {{"a", 0, 1}, {"&", 1, 5}, {"b", 6, 1}},
		"a\rb":    {{"a", 0, 1}, {"b", 2, 1}},
		"&":       {{"&", 0, 1}},
		"":        nil,
	} {
		var got []piece
		resolve([]byte(raw), func(text []byte, from, n int) { got = append(got, piece{string(text), from, n}) })
		require.Equal(t, want, got, "%q", raw)
	}
}

// TestResolved decodes what CommonMark decodes in addresses and titles.
func TestResolved(t *testing.T) {
	for text, want := range map[string]string{
		"a\x00b": "a\ufffdb", "a\rb": "ab", `a\*b\\`: `a*b\`, `a\b`: `a\b`, `a\`: `a\`, "\\!\\/\\:\\@\\[\\`\\{\\~": "!/:@[`{~", `\a\0`: `\a\0`, "&#": "&#",
		"&amp;": "&", "&ouml;x": "öx", "&nosuch;": "&nosuch;", "&amp": "&amp", "&;": "&;", "&": "&", "&semi;": ";",
		"&#65;": "A", "&#x41;": "A", "&#X4a;": "J", "&#0;": "\ufffd", "&#1114111;": "\U0010ffff", "&#1114112;": "\ufffd", "&#x10FFFF;": "\U0010ffff", "&#x110000;": "\ufffd",
		"&#9999999;": "\ufffd", "&#99999999;": "&#99999999;", "&#xFFFFFF;": "\ufffd", "&#x1000000;": "&#x1000000;", "&#;": "&#;", "&#x;": "&#x;", "&#xg;": "&#xg;", "&#6a;": "&#6a;",
		"&#xd800;": "\ufffd", "&copy;&copy": "©&copy", "&ampx;": "&ampx;",
	} {
		require.Equal(t, want, resolved([]byte(text)), "%q", text)
	}
}

// TestTabsInCode: the columns of a tab that are not indentation are spaces.
func TestTabsInCode(t *testing.T) {
	for md, want := range map[string]string{"-\t\tfoo": "•   foo", "  \tfoo\n\tbar": "foo\nbar", ">\t\tfoo": "│   foo", "a\n\n\t\tfoo": "a\n\n\tfoo"} {
		got, _ := Text(md)
		require.Equal(t, want, got, "%q", md)
	}
}

// TestTableInItem: the first row is beside the bullet.
func TestTableInItem(t *testing.T) {
	got, _ := Text("- | a | b |\n  |---|---|\n  | 1 | 2 |")
	require.Equal(t, "• a | b\n  1 | 2", got)
}

// TestNilOption: a nil Option changes nothing.
func TestNilOption(t *testing.T) {
	got, _ := Text("- a", nil, WithBullet("-"), nil)
	require.Equal(t, "- a", got)
}

// TestCutShortens what the text was made of, the first piece too.
func TestCutShortens(t *testing.T) {
	p := page{text: []byte("abcdef"), runs: []run{{dst: 0, len: 4, src: 10, srcLen: 4}, {dst: 4, len: 2, src: 20, srcLen: 2}}}
	p.cut(6)
	require.Len(t, p.runs, 2)
	entity := page{text: []byte("a&b"), runs: []run{{dst: 0, len: 1, src: 0, srcLen: 1}, {dst: 1, len: 1, src: 1, srcLen: 5}, {dst: 2, len: 1, src: 6, srcLen: 1}}}
	entity.cut(2)
	require.Equal(t, run{dst: 1, len: 1, src: 1, srcLen: 5}, entity.runs[1], "what is kept whole keeps its source")
	p.cut(4)
	require.Equal(t, []run{{dst: 0, len: 4, src: 10, srcLen: 4}}, p.runs)
	p.cut(3)
	require.Equal(t, []run{{dst: 0, len: 3, src: 10, srcLen: 3}}, p.runs)
	p.cut(0)
	require.Empty(t, p.runs)
	require.Empty(t, p.text)
}
