package mcp_test

import (
	"encoding/json"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/mcp"
)

const (
	clean = `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"hi"}],"preferred_service":"SMS"}}`
	bad   = `{"to":["+1 205 253 2136"],"message":{"parts":[{"type":"text","value":"hi"}],"preferred_service":"sms"}}`
)

// connect is the SDK's own client at the other end.
func connect(t *testing.T) *sdk.ClientSession {
	t.Helper()
	ours, theirs := sdk.NewInMemoryTransports()
	server, err := mcp.NewServer("1.2.3").Connect(t.Context(), theirs, nil)
	require.NoError(t, err)
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), ours, nil)
	require.NoError(t, err)
	t.Cleanup(func() {
		client.Close()
		server.Wait()
	})
	return client
}

func TestTools(t *testing.T) {
	c := connect(t)
	require.Equal(t, "1.2.3", c.InitializeResult().ServerInfo.Version)
	list, err := c.ListTools(t.Context(), nil)
	require.NoError(t, err)
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		require.NotEmpty(t, tool.Description)
		require.True(t, tool.Annotations.ReadOnlyHint)
		schema, err := json.Marshal(tool.InputSchema)
		require.NoError(t, err)
		require.Contains(t, string(schema), `"description"`)
	}
	require.ElementsMatch(t, []string{"lint", "fix", "explain", "build", "forecast"}, names)
}

func TestCall(t *testing.T) {
	tests := []struct {
		name, tool string
		args       map[string]any
		want       []string // in the text
		structured string   // the structured content, "" for none
	}{
		{"a clean body", "lint", map[string]any{"body": clean}, []string{"messages.create: errors 0, warnings 0, notes 0"}, `{"kind":"messages.create","diagnostics":[],"truncated":0}`},
		{"problems with their fixes", "lint", map[string]any{"body": bad}, []string{`error[to-handle] at "/to/0" (1:8)`, "unsafe fix: ", `error[service-value] at "/message/preferred_service"`, "; fix: "}, ""},
		{"a kind that is given", "lint", map[string]any{"body": `{"text":""}`, "kind": "messages.edit"}, []string{"edit-text"}, ""},
		{"advice", "lint", map[string]any{"body": clean, "notes": true}, []string{"notes 0"}, ""},
		{"broken JSON", "lint", map[string]any{"body": `{"to"`}, []string{"no known kind", "json-syntax"}, ""},
		{"safe fixes", "fix", map[string]any{"body": bad}, []string{`"+1 205 253 2136"`, `"preferred_service":"SMS"`, "fixes applied: 1", "to-handle"}, ""},
		{"fixes that guess", "fix", map[string]any{"body": bad, "unsafe": true}, []string{clean, "fixes applied: 2", "errors 0"}, ""},
		{"a rule", "explain", map[string]any{"rule": "decoration-overlap"}, []string{"decoration-overlap (error)", "sources:"}, ""},
		{"a family", "explain", map[string]any{"rule": "mention-*"}, []string{"mention-handle (error)", "mention-direct (error)"}, ""},
		{"a message", "build", map[string]any{"to": []string{"+12052532136"}, "text": "hi", "effect": "confetti"}, []string{`"confetti"`, "messages.create: errors 0"}, ""},
		{"a first message", "build", map[string]any{"from": "+12052532137", "to": []string{"+12052532136"}, "text": "hi"}, []string{"chats.create: errors 0"}, ""},
		{"services", "forecast", map[string]any{"body": clean}, []string{"iMessage: never", "SMS: possible", "GSM-7, 2 septets, segments: 1"}, ""},
	}
	c := connect(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: test.tool, Arguments: test.args})
			require.NoError(t, err)
			text := textOf(t, r)
			require.False(t, r.IsError, text)
			for _, want := range test.want {
				require.Contains(t, text, want)
			}
			if test.structured != "" {
				got, err := json.Marshal(r.StructuredContent)
				require.NoError(t, err)
				require.JSONEq(t, test.structured, string(got))
			}
		})
	}
}

// TestRefused: what cannot be done is an answer that the caller can act on, and
// no failure of the protocol.
func TestRefused(t *testing.T) {
	tests := []struct {
		name, tool string
		args       map[string]any
		want       string
	}{
		{"no body", "lint", map[string]any{}, "body"},
		{"a body that is no text", "lint", map[string]any{"body": map[string]any{}}, "body"},
		{"an argument that there is not", "lint", map[string]any{"body": clean, "strict": true}, "strict"},
		{"an unknown kind", "fix", map[string]any{"body": clean, "kind": "message.create"}, "the kinds are messages.create"},
		{"an unknown rule", "explain", map[string]any{"rule": "to-hand"}, "to-handle"},
		{"a message that is wrong", "build", map[string]any{"to": []string{"12"}, "text": "hi"}, "to-handle"},
		{"an effect that there is not", "build", map[string]any{"text": "hi", "effect": "glitter"}, "effect"},
		{"a forecast of broken JSON", "forecast", map[string]any{"body": "{"}, "json-syntax"},
	}
	c := connect(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: test.tool, Arguments: test.args})
			if err != nil { // arguments that do not fit the tool's schema may fail the call
				require.ErrorContains(t, err, test.want)
				return
			}
			require.True(t, r.IsError)
			require.Contains(t, textOf(t, r), test.want)
		})
	}
}

func textOf(t *testing.T, r *sdk.CallToolResult) string {
	t.Helper()
	require.Len(t, r.Content, 1)
	text, ok := r.Content[0].(*sdk.TextContent)
	require.True(t, ok)
	return text.Text
}
