package cli_test

import (
	"bytes"
	"io"
	"testing"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/cli"
)

// TestToolServer runs a whole session through the command's own streams, with
// the SDK's client at the other end.
func TestToolServer(t *testing.T) {
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	var errs bytes.Buffer
	code := make(chan int, 1)
	go func() {
		code <- cli.Main(cli.Env{Args: []string{"mcp"}, Stdin: in, Stdout: out, Stderr: &errs, Getenv: func(string) string { return "" }})
		out.Close()
	}()
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).
		Connect(t.Context(), &sdk.IOTransport{Reader: fromServer, Writer: toServer}, nil)
	require.NoError(t, err)
	r, err := client.CallTool(t.Context(), &sdk.CallToolParams{Name: "explain", Arguments: map[string]any{"rule": "to-empty"}})
	require.NoError(t, err)
	require.Contains(t, r.Content[0].(*sdk.TextContent).Text, "to-empty (error)")
	require.NoError(t, client.Close())
	select {
	case got := <-code:
		require.Equal(t, cli.ExitClean, got, errs.String())
	case <-time.After(10 * time.Second):
		t.Fatal("the server did not end with its client")
	}
	require.Empty(t, errs.String())
}
