package git

import (
	"context"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// inRepository makes a repository with one commit the current folder and returns
// its path, as the package writes it.
func inRepository(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	t.Chdir(dir)
	for name, value := range map[string]string{
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": dir,
		"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com",
	} {
		t.Setenv(name, value)
	}
	gitIn(t, dir, "init", "-q", "-b", "main")
	write(t, "a.json", "{}\n")
	write(t, "b.json", "[]\n")
	gitIn(t, dir, "add", ".")
	gitIn(t, dir, "commit", "-q", "-m", "first")
	return filepath.ToSlash(dir)
}

func gitIn(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "git %v: %s", args, out)
	return string(out)
}

func write(t *testing.T, name, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
}

func open(t *testing.T) *Repo {
	t.Helper()
	r, err := Open(context.Background())
	require.NoError(t, err)
	return r
}

func TestSince(t *testing.T) {
	top := inRepository(t)
	write(t, ".gitignore", "ignored.json\n")
	write(t, "a.json", "{\"a\":1}\n")
	write(t, "sub/new.json", "{}\n")
	write(t, "ignored.json", "{}\n")
	gitIn(t, top, "rm", "-q", "--cached", "b.json")
	require.NoError(t, os.Remove("b.json"))
	t.Chdir("sub") // names are relative to the top all the same
	changed, err := open(t).Since("HEAD")
	require.NoError(t, err)
	for name, want := range map[string]bool{"a.json": true, "b.json": false, "sub/new.json": true, "ignored.json": false, "new.json": false} {
		require.Equal(t, want, changed(top+"/"+name), name)
	}
}

func TestSinceUnknownCommit(t *testing.T) {
	inRepository(t)
	_, err := open(t).Since("no-such-branch")
	require.ErrorContains(t, err, "git: ")
	require.NotContains(t, err.Error(), "\n")
}

func TestStaged(t *testing.T) {
	top := inRepository(t)
	write(t, "a.json", "{\"staged\":1}\n")
	write(t, "large.json", strings.Repeat(" ", small)+"{}")
	require.NoError(t, os.Symlink("a.json", "link.json"))
	gitIn(t, top, "add", ".")
	write(t, "a.json", "{\"later\":1}\n")
	index, err := open(t).Staged()
	require.NoError(t, err)
	defer index.Close()
	require.Equal(t, []string{top + "/a.json", top + "/large.json"}, index.Files())

	for name, want := range map[string]int64{"a.json": 13, "large.json": small + 2, "b.json": 3} {
		content, size, err := index.Open(top + "/" + name)
		require.NoError(t, err, name)
		require.Equal(t, want, size, name)
		text, err := io.ReadAll(content)
		require.NoError(t, err, name)
		require.Len(t, text, int(want), name)
		require.NoError(t, content.Close())
	}
	for _, at := range []string{top + "/no-such.json", "/elsewhere/a.json", top + "/two\nlines.json", top} {
		_, _, err := index.Open(at)
		require.ErrorIs(t, err, fs.ErrNotExist, "%q", at)
	}
}

// TestStagedBeforeTheFirstCommit compares with nothing.
func TestStagedBeforeTheFirstCommit(t *testing.T) {
	top := inRepository(t)
	t.Chdir(t.TempDir())
	gitIn(t, ".", "init", "-q")
	write(t, "new.json", "{}")
	gitIn(t, ".", "add", ".")
	index, err := open(t).Staged()
	require.NoError(t, err)
	defer index.Close()
	require.Len(t, index.Files(), 1)
	require.NotContains(t, index.Files()[0], top)
}

// TestLostObject removes a staged object. The file on disk must not replace it.
func TestLostObject(t *testing.T) {
	top := inRepository(t)
	write(t, "a.json", "{\"staged\":1}\n")
	gitIn(t, top, "add", "a.json")
	index, err := open(t).Staged()
	require.NoError(t, err)
	defer index.Close()
	object := index.objects[top+"/a.json"]
	file := filepath.Join(".git", "objects", object[:2], object[2:])
	require.NoError(t, os.Chmod(file, 0o644))
	require.NoError(t, os.Remove(file))
	_, _, err = index.Open(top + "/a.json")
	require.EqualError(t, err, "git: the repository does not have object "+object)
}

func TestFold(t *testing.T) {
	top := inRepository(t)
	require.Equal(t, "/A", open(t).Fold("/A"))
	gitIn(t, top, "config", "core.ignorecase", "true")
	require.Equal(t, "/a", open(t).Fold("/A"))
}

func TestNotARepository(t *testing.T) {
	inRepository(t)
	t.Chdir(t.TempDir())
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(must(os.Getwd())))
	_, err := Open(context.Background())
	require.ErrorContains(t, err, "not a git repository")
}

func TestWithoutGit(t *testing.T) {
	inRepository(t)
	r := open(t)
	t.Setenv("PATH", t.TempDir())
	_, err := Open(context.Background())
	require.EqualError(t, err, "git is not in PATH")
	index := &Index{Repo: r, files: nil, objects: map[string]string{}}
	_, _, err = index.Open(r.top + "/a.json")
	require.EqualError(t, err, "git is not in PATH")
	_, err = index.stream("HEAD", 1)
	require.EqualError(t, err, "git is not in PATH")
}

// TestObjectThatIsNotAFile asks for a folder of the index's tree.
func TestObjectThatIsNotAFile(t *testing.T) {
	top := inRepository(t)
	index := &Index{Repo: open(t), objects: map[string]string{top + "/a.json": "HEAD"}}
	defer index.Close()
	_, _, err := index.Open(top + "/a.json")
	require.ErrorContains(t, err, "commit")
}

func must(s string, err error) string {
	if err != nil {
		panic(err)
	}
	return s
}
