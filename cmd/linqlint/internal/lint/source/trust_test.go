//go:build unix

package source

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// inTree makes the current folder one with files by path; a text "-> target" is a
// symbolic link.
func inTree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	t.Chdir(dir)
	for name, text := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		if target, isLink := strings.CutPrefix(text, "-> "); isLink {
			require.NoError(t, os.Symlink(strings.ReplaceAll(target, "$DIR", dir), name))
		} else {
			require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
		}
	}
	return dir
}

// finds writes what a finder yields: the paths, with "?" for one that is skipped
// and "!" for one with an error.
func finds(f Finder, args ...string) (all []string) {
	f.Find(args, func(e Entry) bool {
		switch {
		case e.Skip != nil:
			all = append(all, "? "+e.Path)
		case e.Err != nil:
			all = append(all, "! "+e.Path)
		default:
			all = append(all, e.Path)
		}
		return true
	})
	return all
}

// TestLinksOutOfTheWalkedFolder: a walk follows links inside of it only, however
// they lead out.
func TestLinksOutOfTheWalkedFolder(t *testing.T) {
	inTree(t, map[string]string{
		"outside/private.json":   "{}",
		"repo/a.json":            "{}",
		"repo/.git/secret.json":  "{}",
		"repo/sub/absolute.json": "-> $DIR/outside/private.json",
		"repo/chain.json":        "-> sub/relative.json",
		"repo/dangling.json":     "-> no-such.json",
		"repo/folder":            "-> ../outside",
		"repo/git.json":          "-> .git/secret.json",
		"repo/inside.json":       "-> sub/b.json",
		"repo/inside.abs.json":   "-> $DIR/repo/sub/c.json",
		"repo/loop.json":         "-> loop.json",
		"repo/proc.json":         "-> /proc/self/environ",
		"repo/sub/b.json":        "{}",
		"repo/sub/c.json":        "{}",
		"repo/sub/relative.json": "-> ../../outside/private.json",
		"repo/through.json":      "-> folder/private.json",
		"named.json":             "-> outside/private.json",
		"linked":                 "-> repo",
	})
	want := []string{
		"a.json", "? chain.json", "? dangling.json", "? git.json", "inside.abs.json", "inside.json", "? loop.json", "? proc.json",
		"? sub/absolute.json", "? sub/relative.json", "? through.json",
	}
	in := func(dir string) (all []string) {
		for _, w := range want {
			mark, name, found := strings.Cut(w, " ")
			if !found {
				mark, name = "", mark
			} else {
				mark += " "
			}
			all = append(all, mark+filepath.Join(dir, name))
		}
		return all
	}
	require.Equal(t, in("repo"), finds(Finder{}, "repo"))
	require.Equal(t, in("linked"), finds(Finder{}, "linked"), "a folder that the user names may be a link")
	require.Equal(t, in("repo"), finds(Finder{}, "repo/**/*.json"))
	require.Equal(t, []string{"named.json"}, finds(Finder{}, "named.json"), "and so may a file")
	require.Equal(t, []string{"repo/chain.json"}, finds(Finder{}, "repo/chain.json"))
	require.Equal(t, []string{"repo/folder/private.json"}, finds(Finder{}, "repo/folder"))
	require.Equal(t, []string{"? repo/folder"}, finds(Finder{}, "repo/fold*"))
	require.Equal(t, []string{"? repo/folder/private.json"}, finds(Finder{}, "repo/*/priv*.json"))
	require.Equal(t, []string{"? repo/proc.json"}, finds(Finder{}, "repo/p*.json"))
	t.Chdir("repo")
	require.Equal(t, in("."), finds(Finder{}, "."))
}

// TestIgnoreFilesThatAreNotFiles: what Git would not read is skipped with a
// notice, and reading it neither hangs nor takes memory.
func TestIgnoreFilesThatAreNotFiles(t *testing.T) {
	inTree(t, map[string]string{
		"out":                     "a.json\n",
		"repo/.git/info/x":        "",
		"repo/.git/info/exclude":  "-> /dev/zero",
		"repo/.gitignore":         "-> ../out",
		"repo/a.json":             "{}",
		"repo/device/.gitignore":  "-> /dev/zero",
		"repo/device/a.json":      "{}",
		"repo/fifo/a.json":        "{}",
		"repo/kernel/.gitignore":  "-> /proc/kmsg",
		"repo/kernel/a.json":      "{}",
		"repo/large/.gitignore":   strings.Repeat("#\n", maxIgnoreFile/2+1),
		"repo/large/a.json":       "{}",
		"repo/largest/.gitignore": strings.Repeat("#\n", maxIgnoreFile/2-4) + "a.json\n",
		"repo/largest/a.json":     "{}",
	})
	require.NoError(t, syscall.Mkfifo("repo/fifo/.gitignore", 0o644))
	root, err := os.Getwd()
	require.NoError(t, err)
	got := finds(Finder{}, "repo")
	for i := range got {
		got[i] = strings.ReplaceAll(got[i], root+"/", "")
	}
	require.Equal(t, []string{
		"? repo/.git/info/exclude", "? repo/.gitignore", "repo/a.json", "? repo/device/.gitignore", "repo/device/a.json",
		"? repo/fifo/.gitignore", "repo/fifo/a.json", "? repo/kernel/.gitignore", "repo/kernel/a.json", "? repo/large/.gitignore", "repo/large/a.json",
	}, got)
	require.Contains(t, finds(Finder{}, "repo/device/a.json", "repo/device"), "repo/device/a.json")
	require.Len(t, finds(Finder{NoIgnore: true}, "repo"), 6)
}

