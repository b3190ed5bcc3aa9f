// Package lsp is a language server for request bodies: diagnostics, quick
// fixes, hover, completion, formatting and a preview, in any editor that
// speaks the Language Server Protocol 3.17 (read 2026-11-23:
// https://microsoft.github.io/language-server-protocol/).
//
// The wire is sourcegraph/jsonrpc2; the two dozen shapes of the protocol that
// are used are in protocol.go. Messages are handled one behind the other, in
// the order in which they come, so that an answer always is about the text
// that the editor had when it asked.
//
// Columns count UTF-16 code units, which is what every client understands,
// and line ends are "\n", "\r\n" and "\r", as the protocol has it.
package lsp
