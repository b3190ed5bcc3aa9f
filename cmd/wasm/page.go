//go:build js && wasm && !npm

package main

import "github.com/linqlint/linqlint/internal/playground"

// handle runs the operations that the page needs at its start; the others are
// in cmd/wasm-markdown.
func handle(request []byte) []byte { return playground.CallAtStart(request) }
