package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSuggestionsOfManyValues: what is suggested for a value is the same whether it
// is the only one, comes again, or is one of more than are remembered, in either list.
func TestSuggestionsOfManyValues(t *testing.T) {
	var values []string
	for _, style := range styles.values {
		values = append(values, style+"x", style+"y", "x"+style, strings.ToUpper(style), "un"+style, style)
	}
	require.Greater(t, len(values), maxSuggestions)
	decoration := func(member, value string) string { return `{"range":[0,1],"` + member + `":"` + value + `"}` }
	var all, want []string
	for _, member := range []string{"style", "animation", "style"} {
		for _, value := range values {
			alone := JSON([]byte(decorated("Hello", decoration(member, value))), WithKind(KindChatsMessagesSend))
			all = append(all, decoration(member, value))
			for _, d := range alone.Diagnostics {
				want = append(want, suggested(d))
			}
		}
	}
	var got []string
	for _, d := range JSON([]byte(decorated("Hello", strings.Join(all, ","))), WithKind(KindChatsMessagesSend)).Diagnostics {
		if d.Rule != "decoration-overlap" {
			got = append(got, suggested(d))
		}
	}
	require.Equal(t, want, got)
}

// suggested is what a diagnostic says, without its place.
func suggested(d Diagnostic) string {
	text := d.Message + "; " + d.Hint
	for _, fix := range d.Fixes {
		text += "; " + fix.Title + ": " + fix.Edits[0].Text
	}
	return text
}

// TestCheckerKeepsLittle: a checker in the pool has nothing of a body with many
// problems, and memory for a bounded number.
func TestCheckerKeepsLittle(t *testing.T) {
	c := newChecker()
	c.v = New(WithMaxDiagnostics(1 << 20))
	var r Report
	c.run([]byte(manyDecorations(3*maxKept, `"style":"`+strings.Repeat("é", 50)+`"`)), &r)
	require.Greater(t, len(r.Diagnostics), 2*maxKept)
	c.release()
	require.LessOrEqual(t, cap(c.found), maxKept)
	require.LessOrEqual(t, cap(c.args), 2*maxKept)
	for _, a := range c.args[:cap(c.args)] {
		require.Zero(t, a)
	}
	for _, s := range c.suggested[:cap(c.suggested)] {
		require.Zero(t, s)
	}
	require.Zero(t, c.texts)

	c.v, c.line = New(), make([]byte, 0, 2*maxKept)
	c.run([]byte(sendOf(textOf(""))), &r)
	c.release()
	require.Zero(t, cap(c.line))
}

// TestTexts: texts that are kept are their own, whatever comes after them.
func TestTexts(t *testing.T) {
	var all texts
	var got, want []string
	line := make([]byte, 0, 2*maxBlock)
	for i := range 300 {
		text := strings.Repeat(itoa(i), i%7*(i+1))
		line = append(line[:0], text...)
		got = append(got, all.keep(line), all.join(text, "", text))
		want = append(want, text, text+text)
	}
	line = append(line[:0], strings.Repeat("x", 2*maxBlock)...)
	got, want = append(got, all.keep(line), all.keep(nil)), append(want, strings.Repeat("x", 2*maxBlock), "")
	clear(line)
	require.Equal(t, want, got)
}
