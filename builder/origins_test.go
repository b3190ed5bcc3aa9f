package builder

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

// TestOriginsOfLists names the call for a list as a whole, for options that a
// member replaces, and for an operation that no method writes.
func TestOriginsOfLists(t *testing.T) {
	stickers := make([]TextOption, 101)
	for i := range stickers {
		stickers[i] = Sticker(imageID, decorations.Range{Start: i, End: i + 1})
	}
	parsed, err := Parse([]byte(`{"operation":"toggle","option_id":"550e8400-e29b-41d4-a716-446655440000"}`), validate.WithKind(validate.KindMessagesPollsVote))
	require.NoError(t, err)
	for name, row := range map[string]struct {
		give Request
		want []found
	}{
		"one option":                 {ChatsPollsCreate("a"), []found{{"poll-options", "/poll/options", "Option"}}},
		"options given as a member":  {MessagesPollsAdd().MemberJSON("options", `[{"text":""}]`), []found{{"poll-options", "/options/0/text", `MemberJSON "options"`}}},
		"too many stickers":          {ContentOnly().Text(strings.Repeat("a", 101), stickers...), []found{{"sticker-max", "/parts/0/inline_stickers", "Text #1"}}},
		"an option to add":           {MessagesPollsAdd("a", ""), []found{{"poll-options", "/options/1/text", "Option #2"}}},
		"an experience of an update": {MessagesUpdateAppCard().Caption("a").Experience(Experience{Name: "\xff", Action: "b"}), []found{{"builder-utf8", "/experience/name", "Experience"}}},
		"a URL as a member":          {MessagesUpdateAppCard().Caption("a").MemberJSON("url", `"x"`), []found{{"app-url", "/url", `MemberJSON "url"`}}},
		"a member's name":            {MessagesReact(ReactLove).MemberJSON("a\xff\xfe", "1"), []found{{"builder-utf8", "/a\ufffd\ufffd", "MemberJSON \"a\ufffd\ufffd\""}, {"field-unknown", "/a\ufffd\ufffd", "MemberJSON \"a\ufffd\ufffd\""}}},
		"another operation":          {parsed, []found{{"poll-vote", "/operation", "MessagesPollsVote"}}},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, row.want, findings(t, row.give)) })
	}
}

func TestExcerpt(t *testing.T) {
	for give, want := range map[string]string{
		"a":                                `"a"`,
		strings.Repeat("é", 40):            `"` + strings.Repeat("é", 40) + `"`,
		strings.Repeat("é", 41):            `"` + strings.Repeat("é", 40) + `…"`,
		strings.Repeat("x", 39) + "\n\t z": `"` + strings.Repeat("x", 39) + `\n…"`,
	} {
		require.Equal(t, want, excerpt(give))
	}
}

// TestByteThatIsNotUTF8 names the byte and its place.
func TestByteThatIsNotUTF8(t *testing.T) {
	for s, want := range map[string]string{"a\xff": "byte 0xFF at offset 1", "\ufffdé\x81": "byte 0x81 at offset 5", "\xc3a": "byte 0xC3 at offset 0"} {
		require.Contains(t, notUTF8(s).message, want)
	}
}

// TestTextOfTheLargestSize is not cut: white space behind it does not count.
func TestTextOfTheLargestSize(t *testing.T) {
	text := strings.Repeat("word ", 1999) + "words"
	require.Len(t, text, 10_000)
	require.Equal(t, [][]string{{"text:" + text}}, shape(Split(MessagesCreate(someone).Text(text+"  "))))
}

// TestBlankTexts: a text of which nothing can be seen is not sent, unless something
// is over it.
func TestBlankTexts(t *testing.T) {
	const menu = "https://example.com/menu"
	for name, test := range map[string]struct {
		give Request
		want [][]string
	}{
		"blank":              {MessagesCreate(someone).Link(menu).Text("  "), [][]string{{"link:" + menu}}},
		"a sticker over it":  {MessagesCreate(someone).Link(menu).Text("  ", Sticker(imageID, decorations.Range{Start: 0, End: 1})), [][]string{{"link:" + menu}, {"text:  "}}},
		"a further member":   {MessagesCreate(someone).Link(menu).Parts(TextPart("  ").MemberJSON("x", "1")), [][]string{{"link:" + menu}, {"text:  "}}},
		"nothing but blanks": {MessagesCreate(someone).Text("  "), [][]string{{"text:  "}}},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, test.want, shape(Split(test.give))) })
	}
}

