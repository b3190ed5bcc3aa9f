package lsp_test

import (
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/sourcegraph/jsonrpc2"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lsp"
	"github.com/linqlint/linqlint/validate"
)

// empty is a payload with one problem.
const empty = `{"to":["+12052532136"],"message":{"parts":[]}}`

func TestLifecycle(t *testing.T) {
	c := start(t, lsp.Options{Version: "1.2.3"})
	requireCode(t, -32002, c.try("textDocument/hover", at(uri, 0, 0), nil))
	var result struct {
		ServerInfo   struct{ Name, Version string }
		Capabilities map[string]any
	}
	c.call("initialize", `{"capabilities":{}}`, &result)
	require.Equal(t, "linqlint", result.ServerInfo.Name)
	require.Equal(t, "1.2.3", result.ServerInfo.Version)
	require.Equal(t, "utf-16", result.Capabilities["positionEncoding"])
	requireCode(t, jsonrpc2.CodeMethodNotFound, c.try("textDocument/rename", `{}`, nil))
	requireCode(t, jsonrpc2.CodeInvalidParams, c.try("textDocument/hover", `{"position":7}`, nil))
	c.notify("$/setTrace", `{"value":"off"}`)
	c.notify("textDocument/didSave", `{}`)
	c.call("shutdown", `null`, nil)
	requireCode(t, jsonrpc2.CodeInvalidRequest, c.try("textDocument/hover", at(uri, 0, 0), nil))
	c.notify("exit", `null`)
	_ = c.conn.Notify(t.Context(), "exit", nil) // once more does no harm
	require.NoError(t, <-c.served)
}

// TestNoShutdown: the server ends when its editor does, with an error:
// the protocol requires a shutdown before an exit.
func TestNoShutdown(t *testing.T) {
	require.ErrorIs(t, session(t).exit(), lsp.ErrNoShutdown)
	c := session(t)
	c.conn.Close()
	require.ErrorIs(t, <-c.served, lsp.ErrNoShutdown)
}

func requireCode(t *testing.T, want int64, err error) {
	t.Helper()
	var e *jsonrpc2.Error
	require.True(t, errors.As(err, &e), "%v", err)
	require.Equal(t, want, e.Code, e.Message)
}

func TestDiagnostics(t *testing.T) {
	tests := []struct {
		name, uri, language, text string
		want                      []string // rule at line:character-line:character
	}{
		{"a clean payload", uri, "json", `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"hi"}]}}`, nil},
		{
			"columns count UTF-16 code units", uri, "json",
			`{"message":{"parts":[{"type":"text","value":"🎉🎉","text_decorations":[{"range":[0,9],"style":"bold"}]}]}}`,
			[]string{"decoration-range-bounds 0:80-0:85"},
		},
		{
			"on a later line, with line ends of Windows", uri, "json",
			"{\r\n  \"to\": [],\r\n  \"message\": {\"parts\":[]}\r\n}\r\n",
			[]string{"to-empty 1:8-1:9", "parts-empty 2:22-2:23"},
		},
		{"a lone carriage return ends a line too", uri, "json", "{\"to\":\r[],\"message\":{\"parts\":[]}}", []string{"to-empty 1:0-1:1", "parts-empty 1:22-1:23"}},
		{"some other JSON", "file:///work/package.json", "json", `{"name":"x","version":1}`, nil},
		{"broken JSON that is not a payload", "file:///work/package.json", "json", `{"name":`, nil},
		{"a payload that is being typed", uri, "json", `{"message":{"parts":[`, []string{"json-syntax 0:21-0:21"}},
		{"a document that the editor calls a payload", uri, "linq-payload", `{"name":1}`, []string{"kind-unknown 0:0-0:1"}},
		{
			"a body a line, blank ones between", "file:///work/a.ndjson", "json",
			"\n{\"to\":[\"+12052532136\"],\"message\":{\"parts\":[]}}\n\n{\"name\":1}\n{\"to\":[\"+12052532136\"],\"message\":{\"parts\":[]}}",
			[]string{"parts-empty 1:42-1:43", "parts-empty 4:42-4:43"},
		},
		{"a body a line, by its language", "untitled:1", "jsonl", "{}\n{\"to\":[\"+12052532136\"],\"message\":{\"parts\":[]}}\n", []string{"parts-empty 1:42-1:43"}},
		{"nothing", uri, "json", "", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := session(t).open(test.uri, test.language, test.text)
			require.Equal(t, test.uri, p.URI)
			require.Equal(t, 1, p.Version)
			require.Equal(t, test.want, places(p.Diagnostics))
		})
	}
}

