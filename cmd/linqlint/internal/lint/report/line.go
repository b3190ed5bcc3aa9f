package report

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/wire"
)

// Lines writes one line per finding.
type Lines struct {
	out    *bufio.Writer
	buf    []byte
	append func(b []byte, batch *Batch, f *Finding) []byte
}

// NewCompact returns a writer of the compact format, "file:line:col:
// severity[rule] message", which editors' error lists can read.
func NewCompact(o Options) *Lines { return newLines(o, appendCompact) }

// NewAgent returns a writer of the agent format: everything that a program needs
// to act on a finding, including the fix, on one short line.
func NewAgent(o Options) *Lines { return newLines(o, appendAgent) }

func newLines(o Options, line func([]byte, *Batch, *Finding) []byte) *Lines {
	return &Lines{out: bufio.NewWriterSize(o.Out, 1<<16), append: line}
}

// Batch writes the findings of b.
func (l *Lines) Batch(b *Batch) error {
	l.buf = l.buf[:0]
	for i := range b.Findings {
		l.buf = append(l.append(l.buf, b, &b.Findings[i]), '\n')
	}
	_, err := l.out.Write(l.buf)
	return err
}

// Flush writes buffered data.
func (l *Lines) Flush() error { return l.out.Flush() }

// Close ends the report, which has no summary.
func (l *Lines) Close(*Summary) error { return l.out.Flush() }

func appendCompact(b []byte, batch *Batch, f *Finding) []byte {
	return fmt.Appendf(b, "%s:%d:%d: %s[%s] %s", wire.Visible(batch.Path), f.Start.Line, f.Start.Column, f.Severity, f.Rule, wire.Visible(f.Message))
}

// appendAgent writes "file:line:col severity rule pointer: message; hint | fix".
func appendAgent(b []byte, batch *Batch, f *Finding) []byte {
	b = fmt.Appendf(b, "%s:%d:%d %s %s %s", wire.Visible(batch.Path), f.Start.Line, f.Start.Column, f.Severity, f.Rule, pointerOrRoot(f.Pointer))
	if f.Record > 0 {
		b = append(b, " record "...)
		b = strconv.AppendInt(b, int64(f.Record), 10)
	}
	b = append(append(b, ": "...), wire.Visible(f.Message)...)
	if f.Hint != "" {
		b = append(append(b, "; "...), wire.Visible(f.Hint)...)
	}
	if len(f.Fixes) == 0 {
		return b
	}
	fix := &f.Fixes[0]
	word := " | fix"
	if !fix.Safe {
		word = " | unsafe fix"
	}
	b = append(append(b, word+": "...), wire.Visible(fix.Title)...)
	for _, e := range fix.Edits {
		b = fmt.Appendf(b, " @%d-%d=%s", e.Start, e.End, strconv.Quote(e.Text))
	}
	return b
}

// pointerOrRoot makes the empty pointer of the root visible.
func pointerOrRoot(pointer string) string {
	if pointer == "" {
		return `""`
	}
	return strings.ReplaceAll(wire.Visible(pointer), " ", "%20")
}
