package markdown

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
)

// over describes a decoration as the text under it and its name.
func over(text string, ds []decorations.Decoration) []string {
	var out []string
	for _, d := range ds {
		s, _ := decorations.Slice(text, d.Range)
		out = append(out, string(d.Style)+string(d.Animation)+" "+s)
	}
	return out
}

func TestText(t *testing.T) {
	for _, test := range []struct {
		name, md, text string
		over           []string
		opts           []Option
	}{
		{name: "nothing", md: " \n\n"},
		{name: "a heading is a bold line", md: "# Order 7\nis on its way", text: "Order 7\nis on its way", over: []string{"bold Order 7"}},
		{name: "nested styles", md: "***a** b*", text: "a b", over: []string{"italic a b", "bold a"}},
		{name: "a line break before an element is not in it", md: "a\n**b**", text: "a\nb", over: []string{"bold b"}},
		{name: "a line break within an element is", md: "**a\nb**", text: "a\nb", over: []string{"bold a\nb"}},
		{name: "blank lines as in the source", md: "a\n\n\n\nb\n# c\nd", text: "a\n\nb\nc\nd", over: []string{"bold c"}},
		{name: "lists", md: "- a\n- b\n  1. c\n  2. d\n\n     e\n- f", text: "• a\n• b\n  1. c\n  2. d\n\n     e\n• f"},
		{name: "a number to start from", md: "7) a\n8) b", text: "7) a\n8) b"},
		{name: "an empty item", md: "- a\n-\n- b", text: "• a\n•\n• b"},
		{name: "bullets for SMS", md: "- a", text: "- a", opts: []Option{WithBullet("-")}},
		{name: "quotes", md: "> a **b\n> c**\n>\n> d", text: "│ a b\n│ c\n│\n│ d", over: []string{"bold b", "bold c"}},
		{name: "quotes without a mark", md: "x\n\n> a", text: "x\n\na", opts: []Option{WithQuote("")}},
		{name: "code is verbatim", md: "`a  **b**`\n\n```go\nif x {\n\t\ty()\n}\n```", text: "a  **b**\n\nif x {\n\t\ty()\n}"},
		{name: "entities and escapes", md: `\*a\* &copy; &#x1F389; \&amp; C:\dir`, text: "*a* © 🎉 &amp; C:\\dir"},
		{name: "links", md: "[a](https://b.c) <https://d.e> [f@g.h](mailto:f@g.h) [b.c](https://b.c/) [](https://i.j)", text: "a (https://b.c) https://d.e f@g.h b.c https://i.j"},
		{name: "the URL of a link is under no style", md: "**[a](https://b.c)**", text: "a (https://b.c)", over: []string{"bold a"}},
		{name: "a reference link", md: "[a][1]\n\n[1]: https://b.c \"t\"", text: "a (https://b.c)"},
		{name: "a link that says where it leads, in an item", md: "a\n- [b.c](https://b.c)\n\n- [d.e](https://d.e)", text: "a\n• b.c\n\n• d.e"},
		{name: "the same behind a blank line", md: "> a\n>\n> - [b.c](https://b.c)", text: "│ a\n│\n│ • b.c"},
		{name: "the same in a list in a quote", md: "> - a\n> - [b.c](https://b.c)", text: "│ • a\n│ • b.c"},
		{name: "the same behind a paragraph of the item", md: "- a\n\n  [b.c](https://b.c) d", text: "• a\n\n  b.c d"},
		{name: "a link in a description has no URL", md: "![a [b](https://b.c) d](https://b.c/d.png)", text: "a b d (https://b.c/d.png)"},
		{name: "what is not a reference stays", md: "a &nosuch; b", text: "a &nosuch; b"},
		{name: "a table behind a paragraph", md: "a\n\n| b | c |\n|---|---|\n| d | e |", text: "a\n\nb | c\nd | e"},
		{name: "an image is a link", md: "![a **b**](https://b.c/d.png)", text: "a b (https://b.c/d.png)"},
		{name: "HTML", md: "<u>a</u> <b>b <i>c</b></i> <del>d</del><br>e <span>f</span> <!-- g --> <u>h", text: "a b c d\ne f  <u>h",
			over: []string{"underline a", "bold b c", "italic c", "strikethrough d"}},
		{name: "an HTML block", md: "<div>\n<b>a</b> &lt;\n</div>\n\n<!-- x\n\ny --> z\n\n<style>\nb {}\n</style>", text: "a <\n\nz", over: []string{"bold a"}},
		{name: "no emphasis in names and sums", md: "snake_case_name 2 * 3 * 4 ~5~10", text: "snake_case_name 2 * 3 * 4 ~5~10"},
		{name: "whole clusters", md: "**e**\u0301 **👨\u200d👩\u200d👧** <b>👋</b>🏽 **日**本", text: "e\u0301 👨\u200d👩\u200d👧 👋🏽 日本", over: []string{"bold e\u0301", "bold 👨\u200d👩\u200d👧", "bold 👋🏽", "bold 日"}},
		{name: "right to left", md: "שלום **עולם** 🎉 مرحبا *بك*", text: "שלום עולם 🎉 مرحبا بك", over: []string{"bold עולם", "italic بك"}},
		{name: "spans are text without the option", md: "{shake: wow}", text: "{shake: wow}"},
		{name: "spans", md: "{shake: wow} {big:**a** `b`} {nope: c} {nod: d\\}e}", text: "wow a b {nope: c} d}e", over: []string{"shake wow", "big a b", "nod d}e"}, opts: []Option{WithAnimations()}},
		{name: "no style within an animation", md: "**a {shake: b} c**", text: "a b c", over: []string{"bold a ", "shake b", "bold  c"}, opts: []Option{WithAnimations()}},
		{name: "an unfinished span", md: "{shake: a\nb", text: "{shake: a\nb", opts: []Option{WithAnimations()}},
		{name: "a span over a line break", md: "{shake: a\nb}", text: "a\nb", over: []string{"shake a\nb"}, opts: []Option{WithAnimations()}},
		{name: "joined lines in a span", md: "{shake: a\nb} c\n\n```\nd\ne\n```", text: "a b c\n\nd\ne", over: []string{"shake a b"}, opts: []Option{WithAnimations(), WithJoinedLines()}},
		{name: "joined lines", md: "a\nb\\\nc", text: "a b\nc", opts: []Option{WithJoinedLines()}},
		{name: "carriage returns", md: "**a**\r\nb\r\n\r\nc", text: "a\nb\n\nc", over: []string{"bold a"}},
		{name: "quotes nest so deep", md: strings.Repeat(">", 40) + " **a**", text: strings.Repeat("│ ", 16) + strings.Repeat(">", 8) + " a", over: []string{"bold a"}},
		{name: "a long rule", md: strings.Repeat("-", 300) + "\n**a**", text: strings.Repeat("-", 300) + "\na", over: []string{"bold a"}},
		{name: "a space in a URL", md: "[a](<https://b.c/d é\te>)", text: "a (https://b.c/d%20é%09e)"},
		{name: "NUL", md: "\x00a **b\x00**\x00\n\n`\x00c\x00d`", text: "\ufffda b\ufffd\ufffd\n\n\ufffdc\ufffdd", over: []string{"bold b\ufffd"}},
		{name: "a table of a header alone", md: "| a | b |\n|---|---|", text: "a: a, b: b", opts: []Option{WithTables(TableRecords)}},
		{name: "a thematic break stays", md: "a\n\n---\n\nb", text: "a\n\n---\n\nb"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text, ds := Text(test.md, test.opts...)
			require.Equal(t, test.text, text)
			require.Equal(t, test.over, over(text, ds))
			requireSound(t, text, ds)
		})
	}
}

