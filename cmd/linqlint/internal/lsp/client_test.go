package lsp_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lsp"
)

const uri = "file:///work/message.json"

// client is an editor at the other end of a pipe.
type client struct {
	t         *testing.T
	conn      *jsonrpc2.Conn
	served    chan error
	published chan published
	asked     chan *jsonrpc2.Request // what else the server sends
}

type published struct {
	URI         string       `json:"uri"`
	Version     int          `json:"version"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type (
	position struct{ Line, Character int }
	span     struct{ Start, End position }
	edit     struct {
		Range   span
		NewText string
	}
	diagnostic struct {
		Range              span
		Severity           int
		Code               string
		CodeDescription    struct{ Href string }
		Source, Message    string
		RelatedInformation []struct {
			Location struct {
				URI   string
				Range span
			}
			Message string
		}
	}
	action struct {
		Title, Kind string
		IsPreferred bool
		Diagnostics []diagnostic
		Edit        struct{ Changes map[string][]edit }
	}
	item struct {
		Label, Detail, FilterText string
		InsertTextFormat          int
		TextEdit                  edit
	}
)

// start serves a client over a pipe; nothing is initialized yet.
func start(t *testing.T, o lsp.Options) *client {
	ours, theirs := net.Pipe()
	c := &client{t: t, served: make(chan error, 1), published: make(chan published, 100), asked: make(chan *jsonrpc2.Request, 10)}
	go func() { c.served <- lsp.New(o).Serve(t.Context(), theirs) }()
	c.conn = jsonrpc2.NewConn(t.Context(), jsonrpc2.NewBufferedStream(ours, jsonrpc2.VSCodeObjectCodec{}),
		editor{c})
	t.Cleanup(func() { c.conn.Close() })
	return c
}

// editor takes what the server sends. Diagnostics come in order; the response
// to a request is sent beside the reading, since the pipe holds nothing back.
type editor struct{ c *client }

// Handle implements jsonrpc2.Handler.
func (e editor) Handle(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) {
	if r.Method != "textDocument/publishDiagnostics" {
		if e.c.asked <- r; !r.Notif {
			go conn.Reply(ctx, r.ID, map[string]bool{"success": true})
		}
		return
	}
	var p published
	if err := json.Unmarshal(*r.Params, &p); err != nil {
		panic(err)
	}
	e.c.published <- p
}

// initialize starts a session with these initializationOptions.
func (c *client) initialize(options string) *client {
	c.t.Helper()
	c.call("initialize", `{"processId":null,"rootUri":null,"initializationOptions":`+options+`,"capabilities":{
		"textDocument":{"completion":{"completionItem":{"snippetSupport":true}}},"window":{"showDocument":{"support":true}}}}`, nil)
	c.notify("initialized", `{}`)
	return c
}

// session is an initialized client without options.
func session(t *testing.T) *client { return start(t, lsp.Options{Version: "1.2.3"}).initialize("null") }

func (c *client) call(method, params string, result any) {
	c.t.Helper()
	require.NoError(c.t, c.try(method, params, result))
}

func (c *client) try(method, params string, result any) error {
	c.t.Helper()
	require.True(c.t, json.Valid([]byte(params)), params)
	ctx, cancel := context.WithTimeout(c.t.Context(), time.Minute)
	defer cancel()
	return c.conn.Call(ctx, method, json.RawMessage(params), result)
}

func (c *client) notify(method, params string) {
	c.t.Helper()
	require.NoError(c.t, c.conn.Notify(c.t.Context(), method, json.RawMessage(params)))
}

// open opens a document and returns what is published of it.
func (c *client) open(uri, language, text string) published {
	c.t.Helper()
	c.notify("textDocument/didOpen", js(map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": language, "version": 1, "text": text}}))
	return c.next()
}

// change replaces the text in a range, or all of it.
func (c *client) change(version int, at *span, text string) published {
	c.t.Helper()
	change := map[string]any{"text": text}
	if at != nil {
		change["range"] = wire(*at)
	}
	c.notify("textDocument/didChange", js(map[string]any{
		"textDocument": map[string]any{"uri": uri, "version": version}, "contentChanges": []any{change},
	}))
	return c.next()
}

func (c *client) next() published {
	c.t.Helper()
	select {
	case p := <-c.published:
		return p
	case <-time.After(time.Minute):
		c.t.Fatal("no diagnostics came")
		panic("unreachable")
	}
}

// at is the parameters for a place in a document.
func at(uri string, line, character int) string {
	return js(map[string]any{"textDocument": map[string]any{"uri": uri}, "position": map[string]any{"line": line, "character": character}})
}

func wire(s span) map[string]any {
	return map[string]any{
		"start": map[string]any{"line": s.Start.Line, "character": s.Start.Character},
		"end":   map[string]any{"line": s.End.Line, "character": s.End.Character},
	}
}

func js(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// String writes a range as line:character-line:character.
func (s span) String() string {
	return fmt.Sprintf("%d:%d-%d:%d", s.Start.Line, s.Start.Character, s.End.Line, s.End.Character)
}

// exit ends the session and returns what the server returned.
func (c *client) exit() error {
	c.t.Helper()
	_ = c.conn.Notify(c.t.Context(), "exit", nil)
	select {
	case err := <-c.served:
		return err
	case <-time.After(time.Minute):
		c.t.Fatal("the server did not end")
		return io.ErrUnexpectedEOF
	}
}
