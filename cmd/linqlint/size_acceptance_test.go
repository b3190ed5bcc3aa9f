//go:build acceptance

package main_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// maxSize is the largest size of the stripped binary in bytes, with all servers. A
// larger one needs a decision page.
const maxSize = 16.5e6

func TestSize(t *testing.T) {
	info, err := os.Stat(build(t, "linqlint"))
	require.NoError(t, err)
	require.LessOrEqual(t, float64(info.Size()), maxSize)
}

// TestStart: a program that checks pays nothing for the rules' texts and
// examples when it starts.
func TestStart(t *testing.T) {
	cmd := exec.Command(build(t, "linqlint"), "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	init := regexp.MustCompile(`init github.com/linqlint/linqlint/validate .* (\d+) bytes, (\d+) allocs`).FindSubmatch(out)
	require.NotNil(t, init, "%s", out)
	allocations, err := strconv.Atoi(string(init[2]))
	require.NoError(t, err)
	require.LessOrEqual(t, allocations, 8)
}
