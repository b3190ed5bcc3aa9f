package lint

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// run is the state of one Run.
type run struct {
	o      *Options
	jobs   chan *job // to the workers
	order  chan *job // to the collector, in input order
	pool   sync.Pool
	ctx    context.Context
	cancel context.CancelFunc

	// What follows belongs to the collector.
	out     Outcome
	file    fileState
	mender  mender
	unique  *uniqueness // nil: not asked for
	stopped bool
}

// WriteError says which output of a run could not be written, and why.
type WriteError struct {
	What string // "the report"
	Err  error
}

// Error says it without the name of the system call.
func (e *WriteError) Error() string {
	return e.What + " could not be written: " + source.Reason(e.Err)
}

// Unwrap returns the reason.
func (e *WriteError) Unwrap() error { return e.Err }

// Run does what o says and closes its report. The error is one of writing, a
// [WriteError]; what could not be read is in the outcome.
func Run(ctx context.Context, o Options) (Outcome, error) {
	began := time.Now()
	r := &run{o: &o}
	r.ctx, r.cancel = context.WithCancel(ctx)
	defer r.cancel()
	r.mender.run = r
	if len(o.Unique) > 0 {
		r.unique = newUniqueness(o.Unique)
	}
	n := o.workers()
	// What is under way is bounded by these, and with it the memory.
	r.jobs = make(chan *job, 2*n+2)
	r.order = make(chan *job, 2*n+2)
	r.pool.New = func() any { return &job{done: make(chan struct{}, 1)} }

	for range n {
		go func() {
			for j := range r.jobs {
				r.work(j)
				j.done <- struct{}{}
			}
		}()
	}
	go r.produce()
	err := r.collect()
	if !r.out.Stopped.Early() && ctx.Err() != nil {
		r.out.Stopped, r.out.Failed = r.file.stop("interrupted"), true
	}
	if r.file.open && err == nil {
		err = r.leave()
	}
	r.out.Elapsed = time.Since(began)
	if closeErr := o.Report.Close(&r.out.Summary); err == nil {
		err = closeErr
	}
	var failed *WriteError
	if err != nil && !errors.As(err, &failed) {
		err = &WriteError{"the report", err}
	}
	return r.out, err
}

// produce walks over the inputs and sends their jobs.
func (r *run) produce() {
	defer close(r.order)
	defer close(r.jobs)
	r.o.Finder.Find(r.o.Args, func(e source.Entry) bool {
		j := r.job(e)
		if e.Err == nil && j.format == source.NDJSON {
			return r.pieces(j)
		}
		j.first, j.last = true, true
		return r.send(j)
	})
}

// job begins the job of an input.
func (r *run) job(e source.Entry) *job {
	j := r.pool.Get().(*job)
	j.reset()
	j.entry, j.shown = e, filepath.ToSlash(e.Path)
	if e.Path == source.Stdin {
		j.shown = r.o.StdinName
	}
	if j.format = r.o.Format; j.format == 0 {
		j.format = source.FormatOf(j.shown)
	}
	return j
}

// send hands a job to the workers and to the collector; false: stop.
func (r *run) send(j *job) bool {
	select {
	case <-r.ctx.Done():
		return false
	case r.order <- j:
	}
	// Whatever is in order gets done, or the collector would wait for ever.
	r.jobs <- j
	return true
}

// leave ends the file in the middle of which the run ended.
func (r *run) leave() error {
	r.out.Files++
	r.out.Checked++
	if r.file.findings > 0 {
		r.out.WithFindings++
	}
	if r.o.Mend == MendDiff {
		return nil
	}
	return r.o.Report.Batch(&report.Batch{Path: r.file.path, Last: true, Status: report.Checked, Kind: r.file.kinds.shared(), Trouble: r.out.Stopped.String()})
}

// collect takes the jobs in input order to the report. When the run is to end
// early it takes what is under way and does not wait for the walk, which may
// be waiting for input that never comes.
func (r *run) collect() error {
	defer r.mender.stop()
	for {
		j, more, err := r.next()
		if err != nil || !more {
			return err
		}
		if err := r.flush(j); err != nil {
			return err
		}
		if !r.await(j) {
			return nil
		}
		if err := r.take(j); err != nil {
			return err
		}
		if r.stopped {
			return nil
		}
		r.pool.Put(j)
	}
}