// TestClipMembers: only the caption of an app clip is its caption.
func TestClipMembers(t *testing.T) {
	for _, part := range []string{
		`{"type":"app_clip","value":"https://zero.linqapp.com/x","caption":"a","note":"b"}`,
		`{"type":"app_clip","value":"https://zero.linqapp.com/x","note":"b"}`,
		`{"type":"link","value":"https://example.com","caption":"a"}`,
	} {
		body := `{"parts":[` + part + `]}`
		r, err := Parse([]byte(body), validate.WithKind(validate.KindMessage))
		require.NoError(t, err)
		require.JSONEq(t, body, encoded(r))
	}
}

// TestSameSpaces removes what cannot be seen, and nothing else.
func TestSameSpaces(t *testing.T) {
	require.Equal(t, "a|b c d", sameSpaces("a|\u200bb\u00a0c\td\ufeff"))
}

// TestCutBehindStops: a full stop inside of a word is not the end of a sentence,
// an ideographic one is.
func TestCutBehindStops(t *testing.T) {
	const before, after = 9_000, 2_000
	for name, test := range map[string]struct {
		stop string
		cut  int // code points in the first text
	}{
		"a domain":                {"x.x", 10_000},
		"an ideographic stop":     {"。", before + 1},
		"a stop and a quote":      {"。」", before + 2},
		"a stop and then a space": {". ", before + 1},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat("x", before) + test.stop + strings.Repeat("y", after)
			shapes := shape(Split(MessagesCreate(someone).Text(text)))
			require.Len(t, shapes, 2)
			require.Len(t, []rune(strings.TrimPrefix(shapes[0][0], "text:")), test.cut)
		})
	}
}

func TestCutToken(t *testing.T) {
	for pointer, want := range map[string][2]string{"": {"", ""}, "/a": {"a", ""}, "/a~1b~0/c/d": {"a/b~", "/c/d"}, "//x": {"", "/x"}, "/": {"", ""}} {
		token, rest := cutToken(pointer)
		require.Equal(t, want, [2]string{token, rest}, pointer)
	}
}

// TestIsInvisible has the borders of each range of what cannot be seen.
func TestIsInvisible(t *testing.T) {
	for _, r := range " \n\u00a0\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200f\u202a\u202e\u2060\u2069\u2800\u3000\u3164\ufeff\uffa0" {
		require.True(t, isInvisible(r), "%U", r)
	}
	for _, r := range "a\u115e\u1161\u2010\u2027\u2030\u206a\u2801\u3165\uff9f" {
		require.False(t, isInvisible(r), "%U", r)
	}
}

// TestURLsPerMessage: each message has as many files by URL as the API takes.
func TestURLsPerMessage(t *testing.T) {
	r := ContentOnly()
	for range 81 {
		r = r.Media("https://example.com/a.jpg")
	}
	var got []int
	for _, parts := range shape(r.Split()) {
		got = append(got, len(parts))
	}
	require.Equal(t, []int{40, 40, 1}, got)
}

func TestLineBreak(t *testing.T) {
	for _, r := range "\n\r\u0085\u2028\u2029" {
		require.True(t, lineBreak(r), "%U", r)
	}
	for _, r := range " \t\u0084\u0086\u2027\u202a" {
		require.False(t, lineBreak(r), "%U", r)
	}
}

// TestSeamUnits: a code point beyond the basic plane has two UTF-16 code units.
func TestSeamUnits(t *testing.T) {
	for r, units := range map[rune]int{'a': 1, 0xFFFF: 1, 0x10000: 2, unicode.MaxRune: 2} {
		require.Equal(t, seam{start: 4, startUnit: units, startPoint: 1}, seam{}.past(r, 4), "%U", r)
	}
}
