//go:build acceptance

package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// flags are those of a release, but for the commit, which a copy of the sources does not have.
var flags = []string{"-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid="}

// scratch is a folder for all tests.
var scratch string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "linqlint-build")
	if err != nil {
		panic(err)
	}
	scratch = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// compile builds the command from the sources below root into file.
func compile(root, file string, env ...string) error {
	cmd := exec.Command("go", append(append([]string{"build"}, flags...), "-o", file, "./cmd/linqlint")...)
	cmd.Dir, cmd.Env = root, append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
}

// built is the command for this system, which is compiled once for all tests.
var built = sync.OnceValues(func() (string, error) {
	file := filepath.Join(scratch, "linqlint")
	if runtime.GOOS == "windows" {
		file += ".exe"
	}
	return file, compile("../..", file)
})

// program returns the file of the command for this system.
func program(t *testing.T) string {
	t.Helper()
	file, err := built()
	require.NoError(t, err)
	return file
}
