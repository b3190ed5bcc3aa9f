//go:build acceptance

package cli_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestKilledWhileFixing kills the command at random moments while it replaces
// a large file: the file is the old one or the new one, whole.
func TestKilledWhileFixing(t *testing.T) {
	before := strings.Repeat(fixable+"\n", 40_000)
	after := fixed(before)
	name := program(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "campaign.ndjson")
	rng := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for round := 0; killed < 15 && round < 500; round++ {
		require.NoError(t, os.WriteFile(file, []byte(before), 0o644))
		cmd := exec.Command(name, "--fix", "--quiet", file)
		require.NoError(t, cmd.Start())
		time.Sleep(time.Duration(rng.IntN(120)) * time.Millisecond)
		require.NoError(t, cmd.Process.Kill())
		if cmd.Wait() != nil {
			killed++
		}
		got, err := os.ReadFile(file)
		require.NoError(t, err)
		if !bytes.Equal(got, []byte(before)) && !bytes.Equal(got, []byte(after)) {
			t.Fatalf("the file has %d bytes and is neither the old one nor the new one", len(got))
		}
	}
	require.Equal(t, 15, killed, "too few runs were killed while they fixed")
}

// TestFullDisk fixes files on a disk that has no room for the new ones: they
// stay, the command says so, and no temporary file takes what room there is.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	before := strings.Repeat(fixable+"\n", 500) // 40 KB of the disk's 64
	script := `mount -t tmpfs -o size=64k none "$1" && cat > "$1/big.ndjson" && cp "$1/big.ndjson" "$2/before" &&
		"$3" --fix --quiet "$1/big.ndjson"; echo "exit $?"; ls -A "$1"; cmp "$1/big.ndjson" "$2/before" && echo same`
	cmd := exec.Command("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", dir, t.TempDir(), program(t))
	cmd.Stdin = strings.NewReader(before)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "a small disk needs the right to make a mount namespace: %s", out)
	require.Contains(t, string(out), "not fixed: no space left on device")
	require.Contains(t, string(out), "exit 3\nbig.ndjson\nsame\n")
}
