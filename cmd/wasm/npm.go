//go:build js && wasm && npm

package main

import "github.com/linqlint/linqlint/internal/playground/tools"

// handle runs every operation: the npm package has one module.
func handle(request []byte) []byte { return tools.Call(request) }