// next returns the next job in order. While there is none, what is written so
// far may be seen.
func (r *run) next() (j *job, more bool, err error) {
	select {
	case j, more = <-r.order:
		return j, more, nil
	default:
	}
	if err := r.show(); err != nil {
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

// show flushes the report, if it can be.
func (r *run) show() error {
	if f, ok := r.o.Report.(interface{ Flush() error }); ok {
		return f.Flush()
	}
	return nil
}

// patience is how long an interrupted run waits for what is under way: a
// worker may be reading from a terminal on which nobody types.
const patience = time.Second

// await waits until a job is done; false if it will not be in time.
func (r *run) await(j *job) bool {
	select {
	case <-j.done:
		return true
	case <-r.ctx.Done():
	}
	select {
	case <-j.done:
		return true
	case <-time.After(patience):
		return false
	}
}

// flush shows what is written so far if the next job is not done yet.
func (r *run) flush(j *job) error {
	select {
	case <-j.done:
		j.done <- struct{}{}
	default:
		return r.show()
	}
	return nil
}

// take reports one job.
func (r *run) take(j *job) error {
	if j.first {
		r.file = fileState{records: j.skipped}
	}
	if r.o.Mend != 0 {
		if err := r.mender.take(j); err != nil {
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
		r.trouble(j, source.Reason(j.err))
	}
	r.progress(j)
	if r.o.Mend == MendDiff {
		return nil
	}
	return r.o.Report.Batch(&b)
}

// reportLong says which bodies were too large to judge.
func (r *run) reportLong(j *job) {
	if j.unread.size > 0 {
		r.file.records++
		j.tooLong = append(j.tooLong, j.unread)
	}
	for _, l := range j.tooLong {
		r.file.judged++
		tooLarge := source.TooLargeError{What: "this record", Size: l.size, Limit: r.o.MaxSize}
		r.trouble(j, "line "+strconv.Itoa(l.line)+": "+tooLarge.Error())
	}
}

// accepted counts the findings of a job that count at all and returns them.
func (r *run) accepted(j *job, b *report.Batch) []report.Finding {
	counting := j.findings[:0]
	for i := range j.findings {
		f := &j.findings[i]
		if r.o.Accept == nil || r.o.Accept(b, f) {
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

// count adds what was judged.
func (r *run) count(j *job) {
	r.out.Bodies += j.judged
	r.out.Bytes += int64(len(j.text))
	r.file.judged += j.judged
	r.file.kinds.join(j.kinds)
	if j.truncated > 0 {
		r.note(j, report.Plural(j.truncated, "problem")+" more than the "+strconv.Itoa(validate.DefaultMaxDiagnostics)+" that are shown of a body")
	}
}

// cap cuts findings to what --max leaves. The run goes on until its exit code
// is certain: what is not shown still counts there.
func (r *run) cap(j *job, findings []report.Finding) []report.Finding {
	if r.o.Max == 0 {
		return findings
	}
	left := r.o.Max - r.out.Errors - r.out.Warnings - r.out.Notes
	if len(findings) <= left {
		return findings
	}
	reason := "more were found than --max " + strconv.Itoa(r.o.Max)
	if r.o.Partition != nil {
		// Every body has gone to its place by then, or will: to go on from here
		// would send some twice.
		r.out.Stopped = report.Stop{Reason: reason}
		return findings[:left]
	}
	if !r.out.Stopped.Early() {
		first := findings[left].Start.Offset
		line := bytes.LastIndexByte(j.after()[:first-j.base.Offset], '\n') + 1
		at := fileState{path: j.shown, done: j.base.Offset + line, resumable: resumable(j)}
		r.out.Stopped = at.stop(reason)
	}
	r.stopped = r.o.Mend == 0 && (r.o.FailOn == validate.Off || r.out.Fails(r.o.FailOn))
	return findings[:left]
}

// finish settles what became of a file.
func (r *run) finish(j *job, b *report.Batch) {
	r.out.Files++
	var over passedOver
	switch {
	case errors.As(j.err, &over):
		b.Status, b.Trouble = report.Skipped, source.Reason(over.error)
		r.out.Skipped++
		r.note(j, "passed over: "+b.Trouble)
	case j.err != nil && j.err != io.EOF:
		b.Status, b.Trouble = report.Unreadable, source.Reason(j.err)
		r.out.Unreadable++
		r.trouble(j, b.Trouble)
	case j.entry.Named || r.file.judged > 0:
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

// trouble says on one line what could not be done; the run fails by it.
func (r *run) trouble(j *job, message string) {
	r.out.Failed = true
	r.note(j, message)
}

// note says on one line what the reader should know.
func (r *run) note(j *job, message string) { r.o.Trouble(j.shown, message) }
