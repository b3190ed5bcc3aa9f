//go:build js && wasm

// Command wasm is the playground's engine: a door on internal/playground for a Web
// Worker. A call goes through linear memory, which costs a tenth of what
// js.FuncOf does and links no syscall/js: the page asks for a buffer with
// input, writes a request into it, and reads the answer where call says.
package main

import "unsafe"

// Both live until the next call, so that the page can write and read them.
var request, answer []byte

// input gives the address of a buffer of n bytes for the next request.
//
//go:wasmexport input
func input(n int32) uint32 {
	request = make([]byte, max(n, 1))
	return address(request)
}

// call answers the request in the first n bytes of the buffer. The address of
// the answer is in the upper half of the result, its length in bytes in the lower.
//
//go:wasmexport call
func call(n int32) uint64 {
	answer = handle(request[:min(max(int(n), 0), len(request))])
	return uint64(address(answer))<<32 | uint64(len(answer))
}

func address(b []byte) uint32 { return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) }

// main never returns: an instance whose main has returned takes no calls.
func main() { select {} }
