package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFindMarkdown: what is Markdown, and what is text. The span is the Markdown
// with its marks.
func TestFindMarkdown(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"**bold**", "**bold**"},
		{"a **b c** d", "**b c**"},
		{"un**frigging**believable", "**frigging**"},
		{"**é**", "**é**"},
		{"__bold text__", "__bold text__"},
		{"_italic_", "_italic_"},
		{"an _italic word_, here", "_italic word_"},
		{"(_italic_)", "_italic_"},
		{"*Sale* today", "*Sale*"},
		{"~~gone~~", "~~gone~~"},
		{"**over\ntwo lines**", "**over\ntwo lines**"},
		{"[menu](https://example.com)", "[menu](https://example.com)"},
		{"[a] and [b](example.com/c)", "[b](example.com/c)"},
		{"[[b](/c)", "[b](/c)"},
		{"![cat](https://example.com/cat.png)", "![cat](https://example.com/cat.png)"},
		{"at <https://example.com>", "<https://example.com>"},
		{"see [1]\n\n[1]: https://example.com", "[1]"},
		{"<b>now</b>", "<b>now</b>"},
		{`<a href="https://example.com">here</a>`, `<a href="https://example.com">here</a>`},
		{"# Title", "# Title"},
		{"Hello\n## Title\nmore", "## Title"},
		{"###### Six", "###### Six"},
		{"Title\n=====", "Title\n====="},
		{"```go\nx\n```", "```go\nx\n```"},
		{"Look:\n```\nx", "```\nx"},
		{"`code`", "`code`"},
		{"5 * 3 and **this**", "**this**"},
		{"🎉 **hi**", "**hi**"},
		{"**注意：**明天休息", "**注意：**"},
		{"含**「重点」**内容", "**「重点」**"},
		{`Type \_not\_ literally`, `\_not\_`},
		{`\*\*not\*\*`, `\*not\*`},

		{"plain", ""},
		{"*", ""},
		{"**", ""},
		{"****", ""},
		{"**********", ""},
		{"2 ** 3 ** 4", ""},
		{"** no **", ""},
		{"**no **", ""},
		{"5*3*2", ""},
		{"2*3*4 = 24", ""},
		{"x**2 + y**2", ""},
		{"f**k this s**t", ""},
		{"f(*args, **kwargs) and g(**kw)", ""},
		{"snake_case_name", ""},
		{"a__b__c", ""},
		{"__init__", ""},
		{"@__bob__", ""},
		{"_private", ""},
		{"_ _", ""},
		{"_a _b", ""},
		{"_a_b", ""},
		{"^_^ and ^_^", ""},
		{"-_- -_-", ""},
		{"T_T T_T", ""},
		{`¯\_(ツ)_/¯`, ""},
		{"____", ""},
		{"Name: ____ Date: ____", ""},
		{"~", ""},
		{"~5 to ~10", ""},
		{"~~", ""},
		{"[x] done", ""},
		{"[a](", ""},
		{"[a]()", ""},
		{"[a](b c)", ""},
		{"[](b)", ""},
		{"[a] (b)", ""},
		{"f(x)[1](2", ""},
		{"handlers[0](event)", ""},
		{"Press [1](yes)", ""},
		{"[Bob]: hi\n[Ann]: hello", ""},
		{"[1]: https://example.com", ""},
		{"#1 choice", ""},
		{"#hashtag", ""},
		{"# of guests: 4", ""},
		{"# 12", ""},
		{"we are # 1", ""},
		{"#", ""},
		{"# ", ""},
		{"####### seven", ""},
		{"a ``` b", ""},
		{"```", ""},
		{"> quoted", ""},
		{"- a\n- b", ""},
		{"1. a\n2. b", ""},
		{"a\n\n---\n\nb", ""},
		{"Thanks\n--\nBob", ""},
		{"| a | b |\n|---|---|\n| c | d |", ""},
		{"https://example.com/_next_/a?z=*1*", ""},
		{`C:\Users\_tmp_\x`, ""},
		{`src\_tmp_\x`, ""},
		{"Reply <STOP> to end", ""},
		{"use List<String> if a<b and c>d", ""},
		{"<first name>, your code is <code>", ""},
		{"Bob <bob@example.com>", ""},
		{`snake\_case`, ""},
		{"<b></b>x", ""},
	} {
		t.Run(test.text, func(t *testing.T) {
			body := []byte(sendOf(`{"type":"text","value":` + quote(test.text) + `}`))
			report := New(WithNotes()).JSON(body)
			if test.want == "" {
				require.Empty(t, report.Diagnostics)
				return
			}
			require.Equal(t, "text-markdown /message/parts/0/value", found(report))
			d := report.Diagnostics[0]
			require.Equal(t, SeverityNote, d.Severity)
			require.Equal(t, test.want, strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n").Replace(string(body[d.Start.Offset:d.End.Offset])))
		})
	}
	require.Empty(t, JSON([]byte(sendOf(textOf("**bold**")))).Diagnostics, "a note only")
}
