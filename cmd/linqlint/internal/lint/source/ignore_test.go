package source

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// ignoreTrees are trees with .gitignore files that Git itself checks.
var ignoreTrees = []struct {
	name    string
	ignores map[string]string // folder: its .gitignore
	files   []string
}{
	{
		name:    "names anywhere and anchored",
		ignores: map[string]string{"": "a.json\n/top.json\nsub/b.json\n"},
		files:   []string{"a.json", "sub/a.json", "top.json", "sub/top.json", "sub/b.json", "x/sub/b.json"},
	},
	{
		name:    "folders only",
		ignores: map[string]string{"": "build/\nout.json/\n"},
		files:   []string{"build/a.json", "x/build/a.json", "out.json", "x/out.json/a.json"},
	},
	{
		name:    "negation, the last fit wins",
		ignores: map[string]string{"": "*.json\n!keep.json\nkeep.json.json\n!/deep/*.json\n"},
		files:   []string{"a.json", "keep.json", "sub/keep.json", "deep/a.json", "deep/er/a.json"},
	},
	{
		name:    "a nested file overrules its parent",
		ignores: map[string]string{"": "*.json\n", "in": "!*.json\n/not.json\n", "in/side": "yes.json\n"},
		files:   []string{"a.json", "in/a.json", "in/not.json", "in/side/a.json", "in/side/yes.json", "in/side/not.json"},
	},
	{
		name:    "what lies in an ignored folder cannot come back",
		ignores: map[string]string{"": "gone/\n!gone/back.json\ngone2/*\n!gone2/back.json\n"},
		files:   []string{"gone/back.json", "gone2/back.json", "gone2/away.json"},
	},
	{
		name:    "double stars",
		ignores: map[string]string{"": "**/x.json\na/**/z.json\nlogs/**\nq**.json\n"},
		files:   []string{"x.json", "d/x.json", "a/z.json", "a/b/z.json", "a/b/c/z.json", "logs/a.json", "logs/b/a.json", "qr.json", "d/qrs.json", "q/r.json"},
	},
	{
		name:    "classes, question marks, braces and backslashes",
		ignores: map[string]string{"": "[ab].json\n[!c-e]1.json\n?2.json\n{x,y}.json\n\\!bang.json\n\\#hash.json\n"},
		files:   []string{"a.json", "c.json", "c1.json", "f1.json", "z2.json", "22.json", "x.json", "{x,y}.json", "!bang.json", "#hash.json"},
	},
	{
		name:    "comments, blank lines, line ends, trailing spaces",
		ignores: map[string]string{"": "# a.json\n\n   \nb.json   \r\nc.json\\ \nd.json"},
		files:   []string{"a.json", "b.json", "c.json", "c.json ", "d.json"},
	},
	{
		name:    "an asterisk stops at a slash",
		ignores: map[string]string{"": "p/*.json\nr/*/t.json\n"},
		files:   []string{"p/a.json", "p/q/a.json", "r/s/t.json", "r/s/s/t.json", "r/t.json"},
	},
}

// TestIgnoresAsGitDoes compares the walk with git check-ignore.
func TestIgnoresAsGitDoes(t *testing.T) {
	for _, tree := range ignoreTrees {
		t.Run(tree.name, func(t *testing.T) {
			root := t.TempDir()
			for dir, text := range tree.ignores {
				write(t, filepath.Join(root, dir, ".gitignore"), text)
			}
			for _, file := range tree.files {
				write(t, filepath.Join(root, file), "{}")
			}
			git(t, root, "", "init", "-q")
			want := keptByGit(t, root)
			require.NotEmpty(t, want, "a tree in which all is ignored shows nothing")
			require.Less(t, len(want), len(tree.files), "a tree in which nothing is ignored shows nothing")
			require.Equal(t, want, walked(t, &Finder{}, root))
		})
	}
}

// TestIgnoresAboveTheFolder walks a folder of a repository, in which the .gitignore
// of the repository's root applies.
func TestIgnoresAboveTheFolder(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, ".gitignore"), "*.tmp.json\n/sub/gone.json\n")
	write(t, filepath.Join(root, ".git/info/exclude"), "private.json\n")
	for _, name := range []string{"a.json", "a.tmp.json", "gone.json", "private.json"} {
		write(t, filepath.Join(root, "sub", name), "{}")
	}
	require.Equal(t, []string{"a.json"}, walked(t, &Finder{}, filepath.Join(root, "sub")))
	require.Equal(t, []string{"a.json", "a.tmp.json", "gone.json", "private.json"},
		walked(t, &Finder{NoIgnore: true}, filepath.Join(root, "sub")))
}

// TestNamedFolderIsNotIgnored walks ignored folders that are arguments, such as
// node_modules/x.
func TestNamedFolderIsNotIgnored(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, ".gitignore"), "node_modules/\n")
	write(t, filepath.Join(root, "node_modules/x/a.json"), "{}")
	write(t, filepath.Join(root, "node_modules/x/node_modules/y/b.json"), "{}")
	require.Empty(t, walked(t, &Finder{}, root))
	require.Equal(t, []string{"a.json"}, walked(t, &Finder{}, filepath.Join(root, "node_modules/x")))
}

// walked lists what Find yields below root, relative to it.
func walked(t *testing.T, f *Finder, root string) []string {
	t.Helper()
	var paths []string
	f.Find([]string{root}, func(e Entry) bool {
		require.NoError(t, e.Err)
		rel, err := filepath.Rel(root, e.Path)
		require.NoError(t, err)
		paths = append(paths, filepath.ToSlash(rel))
		return true
	})
	return paths
}

// keptByGit lists the files below root that git check-ignore does not name, in
// the order of a walk.
func keptByGit(t *testing.T, root string) []string {
	t.Helper()
	var all []string
	require.NoError(t, filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if d.IsDir() && d.Name() == ".git" {
			return filepath.SkipDir
		}
		if rel, _ := filepath.Rel(root, p); !d.IsDir() && taken(d.Name()) {
			all = append(all, filepath.ToSlash(rel))
		}
		return err
	}))
	ignored := map[string]bool{}
	for line := range strings.SplitSeq(git(t, root, strings.Join(all, "\x00")+"\x00", "check-ignore", "-z", "--stdin"), "\x00") {
		ignored[line] = true
	}
	var kept []string
	for _, file := range all {
		if !ignored[file] {
			kept = append(kept, file)
		}
	}
	return kept
}

// git runs git in dir; that check-ignore finds nothing (exit 1) is not a failure.
func git(t *testing.T, dir, stdin string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "core.excludesFile=/dev/null"}, args...)...)
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(stdin)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if code := cmd.ProcessState.ExitCode(); err != nil && code != 1 {
		require.NoError(t, fmt.Errorf("git %v: %w: %s", args, err, stderr.String()))
	}
	return string(out)
}

func write(t *testing.T, file, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
}
