package lsp

import "context"

// Editing is a server with one open document, for benchmarks.
type Editing struct {
	s   *Server
	uri string
}

// discard is a connection whose other end reads nothing.
type discard struct{ closed chan struct{} }

func (d discard) Read([]byte) (int, error)    { <-d.closed; return 0, context.Canceled }
func (d discard) Write(p []byte) (int, error) { return len(p), nil }
func (d discard) Close() error                { return nil }

// Bench opens a document.
func Bench(uri, text string) *Editing {
	s := New(Options{})
	s.conn = newConn(context.Background(), s, discard{make(chan struct{})})
	_, _ = s.didOpen(&didOpenParams{TextDocument: textDocumentItem{URI: uri, LanguageID: "json", Version: 1, Text: text}})
	return &Editing{s, uri}
}

// Edit inserts text and publishes the diagnostics.
func (e *Editing) Edit(line, character int, text string) {
	at := position{line, character}
	_, _ = e.s.didChange(&didChangeParams{TextDocument: documentID{URI: e.uri}, ContentChanges: []contentChange{{Range: &lspRange{at, at}, Text: text}}})
	e.s.publishChanged()
}
