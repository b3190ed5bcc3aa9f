package cli_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// commands are what docs/cli.md documents, in its order.
var commands = []string{"", "explain", "rules", "baseline", "init", "config", "split", "forecast", "preview", "code", "open", "schema", "lsp", "mcp", "mock", "conformance", "conformance run", "conformance report", "version", "completion"}

// TestReferenceIsFresh compares docs/cli.md with the help of the command;
// go test ./cmd/linqlint/internal/cli -update rewrites it. The rest is
// in testdata/reference.md.
func TestReferenceIsFresh(t *testing.T) {
	var b strings.Builder
	b.WriteString("<!-- Generated from the command's own help by go test ./cmd/linqlint/internal/cli -update; do not edit. -->\n# The command\n")
	for _, name := range commands {
		args := []string{"--help"}
		if name != "" {
			args = append(strings.Fields(name), "--help")
		}
		code, out, _ := linqlint("", args...)
		require.Zero(t, code)
		b.WriteString("\n## " + strings.TrimSpace("linqlint "+name) + "\n\n```text\n" + strings.TrimSpace(out) + "\n```\n")
	}
	about, err := os.ReadFile("testdata/reference.md")
	require.NoError(t, err)
	b.WriteString("\n" + string(about))
	const file = "../../../../docs/cli.md"
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o644))
	}
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, b.String(), string(got), "docs/cli.md is stale: go test ./cmd/linqlint/internal/cli -update")
}
