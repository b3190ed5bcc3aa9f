//go:build acceptance

package main_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

// outcome is the result of a run of the command.
type outcome struct {
	Stdout, Stderr string
	Exit           int
}

func native(t *testing.T, program, dir, stdin string, args []string) outcome {
	t.Helper()
	cmd := exec.Command(program, args...)
	var out, errs bytes.Buffer
	cmd.Dir, cmd.Stdin, cmd.Stdout, cmd.Stderr = dir, strings.NewReader(stdin), &out, &errs
	cmd.Env = []string{"PWD=" + dir}
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// host is a WebAssembly runtime with the compiled command. It interprets: to compile 30 MB to native
// code takes longer than all runs.
type host struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule
}

func newHost(t *testing.T, file string) host {
	t.Helper()
	ctx := context.Background()
	code, err := os.ReadFile(file)
	require.NoError(t, err)
	r := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	t.Cleanup(func() { _ = r.Close(ctx) })
	wasi_snapshot_preview1.MustInstantiate(ctx, r)
	module, err := r.CompileModule(ctx, code)
	require.NoError(t, err)
	return host{r, module}
}

func (h host) run(t *testing.T, dir, stdin string, args []string) outcome {
	t.Helper()
	var out, errs bytes.Buffer
	config := wazero.NewModuleConfig().WithName("").WithArgs(append([]string{"linqlint"}, args...)...).
		WithStdin(strings.NewReader(stdin)).WithStdout(&out).WithStderr(&errs).WithEnv("PWD", "/").
		WithFSConfig(wazero.NewFSConfig().WithDirMount(dir, "/")).WithSysWalltime().WithSysNanotime()
	_, err := h.runtime.InstantiateModule(context.Background(), h.module, config)
	exit := 0
	if code := (*sys.ExitError)(nil); errors.As(err, &code) {
		exit = int(code.ExitCode())
	} else {
		require.NoError(t, err)
	}
	return outcome{out.String(), errs.String(), exit}
}

// TestWASI runs the WASI build and the native one over the same files, and
// requires the same output and the same exit code.
func TestWASI(t *testing.T) {
	program, module := program(t), filepath.Join(t.TempDir(), "linqlint.wasm")
	require.NoError(t, compile("../..", module, "GOOS=wasip1", "GOARCH=wasm"))
	h := newHost(t, module)
	const bad = `{"to":["4155559876"],"message":{"parts":[{"type":"text","value":"a"},{"type":"text","value":"b"}]}}`
	tests := []struct {
		name, stdin string
		args        []string
		exit        int
	}{
		{"a folder", "", []string{"examples"}, 1},
		{"a glob", "", []string{"examples/*.ndjson"}, 1},
		{"a good file", "", []string{"typical.json"}, 0},
		{"standard input", bad, []string{"-"}, 1},
		{"as JSON", bad, []string{"--format", "json", "-"}, 1},
		{"as JSON lines", bad, []string{"--format", "jsonl", "examples", "-"}, 1},
		{"no fix applied, but shown", "", []string{"--fix", "--diff", "examples"}, 1},
		{"a rule explained", "", []string{"explain", "decoration-overlap"}, 0},
		{"the list of rules", "", []string{"rules"}, 0},
		{"a missing file", "", []string{"nothing.json"}, 3},
		{"an unknown flag", "", []string{"--nothing"}, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			nativeDir, wasiDir := files(t), files(t)
			want := native(t, program, nativeDir, test.stdin, test.args)
			require.Equal(t, test.exit, want.Exit, "%s%s", want.Stdout, want.Stderr)
			require.Equal(t, want, h.run(t, wasiDir, test.stdin, test.args))
		})
	}
	t.Run("Node's own host, as the page shows it", func(t *testing.T) {
		page, err := os.ReadFile("../../docs/other-languages.md")
		require.NoError(t, err)
		_, sample, found := strings.Cut(string(page), "```js\n")
		require.True(t, found)
		sample, _, _ = strings.Cut(sample, "```")
		cmd := exec.Command("node", "--no-warnings", "--input-type=module", "-e", sample)
		cmd.Dir = filepath.Dir(module)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
		require.Equal(t, "1 2\n", string(out), "exit code and errors")
	})
	t.Run("fixes are written", func(t *testing.T) {
		nativeDir, wasiDir := files(t), files(t)
		args := []string{"--fix", "examples"}
		require.Equal(t, native(t, program, nativeDir, "", args), h.run(t, wasiDir, "", args))
		for _, name := range list(t, nativeDir) {
			want, err := os.ReadFile(filepath.Join(nativeDir, name))
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join(wasiDir, name))
			require.NoError(t, err)
			require.Equal(t, string(want), string(got), name)
		}
	})
}

// files copies the examples into a temporary folder.
func files(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../testdata/examples")))
	typical, err := os.ReadFile("../../testdata/bench/typical.json")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "typical.json"), typical, 0o600))
	return dir
}

func list(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, "examples"))
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, filepath.Join("examples", e.Name()))
	}
	return names
}
