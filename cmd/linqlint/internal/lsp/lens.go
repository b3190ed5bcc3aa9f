package lsp

import (
	"context"
	"encoding/json"
	"os"

	"github.com/sourcegraph/jsonrpc2"
)

// commandPreview is the command of the lens. Its arguments are the URI of a
// document and the number of a body in it, 0 if it is the only one. Its result is
// {"kind":"markdown","value":…}, which is also shown if the client can show a
// document.
const commandPreview = "linqlint.preview"

// codeLens returns a lens "Preview" above each body.
func (s *Server) codeLens(p *documentParams) (any, error) {
	lenses := []codeLens{}
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return lenses, nil
	}
	for i := range d.bodies {
		if b := &d.bodies[i]; !b.requests && b.report.Kind != "" {
			lenses = append(lenses, codeLens{d.span(b, 0, 0), command{"Preview", commandPreview, []any{d.uri, b.number}}})
		}
	}
	return lenses, nil
}

type executeCommandParams struct {
	Command   string            `json:"command"`
	Arguments []json.RawMessage `json:"arguments"`
}

func (s *Server) executeCommand(p *executeCommandParams) (any, error) {
	if p.Command != commandPreview {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: "unknown command " + p.Command}
	}
	var uri string
	number := 0
	if len(p.Arguments) < 1 || json.Unmarshal(p.Arguments[0], &uri) != nil || len(p.Arguments) > 1 && json.Unmarshal(p.Arguments[1], &number) != nil {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: commandPreview + " requires the URI of a document and the number of a body"}
	}
	d := s.documents[uri]
	if d == nil {
		return nil, errNotOpen(uri)
	}
	for i := range d.bodies {
		if b := &d.bodies[i]; b.number == number {
			text := preview(b)
			s.show(text)
			return markup{"markdown", text}, nil
		}
	}
	return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: "the document has no such body"}
}

// show asks the client to open the text, which needs a file. If the file cannot be
// written, nothing is shown: the result has the text too.
func (s *Server) show(text string) {
	if !s.client.Window.ShowDocument.Support {
		return
	}
	f, err := os.CreateTemp("", "linqlint-preview-*.md")
	if err != nil {
		return
	}
	s.previews = append(s.previews, f.Name())
	_, err = f.WriteString(text)
	if closeErr := f.Close(); err != nil || closeErr != nil {
		return
	}
	// Waiting for the response would block: messages are handled one by one.
	_, _ = s.conn.DispatchCall(context.Background(), "window/showDocument", showDocumentParams{fileURI(f.Name()), true})
}
