package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestSignalsRemoveTemporaryFiles ends a run that has begun to replace a file,
// with each of the signals that can be caught.
func TestSignalsRemoveTemporaryFiles(t *testing.T) {
	text := strings.Repeat(`{"message":{"preferred_service":"sms","parts":[{"type":"text","value":"Hi"}]}}`+"\n", 400_000)
	for _, signal := range signals {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "a.ndjson"), []byte(text), 0o644))
		cmd := exec.Command(program(t), "--fix", "a.ndjson")
		cmd.Dir = dir
		require.NoError(t, cmd.Start())
		require.Eventually(t, func() bool {
			found, _ := filepath.Glob(filepath.Join(dir, ".linqlint-*.tmp"))
			return len(found) > 0
		}, 10*time.Second, time.Millisecond)
		require.NoError(t, cmd.Process.Signal(signal))
		_ = cmd.Wait()
		require.Equal(t, 3, cmd.ProcessState.ExitCode(), signal)
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, entries, 1, "%s left a file", signal)
		after, err := os.ReadFile(filepath.Join(dir, "a.ndjson"))
		require.NoError(t, err)
		require.Equal(t, len(text), len(after))
	}
}