func TestOpenBelow(t *testing.T) {
	dir := inTree(t, map[string]string{
		"repo/a.json": "{}", "repo/in": "-> a.json", "repo/out": "-> ../b.json", "b.json": "{}", "repository/c.json": "{}", "repo/.git/config": "x",
	})
	root := dir + "/repo"
	for p, want := range map[string]bool{
		"repo/a.json": true, "repo/in": true, "repo/../repo/a.json": true, root + "/a.json": true,
		"repo/out": false, "repo/../b.json": false, "repository/c.json": false, "repo/.git/config": false, "repo/none": false, "repo": false,
	} {
		f, _, err := OpenBelow(p, root)
		require.Equal(t, want, err == nil, "%s: %v", p, err)
		if err == nil {
			f.Close()
		}
	}
}

func TestReadSettings(t *testing.T) {
	dir := inTree(t, map[string]string{
		"repo/good": "12345", "repo/in": "-> good", "repo/out": "-> ../secret", "secret": "x", "repo/folder/x": "", "repo/zero": "-> /dev/zero",
	})
	require.NoError(t, syscall.Mkfifo("repo/fifo", 0o644))
	for name, want := range map[string]string{
		"good": "", "in": "", "out": "outside of the checked folder", "folder": "not a regular file", "fifo": "not a regular file",
		"zero": "outside of the checked folder", "none": "no such file",
	} {
		text, err := ReadSettings(filepath.Join("repo", name), dir+"/repo", 5)
		if want == "" {
			require.NoError(t, err, name)
			require.Equal(t, "12345", string(text))
			continue
		}
		require.ErrorContains(t, err, want, name)
	}
	_, err := ReadSettings("repo/good", dir+"/repo", 4)
	require.EqualError(t, err, "larger than 4 bytes")
	_, err = ReadSettings("repo/in", "", 5)
	require.ErrorContains(t, err, "symbolic link")
}

func TestCheckOutput(t *testing.T) {
	dir := inTree(t, map[string]string{
		"repo/report": "", "repo/link": "-> report", "repo/out": "-> ../other", "repo/in": "-> sub", "repo/sub/x": "",
		"other/x": "", "repo/null": "-> /dev/null", "repo/dangling": "-> nowhere",
	})
	t.Chdir("repo")
	for name, want := range map[string]bool{
		"report": true, "new": true, "sub/new": true, "in/new": true, "null": true, "/dev/stdout": true, "/dev/null": true,
		"../other/new": true, "new/folder/file": true, "link": false, "dangling": false, "out/new": false, "out/a/b/new": false,
		dir + "/repo/out/new": false, dir + "/repo/sub/new": true, "in/../out/new": false,
	} {
		require.Equal(t, want, CheckOutput(name, ".") == nil, name)
	}
	require.NoError(t, CheckOutputFolder("link", "."), "a file that is replaced")
}

// TestStaleTemporaryFiles removes what a killed run left, and neither the file
// of a run that is under way nor one of somebody else.
func TestStaleTemporaryFiles(t *testing.T) {
	inTree(t, map[string]string{
		"a.json": "{}", "sub/a.json": "{}", ".linqlint-1.tmp": "old", "sub/.linqlint-22.tmp": "old", ".linqlint-new.tmp": "not ours",
		".linqlint-3.tmp": "-> a.json", "other/.linqlint-4.tmp": "old", ".linqlint-5.tmp/x": "", "x.tmp": "", "named/.linqlint-6.tmp": "", "named/a.json": "{}",
	})
	before := started.Add(-time.Minute)
	for _, name := range []string{".linqlint-1.tmp", "sub/.linqlint-22.tmp", ".linqlint-new.tmp", "other/.linqlint-4.tmp", "named/.linqlint-6.tmp"} {
		require.NoError(t, os.Chtimes(name, before, before))
	}
	info, err := os.Stat("a.json")
	require.NoError(t, err)
	writing, err := Replace("a.json", info)
	require.NoError(t, err)
	defer writing.Discard()
	require.NoError(t, os.Chtimes(writing.temp.Name(), before, before))

	finds(Finder{}, ".")
	require.FileExists(t, ".linqlint-1.tmp", "a run that replaces nothing removes nothing")
	finds(Finder{RemoveStale: true, Exclude: []string{"other", "named"}}, ".", "named/a.json")
	for name, want := range map[string]bool{
		".linqlint-1.tmp": false, "sub/.linqlint-22.tmp": false, ".linqlint-new.tmp": true, ".linqlint-3.tmp": true, "a.json": true,
		"other/.linqlint-4.tmp": true, ".linqlint-5.tmp": true, "x.tmp": true, "named/.linqlint-6.tmp": false, writing.temp.Name(): true,
	} {
		_, err := os.Lstat(name)
		require.Equal(t, want, err == nil, name)
	}
}
