package lint

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"slices"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/validate"
)

// job is a file, or a piece of one, on its way from the walk through a worker to
// the report.
type job struct {
	entry       source.Entry
	shown       string // the path in reports
	format      source.Format
	info        fs.FileInfo // nil if the file was not opened
	text        []byte      // what was read
	base        validate.Position
	first, last bool
	unread      longBody // a line that was skipped while reading
	err         error    // why reading ended early

	truncatedValue bool // the text is the beginning of one JSON value, not of lines

	skipped int // records before --offset, in the first job of a file

	done chan struct{} // receives once when the job is done

	fixed      []byte // text after the fixes, if applied > 0
	applied    int    // fixes applied
	unfinished bool   // further fixes of a body remain: see [validate.Report]
	result
}

// result is what checking a text yields.
type result struct {
	findings  []report.Finding // records count from the start of text
	records   int              // bodies in the text, payloads or not
	checked   int              // bodies that are payloads, or were named
	unchecked int              // requests whose body could not be checked
	responses int              // bodies of a walk that the API sends
	truncated int              // diagnostics that the validator counted but did not keep
	tooLong   []longBody
	spans     []span        // of the bodies, if they are partitioned
	unclear   []unclearLine // lines of a walked file that are not payloads
	keys      []key         // values that must be unique, if any
	kinds     kindMerge
}

// unclearLine is a line that does not look like a payload.
type unclearLine struct {
	rec  source.Record
	at   validate.Position
	here span
}

// longBody is a body over --max-size.
type longBody struct {
	line int
	size int64 // bytes; 0: there is none
}

// kindMerge finds the kind that all bodies share, if they do.
type kindMerge struct {
	kind  validate.Kind
	mixed bool
	seen  bool
}

func (m *kindMerge) add(k validate.Kind) {
	m.mixed = m.mixed || (m.seen && m.kind != k)
	m.kind, m.seen = k, true
}

// join adds the kinds of other.
func (m *kindMerge) join(other kindMerge) {
	if other.seen {
		m.add(other.kind)
		m.mixed = m.mixed || other.mixed
	}
}

// shared returns the kind, or "" if there is none or several.
func (m *kindMerge) shared() validate.Kind {
	if m.mixed {
		return ""
	}
	return m.kind
}

// reset prepares a used job and keeps its buffers.
func (j *job) reset() {
	if cap(j.text) > 2*pieceSize {
		j.text = nil
	}
	*j = job{done: j.done, text: j.text[:0], result: result{findings: j.findings[:0]}}
}

// read reads the file of a job.
func (r *run) read(j *job) {
	f, size, err := r.input(j)
	if err != nil {
		j.err = err
		return
	}
	defer f.Close()
	j.text, j.err = source.ReadAll(f, size, r.o.MaxSize, j.text)
	var tooLarge *source.TooLargeError
	if errors.As(j.err, &tooLarge) && !j.entry.Named && !r.mentionsParts(j.entry.Path) {
		j.err = skippedError{j.err}
	}
	if _, wide := source.Wide(j.text); j.err == nil && j.entry.Named && !wide {
		j.err = source.CheckText(j.text)
	}
}

// skippedError is why a walk skips a file without failing.
type skippedError struct{ error }

// mentionsParts reports whether a file that is too large for a body may be a
// payload, by its beginning.
func (r *run) mentionsParts(path string) bool {
	const window = 1 << 20
	f, _, _, err := r.open(path)
	if err != nil {
		return true
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, window))
	return err != nil || bytes.Contains(head, []byte(`"parts"`))
}

// work checks one job, after applying fixes to it if asked.
func (r *run) work(j *job) {
	switch {
	case j.entry.Skip != nil:
		j.err = skippedError{j.entry.Skip}
		return
	case j.entry.Err != nil:
		j.err = j.entry.Err
		return
	}
	if j.base.Line == 0 {
		j.base.Line = 1
		r.read(j)
		if j.err != nil {
			return
		}
	}
	if j.first && r.wide(j) {
		return
	}
	r.sniff(j)
	if j.err != nil {
		return
	}
	v := r.o.Policy.Validator(j.shown, j.entry.Named)
	text := j.text
	if r.o.Fix != 0 {
		if r.fix(v, j); j.applied > 0 {
			text = j.fixed
		}
	}
	r.check(v, j, text)
}

