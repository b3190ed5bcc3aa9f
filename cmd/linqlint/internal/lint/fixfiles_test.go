package lint

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// names are the files of the current folder.
func names(t *testing.T) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// padding is lines that take more than n pieces.
func padding(n int) string {
	return strings.Repeat(clean+"\n", n*pieceSize/len(clean)+1)
}

// TestFixKeepsTheByteOrderMark: one at the start of newline-delimited bodies stays; one
// at the start of a later line is part of a body, and its fix takes it out.
func TestFixKeepsTheByteOrderMark(t *testing.T) {
	const bom = "\ufeff"
	for offset, want := range map[int]string{0: bom + fixed + "\n" + fixed + "\n", 100: fixed + "\n" + fixed + "\n"} {
		o := options(&tally{})
		j := &job{format: source.NDJSON, text: []byte(bom + fixable + "\n" + fixable + "\n")}
		j.base = validate.Position{Offset: offset, Line: 1}
		(&run{o: &o}).fix(validate.New(), j)
		require.Equal(t, want, string(j.after()))
		require.GreaterOrEqual(t, j.applied, 2)
	}
}

// TestFixUpToTheLargestSize: a body of --max-size bytes is fixed, a larger one is not.
func TestFixUpToTheLargestSize(t *testing.T) {
	for size, want := range map[int64]string{int64(len(fixable)): fixed, int64(len(fixable)) - 1: fixable} {
		o := options(&tally{})
		o.MaxSize = size
		for _, format := range []source.Format{source.JSON, source.NDJSON, source.Array} {
			text, after := fixable, want
			if format == source.Array {
				text, after = "["+fixable+"]", "["+want+"]"
			}
			got, _ := fixText(&run{o: &o}, format, []byte(text))
			require.Equal(t, after, string(got), "%s, at most %d bytes", format, size)
		}
	}
}

// TestFixLeavesNoFileBehind: whatever keeps a file from being replaced, the folder has
// the files that it had, with what they had in them.
func TestFixLeavesNoFileBehind(t *testing.T) {
	blanks := strings.Repeat(" ", 3*pieceSize)
	for name, test := range map[string]struct {
		text   string
		failed bool
	}{
		"no fix in any piece":                  {padding(3), false},
		"a line that is too long":              {fixable + "\n" + padding(1) + blanks + clean + "\n" + padding(1), true},
		"a line that is too long at its start": {blanks + clean + "\n" + fixable + "\n" + padding(1) + fixable + "\n", true},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, map[string]string{"c.ndjson": test.text, "d.json": clean})
			require.NoError(t, os.Chmod("d.json", 0o444))
			before, err := os.Stat("c.ndjson")
			require.NoError(t, err)
			o := options(nil, "c.ndjson", "d.json")
			o.Fix, o.MaxSize = FixFiles, 1000
			out, _, warnings := results(t, o)
			after, err := os.Stat("c.ndjson")
			require.NoError(t, err)
			require.True(t, os.SameFile(before, after), "not even by a copy")
			require.Zero(t, out.Changed)
			require.Zero(t, out.Fixed)
			require.Equal(t, []string{"c.ndjson", "d.json"}, names(t))
			require.Equal(t, test.text, content(t, "c.ndjson"))
			not := strings.Count(strings.Join(warnings, "\n"), "not fixed")
			require.Equal(t, test.failed, not == 1, "one warning a file: %v", warnings)
		})
	}
}

// TestFixOfAFileThatCannotBeRead: a piece whose reading failed takes the whole file out
// of the run, and a file that was never opened is only reported as such.
func TestFixOfAFileThatCannotBeRead(t *testing.T) {
	inFolder(t, map[string]string{"c.ndjson": fixable + "\n" + fixable + "\n"})
	info, err := os.Stat("c.ndjson")
	require.NoError(t, err)
	o := options(&tally{})
	o.Fix = FixFiles
	r := &run{o: &o}
	r.fixer.run = r
	piece := func(first, last bool, err error) *job {
		j := &job{entry: source.Entry{Path: "c.ndjson"}, shown: "c.ndjson", format: source.NDJSON, info: info, first: first, last: last, err: err}
		j.text, j.fixed, j.applied = []byte(fixable+"\n"), []byte(fixed+"\n"), 1
		j.base.Line = 1
		return j
	}
	bad := piece(false, false, errors.New("disk on fire"))
	for _, j := range []*job{piece(true, false, nil), bad, piece(false, true, nil)} {
		require.NoError(t, r.fixer.take(j))
	}
	require.Equal(t, []string{"c.ndjson: not fixed: disk on fire"}, o.Policy.(*testPolicy).warnings)
	require.True(t, r.out.Failed)
	require.Zero(t, r.out.Fixed)
	require.Zero(t, bad.applied)
	require.Empty(t, bad.findings, "what was read of it is not checked as if it were all")
	require.Equal(t, []string{"c.ndjson"}, names(t))

	require.NoError(t, r.fixer.take(piece(true, false, nil)))
	require.Len(t, names(t), 2, "a piece is written beside the file")
	r.fixer.stop()
	require.Equal(t, []string{"c.ndjson"}, names(t), "the run ended")

	unopened := piece(true, true, errors.New("permission denied"))
	unopened.info, unopened.applied, unopened.fixed = nil, 0, nil
	require.NoError(t, r.fixer.take(unopened))
	require.Len(t, o.Policy.(*testPolicy).warnings, 1)

	require.NoError(t, r.fixer.take(piece(true, true, nil)))
	require.Equal(t, []int{1, 1, 1}, []int{r.out.Changed, r.out.FixedFiles, r.out.Fixed}, "the next file is fixed")
	require.Equal(t, fixed+"\n", content(t, "c.ndjson"))
}

// TestFixedLineStaysALine: in newline-delimited bodies a fix that writes a newline is
// left out, be it at the start of the body or within; elsewhere it is applied.
func TestFixedLineStaysALine(t *testing.T) {
	const given = `{"message":{"parts":[{"type":"text","value":"Hi"}],"x":1}}`
	for _, at := range []int{0, 1} {
		v := validate.New(validate.WithFixer("field-unknown", func([]byte, validate.Diagnostic) (validate.Fix, bool) {
			return validate.Fix{Safe: true, Edits: []validate.Edit{{Start: at, End: at, Text: "\n"}}}, true
		}))
		for format, want := range map[source.Format]string{source.NDJSON: given + "\n" + fixed + "\n", source.JSON: given[:at] + "\n" + given[at:]} {
			o := options(&tally{})
			j := &job{format: format, text: []byte(given)}
			if format == source.NDJSON {
				j.text = []byte(given + "\n" + fixable + "\n")
			}
			j.base.Line = 1
			(&run{o: &o}).fix(v, j)
			require.Equal(t, want, string(j.after()), "%s", format)
			require.Equal(t, 1, j.applied)
		}
	}
}

// TestFixReportsWhatItLeft: the text that could not be replaced is checked as it is.
func TestFixReportsWhatItLeft(t *testing.T) {
	o := options(&tally{})
	r := &run{o: &o}
	j := &job{shown: "a.json", format: source.JSON, text: []byte(fixable), fixed: []byte(fixed), applied: 1}
	j.base.Line = 1
	r.recheck(j)
	require.Zero(t, j.applied)
	require.Equal(t, fixable, string(j.after()))
	require.Len(t, j.findings, 1)
	require.Equal(t, "service-value", j.findings[0].Rule)
}
