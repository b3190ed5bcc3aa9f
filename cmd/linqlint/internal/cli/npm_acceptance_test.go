//go:build acceptance

package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/cli"
)

// TestWalkIsSilentInPackages walks large packages that have nothing to do with
// the API: thousands of JSON files, and no finding.
func TestWalkIsSilentInPackages(t *testing.T) {
	packages := []struct {
		name  string
		files int // at least so many JSON files
	}{
		{"aws-sdk", 1000},
		{"cldr-localenames-full", 3000},
		{"@mdn/browser-compat-data", 1},
		{"mdn-data", 15},
	}
	for _, p := range packages {
		t.Run(p.name, func(t *testing.T) {
			dir := filepath.Join("../../../../testdata/npm/node_modules", p.name)
			_, err := os.Stat(dir)
			require.NoError(t, err, "the packages are not installed: run npm ci --ignore-scripts --prefix testdata/npm")
			code, out, _ := linqlint("", "--format", "json", "--severity", "note", "--max-size", "64MiB", dir)
			require.Equal(t, cli.ExitClean, code)
			var got struct {
				Files []struct {
					Path, Status string
					Diagnostics  []json.RawMessage
				}
			}
			require.NoError(t, json.Unmarshal([]byte(out), &got))
			require.GreaterOrEqual(t, len(got.Files), p.files)
			for _, f := range got.Files {
				require.Equal(t, "skipped", f.Status, f.Path)
				require.Empty(t, f.Diagnostics, f.Path)
			}
		})
	}
}
