package cli_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// commands are what docs/cli.md documents, in its order.
var commands = []string{"", "explain", "rules", "split", "forecast", "preview", "code", "open", "schema", "lsp", "mcp", "version", "completion"}

// TestReferenceIsFresh holds docs/cli.md to what the command says of itself;
// go test ./internal/cli -update rewrites it.
func TestReferenceIsFresh(t *testing.T) {
	var b strings.Builder
	b.WriteString("<!-- Generated from the command's own help by go test ./internal/cli -update; do not edit. -->\n# The command\n")
	for _, name := range commands {
		args := []string{"--help"}
		if name != "" {
			args = []string{name, "--help"}
		}
		code, out, _ := linqlint("", args...)
		require.Zero(t, code)
		b.WriteString("\n## " + strings.TrimSpace("linqlint "+name) + "\n\n```text\n" + strings.TrimSpace(out) + "\n```\n")
	}
	b.WriteString(aboutReports)
	const file = "../../docs/cli.md"
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o644))
	}
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, b.String(), string(got), "docs/cli.md is stale: go test ./internal/cli -update")
}

const aboutReports = `
## Places

Lines count from 1. Columns count UTF-16 code units from 1, which is what editors
do; offsets count bytes from 0. In a file of several bodies (` + "`.jsonl`, `.ndjson`, `--input array`" + `)
places count from the start of the file, pointers from the root of the body, and
` + "`record`" + ` is the body's number from 1.

## Fixes

` + "`--fix`" + ` mends whatever is found, shown or not, as long as the message stays the same
for a reader of the documentation; ` + "`--off`" + ` leaves a rule out. Files are replaced whole,
so that nothing is lost whatever happens in between; symbolic links are followed, and
what is not mended keeps every byte. A read-only file is left alone.

## Walks

In a folder a file (or a line of it) counts only if it is a payload by the types of its
members, and broken JSON only where ` + "`\"parts\"`" + ` occurs in it; everything else is passed over
and counted. A file that is named on the command line is always judged. Links to folders
are not followed. The user's own global Git excludes are not read, so that a tree gives the
same result on every machine.

## The json format

` + "`docs/report.schema.json`" + ` describes it.
`
