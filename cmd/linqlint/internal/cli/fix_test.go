package cli_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFixingTheCorpus fixes every body of the corpus and checks the result: a second run changes nothing, nothing new is wrong, and standard
// input gives the same bytes as a file.
func TestFixingTheCorpus(t *testing.T) {
	for _, flags := range [][]string{{"--fix"}, {"--fix", "--unsafe-fixes"}} {
		t.Run(strings.Join(flags, " "), func(t *testing.T) {
			dir, _ := corpusFolder(t)
			files, err := filepath.Glob(filepath.Join(dir, "*"))
			require.NoError(t, err)
			before := map[string][]byte{}
			for _, file := range files {
				before[file], err = os.ReadFile(file)
				require.NoError(t, err)
			}
			was := errorsIn(t, files)
			run := func() string {
				_, out, _ := linqlint("", append(append([]string{"--quiet"}, flags...), files...)...)
				return out
			}
			run()
			changed := 0
			first := map[string][]byte{}
			for _, file := range files {
				first[file], err = os.ReadFile(file)
				require.NoError(t, err)
				if string(first[file]) != string(before[file]) {
					changed++
				}
				_, out, _ := linqlint(string(before[file]), append(append([]string{"--quiet", "--stdin-filename", file}, flags...), "-")...)
				require.Equal(t, string(first[file]), out, file)
			}
			require.Greater(t, changed, 10, "a corpus in which little is fixed shows little")
			run()
			for _, file := range files {
				again, err := os.ReadFile(file)
				require.NoError(t, err)
				require.Equal(t, string(first[file]), string(again), "%s changes on every run", file)
			}
			for rule, n := range errorsIn(t, files) {
				if file, _, _ := strings.Cut(rule, " "); was[file+" json-syntax"] > 0 {
					continue // what is cut off is only missing once its brackets are closed
				}
				require.LessOrEqual(t, n, was[rule], "fixing made a new %s", rule)
			}
		})
	}
}

// errorsIn counts the errors of the files by path and rule.
func errorsIn(t *testing.T, files []string) map[string]int {
	t.Helper()
	_, out, _ := linqlint("", append([]string{"--format", "jsonl", "--severity", "error"}, files...)...)
	count := map[string]int{}
	for line := range strings.Lines(out) {
		var f struct{ File, Rule string }
		require.NoError(t, json.Unmarshal([]byte(line), &f))
		count[filepath.Base(f.File)+" "+f.Rule]++
	}
	return count
}

// TestDiffIsWhatFixDoes applies the diff with git and compares it with
// what --fix writes.
func TestDiffIsWhatFixDoes(t *testing.T) {
	dir, _ := corpusFolder(t)
	t.Chdir(dir)
	files, err := filepath.Glob("*")
	require.NoError(t, err)
	_, diff, _ := linqlint("", append([]string{"--diff", "--unsafe-fixes"}, files...)...)
	require.NotEmpty(t, diff)
	other := t.TempDir()
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(other, file), text, 0o644))
	}
	linqlint("", append([]string{"--fix", "--unsafe-fixes"}, files...)...)
	patch(t, other, diff)
	for _, file := range files {
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(other, file))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), file)
	}
}

// patch applies a diff as git does.
func patch(t *testing.T, dir, diff string) {
	t.Helper()
	cmd := exec.Command("git", "apply", "--whitespace=nowarn", "-")
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(diff)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s\n%s", out, diff)
}
