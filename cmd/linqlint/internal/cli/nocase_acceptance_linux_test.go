//go:build acceptance

package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWithoutCase runs the scripts in a folder with spaces on exFAT, which
// keeps the case of a name and takes every other for the same, as macOS and
// Windows do; and the scripts for such file systems.
func TestWithoutCase(t *testing.T) {
	root := mountExFAT(t)
	for _, scripts := range []string{"script", "script_nocase"} {
		below := filepath.Join(root, scripts)
		require.NoError(t, os.Mkdir(below, 0o755))
		t.Run(scripts, func(t *testing.T) { runScriptsBelow(t, filepath.Join("testdata", scripts), below) })
	}
}

// mountExFAT mounts a new file system for the time of the test.
func mountExFAT(t *testing.T) (root string) {
	t.Helper()
	image := filepath.Join(t.TempDir(), "image")
	root = filepath.Join(t.TempDir(), "a tree without case")
	require.NoError(t, os.Mkdir(root, 0o755))
	out, err := exec.Command("sh", "-c", `truncate -s 64M "$1" && mkfs.exfat "$1" && mount -t exfat-fuse -o loop "$1" "$2"`, "sh", image, root).CombinedOutput()
	require.NoError(t, err, "this test mounts exFAT as root: apt-get install -y exfatprogs exfat-fuse\n%s", out)
	t.Cleanup(func() {
		// Lazily, since a process that is ending may still use it.
		out, err := exec.Command("umount", "--lazy", root).CombinedOutput()
		require.NoError(t, err, "%s", out)
	})
	return root
}
