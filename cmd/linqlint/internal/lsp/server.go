package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// Options configure a [Server]. The zero Options are those of an editor
// without any configuration.
type Options struct {
	// Version is what the server calls itself.
	Version string
	// File tells what is known of the file at a path; nil: nothing.
	File func(path string) File
}

// Server answers one editor. It is made by [New] and serves once.
type Server struct {
	version   string
	file      func(path string) File
	settings  settings
	client    clientCapabilities
	documents map[string]*document
	conn      *jsonrpc2.Conn
	previews  []string // temporary files

	initialized, shutdown bool
	done                  chan struct{} // closed by "exit"
	end                   sync.Once
}

// New returns a server with the given options.
func New(o Options) *Server {
	return &Server{version: o.Version, file: o.File, documents: map[string]*document{}, done: make(chan struct{})}
}

// ErrNoShutdown says that the editor went away, or sent "exit", without a
// "shutdown" before it: the protocol wants the process to fail then.
var ErrNoShutdown = errors.New("the editor went away without a shutdown request")

// Serve answers on the stream until the editor says "exit", the stream ends or
// ctx does. It closes the stream.
func (s *Server) Serve(ctx context.Context, stream io.ReadWriteCloser) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	conn := jsonrpc2.NewConn(ctx, jsonrpc2.NewBufferedStream(stream, jsonrpc2.VSCodeObjectCodec{}),
		jsonrpc2.HandlerWithError(s.handle).SuppressErrClosed(), jsonrpc2.SetLogger(log.New(io.Discard, "", 0)))
	select {
	case <-s.done:
	case <-conn.DisconnectNotify():
	case <-ctx.Done():
	}
	conn.Close()
	<-conn.DisconnectNotify()
	for _, name := range s.previews {
		os.Remove(name)
	}
	if ctx.Err() == nil && !s.shutdown {
		return ErrNoShutdown
	}
	return nil
}

// Error codes of the protocol beside JSON-RPC's own.
const codeNotInitialized = -32002

// handle answers one message.
func (s *Server) handle(_ context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) (any, error) {
	s.conn = conn
	switch {
	case r.Method == "exit":
		s.end.Do(func() { close(s.done) })
		return nil, nil
	case s.shutdown:
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "nothing but exit may follow shutdown"}
	case !s.initialized && r.Method != "initialize":
		return nil, &jsonrpc2.Error{Code: codeNotInitialized, Message: "initialize must come first"}
	}
	switch r.Method {
	case "initialize":
		return with(r, s.initialize)
	case "shutdown":
		s.shutdown = true
		return nil, nil
	case "textDocument/didOpen":
		return with(r, s.didOpen)
	case "textDocument/didChange":
		return with(r, s.didChange)
	case "textDocument/didClose":
		return with(r, s.didClose)
	case "textDocument/didSave":
		return with(r, s.didSave)
	case "workspace/didChangeConfiguration":
		return with(r, s.didChangeConfiguration)
	case "textDocument/codeAction":
		return with(r, s.codeAction)
	case "textDocument/hover":
		return with(r, s.hover)
	case "textDocument/completion":
		return with(r, s.completion)
	case "textDocument/formatting":
		return with(r, s.formatting)
	case "textDocument/codeLens":
		return with(r, s.codeLens)
	case "workspace/executeCommand":
		return with(r, s.executeCommand)
	}
	if r.Notif {
		return nil, nil // of those that a server may pass over: initialized, $/…
	}
	return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "there is no method " + r.Method}
}

// with decodes the parameters of a message and hands them on.
func with[P any](r *jsonrpc2.Request, f func(*P) (any, error)) (any, error) {
	var params P
	if r.Params != nil {
		if err := json.Unmarshal(*r.Params, &params); err != nil {
			return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: r.Method + ": " + err.Error()}
		}
	}
	return f(&params)
}

func (s *Server) initialize(p *initializeParams) (any, error) {
	s.initialized = true
	s.client = p.Capabilities
	if p.InitializationOptions != nil {
		s.use(*p.InitializationOptions)
	}
	return initializeResult{
		ServerInfo: serverInfo{sourceName, s.version},
		Capabilities: serverCapabilities{
			PositionEncoding:       "utf-16",
			TextDocumentSync:       textDocumentSync{OpenClose: true, Change: syncIncremental, Save: true},
			HoverProvider:          true,
			CompletionProvider:     completionOptions{TriggerCharacters: []string{`"`, ":"}},
			CodeActionProvider:     codeActionOptions{[]string{kindQuickFix, kindFixAll}},
			DocumentFormatting:     true,
			ExecuteCommandProvider: executeCommandOptions{[]string{commandPreview}},
		},
	}, nil
}

// use takes new settings and says what is wrong with them.
func (s *Server) use(set settings) {
	s.settings = set
	if wrong := s.settings.check(); wrong != "" {
		s.notify("window/showMessage", showMessageParams{messageWarning, wrong})
	}
}

// notify sends a notification. It fails only with the connection, and then the
// server ends anyway.
func (s *Server) notify(method string, params any) {
	_ = s.conn.Notify(context.Background(), method, params)
}

func (s *Server) didOpen(p *didOpenParams) (any, error) {
	t := &p.TextDocument
	d := &document{uri: t.URI, path: pathOf(t.URI), language: t.LanguageID, version: t.Version, text: t.Text}
	d.ndjson = isNDJSON(t.LanguageID, t.URI)
	d.judge = s.judge(d)
	s.documents[t.URI] = d
	s.publish(d)
	return nil, nil
}

func (s *Server) didChange(p *didChangeParams) (any, error) {
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return nil, errNotOpen(p.TextDocument.URI)
	}
	d.version = p.TextDocument.Version
	d.text = apply(d.text, p.ContentChanges)
	s.publish(d)
	return nil, nil
}

func errNotOpen(uri string) error {
	return &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: "the document is not open: " + uri}
}

func (s *Server) didClose(p *documentParams) (any, error) {
	delete(s.documents, p.TextDocument.URI)
	s.notify("textDocument/publishDiagnostics", publishDiagnosticsParams{URI: p.TextDocument.URI, Diagnostics: []diagnostic{}})
	return nil, nil
}

func (s *Server) didChangeConfiguration(p *configurationParams) (any, error) {
	if p.Settings.Linqlint != nil {
		s.use(*p.Settings.Linqlint)
	}
	s.judgeAnew()
	return nil, nil
}

// didSave judges everything anew if it was a configuration that was saved.
func (s *Server) didSave(p *documentParams) (any, error) {
	if d := s.documents[p.TextDocument.URI]; d != nil && d.judge.check != nil {
		s.judgeAnew()
	}
	return nil, nil
}

func (s *Server) judgeAnew() {
	for _, d := range s.documents {
		d.judge = s.judge(d)
		s.publish(d)
	}
}

// publish judges a document and sends what was found.
func (s *Server) publish(d *document) {
	d.check()
	s.notify("textDocument/publishDiagnostics", publishDiagnosticsParams{
		URI: d.uri, Version: d.version, Diagnostics: d.diagnostics(s.settings.least()),
	})
}
