package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
	"slices"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// Options configure a [Server]. The zero Options work without configuration
// files.
type Options struct {
	// Version is the version that the server reports.
	Version string
	// File returns what is known about the file at a path. It may be nil.
	File func(path string) File
}

// Server serves one editor. It is made by [New] and serves once.
type Server struct {
	version   string
	file      func(path string) File
	settings  settings
	client    clientCapabilities
	documents map[string]*document
	conn      *jsonrpc2.Conn
	stream    *stream     // of conn
	previews  []string    // temporary files
	changed   []*document // edited since they were checked

	initialized, shutdown bool
	done                  chan struct{} // closed by "exit"
	end                   sync.Once
}

// New returns a server with the given options.
func New(o Options) *Server {
	return &Server{version: o.Version, file: o.File, documents: map[string]*document{}, done: make(chan struct{})}
}

// ErrNoShutdown is returned if the input ends, or "exit" arrives, without a
// "shutdown" before: the protocol requires the process to fail.
var ErrNoShutdown = errors.New("the input ended without a shutdown request")

// Serve serves the editor at the other end of conn until it sends "exit", the
// input ends or ctx is done. It closes conn.
func (s *Server) Serve(ctx context.Context, rwc io.ReadWriteCloser) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	conn := newConn(ctx, s, rwc)
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

func newConn(ctx context.Context, s *Server, rwc io.ReadWriteCloser) *jsonrpc2.Conn {
	s.stream = newStream(rwc, s.publishChanged)
	return jsonrpc2.NewConn(ctx, s.stream, jsonrpc2.HandlerWithError(s.handle).SuppressErrClosed(),
		jsonrpc2.SetLogger(log.New(io.Discard, "", 0)))
}

// codeNotInitialized is an error code of the protocol, besides JSON-RPC's own.
const codeNotInitialized = -32002

// handle handles one message.
func (s *Server) handle(_ context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) (any, error) {
	s.conn = conn
	switch {
	case r.Method == "exit":
		s.end.Do(func() { close(s.done) })
		return nil, nil
	case s.shutdown:
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "only exit is allowed after shutdown"}
	case !s.initialized && r.Method != "initialize":
		return nil, &jsonrpc2.Error{Code: codeNotInitialized, Message: "the first request must be initialize"}
	}
	if r.Method != "textDocument/didChange" {
		s.publishChanged()
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
		return nil, nil // such as initialized and $/…, which a server may ignore
	}
	return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "unknown method " + r.Method}
}

// with decodes the parameters of a message and calls f with them.
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
	s.use(p.InitializationOptions)
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

// use applies settings and shows a message about those that are invalid.
func (s *Server) use(raw json.RawMessage) {
	var wrong string
	s.settings, wrong = parseSettings(raw)
	if wrong != "" {
		s.notify("window/showMessage", showMessageParams{messageWarning, wrong})
	}
}

// notify sends a notification. It fails only if the connection does, which ends
// the server.
func (s *Server) notify(method string, params any) {
	_ = s.stream.WriteObject(notification{"2.0", method, params})
}

func (s *Server) didOpen(p *didOpenParams) (any, error) {
	t := &p.TextDocument
	d := &document{uri: t.URI, path: pathOf(t.URI), language: t.LanguageID, version: t.Version, text: t.Text}
	d.settle()
	d.checker = s.checkerFor(d)
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
	d.apply(p.ContentChanges)
	if !slices.Contains(s.changed, d) {
		s.changed = append(s.changed, d)
	}
	return nil, nil
}

// publishChanged checks the documents that were edited and publishes their
// diagnostics.
func (s *Server) publishChanged() {
	for _, d := range s.changed {
		if s.documents[d.uri] == d {
			s.publish(d)
		}
	}
	s.changed = s.changed[:0]
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
	if section, ok := p.section(); ok {
		s.use(section)
	}
	s.recheck()
	return nil, nil
}

// didSave checks every document again if a configuration was saved.
func (s *Server) didSave(p *documentParams) (any, error) {
	if d := s.documents[p.TextDocument.URI]; d != nil && d.checker.config != nil {
		s.recheck()
	}
	return nil, nil
}

func (s *Server) recheck() {
	for _, d := range s.documents {
		d.checker = s.checkerFor(d)
		s.publish(d)
	}
}

// publish checks a document and publishes its diagnostics.
func (s *Server) publish(d *document) {
	d.check()
	s.notify("textDocument/publishDiagnostics", publishDiagnosticsParams{
		URI: d.uri, Version: d.version, Diagnostics: d.diagnostics(s.settings.least()),
	})
}
