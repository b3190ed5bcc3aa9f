//go:build unix

package cli_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestWatch runs the command in a process, since only a signal ends it.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	write("tree/a.json", good)
	write("single.json", good)
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.Command(self, "check", "--watch", "--format", "compact", "--format", "json=tree/report.json", "tree", "single.json")
	cmd.Args[0] = "linqlint" // TestMain runs the command by this name
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { cmd.Process.Kill() })
	lines := make(chan string, 100)
	go func() {
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- s.Text()
		}
		close(lines)
	}()
	expect := func(want string) {
		t.Helper()
		for timeout := time.After(time.Minute); ; {
			select {
			case line := <-lines:
				if strings.Contains(line, want) {
					return
				}
			case <-timeout:
				t.Fatalf("no line with %q came", want)
			}
		}
	}
	// The first run is over once its report is there; the report, which is in
	// the tree, must not start another one.
	require.Eventually(t, func() bool {
		text, err := os.ReadFile(filepath.Join(dir, "tree/report.json"))
		return err == nil && len(text) > 0
	}, time.Minute, 10*time.Millisecond)

	write("tree/a.json", bad)
	expect("tree/a.json:1:")
	// A file that an editor replaces, a folder that is new, a file that was named.
	write("tree/a.new", good)
	require.NoError(t, os.Rename(filepath.Join(dir, "tree/a.new"), filepath.Join(dir, "tree/a.json")))
	write("tree/new/b.json", bad)
	expect("tree/new/b.json:1:")
	require.NoError(t, os.Remove(filepath.Join(dir, "tree/new/b.json")))
	write("single.json", bad)
	expect("single.json:1:")

	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	for range lines {
		continue // until the process closes its output
	}
	var failed *exec.ExitError
	require.ErrorAs(t, cmd.Wait(), &failed)
	require.Equal(t, 1, failed.ExitCode(), "the exit code of the last run")
}
