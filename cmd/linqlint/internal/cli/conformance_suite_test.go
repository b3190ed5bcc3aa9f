package cli_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// suiteBody is a body of testdata/conformance.
type suiteBody struct {
	Name, Kind              string
	Detect, Notes, Rejected bool
	NewChat                 bool `json:"new_chat"`
	Body                    *string
	Base64                  []byte `json:"body_base64"`
	Expect                  []suitePair
}

type suitePair struct{ Rule, Pointer string }

// suite reads the bodies of testdata/conformance.
func suite(t *testing.T) (all []suiteBody) {
	t.Helper()
	files, err := filepath.Glob("../../../../testdata/conformance/*.jsonl")
	require.NoError(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		_, data, _ = bytes.Cut(data, []byte("\n"))
		for line := range bytes.Lines(data) {
			var b suiteBody
			require.NoError(t, json.Unmarshal(line, &b))
			all = append(all, b)
		}
	}
	require.Greater(t, len(all), 800)
	return all
}

// flags are those that a body of the suite is checked with.
func (b *suiteBody) flags() (flags []string) {
	if !b.Detect && b.Kind != "" {
		flags = append(flags, "--kind", b.Kind)
	}
	if b.NewChat {
		flags = append(flags, "--new-chat")
	}
	if b.Notes {
		flags = append(flags, "--severity", "note")
	}
	return flags
}

// TestConformance runs the suite over the command: one run for the bodies with
// the same flags, each in a file of its own.
func TestConformance(t *testing.T) {
	runs := map[string][]suiteBody{}
	for _, b := range suite(t) {
		key, _ := json.Marshal(b.flags())
		runs[string(key)] = append(runs[string(key)], b)
	}
	for flags, bodies := range runs {
		t.Run(flags, func(t *testing.T) {
			args := []string{"--no-config", "--format", "json", "--max", "0"}
			dir, want := t.TempDir(), map[string][]suitePair{}
			for i, b := range bodies {
				file := filepath.Join(dir, strconv.Itoa(i)+".json")
				body := b.Base64
				if b.Body != nil {
					body = []byte(*b.Body)
				}
				require.NoError(t, os.WriteFile(file, body, 0o600))
				want[file] = b.Expect
			}
			_, out, _ := linqlint("", append(append(args, bodies[0].flags()...), slices.Sorted(maps.Keys(want))...)...)
			var report struct {
				Files []struct {
					Path        string
					Diagnostics []suitePair
				}
			}
			require.NoError(t, json.Unmarshal([]byte(out), &report))
			require.Len(t, report.Files, len(bodies))
			for _, f := range report.Files {
				require.ElementsMatch(t, want[f.Path], f.Diagnostics, f.Path)
			}
		})
	}
}
