//go:build acceptance

package code

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

// TestTypeScript compiles all generated programs at once against the vendor's
// SDK, strictly, runs them against a local server and compares what arrives.
func TestTypeScript(t *testing.T) {
	packages, err := filepath.Abs("testdata/ts/node_modules")
	require.NoError(t, err)
	require.DirExists(t, filepath.Join(packages, "@linqapp", "sdk"), "the SDK is not installed: run `npm ci --prefix internal/body/code/testdata/ts`")
	bodies := samples(t)
	server := newRecorder(t)
	dir := t.TempDir()
	require.NoError(t, os.Symlink(packages, filepath.Join(dir, "node_modules")))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "package.json"), []byte(`{"type":"module"}`), 0o600))
	for _, name := range []string{"tsconfig.json", "run.mjs"} {
		data, err := os.ReadFile(filepath.Join("testdata/ts", name))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o600))
	}
	run := []string{filepath.Join(dir, "run.mjs")}
	typed := 0
	for i, s := range bodies {
		source, err := Write(TypeScript, []byte(s.body), validate.WithKind(s.kind))
		require.NoError(t, err, s.name)
		if !strings.Contains(source, "a raw request") {
			typed++
		}
		name := "send" + strconv.Itoa(i)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name+".ts"), []byte(source), 0o600))
		run = append(run, filepath.Join(dir, name+".js"))
	}
	t.Logf("%d of %d bodies fit the SDK's methods", typed, len(bodies))
	require.Greater(t, 2*typed, len(bodies), "most bodies fit the SDK's methods")

	compile := exec.Command("node", filepath.Join(packages, "typescript", "bin", "tsc"), "--project", dir)
	out, err := compile.CombinedOutput()
	require.NoError(t, err, "%s", out)
	node := exec.Command("node", run...)
	node.Env = server.environment()
	out, err = node.CombinedOutput()
	require.NoError(t, err, "%s", out)
	server.requireSent(t, bodies)
}
