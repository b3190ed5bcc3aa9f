//go:build acceptance

package steps_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/internal/body/code"
	"github.com/linqlint/linqlint/internal/settings"
	"github.com/linqlint/linqlint/internal/steps"
	"github.com/linqlint/linqlint/markdown"
	"github.com/linqlint/linqlint/validate"
)

// calls are calls of the library with inputs of about n pieces that are as wrong as they can be.
// TestHostileBodiesTakeLinearTime has those of a check.
var calls = []struct {
	name string
	run  func(n int)
}{
	{"Apply, in source order", func(n int) { apply(n, func(i int) int { return i }) }},
	{"Apply, from the end", func(n int) { apply(n, func(i int) int { return n - 1 - i }) }},
	{"Fix of broken JSON", func(n int) { fix(`{'message':{'parts':[` + repeat(n, `{type:'text','value':'a' /* b */},`) + `]}}`) }},
	{"Fix of many parts", func(n int) {
		fix(parts(n, `{"type":"media","url":"https://a.example.com/a.jpg","attachment_id":null}`))
	}},
	{"Fix of texts in a row", func(n int) { fix(parts(n, `{"type":"text","value":"a"}`)) }},
	{"Build of parts", func(n int) {
		_, _ = parse(parts(n, `{"type":"text","value":"hello"},{"type":"media","url":"https://a.example.com/a.jpg"}`)).Build()
	}},
	{"Split of parts", func(n int) {
		split(parts(n, `{"type":"text","value":"hello"},{"type":"link","value":"https://example.com/"}`))
	}},
	{"Split of words", func(n int) { split(parts(1, `{"type":"text","value":"`+strings.Repeat("word. ", 16*n)+`"}`)) }},
	{"Split of one word", func(n int) { split(parts(1, `{"type":"text","value":"`+strings.Repeat("👩\u200d", 64*n)+`"}`)) }},
	{"Spans", func(n int) {
		pieces := make([]any, 0, 2*n)
		for range n {
			pieces = append(pieces, "plain ", builder.Bold("bold "))
		}
		_, _ = builder.ContentOnly().Text(builder.Spans(pieces...)).Build()
	}},
	{"All of a text", func(n int) {
		_, _ = builder.ContentOnly().Text(strings.Repeat("ab", n), builder.Bold(builder.All("a"))).Build()
	}},
	{"clusters of joiners", func(n int) { boundaries("x" + strings.Repeat("\u200d", 16*n)) }},
	{"clusters of marks", func(n int) { boundaries(strings.Repeat("\u0301", 16*n)) }},
	{"clusters of flags", func(n int) { boundaries(strings.Repeat("🇺", 16*n)) }},
	{"clusters of emoji", func(n int) { boundaries(strings.Repeat("👩\u200d", 16*n)) }},
	{"Markdown's delimiters", func(n int) { convert(strings.Repeat("**a *b __c ~~d ", n)) }},
	{"Markdown's brackets", func(n int) { convert(strings.Repeat("[a](![b](", n)) }},
	{"Markdown's links", func(n int) { convert(strings.Repeat("[a](https://b.c) ![](https://a/b) ", n)) }},
	{"Markdown's containers", func(n int) { convert(strings.Repeat("> - 1. ", n)) }},
	{"Markdown's items", func(n int) { convert(strings.Repeat("- a\n  - b\n    - c\n", n)) }},
	{"Markdown's tables", func(n int) { convert("|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", n)) }},
	{"Markdown's tags", func(n int) { convert(strings.Repeat("<b>a<i>b", n) + strings.Repeat("</b>", n)) }},
	{"Markdown's code", func(n int) { convert(strings.Repeat("`a ``b ", n)) }},
	{"an SMS", func(n int) { forecast.CountSMS(strings.Repeat("a🎉é€", n)) }},
	{"a forecast", func(n int) {
		_, _ = forecast.JSON([]byte(parts(n, `{"type":"media","url":"https://a.example.com/a.jpg"}`)))
	}},
	{"settings", func(n int) {
		settings.Read([]byte(`{"rules":{` + repeat(n, `"to-*":"off",`) + `},` + strings.Repeat("/**/", n) + `}`))
	}},
	{"a pattern of a pointer, in one token", func(n int) {
		settings.MatchPointer("/"+strings.Repeat("*a", 8)+"b", "/"+strings.Repeat("a", 16*n))
	}},
	{"a pattern of a pointer, over tokens", func(n int) {
		settings.MatchPointer(strings.Repeat("/**/*a*", 8)+"/b", strings.Repeat("/ca", 4*n))
	}},
	{"a program in Go", func(n int) { program(code.Go, n) }},
	{"a program in Python", func(n int) { program(code.Python, n) }},
	{"a program in TypeScript", func(n int) { program(code.TypeScript, n) }},
	{"a program for curl", func(n int) { program(code.Curl, n) }},
}

func repeat(n int, piece string) string { return strings.TrimSuffix(strings.Repeat(piece, n), ",") }

func parts(n int, piece string) string { return `{"message":{"parts":[` + repeat(n, piece+",") + `]}}` }

func apply(n int, place func(i int) int) {
	ds := make([]validate.Diagnostic, n)
	for i := range ds {
		at := 3 * place(i)
		ds[i].Fixes = []validate.Fix{{Safe: true, Edits: []validate.Edit{{Start: at, End: at + 1, Text: "x"}}}}
	}
	validate.Apply(make([]byte, 3*n), ds, validate.FixSafe)
}

func fix(body string) {
	validate.New(validate.WithKind(validate.KindChatsMessagesSend)).Fix([]byte(body), validate.FixAll)
}

func parse(body string) builder.Request {
	r, err := builder.Parse([]byte(body), validate.WithKind(validate.KindChatsMessagesSend))
	if err != nil {
		panic(err)
	}
	return r
}

func split(body string) { parse(body).(interface{ Split() builder.Sequence }).Split() }

// program writes a program of n texts with a decoration, which are too many to send.
func program(in code.Language, n int) {
	_, _ = code.Write(in, []byte(parts(n, `{"type":"text","value":"a\nb","text_decorations":[{"range":[0,1],"style":"bold"}]}`)))
}

// boundaries looks up as many boundaries as the text has code units, in no order.
func boundaries(text string) {
	var x decorations.Index
	x.Reset(text)
	for i := range x.UTF16Len() {
		x.SplitsGrapheme((i * 7919) % x.UTF16Len())
	}
}

func convert(source string) {
	markdown.Parts(source, markdown.WithAnimations(), markdown.WithTables(markdown.TableColumns))
	text, ds := markdown.Text(source, markdown.WithAnimations())
	markdown.FromText(text, ds, markdown.WithAnimations())
}

// stepsOf names, in the environment of the counting program, the call and its pieces.
const stepsOf = "LINQLINT_STEPS_OF"

// TestLibraryTakesLinearTime: eight times the input takes at most twelve times the steps.
func TestLibraryTakesLinearTime(t *testing.T) {
	if of, found := os.LookupEnv(stepsOf); found {
		var i, n int
		_, err := fmt.Sscan(of, &i, &n)
		require.NoError(t, err)
		calls[i].run(n)
		return
	}
	program := steps.Compile(t)
	const few, growth = 250, 12
	for i, c := range calls {
		t.Run(c.name, func(t *testing.T) {
			count := func(n int) int {
				return steps.Count(t, program, "TestLibraryTakesLinearTime", fmt.Sprintf("%s=%d %d", stepsOf, i, n))
			}
			once, eight := count(few), count(8*few)
			require.Less(t, eight, growth*once, "%d steps for %d pieces", once, few)
		})
	}
}
