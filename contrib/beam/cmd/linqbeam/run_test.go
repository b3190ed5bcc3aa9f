package main

import (
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/stretchr/testify/require"
)

// TestMain does what Beam asks of every program: its flags, then its Init. Beam
// leaves an empty file in the folder for temporary ones with every pipeline.
func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	dir, err := os.MkdirTemp("", "linqbeam")
	if err == nil {
		err = os.Setenv("TMPDIR", dir)
	}
	if err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

const one = `{"message":{"parts":[{"type":"text","value":"Hi"}]}}`

// write puts files into a new folder: names and texts in turn.
func write(t *testing.T, files ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for i := 0; i < len(files); i += 2 {
		require.NoError(t, os.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1]), 0o644))
	}
	return dir
}

// TestEveryFile checks that files exist even if they are empty, one per shard.
func TestEveryFile(t *testing.T) {
	in, out := write(t, "a.ndjson", "\n \n"), t.TempDir()
	code, stderr := runPipeline(t, "--input="+in+"/*", "--output="+out, "--shards=2")
	require.Equal(t, exitDone, code, stderr)
	files, err := os.ReadDir(out)
	require.NoError(t, err)
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	require.Equal(t, []string{
		"clean-00000-of-00002.ndjson", "clean-00001-of-00002.ndjson",
		"rejected-00000-of-00002.ndjson", "rejected-00001-of-00002.ndjson", "summary.json",
	}, names)
	text, err := os.ReadFile(filepath.Join(out, summaryFile))
	require.NoError(t, err)
	require.JSONEq(t, `{"bodies":0,"clean":0,"rejected":0,"truncated":0,"rules":[]}`, string(text))
}

// TestTruncated checks that diagnostics over the limit of a body are counted.
func TestTruncated(t *testing.T) {
	in, out := write(t, "a.ndjson", `{"message":{"parts":[`+strings.TrimSuffix(strings.Repeat(`{"type":"fax"},`, 2000), ",")+`]}}`), t.TempDir()
	code, stderr := runPipeline(t, "--input="+in+"/*", "--output="+out)
	require.Equal(t, exitDone, code, stderr)
	s := readSummary(t, out)
	require.Equal(t, int64(1), s.Rejected)
	require.Positive(t, s.Truncated)
	var kept int64
	for _, r := range s.Rules {
		kept += r.Findings
	}
	require.Equal(t, int64(1000), kept)
}

// TestErrors checks that each error is one line, and its exit code.
func TestErrors(t *testing.T) {
	in := write(t, "a.ndjson", one+"\n", "b.ndjson.gz", "")
	old := write(t, cleanFile, one)
	file := filepath.Join(in, "a.ndjson")
	for _, test := range []struct {
		name string
		args []string
		code int
		want string
	}{
		{"no input", []string{"--output=x"}, exitUsage, "--input is missing"},
		{"no output", []string{"--input=x"}, exitUsage, "--output is missing"},
		{"an argument", []string{"--input=x", "--output=y", "z"}, exitUsage, `argument "z" is not taken`},
		{"shards", []string{"--input=x", "--output=y", "--shards=0"}, exitUsage, "--shards is 0, but must be at least 1"},
		{"kind", []string{"--input=x", "--output=y", "--kind=fax"}, exitUsage, `kind "fax" does not exist`},
		{"service", []string{"--input=x", "--output=y", "--service=fax"}, exitUsage, `service "fax" does not exist`},
		{"selector", []string{"--input=x", "--output=y", "--off=fax-*"}, exitUsage, `selector "fax-*" fits no rule`},
		{"an old run", []string{"--input=" + file, "--output=" + old}, exitFailed, "is there from an earlier run"},
		{"no such file system", []string{"--input=" + file, "--output=fax://there"}, exitFailed, "fax"},
		{"no file", []string{"--input=" + in + "/*.none", "--output=" + t.TempDir()}, exitFailed, "no files matching pattern"},
		{"a compressed file", []string{"--input=" + in + "/*", "--output=" + t.TempDir()}, exitFailed, "b.ndjson.gz is compressed"},
		{"a folder that is a file", []string{"--input=" + file, "--output=" + file}, exitFailed, "not a directory"},
	} {
		t.Run(test.name, func(t *testing.T) {
			code, stderr := runPipeline(t, test.args...)
			require.Equal(t, test.code, code, stderr)
			require.Contains(t, stderr, test.want)
			require.True(t, strings.HasPrefix(stderr, "linqbeam: "))
			require.Equal(t, 1, strings.Count(stderr, "\n"), "one line: %s", stderr)
		})
	}
	text, err := os.ReadFile(filepath.Join(old, cleanFile))
	require.NoError(t, err)
	require.Equal(t, one, string(text), "what was there stays")
}

// TestLevels checks the values of --fail-on.
func TestLevels(t *testing.T) {
	for text, fine := range map[string]bool{"error": true, "warning": true, "note": true, "off": false, "never": false, "": false} {
		flags := flag.NewFlagSet("linqbeam", flag.ContinueOnError)
		flags.SetOutput(io.Discard)
		new(settings).register(flags)
		require.Equal(t, fine, flags.Parse([]string{"--fail-on=" + text}) == nil, text)
	}
}

// TestNoLeaks checks that no goroutine runs our code after a pipeline, and that
// memory does not grow with the number of pipelines. Beam keeps its job server.
func TestNoLeaks(t *testing.T) {
	in := write(t, "a.ndjson", strings.Repeat(one+"\n", 5_000))
	pipelines := func(n int) {
		for range n {
			code, stderr := runPipeline(t, "--input="+in+"/*", "--output="+t.TempDir())
			require.Equal(t, exitDone, code, stderr)
		}
	}
	pipelines(3) // makes the pools and connections that remain
	before, memoryBefore := settled(t), memoryInUse()
	const n = 5
	pipelines(n)
	after, memoryAfter := settled(t), memoryInUse()
	stacks := make([]byte, 4<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	require.NotContains(t, string(stacks), "linqbeam.(*", "a function of ours still runs")
	require.Less(t, after-before, n, "goroutines: %d, and %d after %d pipelines more", before, after, n)
	const perPipeline = 1 << 20 // bytes; what Beam itself keeps of a job is below it
	require.Less(t, memoryAfter-memoryBefore, n*perPipeline, "bytes: %d, and %d after %d pipelines more", memoryBefore, memoryAfter, n)
	t.Logf("goroutines %d and %d, bytes %d and %d", before, after, memoryBefore, memoryAfter)
}

// memoryInUse is what is left after collecting garbage, in bytes.
func memoryInUse() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// settled waits for goroutines that are about to end, and counts the others.
func settled(t *testing.T) int {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	n := runtime.NumGoroutine()
	for quiet := 0; quiet < 5 && ctx.Err() == nil; quiet++ {
		time.Sleep(50 * time.Millisecond)
		if now := runtime.NumGoroutine(); now != n {
			n, quiet = now, 0
		}
	}
	return n
}
