//go:build unix

package git

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// traps are the ways in which a repository can name a program that Git runs.
// Each sets up a repository, whose program leaves a file when it runs; run is
// what an unprotected Git does with it, to show that the trap works.
var traps = []struct {
	name  string
	setUp func(t *testing.T, top, program string)
	run   []string // "": Git runs the program only in a newer version
}{
	{"fsmonitor", func(t *testing.T, top, program string) {
		gitIn(t, top, "config", "core.fsmonitor", program)
	}, []string{"status"}},
	{"hook of the index", func(t *testing.T, top, program string) {
		require.NoError(t, os.Symlink(program, filepath.Join(top, ".git/hooks/post-index-change")))
		touchLater(t, "b.json")
	}, []string{"status"}},
	{"folder of hooks", func(t *testing.T, top, program string) {
		require.NoError(t, os.Mkdir("hooks", 0o755))
		require.NoError(t, os.Symlink(program, "hooks/post-index-change"))
		gitIn(t, top, "config", "core.hooksPath", "hooks")
		touchLater(t, "b.json")
	}, []string{"status"}},
	{"filter", func(t *testing.T, top, program string) {
		gitIn(t, top, "config", "filter.evil.clean", program)
		write(t, ".gitattributes", "*.json filter=evil\n")
	}, []string{"diff", "HEAD"}},
	{"filter process", func(t *testing.T, top, program string) {
		gitIn(t, top, "config", "filter.evil.process", program)
		gitIn(t, top, "config", "filter.evil.required", "true")
		write(t, ".git/info/attributes", "*.json filter=evil\n")
	}, []string{"diff", "HEAD"}},
	{"filter whose name has dots and an equals sign", func(t *testing.T, top, program string) {
		write(t, ".git/config", read(t, ".git/config")+"[filter \"a.b=c\"]\n\tclean = "+program+"\n")
		write(t, ".gitattributes", "*.json filter=a.b=c\n")
	}, []string{"diff", "HEAD"}},
	{"filter in an included file", func(t *testing.T, top, program string) {
		write(t, "more", "[filter \"evil\"]\n\tclean = "+program+"\n")
		gitIn(t, top, "config", "includeIf.gitdir:"+top+"/.path", filepath.Join(top, "more"))
		write(t, ".gitattributes", "*.json filter=evil\n")
	}, []string{"diff", "HEAD"}},
	{"textconv", func(t *testing.T, top, program string) {
		gitIn(t, top, "config", "diff.evil.textconv", program)
		write(t, ".gitattributes", "*.json diff=evil\n")
	}, []string{"diff", "HEAD"}},
	{"external diff", func(t *testing.T, top, program string) {
		gitIn(t, top, "config", "diff.external", program)
	}, []string{"diff", "HEAD"}},
	{"command of a diff driver", func(t *testing.T, top, program string) {
		gitIn(t, top, "config", "diff.evil.command", program)
		write(t, ".gitattributes", "*.json diff=evil\n")
	}, []string{"diff", "HEAD"}},
	{"lazy fetch", func(t *testing.T, top, program string) {
		partial(t, top, "ext::"+program+" %S")
		gitIn(t, top, "config", "protocol.ext.allow", "always")
	}, []string{"cat-file", "-p", "HEAD:b.json"}},
	{"lazy fetch by upload-pack", func(t *testing.T, top, program string) {
		partial(t, top, top)
		gitIn(t, top, "config", "remote.origin.uploadpack", program)
	}, []string{"cat-file", "-p", "HEAD:b.json"}},
	{"lazy fetch by ssh", func(t *testing.T, top, program string) {
		partial(t, top, "ssh://example.invalid/x")
		gitIn(t, top, "config", "core.sshCommand", program)
	}, []string{"cat-file", "-p", "HEAD:b.json"}},
	{"submodule", func(t *testing.T, top, program string) {
		gitIn(t, top, "clone", "-q", top, "sub")
		gitIn(t, top, "add", "sub")
		gitIn(t, top+"/sub", "config", "core.fsmonitor", program)
	}, []string{"status"}},
}

// partial makes the repository a partial clone that lacks the object of b.json.
func partial(t *testing.T, top, url string) {
	t.Helper()
	object := strings.TrimSpace(gitIn(t, top, "rev-parse", "HEAD:b.json"))
	require.NoError(t, os.Remove(filepath.Join(".git/objects", object[:2], object[2:])))
	gitIn(t, top, "config", "core.repositoryformatversion", "1")
	gitIn(t, top, "config", "extensions.partialClone", "origin")
	gitIn(t, top, "config", "remote.origin.url", url)
	gitIn(t, top, "config", "remote.origin.promisor", "true")
}

// touchLater gives a file another time, so that Git wants to refresh its index.
func touchLater(t *testing.T, name string) {
	t.Helper()
	info, err := os.Stat(name)
	require.NoError(t, err)
	require.NoError(t, os.Chtimes(name, info.ModTime().Add(5e9), info.ModTime().Add(5e9)))
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(text)
}

// TestRunsNothing uses each trap, first with plain Git.
func TestRunsNothing(t *testing.T) {
	for _, trap := range traps {
		t.Run(trap.name, func(t *testing.T) {
			top := inRepository(t)
			tools := t.TempDir()
			mark, program := filepath.Join(tools, "ran"), filepath.Join(tools, "program")
			require.NoError(t, os.WriteFile(program, []byte("#!/bin/sh\ntouch "+mark+"\nexit 1\n"), 0o755))
			write(t, "a.json", "{\"changed\":1}\n")
			trap.setUp(t, top, program)

			changed, err := open(t).Since("HEAD")
			if err == nil {
				require.True(t, changed(top+"/a.json"))
			}
			index, err := open(t).Staged()
			if err == nil {
				for _, name := range []string{"a.json", "b.json"} {
					if content, _, err := index.Open(top + "/" + name); err == nil {
						content.Close()
					}
				}
				index.Close()
			}
			require.NoFileExists(t, mark)

			_ = exec.Command("git", append([]string{"-C", top}, trap.run...)...).Run()
			require.FileExists(t, mark, "the trap does not work")
		})
	}
}

// TestBareRepository runs in a folder that looks like a bare repository, as a
// repository may contain one with its own configuration.
func TestBareRepository(t *testing.T) {
	top := inRepository(t)
	gitIn(t, top, "init", "-q", "--bare", "inner")
	t.Chdir("inner")
	_, err := Open(context.Background())
	require.ErrorContains(t, err, "bare repository")
}

// TestSafeEnvironment keeps the settings of the caller's environment.
func TestSafeEnvironment(t *testing.T) {
	env := safeEnvironment([]string{"A=b", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=user.name", "GIT_CONFIG_VALUE_0=x"}, []string{"lfs"})
	require.Contains(t, env, "A=b")
	require.Contains(t, env, "GIT_CONFIG_KEY_0=user.name")
	require.Contains(t, env, "GIT_CONFIG_KEY_1=core.fsmonitor")
	require.NotContains(t, env, "GIT_CONFIG_COUNT=1")
	i := slices.IndexFunc(env, func(e string) bool { return strings.HasSuffix(e, "=filter.lfs.clean") })
	require.Positive(t, i)
	require.True(t, strings.HasSuffix(env[i+1], "="), env[i+1])
}