// shown is a part in one line.
func shown(p builder.Part) string {
	return p.Type() + " " + p.Value() + p.URL() + p.AttachmentID() + " " + strings.Join(over(p.Value(), p.Decorations()), ",")
}

func shownAll(parts []builder.Part) []string {
	var out []string
	for _, p := range parts {
		out = append(out, shown(p))
	}
	return out
}

func TestParts(t *testing.T) {
	for _, test := range []struct {
		name, md string
		want     []string
	}{
		{"nothing", "", nil},
		{"a text", "a **b**", []string{"text a b bold b"}},
		{"an image within a styled text", "**a ![x](https://e.com/x.png) b**", []string{"text a bold a", "media https://e.com/x.png ", "text b bold b"}},
		{"images in a row", "![](https://e.com/1.png) ![](https://e.com/2.png)", []string{"media https://e.com/1.png ", "media https://e.com/2.png "}},
		{"an uploaded file", "![](attachment:550e8400-e29b-41d4-a716-446655440000)", []string{"media 550e8400-e29b-41d4-a716-446655440000 "}},
		{"an image that cannot be fetched", "![x](http://e.com/x.png) ![y](z.png)", []string{"text x (http://e.com/x.png) y (z.png) "}},
		{"a link alone", "See:\n\n[menu](https://e.com/menu)\n\nand <https://e.com>", []string{"text See: ", "link https://e.com/menu ", "text and https://e.com "}},
		{"a link in a list is text", "- <https://e.com>", []string{"text • https://e.com "}},
		{"an image in a link alone", "[![x](https://e.com/x.png)](https://e.com/a)", []string{"media https://e.com/x.png ", "text https://e.com/a "}},
		{"a link to no page", "[a](#b)\n\n<mailto:a@b.c>", []string{"text a (#b)\n\nmailto:a@b.c "}},
		{"code keeps its space before an image", "```\na  \n```\n\n![](https://e.com/x.png)\n\n```\n  b\n```", []string{"text a   ", "media https://e.com/x.png ", "text   b "}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range Parts(test.md) {
				got = append(got, shown(p))
			}
			require.Equal(t, test.want, got)
		})
	}
}

// TestPartsBuild: what Parts returns is a clean message once it is split.
func TestPartsBuild(t *testing.T) {
	md := "# Order 7\n\nis **on** its way 🎉\n\n![](https://example.com/map.png)\n\nTrack it:\n\n<https://example.com/t/7>"
	for _, r := range builder.ChatsMessagesSend().Parts(Parts(md)...).Split().Requests {
		body, err := r.Build()
		require.NoError(t, err)
		require.Empty(t, body.Report().Diagnostics)
	}
}

