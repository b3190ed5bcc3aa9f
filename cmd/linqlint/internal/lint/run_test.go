package lint

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// fixable has one problem with a safe fix, which gives fixed.
const (
	fixable = `{"message":{"preferred_service":"sms","parts":[{"type":"text","value":"Hi"}]}}`
	fixed   = `{"message":{"preferred_service":"SMS","parts":[{"type":"text","value":"Hi"}]}}`
)

// inFolder makes a folder with files the current one.
func inFolder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	}
}

func content(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(text)
}

// results runs and returns the outcome, the findings and the warnings.
func results(t *testing.T, o Options) (Outcome, []string, []string) {
	t.Helper()
	got := &tally{}
	o.Report = got
	out, err := Run(context.Background(), o)
	require.NoError(t, err)
	return out, got.lines, o.Policy.(*testPolicy).warnings
}

func TestFixFiles(t *testing.T) {
	inFolder(t, map[string]string{
		"a.json": fixable, "array.json": "[" + fixable + ",\n" + clean + "]", "clean.json": clean,
		"s.sh": "curl https://api.linqapp.com/api/partner/v3/chats/1/messages -d '" + fixable + "'\n",
	})
	o := options(nil, "a.json", "clean.json", "s.sh")
	o.Fix = FixFiles
	out, lines, warnings := results(t, o)
	require.Empty(t, lines)
	require.Empty(t, warnings)
	require.Equal(t, 2, out.Changed)
	require.Equal(t, 2, out.Fixed)
	require.Equal(t, fixed, content(t, "a.json"))
	require.Contains(t, content(t, "s.sh"), "'"+fixed+"'")

	o = options(nil, "array.json")
	o.Fix, o.Format = FixFiles, source.Array
	_, lines, _ = results(t, o)
	require.Empty(t, lines)
	require.Equal(t, "["+fixed+",\n"+clean+"]", content(t, "array.json"))

	var stdout bytes.Buffer
	o = options(nil, source.Stdin)
	o.Fix, o.Stdin, o.Out = FixFiles, strings.NewReader(fixable), &stdout
	results(t, o)
	require.Equal(t, fixed, stdout.String())
}

// TestFixesThatCannotBeWritten: the file stays as it is, and its problems are
// reported.
func TestFixesThatCannotBeWritten(t *testing.T) {
	var gz bytes.Buffer
	w := gzip.NewWriter(&gz)
	_, err := w.Write([]byte(fixable))
	require.NoError(t, errors.Join(err, w.Close()))
	inFolder(t, map[string]string{"a.json": fixable, "b.json.gz": gz.String(), "c.ndjson": fixable + "\n" + strings.Repeat(" ", 3*pieceSize) + clean + "\n" + fixable + "\n"})
	require.NoError(t, os.Chmod("a.json", 0o444))
	o := options(nil, "a.json", "b.json.gz", "c.ndjson")
	o.Fix, o.MaxSize = FixFiles, 1000
	out, lines, warnings := results(t, o)
	require.True(t, out.Failed)
	require.Zero(t, out.Changed)
	require.Contains(t, strings.Join(lines, "\n"), "a.json:1:33")
	require.Contains(t, strings.Join(lines, "\n"), "b.json.gz:1:33")
	require.Subset(t, warnings, []string{"a.json: not fixed: is read-only", "b.json.gz: not fixed: is compressed", "c.ndjson: not fixed: a line is larger than --max-size"})
	require.Equal(t, fixable, content(t, "a.json"))
	require.True(t, strings.HasPrefix(content(t, "c.ndjson"), fixable+"\n"))
}

