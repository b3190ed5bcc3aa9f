//go:build acceptance

package main_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// maxSize is the largest size of the stripped binary in bytes, with all servers. A
// larger one needs a decision page.
const maxSize = 13.5e6

func TestSize(t *testing.T) {
	info, err := os.Stat(program(t))
	require.NoError(t, err)
	require.LessOrEqual(t, float64(info.Size()), maxSize)
}

// TestStart counts what the packages allocate before main: tables are literals,
// and what only one command needs is made when it runs.
func TestStart(t *testing.T) {
	cmd := exec.Command(program(t), "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	all, ours := 0, map[string]int{}
	for _, line := range regexp.MustCompile(`init (\S+) .* (\d+) allocs`).FindAllStringSubmatch(string(out), -1) {
		allocations, err := strconv.Atoi(line[2])
		require.NoError(t, err)
		all += allocations
		if name, ok := strings.CutPrefix(line[1], "github.com/linqlint/linqlint/"); ok {
			ours[name] = allocations
		}
	}
	require.Contains(t, ours, "validate", "%s", out)
	require.NotContains(t, ours, "internal/api", "its tables are literals")
	require.Contains(t, ours, "cmd/linqlint/internal/stack")
	require.Less(t, strings.Index(string(out), "/internal/stack "), strings.Index(string(out), "init errors "), "%s", out)
	require.LessOrEqual(t, ours["validate"], 4)
	sum := 0
	for _, allocations := range ours {
		sum += allocations
	}
	require.LessOrEqual(t, sum, 45, "%v", ours)
	require.LessOrEqual(t, all, 510, "%s", out)
}
