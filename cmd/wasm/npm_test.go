package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNPMPackage builds the npm package from this command, packs it, and uses
// what npm would publish in Node, Deno, Bun and a browser: see its own tests.
func TestNPMPackage(t *testing.T) {
	dir := filepath.Join("..", "..", "web", "npm")
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "typescript")); err != nil {
		t.Fatal("web/npm/node_modules is missing: run npm ci --prefix web/npm")
	}
	for _, script := range []string{"build", "test"} {
		cmd := exec.Command("npm", "run", script)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
}
