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

// fix applies fixes to every body of a job's text and stores the result in
// j.fixed. Text between bodies is unchanged.
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
		fixed, applied, rest := v.Fix(rec.Body, r.o.Safety)
		// In this format a body is one line, and must stay one line.
		if applied == 0 || (j.format == source.NDJSON && bytes.IndexByte(fixed, '\n') >= 0) {
			continue
		}
		start := skip + rec.Offset
		j.fixed = append(append(j.fixed, j.text[at:start]...), fixed...)
		at = start + len(rec.Body)
		j.applied += applied
		j.unfinished = j.unfinished || rest.Unfinished
	}
	if j.applied > 0 {
		j.fixed = append(j.fixed, j.text[at:]...)
	}
}

// fixer writes fixed texts to their files, in input order.
type fixer struct {
	run     *run
	current *source.Replacement // of a file that comes in pieces
	broken  bool                // the current file cannot be replaced
	changes int                 // fixes in the current file
	header  bool                // the current file's diff has begun
	lines   int                 // lines added to the current file so far
}

// take handles the next job; the jobs of one file are consecutive. A file that
// cannot be replaced makes the run fail; an error of an output ends it, since it
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
		m.run.fail(j, "not fixed: "+source.ErrorText(err))
		m.run.recheck(j)
	}
	if j.unfinished && !m.broken {
		m.run.o.Policy.Warn(j.shown, "more can be fixed: fix the result again")
	}
	if j.last && m.changes > 0 && !m.broken {
		m.run.out.Changed++
		m.run.out.FixedFiles++
		m.run.out.Fixed += m.changes
	}
	return nil
}

// recheck checks the unchanged text of a job whose fixes could not be written.
func (r *run) recheck(j *job) {
	j.applied, j.fixed, j.result = 0, nil, result{}
	if j.err == nil {
		r.check(r.o.Policy.Validator(j.shown, j.entry.Named), j, j.text)
	}
}

// after returns the text after the fixes.
func (j *job) after() []byte {
	if j.applied > 0 {
		return j.fixed
	}
	return j.text
}

// replace writes the next piece of a file. A file of one piece without a fix is
// left alone; one of several pieces is copied, since a later piece may have a
// fix.
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

// stop discards the replacement of a file that was not read to its end.
func (m *fixer) stop() {
	if m.current != nil {
		m.current.Discard()
	}
}

// errTooLongToFix is why a file with a skipped line is not replaced.
var errTooLongToFix = fixError("a line is larger than --max-size")

type fixError string

func (e fixError) Error() string { return string(e) }

// diff writes a unified diff of the job's text.
func (m *fixer) diff(j *job) error {
	if j.applied == 0 {
		return nil
	}
	before, after := string(j.text), string(j.fixed)
	name := diffPath(m.run.o.Root.Path(j.shown))
	from, to := "a/"+name, "b/"+name
	u, err := udiff.ToUnifiedDiff(from, to, before, udiff.Lines(before, after), udiff.DefaultContextLines)
	if err != nil {
		return err
	}
	// The hunks of a piece count lines from the start of the piece.
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

// diffPath is the path in a diff's header, as git apply and patch -p1 read it.
func diffPath(path string) string {
	return strings.TrimPrefix(filepath.ToSlash(filepath.Clean(path)), "/")
}