// places writes diagnostics in short.
func places(ds []diagnostic) (out []string) {
	for _, d := range ds {
		out = append(out, d.Code+" "+d.Range.String())
	}
	return out
}

func TestDiagnosticSaysAll(t *testing.T) {
	p := session(t).open(uri, "json", `{"message":{"parts":[{"type":"text","value":"a"},{"type":"text","value":"b"}]}}`)
	require.Len(t, p.Diagnostics, 1)
	d := p.Diagnostics[0]
	require.Equal(t, 1, d.Severity)
	require.Equal(t, "linqlint", d.Source)
	require.Equal(t, validate.Diagnostic{Rule: "parts-consecutive-text"}.DocURL(), d.CodeDescription.Href)
	require.Len(t, d.RelatedInformation, 1)
	require.Equal(t, uri, d.RelatedInformation[0].Location.URI)
	require.Equal(t, "0:21-0:48", d.RelatedInformation[0].Location.Range.String())
}

func TestChange(t *testing.T) {
	c := session(t)
	require.Empty(t, c.open(uri, "json", `{"message":{"parts":[{"type":"text","value":"🎉"}]}}`).Diagnostics)
	// The value goes, by a range that counts the emoji as two units.
	p := c.change(2, &span{position{0, 45}, position{0, 47}}, "")
	require.Equal(t, 2, p.Version)
	require.Equal(t, []string{"text-empty 0:44-0:46"}, places(p.Diagnostics))
	// A position after the end of a line means its end; the ends may be swapped.
	p = c.change(3, &span{position{0, 999}, position{0, 45}}, `x"}]}}`)
	require.Empty(t, p.Diagnostics)
	// The whole text at once.
	p = c.change(4, nil, empty)
	require.Equal(t, []string{"parts-empty 0:42-0:43"}, places(p.Diagnostics))
	// Closing takes the problems away.
	c.notify("textDocument/didClose", `{"textDocument":{"uri":"`+uri+`"}}`)
	require.Equal(t, published{URI: uri, Diagnostics: []diagnostic{}}, c.next())
}

func TestSettings(t *testing.T) {
	const text = `{"from":"+12052532136","to":["+12052532137"],"message":{"effect":{"name":"confetti","type":"screen"},"parts":[{"type":"text","value":"**hi**"}]}}`
	c := start(t, lsp.Options{}).initialize(`{"severity":"note","newChat":true,"service":"SMS"}`)
	require.Equal(t, []string{"first-message-effect 0:56-0:64", "service-drops-effect 0:56-0:64", "text-markdown 0:134-0:140"}, places(c.open(uri, "json", text).Diagnostics))
	c.notify("workspace/didChangeConfiguration", `{"settings":{"linqlint":{"severity":"error"}}}`)
	require.Empty(t, c.next().Diagnostics)
	// Invalid settings are named and ignored.
	c.notify("workspace/didChangeConfiguration", `{"settings":{"linqlint":{"severity":"loud","service":"sms","kind":"x"}}}`)
	message := string(*(<-c.asked).Params)
	for _, want := range []string{`\"loud\"`, `\"sms\"`, `\"x\"`} {
		require.Contains(t, message, want)
	}
	require.Equal(t, []string{"first-message-effect"}, rulesOf(c.next().Diagnostics))
}

