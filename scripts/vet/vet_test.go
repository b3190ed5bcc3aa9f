package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestVet finds a wrong call, a name without a declaration and a fault of a test, each only on
// the system that has it.
func TestVet(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":         "module example.com/m\n\ngo 1.24\n",
		"a.go":           "// Package m is checked.\npackage m\n",
		"a_windows.go":   "package m\n\nimport \"fmt\"\n\nfunc init() { fmt.Printf(\"%d\\n\", \"x\") }\n",
		"b_darwin.go":    "package m\n\nfunc init() { missing() }\n",
		"c_js_test.go":   "package m\n\nimport \"testing\"\n\nfunc Test1(t *testing.T) { go t.Fatal(\"x\") }\n",
		"d/d_windows.go": "package d\n\nimport _ \"example.com/m\"\n",
		"d/d.go":         "// Package d is checked too.\npackage d\n",
	} {
		file := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	}
	for system, want := range map[string]string{
		"linux/amd64":   "",
		"windows/amd64": "a_windows.go:5:27: fmt.Printf format %d has arg \"x\" of wrong type string (printf)",
		"darwin/arm64":  "b_darwin.go:3:15: undefined: missing",
		"js/wasm":       "c_js_test.go:5:28: call to (*testing.T).Fatal from a non-test goroutine (testinggoroutine)",
	} {
		found, err := vet(dir, system, []string{"./..."})
		require.NoError(t, err)
		if want == "" {
			require.Empty(t, found, system)
			continue
		}
		require.Len(t, found, 1, system)
		require.Contains(t, found[0], want)
	}
	_, err := vet(dir, "plan9", nil)
	require.EqualError(t, err, "expected GOOS/GOARCH")
}
