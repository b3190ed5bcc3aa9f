package validate

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// corpusLine is a body with the errors and warnings that it must yield.
type corpusLine struct {
	Name   string          `json:"name"`
	Kind   Kind            `json:"kind"`
	Detect bool            `json:"detect"` // kind is the detected one, and none is passed
	Body   json.RawMessage `json:"body"`
	Raw    *string         `json:"raw"`
	Base64 []byte          `json:"raw_base64"`
	Expect []struct {
		Rule    string `json:"rule"`
		Pointer string `json:"pointer"`
	} `json:"expect"`
}

func (l *corpusLine) bytes() []byte {
	switch {
	case l.Raw != nil:
		return []byte(*l.Raw)
	case l.Base64 != nil:
		return l.Base64
	}
	return l.Body
}

func readCorpus(tb testing.TB) []corpusLine {
	tb.Helper()
	data, err := os.ReadFile("../testdata/corpus.jsonl")
	require.NoError(tb, err)
	later, err := os.ReadFile("../testdata/corpus-2026-09.jsonl")
	require.NoError(tb, err)
	var lines []corpusLine
	for line := range bytes.Lines(append(data, later...)) {
		var l corpusLine
		require.NoError(tb, json.Unmarshal(line, &l))
		lines = append(lines, l)
	}
	return lines
}

// TestCorpus compares every verdict of testdata/corpus*.jsonl: errors and warnings
// as a multiset of rule and pointer.
func TestCorpus(t *testing.T) {
	lines := readCorpus(t)
	require.Len(t, lines, 123+62)
	for _, l := range lines {
		t.Run(l.Name, func(t *testing.T) {
			var opts []Option
			if !l.Detect {
				opts = append(opts, WithKind(l.Kind))
			}
			report := JSON(l.bytes(), opts...)
			require.Equal(t, l.Kind, report.Kind)
			var want, got []string
			for _, e := range l.Expect {
				want = append(want, e.Rule+" "+e.Pointer)
			}
			for _, d := range report.Diagnostics {
				got = append(got, d.Rule+" "+d.Pointer)
			}
			slices.Sort(want)
			slices.Sort(got)
			require.Equal(t, strings.Join(want, "\n"), strings.Join(got, "\n"))
		})
	}
}
