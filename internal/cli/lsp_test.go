package cli_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/cli"
)

// TestLanguageServer runs a whole session through the command's own streams.
func TestLanguageServer(t *testing.T) {
	var in, out, errs bytes.Buffer
	for _, message := range []string{
		`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`,
		`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.json","languageId":"json","version":1,"text":"{\"to\":[],\"message\":{\"parts\":[]}}"}}}`,
		`{"jsonrpc":"2.0","id":2,"method":"shutdown"}`,
		`{"jsonrpc":"2.0","method":"exit"}`,
	} {
		fmt.Fprintf(&in, "Content-Length: %d\r\n\r\n%s", len(message), message)
	}
	code := cli.Main(cli.Env{Args: []string{"lsp", "--stdio"}, Stdin: &in, Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }})
	require.Equal(t, cli.ExitClean, code, errs.String())
	require.Empty(t, errs.String())
	require.Equal(t, 3, strings.Count(out.String(), "Content-Length: "), out.String())
	require.Contains(t, out.String(), `"name":"linqlint"`)
	require.Contains(t, out.String(), `"code":"parts-empty"`)
}
