//go:build js && wasm

// Command wasm-markdown is the playground's second module: what a click asks for
// and the reading of Markdown. The page fetches it once its first diagnostics are
// drawn. It is called as cmd/wasm is.
package main

import (
	"unsafe"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/internal/playground/tools"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/markdown"
)

var operations = append(tools.Operations(), playground.Operation{Name: "read", Run: read})

// Both live until the next call, so that the page can write and read them.
var request, response []byte

// input gives the address of a buffer of n bytes for the next request.
//
//go:wasmexport input
func input(n int32) uint32 {
	request = make([]byte, max(n, 1))
	return address(request)
}

// call handles the request in the first n bytes of the buffer. The address of
// the response is in the upper half of the result, its length in bytes in the lower.
//
//go:wasmexport call
func call(n int32) uint64 {
	response = playground.Handle(request[:min(max(int(n), 0), len(request))], operations)
	return uint64(address(response))<<32 | uint64(len(response))
}

func address(b []byte) uint32 { return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) }

// read turns "markdown" into a bare message: {"body"}.
func read(a *playground.Args, w *wire.Writer) *playground.Fault {
	text, f := a.Text("markdown")
	if f != nil {
		return f
	}
	w.Open('{')
	w.Member("body", tools.Encoded(builder.ContentOnly().Parts(markdown.Parts(text, markdown.WithAnimations())...)))
	w.Close('}')
	return nil
}

// main never returns: an instance whose main has returned takes no calls.
func main() { select {} }
