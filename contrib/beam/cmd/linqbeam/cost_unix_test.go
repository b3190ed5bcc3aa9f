//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

// BenchmarkBody measures the cost of one clean body of 555 bytes: in the validator;
// in the whole pipeline on the direct runner, which is the SDK alone; and on
// prism, which sends everything to a worker and back as a cluster does. The
// costs of pipelines are slopes between two sizes, so that what a pipeline
// costs once is left out. All are processor time, which other work on the
// machine changes little.
//
//	go test -C contrib/beam ./cmd/linqbeam -run '^$' -bench Body -benchtime 1x
func BenchmarkBody(b *testing.B) {
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "testdata", "bench", "typical.json"))
	require.NoError(b, err)
	var compact bytes.Buffer
	require.NoError(b, json.Compact(&compact, text))
	body := compact.Bytes()

	b.Run("validator", func(b *testing.B) {
		const n = 200_000
		v := validate.New()
		for b.Loop() {
			before := processorTime(b)
			for range n {
				v.JSON(body)
			}
			b.ReportMetric(float64(processorTime(b)-before)/n, "cpu-ns/body")
		}
		b.ReportMetric(float64(len(body)), "bytes/body")
	})
	for _, pipeline := range []struct {
		runner       string
		small, large int // bodies; prism is made for few, and its cost per body grows with their number
	}{
		{"direct", 25_000, 200_000},
		{"prism", 25_000, 50_000},
	} {
		b.Run("pipeline/"+pipeline.runner, func(b *testing.B) {
			require.NoError(b, flag.Set("runner", pipeline.runner))
			b.Cleanup(func() { require.NoError(b, flag.Set("runner", "")) })
			line := append(body, '\n')
			for b.Loop() {
				first := pipelineTime(b, line, pipeline.small)
				b.ReportMetric(float64(pipelineTime(b, line, pipeline.large)-first)/float64(pipeline.large-pipeline.small), "cpu-ns/body")
			}
		})
	}
}

// pipelineTime returns the processor time of a pipeline over n lines in 8 files.
func pipelineTime(b *testing.B, line []byte, n int) time.Duration {
	const files = 8
	dir, out := b.TempDir(), b.TempDir()
	for i := range files {
		name := filepath.Join(dir, string(rune('a'+i))+".ndjson")
		require.NoError(b, os.WriteFile(name, bytes.Repeat(line, n/files), 0o644))
	}
	before := processorTime(b)
	code, stderr := runPipeline(b, "--input="+dir+"/*", "--output="+out, "--shards=8")
	require.Equal(b, exitDone, code, stderr)
	used := processorTime(b) - before
	require.Equal(b, int64(n), readSummary(b, out).Clean)
	return used
}

func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
