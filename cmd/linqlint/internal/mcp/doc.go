// Package mcp serves linqlint over the Model Context Protocol
// (https://modelcontextprotocol.io, read 2026-11-23): tools that check, fix and
// build request bodies and predict their delivery, and the rules as resources.
//
// The tools read and write no files and use no network.
package mcp
