package mcp_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/mcp"
)

const (
	clean = `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"hi"}],"preferred_service":"SMS"}}`
	bad   = `{"to":["+1 205 253 2136"],"message":{"parts":[{"type":"text","value":"hi"}],"preferred_service":"sms"}}`
)

// connect returns the official SDK's client of a server.
func connect(t *testing.T) *sdk.ClientSession {
	t.Helper()
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	served := make(chan error, 1)
	go func() {
		served <- mcp.Serve(context.Background(), "1.2.3", in, out)
		out.Close()
	}()
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).
		Connect(t.Context(), &sdk.IOTransport{Reader: fromServer, Writer: toServer}, nil)
	require.NoError(t, err)
	t.Cleanup(func() {
		require.NoError(t, client.Close())
		require.NoError(t, <-served)
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
		require.Contains(t, tool.Description, "Use this", "when to use it")
		checkSchema(t, tool.Name, tool.InputSchema)
	}
	require.ElementsMatch(t, []string{"lint", "fix", "explain", "build", "forecast"}, names)
}

// checkSchema: every schema has exactly one type, which some clients require.
func checkSchema(t *testing.T, name string, schema any) {
	t.Helper()
	s, ok := schema.(map[string]any)
	require.True(t, ok, name)
	require.IsType(t, "", s["type"], name)
	require.NotContains(t, s, "anyOf", name)
	if s["type"] == "array" {
		checkSchema(t, name, s["items"])
	}
	properties, _ := s["properties"].(map[string]any)
	for member, p := range properties {
		checkSchema(t, name+"."+member, p)
		require.NotEmpty(t, p.(map[string]any)["description"], member)
	}
}

func TestCall(t *testing.T) {
	var object map[string]any
	require.NoError(t, json.Unmarshal([]byte(clean), &object))
	tests := []struct {
		name, tool string
		args       map[string]any
		want       []string // in the text
		structured string   // the structured content, "" for none
	}{
		{"a clean body", "lint", map[string]any{"body": clean}, []string{"messages.create: errors 0, warnings 0, notes 0"}, `{"kind":"messages.create","diagnostics":[],"truncated":0}`},
		{"problems with their fixes", "lint", map[string]any{"body": bad}, []string{`error[to-handle] at "/to/0" (1:8)`, "unsafe fix: ", `error[service-value] at "/message/preferred_service"`, "; fix: "}, ""},
		{"a kind that is given", "lint", map[string]any{"body": `{"text":""}`, "kind": "messages.edit"}, []string{"edit-text"}, ""},
		{"a body as an object", "lint", map[string]any{"body": object}, []string{"messages.create: errors 0"}, ""},
		{"an array as a body", "lint", map[string]any{"body": []any{object}}, []string{"error"}, ""},
		{"members that are null", "lint", map[string]any{"body": clean, "kind": nil, "notes": nil}, []string{"errors 0"}, ""},
		{"a forecast of an object", "forecast", map[string]any{"body": object}, []string{"SMS: possible"}, ""},
		{"one recipient", "build", map[string]any{"to": "+12052532136", "text": "hi"}, []string{"messages.create: errors 0"}, ""},
		{"advice", "lint", map[string]any{"body": clean, "notes": true}, []string{"notes 0"}, ""},
		{"broken JSON", "lint", map[string]any{"body": `{"to"`}, []string{"unknown kind", "json-syntax"}, ""},
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

// TestRefused: a call that cannot be done has a result that a model can act on; it
// is not an error of the protocol.
func TestRefused(t *testing.T) {
	tests := []struct {
		name, tool string
		args       map[string]any
		want       string
	}{
		{"no body", "lint", map[string]any{}, `argument "body" is missing: the request body`},
		{"a body that is null", "lint", map[string]any{"body": nil}, `argument "body" is missing`},
		{"an unknown argument", "lint", map[string]any{"body": clean, "strict": true}, `unknown argument "strict"; the arguments are body, kind, notes, limit`},
		{"a mistyped argument", "lint", map[string]any{"body": clean, "note": true}, `did you mean "notes"?`},
		{"a wrong type", "lint", map[string]any{"body": clean, "notes": "yes"}, `argument "notes" must be true or false`},
		{"a limit of none", "lint", map[string]any{"body": clean, "limit": 0}, `argument "limit" must be a whole number from 1`},
		{"an unknown kind", "fix", map[string]any{"body": clean, "kind": "message.create"}, `unknown kind "message.create"; did you mean "messages.create"?; must be one of messages.create`},
		{"an unknown rule", "explain", map[string]any{"rule": "to-hand"}, "to-handle"},
		{"a recipient that is a number", "build", map[string]any{"to": []int{1}, "text": "hi"}, `argument "to" must be an array of strings`},
		{"a message that is wrong", "build", map[string]any{"to": []string{"12"}, "text": "hi"}, "to-handle"},
		{"an unknown effect", "build", map[string]any{"text": "hi", "effect": "glitter"}, `unknown effect "glitter"`},
		{"a forecast of broken JSON", "forecast", map[string]any{"body": "{"}, "json-syntax"},
	}
	c := connect(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: test.tool, Arguments: test.args})
			require.NoError(t, err)
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

// TestLintIsShort: a result fits into a model's context, whatever the body.
func TestLintIsShort(t *testing.T) {
	part := `{"type":"text","value":"","text_decorations":[{"range":[9,2],"style":"blod"}],"nonsense":"` + strings.Repeat("\\\"", 40) + `"},`
	body := `{"message":{"parts":[` + strings.TrimSuffix(strings.Repeat(part, 1000), ",") + `]}}`
	c := connect(t)
	call := func(args map[string]any) (text string, size int, shown int) {
		t.Helper()
		r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: "lint", Arguments: args})
		require.NoError(t, err)
		encoded, err := json.Marshal(r)
		require.NoError(t, err)
		var report struct {
			Diagnostics []struct{ Severity string }
			Truncated   int
		}
		structured, err := json.Marshal(r.StructuredContent)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(structured, &report))
		require.NotZero(t, report.Truncated)
		text = textOf(t, r)
		require.Contains(t, text, fmt.Sprintf("\nand %d more", report.Truncated))
		require.Equal(t, "error", report.Diagnostics[0].Severity)
		require.True(t, slices.IsSortedFunc(report.Diagnostics, func(a, b struct{ Severity string }) int { return strings.Compare(a.Severity, b.Severity) }), "error before note before warning")
		return text, len(encoded), len(report.Diagnostics)
	}
	_, size, shown := call(map[string]any{"body": body})
	require.Less(t, size, 20_000)
	require.Greater(t, size, 10_000)
	require.Greater(t, shown, 10)
	_, size, shown = call(map[string]any{"body": body, "limit": 2})
	require.Equal(t, 2, shown)
	require.Less(t, size, 3_000)
	_, _, shown = call(map[string]any{"body": body, "limit": 200})
	require.Equal(t, 200, shown)
}

func TestResources(t *testing.T) {
	c := connect(t)
	list, err := c.ListResources(t.Context(), nil)
	require.NoError(t, err)
	require.Len(t, list.Resources, 1)
	templates, err := c.ListResourceTemplates(t.Context(), nil)
	require.NoError(t, err)
	require.Len(t, templates.ResourceTemplates, 1)
	for uri, want := range map[string]string{"linqlint://rules": "to-empty (error): ", "linqlint://rules/to-empty": "sources:\n"} {
		r, err := c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: uri})
		require.NoError(t, err)
		require.Contains(t, r.Contents[0].Text, want)
	}
	_, err = c.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: "linqlint://rules/to-many"})
	require.Error(t, err)
}
