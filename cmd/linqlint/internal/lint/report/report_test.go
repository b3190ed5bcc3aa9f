package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "go test ./cmd/linqlint/internal/lint/report -update writes it")
	require.Equal(t, string(want), got)
}

// position returns the place of the byte at offset in text.
func position(text string, offset int) validate.Position {
	before := text[:offset]
	line := strings.LastIndexByte(before, '\n') + 1
	return validate.Position{
		Offset: offset,
		Line:   1 + strings.Count(before, "\n"),
		Column: 1 + len(utf16.Encode([]rune(before[line:]))),
	}
}

// span returns the place of the first occurrence of part in text.
func span(t *testing.T, text, part string) (start, end validate.Position) {
	t.Helper()
	i := strings.Index(text, part)
	require.GreaterOrEqual(t, i, 0, "%q is not in the text", part)
	return position(text, i), position(text, i+len(part))
}

// found makes a finding at the first occurrence of part in text.
func found(t *testing.T, text, part string, d validate.Diagnostic) Finding {
	t.Helper()
	d.Start, d.End = span(t, text, part)
	if d.Severity == 0 {
		d.Severity = validate.SeverityError
	}
	if d.Rule == "" {
		d.Rule = "some-rule"
	}
	if d.Message == "" {
		d.Message = "something is wrong"
	}
	return Finding{Diagnostic: d}
}

// related makes a related place.
func related(t *testing.T, text, part, message string) validate.Related {
	t.Helper()
	r := validate.Related{Message: message}
	r.Start, r.End = span(t, text, part)
	return r
}

// replacing makes a fix that replaces the first part.
func replacing(t *testing.T, text, part, with, title string) validate.Fix {
	t.Helper()
	start, end := span(t, text, part)
	return validate.Fix{Title: title, Edits: []validate.Edit{{Start: start.Offset, End: end.Offset, Text: with}}}
}

// whole makes the batch of one file.
func whole(path, text string, findings ...Finding) *Batch {
	return &Batch{Path: path, First: true, Last: true, Status: Checked, Kind: validate.KindChatsCreate, Text: []byte(text), Findings: findings}
}

// summarized counts batches as a run does.
func summarized(batches ...*Batch) *Summary {
	s := &Summary{}
	for _, b := range batches {
		s.Files++
		switch b.Status {
		case Checked:
			s.Checked++
			s.Bodies++
		case Skipped:
			s.Skipped++
		case Unreadable:
			s.Unreadable++
		}
		if len(b.Findings) > 0 {
			s.WithFindings++
		}
		for i := range b.Findings {
			s.Add(&b.Findings[i])
		}
	}
	return s
}

// written runs a writer over batches.
func written(t *testing.T, makeWriter func(Options) Writer, o Options, batches ...*Batch) string {
	t.Helper()
	var out bytes.Buffer
	o.Out = &out
	w := makeWriter(o)
	for _, b := range batches {
		require.NoError(t, w.Batch(b))
	}
	require.NoError(t, w.Close(summarized(batches...)))
	return out.String()
}