func TestFromParts(t *testing.T) {
	parts := []builder.Part{
		builder.TextPart("Hi *you*", builder.Bold("Hi")),
		builder.MediaPart("https://example.com/a_(1).png?x=1&y=2"),
		builder.AttachmentPart("550e8400-e29b-41d4-a716-446655440000"),
		builder.TextPart("bye"),
		builder.LinkPart("https://example.com/x"),
	}
	md := FromParts(parts)
	require.Equal(t, "**Hi** \\*you\\*\n\n![](<https://example.com/a_(1).png?x=1\\&y=2>)\n\n![](attachment:550e8400-e29b-41d4-a716-446655440000)\n\nbye\n\n<https://example.com/x>", md)
	var want, got []string
	for _, p := range parts {
		want = append(want, shown(p))
	}
	for _, p := range Parts(md) {
		got = append(got, shown(p))
	}
	require.Equal(t, want, got)

	card := builder.AppCard(builder.App{BundleID: "com.acme.app", Name: "Acme", TeamID: "ACMETEAM12"}).Caption("Order *7*").URL("https://example.com/o")
	require.Equal(t, `[Order \*7\*](https://example.com/o)`, FromParts([]builder.Part{card.AsPart()}))
	require.Equal(t, `Order \*7\*`, FromParts([]builder.Part{card.URL("data:text/plain,x").AsPart()}), "the app's own state is not a link")
	require.Equal(t, "Hi", FromParts([]builder.Part{builder.AppCard(builder.App{BundleID: "com.acme.app", Name: "Acme", TeamID: "ACMETEAM12"}).Caption("Hi").AsPart()}))
	require.Equal(t, "<https://zero.linqapp.com/pay>", FromParts([]builder.Part{builder.AppClipPart("https://zero.linqapp.com/pay"), builder.PartNamed("sticker")}))
}

// hostile are sources that make a careless reader look at everything again for
// each of their signs.
var hostile = []string{
	"**a** ", "*a **b* ", "**a*b_", "*a _b ", "**x* ", "a**b", "*_*_a", "~~a ~b ", "~~a~~", "***a** b* ", "f**k ", "_a*b",
	"{big: a}", "{shake: ", "{big:{", "{nod: a\n", "**a {big: b} c** ",
	"[", "![", "[]", "[](", "[a](", "![a](", "[a](()", "[a](<", "[a](u \"", "[a](https://b.c \"", "[a](https://b.c) ", "[a][b]", "[a]: https://b.c\n", "[a]: https://b.c '\n", "![](https://a/b) ",
	"<b>", "</b>", "<i>x</i>", "<b>a<i>b<u>c", "<b><i>a</b></i>", "<a ", "<a b='", "a <!-- b ", "a <? b ", "<![CDATA[", "<script>\n\n", "> <script>\n\n", "<!-- a\n\n", "<div>\n", "<",
	"> ", ">", "- ", "> - ", "- * ", "- a\n\n", "1. a\n", "* * *\n", "> > a\n", "\t>", "- a\n  - b\n    - c\n", ">a\nb\n",
	"`", "`a ``b ", "```\n", "~~~a\n```\n", "*", "_", "&amp;", "&", "&#1114111;", "\\", "\\*", "a\\_", "# ", "a\n", "a\r", "\n", "\x00", "\xff*a*", "| a ", "|-", "|a|b\n|-|-\n|c|d\n",
	"https://a.b/", "https://a.b/*c* ", "https://a.com\n\n", "C:\\a", "a.a-", "__a__", "__a", "2*3*", "👨‍👩‍👧**a**", "a*\u0301*", "重*点*，",
}

// TestHostileSources: what reading and writing a source costs grows as the
// source does. Allocations are compared, since time depends on the machine.
func TestHostileSources(t *testing.T) {
	operations := []struct {
		name string
		run  func(md string)
	}{
		{"Parts", func(md string) { Parts(md, WithAnimations(), WithTables(TableColumns)) }},
		{"round trip", func(md string) {
			text, ds := Text(md, WithAnimations())
			require.LessOrEqual(t, len(text), 40*len(md)+40)
			FromText(text, ds, WithAnimations())
		}},
		{"FromText", func(md string) { FromText(md, nil) }},
	}
	const length = 4000
	for _, unit := range append(hostile, "") {
		for _, op := range operations {
			source := func(length int) string { return strings.Repeat(unit, length/len(unit)) }
			if unit == "" { // nested and closed again
				source = func(length int) string {
					n := length / 16
					return strings.Repeat("<b>a<i>b<u>c", n) + strings.Repeat("</b>", n)
				}
			}
			once, twice := allocated(func() { op.run(source(length)) }), allocated(func() { op.run(source(2 * length)) })
			assert.Less(t, float64(twice), 2.3*float64(once), "%s of %q: %d bytes, then %d", op.name, unit, once, twice)
		}
	}
}

// allocated returns how many bytes f allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
