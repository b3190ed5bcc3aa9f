package lsp_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lsp"
)

// editorEnd is an editor that has sent everything before the server starts.
type editorEnd struct {
	io.Reader
	bytes.Buffer
}

func (e *editorEnd) Read(p []byte) (int, error) { return e.Reader.Read(p) }

func (*editorEnd) Close() error { return nil }

func frame(message string) string {
	return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(message), message)
}

const (
	initialize = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`
	shutdown   = `{"jsonrpc":"2.0","id":2,"method":"shutdown"}`
	exit       = `{"jsonrpc":"2.0","method":"exit"}`
)

// received runs a session and returns the messages that the server sent.
func received(t *testing.T, input string) []string {
	t.Helper()
	e := &editorEnd{Reader: strings.NewReader(input)}
	require.NoError(t, lsp.New(lsp.Options{}).Serve(t.Context(), e), "%s", e.String())
	var messages []string
	for rest := e.String(); rest != ""; {
		header, after, found := strings.Cut(rest, "\r\n\r\n")
		require.True(t, found, rest)
		var length int
		_, err := fmt.Sscanf(header, "Content-Length: %d", &length)
		require.NoError(t, err)
		messages, rest = append(messages, after[:length]), after[length:]
	}
	return messages
}

// TestMalformedFrames: the server continues after a message that it cannot read.
func TestMalformedFrames(t *testing.T) {
	for name, bad := range map[string]string{
		"not JSON":                frame(`{"jsonrpc":`),
		"not a message":           frame(`{"jsonrpc":"2.0"}`),
		"not an object":           frame(`[]`),
		"empty":                   frame(``),
		"not a number":            "Content-Length: many\r\n\r\n",
		"negative":                "Content-Length: -5\r\n\r\n{}",
		"oversized":               "Content-Length: 99999999999\r\n\r\n{}",
		"too short":               "Content-Length: 9\r\n\r\n" + `{"jsonrpc":"2.0","method":"x"}`,
		"a longer header":         "X-Junk: " + strings.Repeat("y", 1<<17) + "\r\nContent-Type: a\r\nContent-Length: 3\r\n\r\n{ }",
		"text without any header": "hello\r\n\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			messages := received(t, frame(initialize)+bad+frame(shutdown)+frame(exit))
			last := messages[len(messages)-1]
			require.Contains(t, last, `"id":2`)
			if name != "text without any header" {
				require.Len(t, messages, 3)
				require.Contains(t, messages[1], `"id":null`)
				require.Contains(t, messages[1], `"error"`)
			}
		})
	}
	// One that claims to be longer takes the next message with it, but no more.
	messages := received(t, frame(initialize)+"Content-Length: 60\r\n\r\n{}"+frame(shutdown)+frame(`{"jsonrpc":"2.0","id":3,"method":"shutdown"}`)+frame(exit))
	require.Contains(t, messages[len(messages)-1], `"id":3`)
}

// TestEditsAreJoined: of edits that wait already only the last is checked.
func TestEditsAreJoined(t *testing.T) {
	const edits = 200
	var in strings.Builder
	in.WriteString(frame(initialize))
	in.WriteString(frame(js(map[string]any{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": map[string]any{
		"textDocument": map[string]any{"uri": uri, "languageId": "json", "version": 1, "text": `{"message":{"parts":[{"type":"text","value":""}]}}`}}})))
	for i := range edits {
		in.WriteString(frame(js(map[string]any{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": map[string]any{
			"textDocument":   map[string]any{"uri": uri, "version": i + 2},
			"contentChanges": []any{map[string]any{"range": wire(span{position{0, 45}, position{0, 45}}), "text": "x"}}}})))
	}
	in.WriteString(frame(shutdown) + frame(exit))
	var versions []int
	for _, m := range received(t, in.String()) {
		var p struct {
			Method string
			Params published
		}
		require.NoError(t, json.Unmarshal([]byte(m), &p))
		if p.Method == "textDocument/publishDiagnostics" {
			versions = append(versions, p.Params.Version)
		}
	}
	require.Equal(t, edits+1, versions[len(versions)-1], "the last version is checked")
	require.Less(t, len(versions), edits/2, "edits that wait are joined")
}

// largeDocuments are documents of 3 MB: a message with 100 texts of almost 10000
// code points, and one with more than 20000 problems.
func largeDocuments() map[string]string {
	document := func(n int, part string) string {
		return "{\n  \"message\": {\n    \"parts\": [\n" + strings.TrimSuffix(strings.Repeat(part+",\n", n), ",\n") + "\n    ]\n  }\n}\n"
	}
	return map[string]string{
		"texts":    document(100, `{"type": "text", "value": "`+strings.Repeat("注文", 4900)+`"}`),
		"problems": document(23_000, `{"type": "text", "value": "Your order has shipped. Größe 42, 5 €.", "text_decorations": [{"range": [5, 10], "style": "bold"}]}`),
	}
}

// BenchmarkEdits is a session of 200 key presses that arrive faster than they are
// checked.
func BenchmarkEdits(b *testing.B) {
	const edits = 200
	for name, text := range largeDocuments() {
		var in strings.Builder
		in.WriteString(frame(initialize) + frame(js(map[string]any{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": map[string]any{
			"textDocument": map[string]any{"uri": uri, "languageId": "json", "version": 1, "text": text}}})))
		for i := range edits {
			in.WriteString(frame(js(map[string]any{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": map[string]any{
				"textDocument":   map[string]any{"uri": uri, "version": i + 2},
				"contentChanges": []any{map[string]any{"range": wire(span{position{3 + i%90, 40}, position{3 + i%90, 40}}), "text": "x"}}}})))
		}
		in.WriteString(frame(shutdown) + frame(exit))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				e := &editorEnd{Reader: strings.NewReader(in.String())}
				if err := lsp.New(lsp.Options{}).Serve(b.Context(), e); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*edits), "ms/edit")
		})
	}
}

// BenchmarkEdit is one key press and its check.
func BenchmarkEdit(b *testing.B) {
	for name, text := range largeDocuments() {
		b.Run(name, func(b *testing.B) {
			s := lsp.Bench(uri, text)
			b.SetBytes(int64(len(text)))
			for i := 0; b.Loop(); i++ {
				s.Edit(3+i%90, 40, "x")
			}
		})
	}
}
