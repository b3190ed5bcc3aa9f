package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFindMarkdown: what is surely meant as Markdown, and what may be plain
// text. The span is what stands in the text.
func TestFindMarkdown(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"**bold**", "**bold**"},
		{"a **b c** d", "**b c**"},
		{"un**frigging**believable", "**frigging**"},
		{"**é**", "**é**"},
		{"__bold__", "__bold__"},
		{"_italic_", "_italic_"},
		{"an _italic word_, here", "_italic word_"},
		{"(_italic_)", "_italic_"},
		{"~~gone~~", "~~gone~~"},
		{"[menu](https://example.com)", "[menu](https://example.com)"},
		{"[a] and [b](c)", "[b](c)"},
		{"[[b](c)", "[b](c)"},
		{"# Title", "# Title"},
		{"Hello\n## Title\nmore", "## Title"},
		{"###### Six", "###### Six"},
		{"```go\nx\n```", "```"},
		{"Look:\n```\nx\n```", "```"},
		{"5 * 3 and **this**", "**this**"},
		{"🎉 **hi**", "**hi**"},

		{"plain", ""},
		{"*", ""},
		{"**", ""},
		{"****", ""},
		{"**********", ""},
		{"2 ** 3 ** 4", ""},
		{"** no **", ""},
		{"**no **", ""},
		{"**no\nno**", ""},
		{"*Sale* today", ""},
		{"5*3*2", ""},
		{"snake_case_name", ""},
		{"_private", ""},
		{"_ _", ""},
		{"_a _b", ""},
		{"_a_b", ""},
		{"^_^ and ^_^", ""},
		{"-_- -_-", ""},
		{"T_T T_T", ""},
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
		{"[a\nb](c)", ""},
		{"[a] (b)", ""},
		{"f(x)[1](2", ""},
		{"#1 choice", ""},
		{"#hashtag", ""},
		{"we are # 1", ""},
		{"#", ""},
		{"# ", ""},
		{"####### seven", ""},
		{"`code`", ""},
		{"a ``` b", ""},
		{"> quoted", ""},
		{"- a\n- b", ""},
		{"1. a\n2. b", ""},
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
			require.Equal(t, Note, d.Severity)
			require.Equal(t, test.want, strings.ReplaceAll(string(body[d.Start.Offset:d.End.Offset]), `\n`, "\n"))
		})
	}
	require.Empty(t, JSON([]byte(sendOf(textOf("**bold**")))).Diagnostics, "a note only")
}
