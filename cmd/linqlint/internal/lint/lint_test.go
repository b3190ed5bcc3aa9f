package lint

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

const (
	clean  = `{"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`
	broken = `{"message":{"parts":[]}}`
)

// tally is a report that keeps its findings as text.
type tally struct {
	lines   []string
	batches int
}

func (c *tally) Batch(b *report.Batch) error {
	c.batches++
	for i := range b.Findings {
		f := &b.Findings[i]
		c.lines = append(c.lines, fmt.Sprintf("%s:%d:%d@%d#%d %s", b.Path, f.Start.Line, f.Start.Column, f.Start.Offset, f.Record, f.Rule))
	}
	return nil
}

func (c *tally) Flush() error { return nil }

func (c *tally) Close(*report.Summary) error { return nil }

func options(w report.Writer, args ...string) Options {
	return Options{
		Args: args, StdinName: "<stdin>", Policy: newTestPolicy(), Report: w, Out: io.Discard,
		Severity: validate.SeverityWarning, FailOn: validate.SeverityError, MaxSize: 16 << 20, Safety: validate.FixSafe,
	}
}

// TestReportOrder checks many files with many workers: the order of the report does
// not depend on timing.
func TestReportOrder(t *testing.T) {
	dir := t.TempDir()
	var want []string
	for i := range 300 {
		name := fmt.Sprintf("%03d.json", i)
		text := clean
		if i%3 == 0 {
			text = strings.Repeat(" ", i) + broken
			want = append(want, fmt.Sprintf("%s:1:%d@%d#0 parts-empty", name, 21+i, 20+i))
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	for _, workers := range []int{1, 2, 16} {
		got := &tally{}
		o := options(got, dir)
		o.Workers = workers
		out, err := Run(context.Background(), o)
		require.NoError(t, err)
		require.Equal(t, 300, out.Files)
		require.Equal(t, 100, out.WithFindings)
		for i := range got.lines {
			got.lines[i] = filepath.Base(strings.TrimPrefix(got.lines[i], filepath.ToSlash(dir)))
		}
		require.Equal(t, want, got.lines)
	}
}

// TestPositionsAcrossPieces checks records, lines and offsets of a stream that is
// read in several pieces.
func TestPositionsAcrossPieces(t *testing.T) {
	var text bytes.Buffer
	var want []string
	records := 0
	for line := 1; text.Len() < 5*pieceSize; line++ {
		switch {
		case line%1000 == 0:
			text.WriteString("\n")
			continue
		case line%777 == 0:
			want = append(want, fmt.Sprintf("<stdin>:%d:21@%d#%d parts-empty", line, text.Len()+20, records+1))
			text.WriteString(broken + "\n")
		default:
			text.WriteString(clean + "\r\n")
		}
		records++
	}
	got := &tally{}
	o := options(got, source.Stdin)
	o.Stdin, o.Format = bytes.NewReader(text.Bytes()), source.NDJSON
	out, err := Run(context.Background(), o)
	require.NoError(t, err)
	require.Equal(t, records, out.Bodies)
	require.Equal(t, int64(text.Len()), out.Bytes)
	require.Greater(t, got.batches, 3, "the stream must come in pieces for this test to say anything")
	require.Equal(t, want, got.lines)
}

// TestFixInPieces fixes a file that is read in pieces.
func TestFixInPieces(t *testing.T) {
	const before = `{"message":{"preferred_service":"sms","parts":[{"type":"text","value":"Hi"}]}}`
	after := strings.Replace(before, "sms", "SMS", 1)
	var text, want strings.Builder
	for i := 0; text.Len() < 3*pieceSize; i++ {
		text.WriteString(clean + "\r\n")
		want.WriteString(clean + "\r\n")
		if i%100 == 0 {
			text.WriteString("  " + before + "\n\n")
			want.WriteString("  " + after + "\n\n")
		}
	}
	file := filepath.Join(t.TempDir(), "campaign.ndjson")
	require.NoError(t, os.WriteFile(file, []byte(text.String()), 0o640))
	o := options(&tally{}, file)
	o.Fix = FixFiles
	out, err := Run(context.Background(), o)
	require.NoError(t, err)
	require.False(t, out.Failed)
	require.Equal(t, 1, out.Changed)
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, want.String(), string(got))
	entries, err := os.ReadDir(filepath.Dir(file))
	require.NoError(t, err)
	require.Len(t, entries, 1, "no temporary file is left")
}

// waiting is an input that never comes. It calls a function when it is read.
type waiting struct {
	read func()
	end  chan struct{}
}

func (w waiting) Read([]byte) (int, error) {
	w.read()
	<-w.end
	return 0, io.EOF
}

// TestCanceledWhileReading cancels a run that waits for standard input.
func TestCanceledWhileReading(t *testing.T) {
	for _, format := range []source.Format{source.JSON, source.NDJSON} {
		ctx, cancel := context.WithCancel(context.Background())
		in := waiting{cancel, make(chan struct{})}
		o := options(&tally{}, source.Stdin)
		o.Stdin, o.Format = in, format
		out, err := Run(ctx, o) // ends although the input does not
		close(in.end)
		require.NoError(t, err)
		require.Equal(t, "interrupted", out.Stopped.String())
		require.True(t, out.Failed)
	}
}

// endless is a stream of clean bodies.
type endless struct{ read atomic.Int64 }

func (e *endless) Read(p []byte) (int, error) {
	const line = clean + "\n"
	n, at := 0, e.read.Load()
	for n < len(p) {
		n += copy(p[n:], line[(at+int64(n))%int64(len(line)):])
	}
	e.read.Add(int64(n))
	return n, nil
}

// TestMaxEndsTheRunEarly reads no more of an endless stream than it needs.
func TestMaxEndsTheRunEarly(t *testing.T) {
	rest := &endless{}
	o := options(&tally{}, source.Stdin)
	o.Stdin = io.MultiReader(strings.NewReader(broken+"\n"+broken+"\n"), rest)
	o.Format, o.Max = source.NDJSON, 1
	out, err := Run(context.Background(), o)
	require.NoError(t, err)
	require.Equal(t, 1, out.Errors)
	require.True(t, out.Fails(validate.SeverityError))
	require.Less(t, rest.read.Load(), int64(64<<20))
}

// TestMemoryDoesNotGrow checks 128 MiB and measures the heap.
func TestMemoryDoesNotGrow(t *testing.T) {
	o := options(&tally{}, source.Stdin)
	o.Stdin, o.Format = io.LimitReader(&endless{}, 128<<20), source.NDJSON
	_, err := Run(context.Background(), o)
	require.NoError(t, err)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	require.Less(t, m.Sys, uint64(96<<20), "bytes from the system")
}

// TestOffsetAfterLongLine: a run that continues after a line that was too long does
// not read it again.
func TestOffsetAfterLongLine(t *testing.T) {
	r := &run{o: &Options{Policy: newTestPolicy()}}
	r.progress(&job{shown: "c.ndjson", format: source.NDJSON, base: validate.Position{Offset: 100}, text: []byte("0123456789\n")})
	require.Equal(t, report.Stop{Reason: "interrupted", File: "c.ndjson", Offset: 111}, r.file.stop("interrupted"))
	r.progress(&job{shown: "c.ndjson", format: source.NDJSON, base: validate.Position{Offset: 111}, unread: longBody{line: 9, size: 50}})
	require.Equal(t, report.Stop{Reason: "interrupted", File: "c.ndjson", Offset: 162}, r.file.stop("interrupted"))
}
