// Command wasmpack takes out of a Go module for js/wasm what a page pays for
// and never needs: go run ./internal/wasmpack IN OUT.
//
// The linker writes three things for which it has no flag:
//
//   - the names and lines of every function, for stack traces that a page does
//     not show (-s and -w take only the debugger's copy of them);
//   - a table that finds the function of an address, with sixteen buckets a
//     function, since a function of WASM takes 65536 addresses however short it
//     is; its content follows from its length;
//   - a segment of data between any two longer runs of zeros, two thirds of
//     them in that table.
//
// What is left runs as before: stacks are unwound, panics recovered and garbage
// collected by tables that stay. docs/decisions/wasm-size.md has the figures.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: wasmpack IN OUT")
		os.Exit(2)
	}
	if err := packFile(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "wasmpack:", err)
		os.Exit(1)
	}
}

func packFile(in, out string) error {
	data, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	packed, err := pack(data)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	return os.WriteFile(out, packed, 0o644)
}

// pack returns the module smaller. It fails, and changes nothing, where the
// module is not laid out as the Go 1.20 to 1.26 linkers do.
func pack(data []byte) ([]byte, error) {
	m, err := parseModule(data)
	if err != nil {
		return nil, err
	}
	memory, err := m.memory()
	if err != nil {
		return nil, err
	}
	t, err := findTables(memory)
	if err != nil {
		return nil, err
	}
	if err := t.dropLines(); err != nil {
		return nil, err
	}
	fill, err := t.takeBuckets()
	if err != nil {
		return nil, err
	}
	if err := m.addStart(fill.code()); err != nil {
		return nil, err
	}
	m.setMemory(memory)
	return m.encode(), nil
}
