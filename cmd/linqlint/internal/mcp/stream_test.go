package mcp_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/mcp"
)

const (
	initialize  = `{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}`
	initialized = `{"jsonrpc":"2.0","method":"notifications/initialized"}`
)

// serve runs a whole session whose input is there from the start, and returns
// the responses by id.
func serve(t *testing.T, input string) map[string]string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, mcp.Serve(t.Context(), "1", io.NopCloser(strings.NewReader(input)), &out))
	responses := map[string]string{}
	for line := range strings.Lines(out.String()) {
		var m struct {
			ID    json.RawMessage
			Error struct{ Message string }
		}
		require.NoError(t, json.Unmarshal([]byte(line), &m), line)
		id := string(m.ID)
		if id == "null" {
			id = fmt.Sprintf("null%d", len(responses))
		}
		require.NotContains(t, responses, id)
		responses[id] = line
	}
	return responses
}

// TestEveryRequestHasAResponse: the end of the input does not end a session
// before its requests have responses.
func TestEveryRequestHasAResponse(t *testing.T) {
	for round := range 40 {
		lines := []string{initialize, initialized}
		for id := 1; id <= 5; id++ {
			lines = append(lines, fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"tools/list"}`, id))
		}
		lines = append(lines, `{"jsonrpc":"2.0","id":"six","method":"tools/call","params":{"name":"explain","arguments":{"rule":"decoration-*"}}}`)
		separator := []string{"\n", "\r\n", "\n\n"}[round%3]
		responses := serve(t, strings.Join(lines, separator)) // without a final newline
		require.Len(t, responses, 7)
		require.Contains(t, responses, `"six"`)
	}
}

// TestBadLines: a line that is not a message gets an error, and the server goes on.
func TestBadLines(t *testing.T) {
	bad := []string{"hello", `{"jsonrpc":"2.0","id":7,`, `[]`, `"text"`, `{"id":1}`, `{"jsonrpc":"1.0","id":9,"method":"ping"}`, "\xff\x00", `{} {}`, "null", "7"}
	for _, b := range bad {
		responses := serve(t, strings.Join([]string{initialize, b, initialized, `{"jsonrpc":"2.0","id":1,"method":"tools/list"}`}, "\n")+"\n")
		require.Len(t, responses, 3, b)
		require.Contains(t, responses["1"], `"tools"`, b)
	}
	long := `{"jsonrpc":"2.0","id":5,"method":"` + strings.Repeat("x", 33<<20) + `"}`
	responses := serve(t, strings.Join([]string{initialize, long, initialized, `{"jsonrpc":"2.0","id":1,"method":"tools/list"}`}, "\n"))
	require.Len(t, responses, 3)
	require.Contains(t, fmt.Sprint(responses), "the message is larger than 32 MiB")
}

// endless is an input that stays open and whose reads end only with the test, as a
// terminal's do.
type endless struct{ done <-chan struct{} }

func (e endless) Read([]byte) (int, error) { <-e.done; return 0, io.EOF }
func (endless) Close() error               { return nil }

// TestCanceled: a server ends although its input stays open.
func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, mcp.Serve(ctx, "1", endless{t.Context().Done()}, io.Discard), context.Canceled)
}