func TestFixDiff(t *testing.T) {
	var ndjson strings.Builder
	for ndjson.Len() < 2*pieceSize {
		ndjson.WriteString(clean + "\n")
	}
	lines := strings.Count(ndjson.String(), "\n")
	inFolder(t, map[string]string{"a.json": fixable + "\n", "c.ndjson": fixable + "\n" + ndjson.String() + fixable + "\n"})
	var diff bytes.Buffer
	o := options(nil, "a.json", "c.ndjson")
	o.Fix, o.Out = FixDiff, &diff
	out, _, _ := results(t, o)
	require.Equal(t, 2, out.Changed)
	require.True(t, strings.HasPrefix(diff.String(), "--- a/a.json\n+++ b/a.json\n@@ -1 +1 @@\n-"+fixable+"\n+"+fixed+"\n--- a/c.ndjson\n+++ b/c.ndjson\n@@ -1,4 +1,4 @@\n"), diff.String())
	require.Contains(t, diff.String(), fmt.Sprintf("@@ -%d,3 +%d,3 @@\n", lines, lines))
	require.Equal(t, 2, strings.Count(diff.String(), "---"), "one header a file")
	require.Equal(t, fixable+"\n", content(t, "a.json"))
}

func TestPartition(t *testing.T) {
	inFolder(t, map[string]string{"c.ndjson": clean + "\n" + broken + "\n" + strings.Repeat(" ", 2000) + clean + "\n", "s.sh": "curl https://api.linqapp.com/api/partner/v3/messages -d '" + broken + "'"})
	accepted, rejected := &file{}, &file{}
	o := options(nil, "c.ndjson", "s.sh")
	o.MaxSize, o.Partition = 1000, report.NewPartition(accepted, rejected)
	_, _, warnings := results(t, o)
	require.NoError(t, o.Partition.Close())
	require.Equal(t, clean+"\n", accepted.String())
	require.Equal(t, 2, o.Partition.Rejected)
	require.Contains(t, rejected.String(), `{"file":"c.ndjson","line":2,"record":2`)
	require.Contains(t, rejected.String(), `{"file":"c.ndjson","line":3,"record":3,"offset":`)
	require.Contains(t, warnings, "s.sh: not partitioned: the bodies are inside requests")
	require.Contains(t, strings.Join(warnings, "\n"), "c.ndjson: line 3: this record is ")

	o = options(nil, "c.ndjson")
	o.FailOn, o.Partition = validate.SeverityOff, report.NewPartition(&file{}, full{})
	o.Report = &tally{}
	_, err := Run(context.Background(), o)
	if err == nil {
		err = o.Partition.Close()
	}
	require.ErrorContains(t, err, "disk full")
}

// file is a buffer with Close.
type file struct{ bytes.Buffer }

func (*file) Close() error { return nil }

// full is a file on a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }
func (full) Close() error              { return nil }

// failing is a report that cannot be written.
type failing struct{ tally }

func (failing) Batch(*report.Batch) error   { return errors.New("disk full") }
func (failing) Close(*report.Summary) error { return nil }

func TestWriteError(t *testing.T) {
	inFolder(t, map[string]string{"a.json": fixable})
	o := options(&failing{}, "a.json")
	_, err := Run(context.Background(), o)
	var failed *WriteError
	require.ErrorAs(t, err, &failed)
	require.EqualError(t, err, "cannot write the report: disk full")
	require.EqualError(t, errors.Unwrap(err), "disk full")
	for mode, what := range map[FixMode]string{FixDiff: "the diff", FixFiles: "the fixed text"} {
		o := options(&tally{}, source.Stdin)
		o.Fix, o.Out, o.Stdin = mode, full{}, strings.NewReader(fixable)
		_, err := Run(context.Background(), o)
		require.EqualError(t, err, "cannot write "+what+": disk full")
	}
}

func TestPolicyDecides(t *testing.T) {
	inFolder(t, map[string]string{"a.json": `{"to":[],"message":{"parts":[]}}`})
	p := newTestPolicy()
	p.keep = func(_ string, d *validate.Diagnostic) bool { return d.Rule != "to-empty" }
	o := options(nil, "a.json")
	o.Policy = p
	out, lines, _ := results(t, o)
	require.Len(t, lines, 1)
	require.Contains(t, lines[0], "parts-empty")
	require.True(t, out.Fails(validate.SeverityError))
	require.False(t, out.Fails(validate.SeverityOff))

	p.accept = func(_ *report.Batch, f *report.Finding) bool { return f.Rule != "parts-empty" }
	out, lines, _ = results(t, o)
	require.Empty(t, lines)
	require.False(t, out.Fails(validate.SeverityNote))
}

