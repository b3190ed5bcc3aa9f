package lint

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"time"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// abandonFile reports the file that was being read when the run ended.
func (r *run) abandonFile() error {
	r.out.Files++
	r.out.Checked++
	if r.file.findings > 0 {
		r.out.WithFindings++
	}
	if r.o.Fix == FixDiff {
		return nil
	}
	return r.o.Report.Batch(&report.Batch{Path: r.file.path, Last: true, Status: report.Checked, Kind: r.file.kinds.shared(), Problem: r.out.Stopped.String()})
}

// collect reports the jobs in input order. A run that is canceled reports the
// jobs in flight and does not wait for the walk, which may be waiting for input
// that never comes.
func (r *run) collect() error {
	defer r.fixer.stop()
	for {
		j, more, err := r.next()
		if err != nil || !more {
			return err
		}
		if err := r.flushIfWaiting(j); err != nil {
			return err
		}
		if !r.waitFor(j) {
			return nil
		}
		if err := r.process(j); err != nil {
			return err
		}
		if r.stopped {
			return nil
		}
		r.pool.Put(j)
	}
}

// next returns the next job in order. It flushes the report before it waits.
func (r *run) next() (j *job, more bool, err error) {
	select {
	case j, more = <-r.order:
		return j, more, nil
	default:
	}
	if err := r.o.Report.Flush(); err != nil {
		return nil, false, err
	}
	select {
	case j, more = <-r.order:
		return j, more, nil
	case <-r.ctx.Done():
	}
	select {
	case j, more = <-r.order:
		return j, more, nil
	default:
		return nil, false, nil
	}
}

// drainTimeout bounds how long an interrupted run waits for jobs in flight: a
// worker may be reading from a terminal on which nobody types.
const drainTimeout = time.Second

// waitFor waits until a job is done; false means that it was not done in time.
func (r *run) waitFor(j *job) bool {
	select {
	case <-j.done:
		return true
	case <-r.ctx.Done():
	}
	select {
	case <-j.done:
		return true
	case <-time.After(drainTimeout):
		return false
	}
}

// flushIfWaiting flushes the report if job j is not done yet.
func (r *run) flushIfWaiting(j *job) error {
	select {
	case <-j.done:
		j.done <- struct{}{}
	default:
		return r.o.Report.Flush()
	}
	return nil
}

// process reports one job.
func (r *run) process(j *job) error {
	if j.first {
		r.file = fileState{records: j.skipped}
	}
	if r.o.Fix != 0 {
		if err := r.fixer.take(j); err != nil {
			return err
		}
	}
	b := report.Batch{Path: j.shown, First: j.first, Last: j.last, Text: j.after(), Offset: j.base.Offset}
	for i := range j.findings {
		if j.findings[i].Record > 0 {
			j.findings[i].Record += r.file.records
		}
	}
	r.count(j)
	if r.unique != nil {
		r.repeated(j)
	}
	j.findings = r.accepted(j, &b)
	if r.o.Partition != nil {
		if err := r.partition(j, j.findings); err != nil {
			return &WriteError{"what --partition keeps", err}
		}
	}
	b.Findings = r.cap(j, r.shown(j.findings))
	for i := range b.Findings {
		r.out.Add(&b.Findings[i])
	}
	r.file.records += j.records
	r.file.findings += len(b.Findings)
	r.reportLong(j)
	if j.last {
		r.finish(j, &b)
	} else if j.err != nil {
		r.fail(j, source.ErrorText(j.err))
	}
	r.progress(j)
	if r.o.Fix == FixDiff {
		return nil
	}
	return r.o.Report.Batch(&b)
}

// reportLong warns about bodies that were too large to check.
func (r *run) reportLong(j *job) {
	if j.unread.size > 0 {
		r.file.records++
		j.tooLong = append(j.tooLong, j.unread)
	}
	for _, l := range j.tooLong {
		r.file.checked++
		tooLarge := source.TooLargeError{What: "this record", Size: l.size, Limit: r.o.MaxSize}
		r.fail(j, "line "+strconv.Itoa(l.line)+": "+tooLarge.Error())
	}
}

// accepted returns the findings that the policy does not accept as known, and
// counts them.
func (r *run) accepted(j *job, b *report.Batch) []report.Finding {
	counting := j.findings[:0]
	for i := range j.findings {
		f := &j.findings[i]
		if r.o.Policy.Accept(b, f) {
			r.out.Found[f.Severity]++
			counting = append(counting, *f)
		}
	}
	return counting
}

// shown returns the findings that are severe enough to be shown.
func (r *run) shown(findings []report.Finding) []report.Finding {
	shown := findings[:0]
	for i := range findings {
		if findings[i].Severity < r.o.Severity {
			r.out.Hidden++
			continue
		}
		shown = append(shown, findings[i])
	}
	return shown
}

// count adds a job to the outcome.
func (r *run) count(j *job) {
	r.out.Bodies += j.checked
	r.out.Unchecked += j.unchecked
	r.out.Responses += j.responses
	r.out.Bytes += int64(len(j.text))
	r.file.checked += j.checked
	r.file.kinds.join(j.kinds)
	if j.truncated > 0 {
		r.note(j, report.Plural(j.truncated, "problem")+" not shown: more than "+strconv.Itoa(validate.DefaultMaxDiagnostics)+" in one body")
	}
}

// cap truncates findings to what --max leaves. The run continues until its exit
// code is certain, because diagnostics that are not shown count too.
func (r *run) cap(j *job, findings []report.Finding) []report.Finding {
	if r.o.Max == 0 {
		return findings
	}
	left := r.o.Max - r.out.Errors - r.out.Warnings - r.out.Notes
	if len(findings) <= left {
		return findings
	}
	reason := "stopped after --max " + strconv.Itoa(r.o.Max)
	if r.o.Partition != nil {
		// Every body is still written to its partition, so there is no offset to
		// continue at.
		r.out.Stopped = report.Stop{Reason: reason}
		return findings[:left]
	}
	if !r.out.Stopped.Early() {
		first := findings[left].Start.Offset
		line := bytes.LastIndexByte(j.after()[:first-j.base.Offset], '\n') + 1
		at := fileState{path: j.shown, done: j.base.Offset + line, resumable: resumable(j)}
		r.out.Stopped = at.stop(reason)
	}
	r.stopped = r.o.Fix == 0 && (r.o.FailOn == validate.SeverityOff || r.out.Fails(r.o.FailOn))
	return findings[:left]
}

// finish sets the status of a file.
func (r *run) finish(j *job, b *report.Batch) {
	r.out.Files++
	var over skippedError
	switch {
	case errors.As(j.err, &over):
		b.Status, b.Problem = report.Skipped, source.ErrorText(over.error)
		r.out.Skipped++
		r.note(j, "skipped: "+b.Problem)
	case j.err != nil && j.err != io.EOF:
		b.Status, b.Problem = report.Unreadable, source.ErrorText(j.err)
		r.out.Unreadable++
		r.fail(j, b.Problem)
	case j.entry.Named || r.file.checked > 0 || j.unchecked > 0:
		b.Status, b.Kind = report.Checked, r.file.kinds.shared()
		r.out.Checked++
	default:
		b.Status = report.Skipped
		r.out.Skipped++
	}
	if r.file.findings > 0 {
		r.out.WithFindings++
	}
}

// fail warns about a file and makes the run fail.
func (r *run) fail(j *job, message string) {
	r.out.Failed = true
	r.note(j, message)
}

// note warns about a file.
func (r *run) note(j *job, message string) { r.o.Policy.Warn(j.shown, message) }
