package source

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSpelledOnCaseSensitiveDisks is for case-sensitive file systems; the command's
// TestWithoutCase is for the others.
func TestSpelledOnCaseSensitiveDisks(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	for _, file := range []string{"a.json", "A.JSON", "Sub/x.json", "sub/x.json", "123"} {
		write(t, file, "{}")
	}
	require.NoError(t, os.Symlink("nowhere", "link"))
	paths := []string{
		"A.JSON", "a.json", "a.JSON", "sub/x.json", "SUB/x.json", "./Sub/../sub//x.json", "123", "link", "LINK", "", ".", "..", "-",
		"sub/", root, filepath.Join(root, "Sub", "X.json"), "none/a.json", "é.json",
	}
	require.Equal(t, paths, Spelled(paths))
}

// TestIgnoresOnCaseSensitiveDisks: a file whose name differs from .gitignore in
// case only is another file, also to a case-sensitive file system.
func TestIgnoresOnCaseSensitiveDisks(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, ".gitignore"), "A.json\n")
	write(t, filepath.Join(root, ".GITIGNORE"), "b.json\n")
	for _, name := range []string{"A.json", "a.json", "b.json"} {
		write(t, filepath.Join(root, name), "{}")
	}
	require.Equal(t, []string{"a.json", "b.json"}, walked(t, &Finder{}, root))
}