func TestHidden(t *testing.T) {
	inFolder(t, map[string]string{"a.json": `{"message":{"parts":[{"type":"text","value":"Hi","glow":1}]}}`})
	o := options(nil, "a.json")
	o.Severity = validate.SeverityError
	out, lines, _ := results(t, o)
	require.Empty(t, lines)
	require.Equal(t, 1, out.Hidden)
}

func TestMaxAndSample(t *testing.T) {
	inFolder(t, map[string]string{"c.ndjson": strings.Repeat(broken+"\n", 10)})
	o := options(nil, "c.ndjson")
	o.Max, o.FailOn = 3, validate.SeverityOff
	out, lines, _ := results(t, o)
	require.Len(t, lines, 3)
	require.Equal(t, report.Stop{Reason: "stopped after --max 3", File: "c.ndjson", Offset: 3 * (len(broken) + 1)}, out.Stopped)

	o = options(nil, "c.ndjson")
	o.Sample = 4
	out, lines, _ = results(t, o)
	require.Len(t, lines, 3, "lines 1, 5 and 9")
	require.Equal(t, 3, out.Bodies)
}

// TestWalks covers what a walk does with files that are not plain payloads.
func TestWalks(t *testing.T) {
	inFolder(t, map[string]string{
		"broken.ndjson": clean + "\n{\"message\":{\"parts\":\n" + clean + "\n",
		"large.json":    `{"x":"` + strings.Repeat("x", 3000) + `"}`,
		"largest.json":  `{"message":{"parts":[{"type":"text","value":"` + strings.Repeat("x", 3000) + `"}]}}`,
		"other.json":    `{"name":"x"}`,
		"folder.json":   clean,
	})
	require.NoError(t, os.Remove("folder.json"))
	require.NoError(t, os.Mkdir("folder.json", 0o755))
	o := options(nil, ".")
	o.MaxSize = 1000
	out, lines, warnings := results(t, o)
	require.Len(t, lines, 1)
	require.Contains(t, lines[0], "broken.ndjson:2:")
	require.Len(t, warnings, 2)
	require.Contains(t, warnings[0], "large.json: skipped: the file is 2.9 KiB, larger than 1000 bytes (--max-size)")
	require.Contains(t, warnings[1], "largest.json: the file is 3.0 KiB")
	require.Equal(t, []int{4, 1, 2, 1}, []int{out.Files, out.Checked, out.Skipped, out.Unreadable})
	require.True(t, out.Failed)

	_, _, warnings = results(t, options(nil, "none.json", "folder.json/../none*"))
	require.Equal(t, []string{"none.json: no such file or folder", "folder.json/../none*: no file matches this glob"}, warnings)
}

func TestArrayFault(t *testing.T) {
	inFolder(t, map[string]string{"a.json": "[\n" + clean + ",\n]"})
	o := options(nil, "a.json")
	o.Format = source.Array
	_, lines, _ := results(t, o)
	require.Equal(t, []string{"a.json:3:1@74#0 json-syntax"}, lines)
}

// TestUnfinishedFixes: a body with fixes left at the limit of rounds is named.
func TestUnfinishedFixes(t *testing.T) {
	var unknown strings.Builder
	for i := range 120 {
		fmt.Fprintf(&unknown, `"x%d":1,`, i)
	}
	body := `{"message":{` + unknown.String() + `"parts":[{"type":"text","value":"Hi"}]}}`
	remove := func(body []byte, d validate.Diagnostic) (validate.Fix, bool) {
		edits := []validate.Edit{{Start: d.Start.Offset, End: d.End.Offset + len(":1,")}, {Start: len(body), End: len(body), Text: " "}}
		return validate.Fix{Title: "remove it", Edits: edits}, true // all of them touch at the end
	}
	policy := newTestPolicy()
	policy.named = validate.New(validate.WithFixer("field-unknown", remove))
	inFolder(t, map[string]string{"a.json": body})
	o := options(nil, "a.json")
	o.Policy, o.Fix, o.Safety = policy, FixFiles, validate.FixAll
	_, _, warnings := results(t, o)
	require.Equal(t, []string{"a.json: more can be fixed: fix the result again"}, warnings)
	require.Contains(t, content(t, "a.json"), `"x119"`)
}
