package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// maxSize is the budget of the stripped binary in bytes, the servers of the
// editor protocols included. Who needs more says in a decision for what.
const maxSize = 18e6

func TestSize(t *testing.T) {
	file := filepath.Join(t.TempDir(), "linqlint")
	out, err := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid=", "-o", file, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	info, err := os.Stat(file)
	require.NoError(t, err)
	require.LessOrEqual(t, float64(info.Size()), maxSize)
}
