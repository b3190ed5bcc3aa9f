// Command empty is a Go module that does nothing: what make bench-web measures
// the playground's start against.
package main

//go:wasmexport ready
func ready() int32 { return 1 }

func main() { select {} }
