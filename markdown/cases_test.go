package markdown

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/commonmark"
)

// TestTextLosesNothing: what people type and programs write, beside what they
// mean as Markdown.
func TestTextLosesNothing(t *testing.T) {
	for _, test := range []struct {
		name, md, text string
		over           []string
	}{
		{"placeholders", "<first name>, your code is <code>", "<first name>, your code is <code>", nil},
		{"a keyword to reply", "Reply <STOP> to end", "Reply <STOP> to end", nil},
		{"generics and comparisons", "use List<String> if a<b and c>d", "use List<String> if a<b and c>d", nil},
		{"a chat log", "[Bob]: hi\n[Ann]: hello", "[Bob]: hi\n[Ann]: hello", nil},
		{"a label", "[Order 42]: shipped", "[Order 42]: shipped", nil},
		{"a definition that is not used", "[1]: https://example.com\n\nHi", "[1]: https://example.com\n\nHi", nil},
		{"a definition that is used", "Hi [you][1]\n\n[1]: https://example.com", "Hi you (https://example.com)", nil},
		{"a link in HTML", `<a href="https://example.com">site</a>`, "site (https://example.com)", nil},
		{"paragraphs in HTML", "<p>Total: $5</p><p>0 open</p>", "Total: $5\n0 open", nil},
		{"a list in HTML", "<ul><li>a</li><li>b</li></ul>", "a\nb", nil},
		{"a URL with signs", "see https://example.com/a*b*c?x=_y_", "see https://example.com/a*b*c?x=_y_", nil},
		{"a URL in bold", "**see https://example.com/_a_**", "see https://example.com/_a_", []string{"bold see https://example.com/_a_"}},
		{"a URL in parentheses", "(https://example.com/A_(film_))", "(https://example.com/A_(film_))", nil},
		{"a product", "2*3*4 = 24", "2*3*4 = 24", nil},
		{"powers", "**Area:** x**2 + y**2", "Area: x**2 + y**2", []string{"bold Area:"}},
		{"Chinese punctuation", "**注意：**明天休息", "注意：明天休息", []string{"bold 注意："}},
		{"Chinese quotes", "含**「重点」**内容", "含「重点」内容", []string{"bold 「重点」"}},
		{"a colon beside Chinese", "**注意:**正文", "注意:正文", []string{"bold 注意:"}},
		{"numbers as typed", "1. soup\n3. fish\n7. tea", "1. soup\n3. fish\n7. tea", nil},
		{"numbers that repeat", "1. soup\n1. fish\n1. tea", "1. soup\n2. fish\n3. tea", nil},
		{"a line to sign on", "Sign here:\n\n________\n\nDate", "Sign here:\n\n________\n\nDate", nil},
		{"a signature", "Thanks\n--\nBob", "Thanks\n--\nBob", nil},
		{"a table", "| Item | Price |\n|---|---|\n| Tea | **$3** |", "Item | Price\nTea | $3", []string{"bold $3"}},
		{"Windows paths", `**Look** in C:\Users\_tmp_\x and \\host\share\_a_x`, `Look in C:\Users\_tmp_\x and \\host\share\_a_x`, []string{"bold Look"}},
		{"names of programs", "Use `__init__` or __init__, a__b__c, **kwargs", "Use __init__ or __init__, a__b__c, **kwargs", nil},
		{"calls", "handlers[0](event) and [menu](example.com/a)", "handlers[0](event) and menu (example.com/a)", nil},
		{"number signs", "# of guests: 4\n# 12", "# of guests: 4\n# 12", nil},
		{"a shrug", `*well* ¯\_(ツ)_/¯`, `well ¯\_(ツ)_/¯`, []string{"italic well"}},
		{"an empty fence", "a\n```\n```", "a\n```\n```", nil},
		{"an address", "**Bob** <bob@example.com>", "Bob <bob@example.com>", []string{"bold Bob"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			text, ds := Text(test.md)
			require.Equal(t, test.text, text)
			require.Equal(t, test.over, over(text, ds))
		})
	}
}

func TestTables(t *testing.T) {
	const md = "| Item | Price |\n|---|--:|\n| **Tea** | $3 |\n| Kaffee |\n"
	for _, test := range []struct {
		layout TableLayout
		want   string
	}{
		{TableRows, "Item | Price\nTea | $3\nKaffee | "},
		{TableRecords, "Item: Tea, Price: $3\nItem: Kaffee"},
		{TableColumns, "Item    Price\nTea     $3\nKaffee  "},
	} {
		text, ds := Text(md, WithTables(test.layout))
		require.Equal(t, test.want, text)
		require.Equal(t, []string{"bold Tea"}, over(text, ds))
	}
}

func TestBareURLs(t *testing.T) {
	require.Equal(t, []string{"text a ", "link https://example.com/x ", "text b "}, shownAll(Parts("a\n\nhttps://example.com/x\n\nb")))
	require.Equal(t, []string{"text a\n\nhttps://example.com/x "}, shownAll(Parts("a\n\nhttps://example.com/x", WithBareURLsInText())))
	require.Equal(t, []string{"text see https://example.com/x "}, shownAll(Parts("see https://example.com/x")))
	require.Equal(t, []string{"text https://example.com/x and *more "}, shownAll(Parts("https://example.com/x and *more")))
}

// TestURLInText: a text part that is a URL stays a text part.
func TestURLInText(t *testing.T) {
	for _, text := range []string{"https://example.com/x", "a\n\nhttps://example.com/x", "a\n\nhttps://example.com/x\n\nb", "see https://example.com"} {
		require.Equal(t, []string{"text " + text + " "}, shownAll(Parts(FromParts([]builder.Part{builder.TextPart(text)}))))
	}
}

func TestEscape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := texts().Draw(t, "data")
		text, ds := Text("**a** " + Escape(data) + " *b*")
		require.Equal(t, "a "+data+" b", text)
		require.Equal(t, []string{"bold a", "italic b"}, over(text, ds))
	})
}

// TestTheRuleAgrees: a text has Markdown for the rule exactly where the converter
// takes marks out for a style, a link, a heading or code.
func TestTheRuleAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		md := texts().Draw(t, "text")
		_, _, found := commonmark.First(md)
		text, ds := Text(md)
		if !found && strings.TrimSpace(text) != "" {
			require.Empty(t, ds, "the converter sees %v", over(text, ds))
		}
		if found {
			require.NotEqual(t, md, text)
		}
	})
}
