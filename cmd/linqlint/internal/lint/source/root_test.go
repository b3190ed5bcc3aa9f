package source_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

func TestRoot(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "repo", "pkg"), 0o755))
	t.Chdir(filepath.Join(dir, "repo", "pkg"))
	root := source.NewRoot("..")
	require.Equal(t, source.Absolute(filepath.Join(dir, "repo")), root.Dir())
	outside := source.Absolute(filepath.Join(dir, "x.json"))
	for given, want := range map[string]string{
		"a.json":       "pkg/a.json",
		"<stdin>":      "<stdin>",
		"./a.json":     "pkg/a.json",
		"../b.json":    "b.json",
		"../pkg/../..": source.Absolute(dir),
		filepath.ToSlash(filepath.Join(dir, "repo", "c d.json")): "c d.json",
		"../../x.json":                    outside,
		outside:                           outside,
		source.Absolute(dir) + "/repo2/a": source.Absolute(dir) + "/repo2/a",
	} {
		require.Equal(t, want, root.Path(given), given)
	}
	require.Equal(t, "../x.json", source.Root{}.Path("../x.json"))
	require.Empty(t, source.Root{}.Dir())
}
