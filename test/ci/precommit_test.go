package ci

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPreCommit commits under the hooks of .pre-commit-hooks.yaml, which
// pre-commit fetches and builds.
func TestPreCommit(t *testing.T) {
	p := newPlace(t)
	p.set("PRE_COMMIT_HOME", t.TempDir(), "PRE_COMMIT_COLOR", "never")
	p.write(".pre-commit-config.yaml", documented(t, "pre-commit"))
	p.must(p.dir, "git", "add", ".")
	out, code := p.run("pre-commit", "install")
	require.Zero(t, code, out)

	out, code = p.run("git", "commit", "-m", "two payloads")
	require.Equal(t, 1, code, out)
	require.Contains(t, out, "payloads/bad one.json:1:7: error[to-empty]")
	require.NotContains(t, out, "good.json")

	p.must(p.dir, "git", "rm", "-qf", "payloads/bad one.json")
	out, code = p.run("git", "commit", "-m", "a payload and a file that is none")
	require.Zero(t, code, out)
	require.Regexp(t, `(?m)^linqlint\.+Passed$`, out)

	// The hook for pipelines looks at every file, also at what is not staged.
	p.write("payloads/late.json", bad)
	out, code = p.run("pre-commit", "run", "--hook-stage", "manual", "--all-files", "linqlint-all")
	require.Equal(t, 1, code, out)
	require.Contains(t, out, "payloads/late.json:1:7: error[to-empty]")
	require.NoError(t, os.Remove(filepath.Join(p.dir, "payloads/late.json")))
	out, code = p.run("pre-commit", "run", "--hook-stage", "manual", "--all-files", "linqlint-all")
	require.Zero(t, code, out)
}
