//go:build unix

package cli_test

import (
	"os"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestUnixScripts is about files that only Unix has.
func TestUnixScripts(t *testing.T) {
	scriptCommands["fifo"], scriptCommands["sparse"] = fifo, sparse
	runScripts(t, "testdata/script_unix")
}

// fifo makes named pipes that nobody writes to.
func fifo(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		ts.Check(syscall.Mkfifo(ts.MkAbs(name), 0o644))
	}
}

// sparse makes a file of 2 GiB that takes no room.
func sparse(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		ts.Check(os.WriteFile(ts.MkAbs(name), nil, 0o644))
		ts.Check(os.Truncate(ts.MkAbs(name), 2<<30))
	}
}
