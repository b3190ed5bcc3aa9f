package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// probe builds the program in testdata as the page's modules are built.
func probe(t testing.TB) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "probe.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", file, "./testdata/probe")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	return data
}

// runModule runs a module in Node and returns what it prints.
func runModule(t *testing.T, module []byte) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "module.wasm")
	require.NoError(t, os.WriteFile(file, module, 0o644))
	glue := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js")
	out, err := exec.Command("node", "--stack-size=8192", glue, file).CombinedOutput()
	require.NoError(t, err, string(out))
	return string(out)
}

// TestPackedRunsAsBefore: recovering, growing stacks and collecting garbage go
// by tables that stay, and only the names are gone.
func TestPackedRunsAsBefore(t *testing.T) {
	module := probe(t)
	packed, err := pack(module)
	require.NoError(t, err)
	before := runModule(t, module)
	require.Contains(t, before, "recovered runtime error: index out of range")
	require.Contains(t, before, "deferred method in a method")
	require.Contains(t, before, "too deep through")
	require.Equal(t, strings.Replace(before, "caller is named true", "caller is named false", 1), runModule(t, packed))
	require.NotEqual(t, before, runModule(t, packed))
}

// TestPackedIsSmaller holds each of the three steps: without one of them the
// module would be over the limit.
func TestPackedIsSmaller(t *testing.T) {
	module := probe(t)
	packed, err := pack(module)
	require.NoError(t, err)
	require.Less(t, float64(len(packed)), 0.82*float64(len(module)))
	require.Less(t, segments(t, packed), segments(t, module)/10)

	m, err := parseModule(packed)
	require.NoError(t, err)
	memory, err := m.memory()
	require.NoError(t, err)
	require.NotContains(t, string(memory), "runtime.gcDrain")
	require.NotContains(t, string(memory), "panic.go")
}

func segments(t *testing.T, module []byte) int {
	t.Helper()
	m, err := parseModule(module)
	require.NoError(t, err)
	body, err := m.body(dataSection)
	require.NoError(t, err)
	return int(count(*body))
}

// TestPackRefuses: what is no module of a linker that it knows is said to be,
// and never written.
func TestPackRefuses(t *testing.T) {
	module := probe(t)
	packed, err := pack(module)
	require.NoError(t, err)
	for _, c := range []struct {
		name   string
		module []byte
		want   string
	}{
		{"nothing", nil, "cut short or no WASM"},
		{"text", []byte("hello"), "cut short or no WASM"},
		{"an empty module", preamble, "cut short or no WASM"},
		{"cut short", module[:len(module)/2], "cut short or no WASM"},
		{"packed before", packed, "not where the Go"},
		{"another magic number", []byte(strings.Replace(string(module), string(header), "\xf0\xff\xff\xff\x00\x00\x01\x08", 1)), "not where the Go"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := pack(c.module)
			require.ErrorContains(t, err, c.want)
		})
	}
	missing := filepath.Join(t.TempDir(), "missing.wasm")
	require.ErrorIs(t, packFile(missing, missing), os.ErrNotExist)
}

func TestNumbers(t *testing.T) {
	for _, v := range []int64{0, 1, -1, 63, 64, -64, -65, 127, 128, 1 << 20, -1 << 20, 1<<62 - 1} {
		r := reader{b: appendInt(nil, v)}
		require.Equal(t, v, r.int())
		require.Empty(t, r.b)
		r = reader{b: appendUint(nil, uint64(v))}
		require.Equal(t, uint64(v), r.uint())
		require.Empty(t, r.b)
		require.False(t, r.short)
	}
	r := reader{b: []byte{0x80}}
	r.uint()
	require.True(t, r.short)
}

// FuzzPack: whatever is read, it is packed or refused. The seeds are small, so
// that the fuzzer gets far into them.
func FuzzPack(f *testing.F) {
	memory := append(make([]byte, 16), header...)
	m := module{[]section{
		{typeSection, []byte{0}}, {functionSection, []byte{0}}, {codeSection, []byte{0}}, {dataSection, []byte{0}},
	}}
	m.setMemory(append(memory, make([]byte, 400)...))
	f.Add(m.encode())
	f.Add([]byte(preamble))
	f.Fuzz(func(t *testing.T, data []byte) {
		packed, err := pack(data)
		if err == nil {
			_, err := parseModule(packed)
			require.NoError(t, err)
		}
	})
}
