//go:build js && wasm

// Command wasm is the playground's engine: it exports
// internal/playground to a Web Worker. Requests and responses are in linear memory,
// which takes a tenth of the time of js.FuncOf and links no syscall/js: the page gets a
// buffer from input, writes a request to it, and reads the response at the address that
// call returns.
package main

import "unsafe"

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
	response = handle(request[:min(max(int(n), 0), len(request))])
	return uint64(address(response))<<32 | uint64(len(response))
}

func address(b []byte) uint32 { return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) }

// main never returns: an instance whose main has returned takes no calls.
func main() { select {} }
