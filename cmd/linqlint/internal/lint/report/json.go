package report

import (
	"bufio"
	"slices"
	"strconv"

	"github.com/linqlint/linqlint/internal/wire"
)

// jsonVersion is the version of the json and jsonl formats. It changes when a
// member is removed or changes its meaning, not when one is added.
const jsonVersion = 1

// JSON writes one object for the whole run, during the run.
// docs/report.schema.json is its schema.
type JSON struct {
	out   *bufio.Writer
	w     wire.Writer
	files int
}

// NewJSON returns a writer of the json format.
func NewJSON(o Options) *JSON {
	j := &JSON{out: bufio.NewWriterSize(o.Out, 1<<16)}
	j.w.Open('{')
	j.w.Name("version")
	j.w.Int(jsonVersion)
	j.w.Name("files")
	j.w.Open('[')
	return j
}

// Batch writes a file. Its status is before its diagnostics, or after them if the
// file comes in several pieces.
func (j *JSON) Batch(b *Batch) error {
	if b.First {
		j.files++
		j.onNewLine(func() { j.w.Open('{') })
		j.w.Name("path")
		j.w.Text(b.Path)
		if b.Last {
			j.state(b)
		}
		j.w.Name("diagnostics")
		j.w.Open('[')
	}
	for i := range b.Findings {
		j.onNewLine(func() { j.w.Raw(appendFinding(nil, &b.Findings[i], "")) })
	}
	if b.Last {
		j.w.Close(']')
		if !b.First {
			j.state(b)
		}
		j.w.Close('}')
	}
	return j.flush()
}

func (j *JSON) state(b *Batch) {
	j.w.Name("status")
	j.w.Text(string(b.Status))
	j.w.Name("error")
	j.w.Text(b.Problem)
	j.w.Name("kind")
	j.w.Text(string(b.Kind))
}

// onNewLine writes a value on a line of its own, for people who read the report.
// The comma before it stays on the previous line.
func (j *JSON) onNewLine(write func()) {
	at := len(j.w.B)
	write()
	if j.w.B[at] == ',' {
		at++
	}
	j.w.B = slices.Insert(j.w.B, at, '\n')
}

func (j *JSON) line() { j.w.B = append(j.w.B, '\n') }

func (j *JSON) flush() error {
	_, err := j.out.Write(wire.EscapeControls(j.w.B))
	j.w.B = j.w.B[:0]
	return err
}

// Flush writes buffered data.
func (j *JSON) Flush() error { return j.out.Flush() }

// Close writes the summary.
func (j *JSON) Close(s *Summary) error {
	if j.files > 0 {
		j.line()
	}
	j.w.Close(']')
	j.w.Name("summary")
	j.w.Open('{')
	for _, m := range []struct {
		name string
		n    int
	}{{"files", s.Files}, {"errors", s.Errors}, {"warnings", s.Warnings}, {"notes", s.Notes}} {
		j.w.Name(m.name)
		j.w.Int(int64(m.n))
	}
	if s.Unchecked > 0 {
		j.w.Name("unchecked")
		j.w.Int(int64(s.Unchecked))
	}
	if s.Responses > 0 {
		j.w.Name("responses")
		j.w.Int(int64(s.Responses))
	}
	if s.Stopped.Early() {
		j.stopped(&s.Stopped)
	}
	j.w.Close('}')
	j.w.Close('}')
	j.line()
	if err := j.flush(); err != nil {
		return err
	}
	return j.out.Flush()
}

func (j *JSON) stopped(s *Stop) {
	j.w.Name("stopped")
	j.w.Open('{')
	j.w.Member("reason", s.Reason)
	if s.File != "" {
		j.w.Member("file", s.File)
		j.w.Name("offset")
		j.w.Int(int64(s.Offset))
	}
	j.w.Close('}')
}

// appendFinding appends a finding as the documented object of a diagnostic, with
// the members file, if not "", and record, if the file has several.
func appendFinding(b []byte, f *Finding, file string) []byte {
	separator := byte('{')
	if file != "" {
		b, separator = wire.AppendString(append(append(b, separator), `"file":`...), file), ','
	}
	if f.Record > 0 {
		b, separator = strconv.AppendInt(append(append(b, separator), `"record":`...), int64(f.Record), 10), ','
	}
	brace := len(b)
	b = f.AppendJSON(b)
	b[brace] = separator
	return b
}

// JSONL writes one diagnostic per line, with its file.
type JSONL struct {
	out *bufio.Writer
	buf []byte
}

// NewJSONL returns a writer of the jsonl format.
func NewJSONL(o Options) *JSONL { return &JSONL{out: bufio.NewWriterSize(o.Out, 1<<16)} }

// Batch writes the findings of b.
func (j *JSONL) Batch(b *Batch) error {
	j.buf = j.buf[:0]
	for i := range b.Findings {
		j.buf = append(appendFinding(j.buf, &b.Findings[i], b.Path), '\n')
	}
	_, err := j.out.Write(wire.EscapeControls(j.buf))
	return err
}

// Flush writes buffered data.
func (j *JSONL) Flush() error { return j.out.Flush() }

// Close ends the report, which has no summary.
func (j *JSONL) Close(*Summary) error { return j.out.Flush() }