// TestWrongSettings: settings of a wrong type are a message; the others apply.
func TestWrongSettings(t *testing.T) {
	for given, want := range map[string]string{
		`{"severity":5,"newChat":"yes","kind":[],"service":{},"allDocuments":1}`: `\"severity\" is 5, expected note, warning or error`,
		`{"newChat":"yes"}`:    `\"newChat\" is \"yes\", expected true or false`,
		`{"severty":"error"}`:  `unknown setting \"severty\"; did you mean \"severity\"?`,
		`[1]`:                  `ignored the settings: they must be an object`,
		`"x"`:                  `ignored the settings: they must be an object`,
		`{"severity":"never"}`: `\"severity\" is \"never\"`,
	} {
		c := start(t, lsp.Options{}).initialize(given)
		require.Contains(t, string(*(<-c.asked).Params), want)
		require.Len(t, c.open(uri, "json", `{"to":[],"message":{"parts":[]}}`).Diagnostics, 2)
	}
	c := start(t, lsp.Options{}).initialize(`{"severity":null,"kind":7,"allDocuments":true}`)
	<-c.asked
	require.NotEmpty(t, c.open(uri, "json", `{}`).Diagnostics, "allDocuments applies")
	for _, settings := range []string{`null`, `5`, `{"linqlint":null}`, `{"linqlint":[]}`, `{"other":{}}`} {
		c.notify("workspace/didChangeConfiguration", `{"settings":`+settings+`}`)
		c.next()
	}
}

func rulesOf(ds []diagnostic) (out []string) {
	for _, d := range ds {
		out = append(out, d.Code)
	}
	return out
}

// TestFile: what the caller knows of a path wins over what the document holds.
func TestFile(t *testing.T) {
	c := start(t, lsp.Options{File: func(path string) lsp.File {
		return lsp.File{
			Options: []validate.Option{validate.WithSeverity("parts-empty", validate.SeverityWarning)},
			Payload: strings.HasSuffix(path, "payload.json"),
			Ignored: strings.HasSuffix(path, "ignored.json"),
		}
	}}).initialize("null")
	require.Equal(t, 2, c.open(uri, "json", empty).Diagnostics[0].Severity)
	require.Equal(t, []string{"kind-unknown"}, rulesOf(c.open("file:///a%20b/payload.json", "json", `{}`).Diagnostics))
	require.Empty(t, c.open("file:///ignored.json", "json", empty).Diagnostics)
}

// TestConfiguration: a configuration is checked too, and its content
// applies to the open documents once it is saved.
func TestConfiguration(t *testing.T) {
	const config = "file:///work/linqlint.jsonc"
	var off atomic.Bool
	c := start(t, lsp.Options{File: func(path string) lsp.File {
		if strings.HasSuffix(path, ".jsonc") {
			return lsp.File{Check: func(text []byte) []validate.Diagnostic {
				if string(text) == "{}" {
					return nil
				}
				return []validate.Diagnostic{{Rule: "config", Severity: validate.SeverityError, End: validate.Position{Offset: 1}}}
			}}
		}
		return lsp.File{Keep: func(*validate.Diagnostic) bool { return !off.Load() }}
	}}).initialize("null")
	require.Equal(t, []string{"parts-empty"}, rulesOf(c.open(uri, "json", empty).Diagnostics))
	require.Equal(t, []string{"config"}, rulesOf(c.open(config, "jsonc", "x").Diagnostics))
	off.Store(true)
	c.notify("textDocument/didSave", `{"textDocument":{"uri":"`+uri+`"}}`)
	c.notify("textDocument/didSave", `{"textDocument":{"uri":"`+config+`"}}`)
	for range 2 {
		if p := c.next(); p.URI == uri {
			require.Empty(t, p.Diagnostics)
		}
	}
}

func TestLargeDocument(t *testing.T) {
	c := session(t)
	p := c.open(uri, "json", `{"to":[],"message":{"parts":[]},"x":"`+strings.Repeat("x", 16<<20)+`"}`)
	require.Len(t, p.Diagnostics, 1)
	require.Contains(t, p.Diagnostics[0].Message, "at most 16 MiB")
	// Too many problems are truncated, with a message.
	p = c.change(2, nil, empty)
	require.Len(t, p.Diagnostics, 1)
	p = c.open("file:///a.jsonl", "jsonl", strings.Repeat("{\"to\":[\"+12052532136\"],\"message\":{\"parts\":[]}}\n", 1500))
	require.Len(t, p.Diagnostics, 1001)
	require.Contains(t, p.Diagnostics[1000].Message, "more than 1000 problems")
}
