package mcp

import (
	"context"
	"io"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// instructions is what a client may show its user or its model.
const instructions = "linqlint checks request bodies of Linq's Partner API v3 (iMessage, RCS, SMS) offline, by the rules of its documentation. " +
	"Lint each body before it is sent. The API rejects what is reported as an error; a warning is accepted but degraded or silently lost. " +
	"Give a body as its JSON text or as a JSON object. Ranges count UTF-16 code units."

// NewServer returns a server with every tool and resource. It reports version as
// its own.
func NewServer(version string) *mcp.Server {
	s := mcp.NewServer(
		&mcp.Implementation{Name: "linqlint", Title: "linqlint", Version: version},
		&mcp.ServerOptions{Instructions: instructions, Capabilities: &mcp.ServerCapabilities{}},
	)
	for _, t := range tools {
		t.addTo(s)
	}
	addResources(s)
	return s
}

// Serve serves one client over a pair of streams, one message per line, until
// the client closes in and every request has its response, or ctx is done.
func Serve(ctx context.Context, version string, in io.ReadCloser, out io.WriteCloser) error {
	return NewServer(version).Run(ctx, &transport{in, out})
}
