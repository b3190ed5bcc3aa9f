package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/cli"
)

// TestLanguageServer runs a whole session through the command's own streams.
func TestLanguageServer(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "linqlint.jsonc"), []byte(`{
		// Not a payload by itself, but by its folder.
		"kinds": {"edits/*.json": "messages.edit"},
		"rules": {"to-empty": "off"},
		"exclude": ["old/**"],
	}`), 0o644))
	uri := "file://" + filepath.ToSlash(dir)
	var in, out, errs bytes.Buffer
	for _, message := range []string{
		`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`,
		opens(uri+"/edits/a.json", `{}`),
		opens(uri+"/a.json", `{"to":[],"message":{"parts":[]}}`),
		opens(uri+"/old/a.json", `{"to":[],"message":{"parts":[]}}`),
		opens(uri+"/linqlint.jsonc", `{"kind":1}`),
		`{"jsonrpc":"2.0","id":2,"method":"shutdown"}`,
		`{"jsonrpc":"2.0","method":"exit"}`,
	} {
		fmt.Fprintf(&in, "Content-Length: %d\r\n\r\n%s", len(message), message)
	}
	code := cli.Main(cli.Env{Args: []string{"lsp", "--stdio"}, Stdin: &in, Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }})
	require.Equal(t, cli.ExitClean, code, errs.String())
	require.Empty(t, errs.String())
	require.Contains(t, out.String(), `"name":"linqlint"`)
	published := regexp.MustCompile(`"uri":"[^"]*/([^/"]+/[^/"]+)","version":1,"diagnostics":(.*)`).FindAllStringSubmatch(strings.ReplaceAll(out.String(), "Content-Length", "\n"), -1)
	require.Len(t, published, 4)
	require.Contains(t, published[0][2], `"field-required"`)
	require.Contains(t, published[1][2], `"parts-empty"`)
	require.NotContains(t, published[1][2], `"to-empty"`)
	require.Contains(t, published[2][2], `[]`)
	require.Contains(t, published[3][2], `"severity":1`)
}

// opens is a message that opens a document.
func opens(uri, text string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":%q,"languageId":"json","version":1,"text":%q}}}`, uri, text)
}
