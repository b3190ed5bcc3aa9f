package lint

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/extract"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// mend applies the fixes to every body of a job's text; j.fixed is the text
// with them. What lies between bodies is left as it is.
func (r *run) fix(v *validate.Validator, j *job) {
	if extract.HasRequests(j.format) {
		r.fixRequests(j)
		return
	}
	bodies := func(yield func(source.Record) bool) { yield(source.Record{Body: j.text}) }
	skip := 0
	switch j.format {
	case source.NDJSON:
		if j.base.Offset == 0 {
			skip = source.SkipBOM(j.text)
		}
		bodies = source.Lines(j.text[skip:])
	case source.Array:
		bodies = source.Elements(j.text, new(source.ArrayFault))
	}
	at := 0
	for rec := range bodies {
		if int64(len(rec.Body)) > r.o.MaxSize {
			continue
		}
		fixed, applied, _ := v.Fix(rec.Body, r.o.Safety)
		// A body is a line here, and must stay one.
		if applied == 0 || (j.format == source.NDJSON && bytes.IndexByte(fixed, '\n') >= 0) {
			continue
		}
		start := skip + rec.Offset
		j.fixed = append(append(j.fixed, j.text[at:start]...), fixed...)
		at = start + len(rec.Body)
		j.applied += applied
	}
	if j.applied > 0 {
		j.fixed = append(j.fixed, j.text[at:]...)
	}
}

// fixer takes mended texts to where they belong, in input order.
type fixer struct {
	run     *run
	current *source.Replacement // of a file that comes in pieces
	broken  bool                // the current file cannot be replaced
	changes int                 // fixes in the current file
	header  bool                // the current file's diff has begun
	lines   int                 // lines by which the current file has grown
}

// take handles the next job; jobs of one file come one behind the other. A
// file that cannot be replaced is trouble; the error is that of an output, which
// would fail for every other file too.
func (m *fixer) take(j *job) error {
	if j.first {
		*m = fixer{run: m.run}
	}
	m.changes += j.applied
	var err error
	switch {
	case m.run.o.Fix == FixDiff:
		if err := m.diff(j); err != nil {
			return &WriteError{"the diff", err}
		}
	case j.entry.Path == source.Stdin:
		if _, err := m.run.o.Out.Write(j.after()); err != nil {
			return &WriteError{"the fixed text", err}
		}
	case j.err != nil && j.info == nil:
		return nil
	case !m.broken:
		err = m.replace(j)
	}
	if err != nil {
		m.broken = true
		m.run.fail(j, "not mended: "+source.ErrorText(err))
		m.run.recheck(j)
	}
	if j.last && m.changes > 0 && !m.broken {
		m.run.out.Changed++
		m.run.out.FixedFiles++
		m.run.out.Fixed += m.changes
	}
	return nil
}

// recheck looks at a job as it still is, since mending it failed.
func (r *run) recheck(j *job) {
	j.applied, j.fixed, j.result = 0, nil, result{}
	if j.err == nil {
		r.check(r.o.Policy.Validator(j.shown, j.entry.Named), j, j.text)
	}
}

// after returns the text as it is to be.
func (j *job) after() []byte {
	if j.applied > 0 {
		return j.fixed
	}
	return j.text
}

// replace writes the next piece of a file. A file in one piece without a fix
// is not touched; one in several is copied, since a later piece may have one.
func (m *fixer) replace(j *job) error {
	if j.first && j.last && j.applied == 0 {
		return nil
	}
	if source.Compressed(j.entry.Path) {
		return fixError("is compressed")
	}
	if m.current == nil {
		var err error
		if m.current, err = source.Replace(j.entry.Path, j.info); err != nil {
			return err
		}
	}
	_, err := m.current.Write(j.after())
	if err == nil && j.unread.size > 0 {
		err = errTooLongToFix
	}
	if err == nil {
		err = j.err
	}
	switch {
	case err != nil:
		m.current.Discard()
		return err
	case j.last && m.changes == 0:
		m.current.Discard()
	case j.last:
		return m.current.Commit()
	}
	return nil
}

// stop gives up on a file of which not all pieces came.
func (m *fixer) stop() {
	if m.current != nil {
		m.current.Discard()
	}
}

// errTooLongToFix says why a file keeps its fixes waiting.
var errTooLongToFix = fixError("a line is over --max-size")

type fixError string

func (e fixError) Error() string { return string(e) }

// diff writes a unified diff of the job's text.
func (m *fixer) diff(j *job) error {
	if j.applied == 0 {
		return nil
	}
	before, after := string(j.text), string(j.fixed)
	from, to := "a/"+diffPath(j.shown), "b/"+diffPath(j.shown)
	u, err := udiff.ToUnifiedDiff(from, to, before, udiff.Lines(before, after), udiff.DefaultContextLines)
	if err != nil {
		return err
	}
	// Pieces count their lines from their own start.
	for i := range u.Hunks {
		u.Hunks[i].FromLine += j.base.Line - 1
		u.Hunks[i].ToLine += j.base.Line - 1 + m.lines
	}
	m.lines += strings.Count(after, "\n") - strings.Count(before, "\n")
	text := u.String()
	if m.header {
		_, text, _ = strings.Cut(text, "\n")
		_, text, _ = strings.Cut(text, "\n")
	}
	m.header = true
	_, err = io.WriteString(m.run.o.Out, text)
	return err
}

// diffPath is the path in a diff's header: git apply and patch -p1 take it.
func diffPath(path string) string {
	return strings.TrimPrefix(filepath.ToSlash(filepath.Clean(path)), "/")
}
