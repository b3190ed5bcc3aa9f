//go:build acceptance

package code

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

// TestPython compiles all generated programs, and runs each with a replica of
// the vendor's package, which is not installed: the replica has the methods of
// the client and posts their arguments as JSON.
func TestPython(t *testing.T) {
	bodies := samples(t)
	server := newRecorder(t)
	dir := t.TempDir()
	args := []string{"-W", "error", "-m", "py_compile"}
	var sent []sample
	var run []string
	for i, s := range bodies {
		source, err := Write(Python, []byte(s.body), validate.WithKind(s.kind))
		require.NoError(t, err, s.name)
		path := filepath.Join(dir, "send"+strconv.Itoa(i)+".py")
		require.NoError(t, os.WriteFile(path, []byte(source), 0o600))
		args = append(args, path)
		if !strings.Contains(source, "a lone surrogate") && !strings.Contains(source, "too large for Python") { // it cannot be sent
			sent, run = append(sent, s), append(run, path)
		}
	}
	out, err := exec.Command("python3", args...).CombinedOutput()
	require.NoError(t, err, "%s", out)

	replica, err := filepath.Abs("testdata/python")
	require.NoError(t, err)
	python := exec.Command("python3", append([]string{"-B", filepath.Join(replica, "run.py")}, run...)...)
	python.Env = append(server.environment(), "PYTHONPATH="+replica)
	out, err = python.CombinedOutput()
	require.NoError(t, err, "%s", out)
	server.requireSent(t, sent)
}
