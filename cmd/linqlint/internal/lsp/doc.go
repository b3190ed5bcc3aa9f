// Package lsp is a language server for request bodies: diagnostics, quick
// fixes, hover, completion, formatting and a preview, in any editor that
// supports the Language Server Protocol 3.17 (read 2026-11-23:
// https://microsoft.github.io/language-server-protocol/).
//
// Messages are handled one after the other in their order, so that a response is
// about the text that the editor had when it sent the request. Edits that arrive
// faster than they are checked are joined: diagnostics are published for the last
// of them.
//
// In documents with requests, such as shell scripts, the same works inside of the
// bodies of requests, through the quotes around them.
//
// Columns count UTF-16 code units, which every client supports, and lines end in
// "\n", "\r\n" or "\r", as the protocol requires.
package lsp
