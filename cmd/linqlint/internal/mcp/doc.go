// Package mcp serves linqlint over the Model Context Protocol
// (https://modelcontextprotocol.io, read 2026-11-23): tools by which a program
// that writes request bodies can check, mend and foretell them before they are
// sent. It stands on the official Go SDK.
//
// The tools read and write nothing but their arguments and results: no file, no
// network.
package mcp
