//go:build acceptance

package linqtest_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/linqtest"
)

// sdk runs a script of testdata/sdk with Node and returns its output.
func sdk(t *testing.T, env []string, args ...string) string {
	t.Helper()
	dir := filepath.Join("testdata", "sdk")
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "@linqapp", "sdk")); err != nil {
		t.Fatal("linqtest/testdata/sdk/node_modules is missing: run npm ci --prefix linqtest/testdata/sdk")
	}
	cmd := exec.Command("node", args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return string(out)
}

// TestSDK uses every endpoint of the server with the vendor's TypeScript SDK, and
// has the TypeScript compiler check the responses against the SDK's types.
func TestSDK(t *testing.T) {
	srv := linqtest.NewServer(t)
	dir := t.TempDir()
	recording := filepath.Join(dir, "responses.json")
	out := sdk(t, []string{"LINQ_BASE_URL=" + srv.URL}, "conversation.mjs", recording)
	require.Contains(t, out, "responses")

	// The compiler finds the SDK beside the file that it checks.
	checked, err := filepath.Abs(filepath.Join("testdata", "sdk", "node_modules", ".responses.ts"))
	require.NoError(t, err)
	defer os.Remove(checked)
	sdk(t, nil, "shapes.mjs", recording, checked)

	// The check itself must fail where a member lacks or has another type.
	raw, err := os.ReadFile(recording)
	require.NoError(t, err)
	wrong := string(raw)
	for _, broken := range []struct{ from, to string }{
		{`"is_group":false,`, ``},                        // a member is missing
		{`"is_delivered":true`, `"is_delivered":"true"`}, // another type
		{`"status":"complete"`, `"status":"lost"`},       // another value
	} {
		require.Contains(t, wrong, broken.from)
		wrong = strings.Replace(wrong, broken.from, broken.to, 1)
	}
	require.NoError(t, os.WriteFile(recording, []byte(wrong), 0o600))
	cmd := exec.Command("node", "shapes.mjs", recording, checked)
	cmd.Dir = filepath.Join("testdata", "sdk")
	problems, err := cmd.CombinedOutput()
	require.Error(t, err)
	for _, want := range []string{"is_group", "is not assignable to type 'boolean'", `"lost"`} {
		require.Contains(t, string(problems), want)
	}
}
