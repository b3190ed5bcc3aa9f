package cli_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/cli"
)

const manFolder = "../../../../docs/man"

// manDate is what the pages are dated; that of the build would make them stale
// each month.
var manDate = time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)

// TestManPagesAreFresh holds docs/man to what the command says of itself;
// go test ./cmd/linqlint/internal/cli -update rewrites it.
func TestManPagesAreFresh(t *testing.T) {
	pages := map[string][]byte{}
	root := cli.Root(cli.Env{Stdin: &bytes.Buffer{}, Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }})
	root.InitDefaultCompletionCmd()
	var page func(cmd *cobra.Command)
	page = func(cmd *cobra.Command) {
		var b bytes.Buffer
		b.WriteString(".\\\" Generated from the command's own help by go test ./cmd/linqlint/internal/cli -update; do not edit.\n")
		cmd.DisableAutoGenTag = true
		require.NoError(t, doc.GenMan(cmd, &doc.GenManHeader{Section: "1", Source: "linqlint", Manual: "linqlint", Date: &manDate}, &b))
		pages[manName(cmd)] = b.Bytes()
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() {
				page(sub)
			}
		}
	}
	page(root)
	require.Greater(t, len(pages), 10)
	if *update {
		require.NoError(t, os.RemoveAll(manFolder))
		require.NoError(t, os.MkdirAll(manFolder, 0o755))
		for name, text := range pages {
			require.NoError(t, os.WriteFile(filepath.Join(manFolder, name), text, 0o644))
		}
	}
	files, err := os.ReadDir(manFolder)
	require.NoError(t, err)
	require.Len(t, files, len(pages), "docs/man is stale: go test ./cmd/linqlint/internal/cli -update")
	for name, text := range pages {
		got, err := os.ReadFile(filepath.Join(manFolder, name))
		require.NoError(t, err)
		require.Equal(t, string(text), string(got), "docs/man is stale: go test ./cmd/linqlint/internal/cli -update")
	}
}

// manName is the file of a command's page: linqlint-check.1.
func manName(cmd *cobra.Command) string {
	name := cmd.Name()
	for p := cmd.Parent(); p != nil; p = p.Parent() {
		name = p.Name() + "-" + name
	}
	return name + ".1"
}
