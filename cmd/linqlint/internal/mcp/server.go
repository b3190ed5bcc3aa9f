package mcp

import (
	"context"
	"io"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// instructions is what a client may show its user or its model.
const instructions = "linqlint checks request bodies of Linq's Partner API v3 (iMessage, RCS, SMS) offline, by the rules of its documentation. " +
	"Lint a body before it is sent; what it reports as an error the API rejects, a warning is accepted but degraded or lost without a word. " +
	"A body is given as its JSON text. Ranges count UTF-16 code units."

// NewServer returns a server with every tool; version is what it calls itself.
func NewServer(version string) *mcp.Server {
	s := mcp.NewServer(
		&mcp.Implementation{Name: "linqlint", Title: "linqlint", Version: version},
		&mcp.ServerOptions{Instructions: instructions, Capabilities: &mcp.ServerCapabilities{}},
	)
	addTools(s)
	return s
}

// Serve answers one client on a pair of streams, a message a line, until the
// client goes away or ctx ends.
func Serve(ctx context.Context, version string, in io.ReadCloser, out io.WriteCloser) error {
	return NewServer(version).Run(ctx, &mcp.IOTransport{Reader: in, Writer: out})
}
