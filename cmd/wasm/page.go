//go:build js && wasm && !npm

package main

import "github.com/linqlint/linqlint/internal/playground"

// handle runs the engine's operations; what a click asks for is in cmd/wasm-markdown.
func handle(request []byte) []byte { return playground.Handle(request, playground.Operations()) }