// check checks every body of text.
func (r *run) check(v *validate.Validator, j *job, text []byte) {
	switch j.format {
	case source.JSON:
		r.body(v, j, source.Record{Body: text, Line: 1}, j.base)
	case source.NDJSON:
		if j.first && j.last && r.oneValue(v, j, text) {
			return
		}
		skip := 0
		if j.base.Offset == 0 {
			skip = source.SkipBOM(text)
		}
		for rec := range source.Lines(text[skip:]) {
			at := validate.Position{Offset: j.base.Offset + skip + rec.Offset, Line: j.base.Line + rec.Line - 1, Column: 1}
			r.body(v, j, rec, at)
		}
		r.brokenLines(j)
	case source.Array:
		var fault source.ArrayFault
		finder := place.InBytes(text)
		for rec := range source.Elements(text, &fault) {
			r.body(v, j, rec, position(&finder, rec.Offset))
		}
		if fault.Message != "" && j.entry.Named {
			r.addFault(j, fileFault{rule: "json-syntax", reason: fault.Reason, message: fault.Message, offset: fault.Offset}, text)
		}
	default:
		r.requests(j, text)
	}
}

// body checks one body, which begins at position at of its file.
func (r *run) body(v *validate.Validator, j *job, rec source.Record, at validate.Position) {
	j.records++
	if r.o.Sample > 1 && (at.Line-1)%r.o.Sample != 0 {
		return
	}
	here := span{start: at.Offset - j.base.Offset, size: len(rec.Body), line: at.Line, record: j.records}
	if int64(len(rec.Body)) > r.o.MaxSize {
		j.tooLong = append(j.tooLong, longBody{at.Line, int64(len(rec.Body))})
		here.tooLong = true
		j.spans = append(j.spans, here)
		return
	}
	rep := v.JSON(rec.Body)
	if rep.Kind == "" && len(rep.Diagnostics) == 0 && !j.entry.Named {
		if rep.Response != "" {
			j.responses++
		} else if j.format == source.NDJSON {
			j.unclear = append(j.unclear, unclearLine{rec, at, here})
		}
		return // not a payload, and not named
	}
	r.addReport(j, rec, at, here, rep)
}

// brokenLines reports the lines of a walked file with payloads that are not
// JSON: a truncated payload would otherwise be lost silently. Other lines may be
// anything.
func (r *run) brokenLines(j *job) {
	if j.checked == 0 || len(j.unclear) == 0 {
		return
	}
	v := r.o.Policy.Validator(j.shown, true)
	known := j.checked
	for _, p := range j.unclear {
		if !json.Valid(p.rec.Body) {
			r.addReport(j, p.rec, p.at, p.here, v.JSON(p.rec.Body))
		}
	}
	if j.checked > known { // restore the order of the file
		slices.SortStableFunc(j.findings, func(a, b report.Finding) int { return cmp.Compare(a.Record, b.Record) })
		slices.SortStableFunc(j.spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	}
}

// addReport adds the report of a body.
func (r *run) addReport(j *job, rec source.Record, at validate.Position, here span, rep validate.Report) {
	j.checked++
	if r.o.Partition != nil {
		j.spans = append(j.spans, here)
	}
	if r.unique != nil {
		r.unique.collect(j, rec.Body, at)
	}
	j.kinds.add(rep.Kind)
	j.truncated += rep.Truncated
	for i := range rep.Diagnostics {
		d := &rep.Diagnostics[i]
		if !r.o.Policy.Keep(j.shown, d) {
			continue
		}
		if rec.Number > 0 {
			rebase(d, at)
		} else if flag := inputFlag(d.Reason); flag != "" && d.Hint != "" {
			d.Hint += " (" + flag + ")"
		}
		j.findings = append(j.findings, report.Finding{Diagnostic: *d, Record: rec.Number})
	}
}

// inputFlag returns, by the reason why a file is not one body, the flag that checks
// its bodies one by one, or "".
func inputFlag(reason string) string {
	switch reason {
	case "json-syntax/root":
		return "--input array"
	case "json-syntax/trailing-data":
		return "--input ndjson"
	}
	return ""
}

// rebase moves the positions of a body that begins at position at to the file.
func rebase(d *validate.Diagnostic, at validate.Position) {
	move(&d.Start, at)
	move(&d.End, at)
	for i := range d.Related {
		move(&d.Related[i].Start, at)
		move(&d.Related[i].End, at)
	}
	for i := range d.Fixes {
		for k := range d.Fixes[i].Edits {
			d.Fixes[i].Edits[k].Start += at.Offset
			d.Fixes[i].Edits[k].End += at.Offset
		}
	}
}

func move(p *validate.Position, at validate.Position) {
	p.Offset += at.Offset
	if p.Line == 1 {
		p.Column += at.Column - 1
	}
	p.Line += at.Line - 1
}

// position returns the position of a byte of the finder's text.
func position(f *place.Finder, offset int) validate.Position {
	line, column := f.At(offset)
	return validate.Position{Offset: offset, Line: line, Column: column}
}
