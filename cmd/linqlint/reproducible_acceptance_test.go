//go:build acceptance

package main_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReproducible builds the command here and from a copy of its sources in
// another folder, and compares the files: anyone with the sources can check a
// binary in this way. Neither has the commit, since the copy is not a clone. The
// copied files have an additional empty line, so that no package comes from the
// build cache; the build id, a hash of the inputs, is omitted because of it.
func TestReproducible(t *testing.T) {
	here, err := filepath.Abs("../..")
	require.NoError(t, err)
	there := t.TempDir()
	copySources(t, here, there)
	copied := filepath.Join(t.TempDir(), "linqlint")
	require.NoError(t, compile(there, copied))
	require.Equal(t, sum(t, program(t)), sum(t, copied))
}

func sum(t *testing.T, file string) [sha256.Size]byte {
	t.Helper()
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	return sha256.Sum256(content)
}

// copySources copies what the command is built from: the Go and embedded files
// of our packages, and the files of the modules.
func copySources(t *testing.T, from, to string) {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=Dir,Standard,Module,GoFiles,EmbedFiles", "./cmd/linqlint")
	cmd.Dir = from
	out, err := cmd.Output()
	require.NoError(t, err)
	files := []string{"go.work", "go.mod", "go.sum", "cmd/linqlint/go.mod", "cmd/linqlint/go.sum", "internal/oracle/go.mod"}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Dir                 string
			Standard            bool
			Module              *struct{ Main bool }
			GoFiles, EmbedFiles []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else {
			require.NoError(t, err)
		}
		if p.Standard || p.Module == nil || !p.Module.Main {
			continue
		}
		dir, err := filepath.Rel(from, p.Dir)
		require.NoError(t, err)
		for _, name := range append(p.GoFiles, p.EmbedFiles...) {
			files = append(files, filepath.Join(dir, name))
		}
	}
	require.Greater(t, len(files), 10)
	for _, name := range files {
		content, err := os.ReadFile(filepath.Join(from, name))
		require.NoError(t, err)
		if filepath.Ext(name) == ".go" {
			content = append(content, '\n')
		}
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(to, name), content, 0o600))
	}
}
