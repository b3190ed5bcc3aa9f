//go:build unix

package cli_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"syscall"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"
)

// TestUnixScripts tests files that only Unix has.
func TestUnixScripts(t *testing.T) {
	scriptCommands["fifo"], scriptCommands["sparse"], scriptCommands["compress"] = fifo, sparse, compress
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

// compress writes FILE.gz and FILE.zst beside FILE.
func compress(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		text := []byte(ts.ReadFile(name))
		var z bytes.Buffer
		w := gzip.NewWriter(&z)
		_, err := w.Write(text)
		ts.Check(err)
		ts.Check(w.Close())
		ts.Check(os.WriteFile(ts.MkAbs(name+".gz"), z.Bytes(), 0o644))
		ts.Check(os.WriteFile(ts.MkAbs("cut-"+name+".gz"), z.Bytes()[:z.Len()-9], 0o644))
		enc, err := zstd.NewWriter(nil)
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(name+".zst"), enc.EncodeAll(text, nil), 0o644))
	}
}
