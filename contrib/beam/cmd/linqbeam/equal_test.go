package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/contrib/beam/linqbeam"
)

// buildLinqlint builds the command that the pipeline is compared with.
func buildLinqlint(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "linqlint")
	build := exec.Command("go", "build", "-o", name, ".")
	build.Dir = filepath.Join("..", "..", "..", "..", "cmd", "linqlint")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return name
}

// TestEqualsCommand compares the pipeline with the command: clean bodies,
// rejected bodies with their diagnostics, and counts.
func TestEqualsCommand(t *testing.T) {
	linqlint := buildLinqlint(t)
	for _, test := range []struct {
		name   string
		bodies int
		flags  []string // of both commands
		theirs []string // of linqlint only
		ours   []string // of the pipeline only
	}{
		{name: "as it comes", bodies: 100_000},
		{
			name: "settings, notes, several files", bodies: 3000,
			flags: []string{
				"--fail-on=warning", "--off=text-*", "--error=parts-empty", "--warn=parts-empty", "--error=field-unknown",
				"--kind=messages.create", "--service=SMS",
			},
			theirs: []string{"--severity=note"},
			ours:   []string{"--notes", "--shards=3"},
		},
		{
			name: "a new chat, rejected by notes", bodies: 3000,
			flags:  []string{"--fail-on=note", "--new-chat", "--kind=chats.create", "--note=to-*"},
			theirs: []string{"--severity=note"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := writeCampaign(t, test.bodies)
			glob := filepath.Join(c.dir, "*.ndjson")
			ours, theirs := t.TempDir(), t.TempDir()

			runCommand(t, linqlint, slices.Concat(test.flags, test.theirs,
				[]string{"--no-config", "--partition", theirs, "--format", "jsonl=" + filepath.Join(theirs, "found.jsonl"), glob}))
			code, stderr := runPipeline(t, slices.Concat(test.flags, test.ours, []string{"--input=" + glob, "--output=" + ours})...)
			require.Equal(t, exitDone, code, stderr)

			clean, rejected := linesOf(t, ours, "clean"), linesOf(t, ours, "rejected")
			sameLines(t, linesOf(t, theirs, "clean"), clean)
			sameLines(t, c.withoutPlaces(t, linesOf(t, theirs, "rejected")), c.withoutPlaces(t, rejected))
			require.Equal(t, test.bodies, len(clean)+len(rejected), "every body is somewhere")
			require.NotEmpty(t, clean)
			require.NotEmpty(t, rejected)

			summary := readSummary(t, ours)
			require.Equal(t, countRules(t, filepath.Join(theirs, "found.jsonl")), rulesOf(summary))
			require.Equal(t, linqbeam.Summary{
				Bodies: int64(test.bodies), Clean: int64(len(clean)), Rejected: int64(len(rejected)), Rules: summary.Rules,
			}, summary)
			require.True(t, slices.IsSortedFunc(summary.Rules, func(a, b linqbeam.RuleCount) int { return int(b.Findings - a.Findings) }))
		})
	}
}

// sameLines reports the first line that differs, not a hundred thousand.
func sameLines(t *testing.T, want, got []string) {
	t.Helper()
	for i := range min(len(want), len(got)) {
		require.Equal(t, want[i], got[i], "line %d of the sorted lines", i+1)
	}
	require.Equal(t, len(want), len(got))
}

func runCommand(t *testing.T, name string, args []string) {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	var exit *exec.ExitError
	require.True(t, errors.As(err, &exit) && exit.ExitCode() == 1, "exit code 1: there are problems; %v: %.2000s", err, out)
}

// runPipeline runs the command as its main does, on Beam's own runner.
func runPipeline(t testing.TB, args ...string) (code int, stderr string) {
	t.Helper()
	var set settings
	flags := flag.NewFlagSet("linqbeam", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	set.register(flags)
	require.NoError(t, flags.Parse(args))
	var b strings.Builder
	code = run(t.Context(), &set, flags.Args(), &b)
	return code, b.String()
}

// linesOf returns the lines of all files of dir that begin with name, sorted:
// a pipeline has no order.
func linesOf(t *testing.T, dir, name string) (lines []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, name+"*.ndjson"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for line := range strings.Lines(string(text)) {
			require.True(t, strings.HasSuffix(line, "\n"), "the last line is whole")
			lines = append(lines, strings.TrimSuffix(line, "\n"))
		}
	}
	slices.Sort(lines)
	return lines
}

// withoutPlaces converts locations in a file, which linqlint reports, to
// locations in the body, which a worker reports, and removes the numbers of the
// line and the record.
func (c *campaign) withoutPlaces(t *testing.T, lines []string) []string {
	t.Helper()
	var out []string
	for _, line := range lines {
		var r map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		require.Contains(t, c.offsets, r["file"])
		if at, ok := r["line"]; ok {
			n := at.(float64)
			offset, ok := c.offsets[r["file"].(string)][int(n)]
			require.True(t, ok, "a body begins on line %v", n)
			rebase(r["diagnostics"], float64(offset), n-1)
		}
		delete(r, "line")
		delete(r, "record")
		withoutAdvice(r["diagnostics"])
		text, err := json.Marshal(r)
		require.NoError(t, err)
		out = append(out, string(text))
	}
	slices.Sort(out)
	return out
}

// advice is what the command adds to a hint: how its configuration accepts a name.
var advice = regexp.MustCompile(` accept it with .* in linqlint\.jsonc;`)

// withoutAdvice removes the command's advice from the hints of diagnostics.
func withoutAdvice(diagnostics any) {
	list, _ := diagnostics.([]any)
	for _, d := range list {
		if d, ok := d.(map[string]any); ok && d["rule"] == "field-unknown" {
			hint, _ := d["hint"].(string)
			d["hint"] = advice.ReplaceAllString(hint, "")
		}
	}
}

// rebase subtracts where a body begins from all places below v.
func rebase(v any, offset, lines float64) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			rebase(e, offset, lines)
		}
	case map[string]any:
		for name, e := range v {
			n, isNumber := e.(float64)
			switch {
			case !isNumber:
				rebase(e, offset, lines)
			case name == "offset", name == "start", name == "end": // of a place, of an edit
				v[name] = n - offset
			case name == "line":
				v[name] = n - lines
			}
		}
	}
}

// countRules counts the diagnostics of linqlint's own report.
func countRules(t *testing.T, file string) map[linqbeam.RuleCount]int64 {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	counts := map[linqbeam.RuleCount]int64{}
	for line := range bytes.Lines(text) {
		var found linqbeam.RuleCount
		require.NoError(t, json.Unmarshal(line, &found))
		counts[found]++
	}
	return counts
}

func rulesOf(s linqbeam.Summary) map[linqbeam.RuleCount]int64 {
	counts := map[linqbeam.RuleCount]int64{}
	for _, r := range s.Rules {
		counts[linqbeam.RuleCount{Rule: r.Rule, Severity: r.Severity}] += r.Findings
	}
	return counts
}

func readSummary(t testing.TB, dir string) (s linqbeam.Summary) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, summaryFile))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &s))
	return s
}
