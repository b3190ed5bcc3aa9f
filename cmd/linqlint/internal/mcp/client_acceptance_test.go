//go:build acceptance

package mcp_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTypeScriptClient runs the command with the official TypeScript SDK as the
// client.
func TestTypeScriptClient(t *testing.T) {
	_, err := os.Stat("testdata/client/node_modules")
	require.NoError(t, err, "run npm ci --ignore-scripts --prefix cmd/linqlint/internal/mcp/testdata/client")
	program := filepath.Join(t.TempDir(), "linqlint")
	out, err := exec.Command("go", "build", "-o", program, "../..").CombinedOutput()
	require.NoError(t, err, "%s", out)
	cmd := exec.Command("node", "client.mjs", program, "mcp")
	cmd.Dir = "testdata/client"
	cmd.Stderr = os.Stderr
	out, err = cmd.Output()
	require.NoError(t, err)
	type result struct {
		IsError           bool
		Content           []struct{ Text string }
		StructuredContent struct {
			Kind        string
			Diagnostics []struct{ Rule string }
		}
	}
	var got struct {
		Server                struct{ Name string }
		Tools, Resources      []string
		Text, Object, Refused result
		Page, Missing         string
	}
	require.NoError(t, json.Unmarshal(out, &got))
	require.Equal(t, "linqlint", got.Server.Name)
	require.Equal(t, []string{"lint", "fix", "explain", "build", "forecast"}, got.Tools)
	for _, r := range []result{got.Text, got.Object} {
		require.False(t, r.IsError)
		require.Equal(t, "messages.create", r.StructuredContent.Kind)
		require.Equal(t, "to-empty", r.StructuredContent.Diagnostics[0].Rule)
	}
	require.True(t, got.Refused.IsError)
	require.Contains(t, got.Refused.Content[0].Text, `argument "body" is missing`)
	require.Equal(t, []string{"linqlint://rules"}, got.Resources)
	require.Contains(t, got.Page, "to-empty (error)")
	require.Contains(t, got.Missing, `unknown resource "linqlint://rules/none"`)
}
