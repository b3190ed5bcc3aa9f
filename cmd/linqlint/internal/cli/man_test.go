package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestManPages writes the pages that packagers install.
func TestManPages(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "man1")
	code, out, errs := linqlint("", "man", dir)
	require.Zero(t, code, errs)
	require.Empty(t, out)
	pages, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Greater(t, len(pages), 15)
	for _, p := range pages {
		text, err := os.ReadFile(filepath.Join(dir, p.Name()))
		require.NoError(t, err)
		name := strings.TrimSuffix(p.Name(), ".1")
		require.True(t, strings.HasPrefix(string(text), `.TH `+strings.ToUpper(name)+` 1 `), p.Name())
		require.Contains(t, string(text), "\n.SH NAME\n"+strings.ReplaceAll(name, "-", `\-`)+` \- `)
		for line := range strings.Lines(string(text)) {
			require.False(t, strings.HasPrefix(line, "'"), line)
		}
	}
	text, err := os.ReadFile(filepath.Join(dir, "linqlint.1"))
	require.NoError(t, err)
	require.Contains(t, string(text), ".TP\n\\fB\\-\\-fail\\-on\\fR \\fILEVEL\\fR\n")
	require.Contains(t, string(text), "\n.SH EXIT STATUS\n")
	require.NotContains(t, string(text), `linqlint\-man`)

	code, _, errs = linqlint("", "man")
	require.Equal(t, 2, code)
	require.Contains(t, errs, "man requires one folder")
}
