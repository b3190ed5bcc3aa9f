package lint

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// run is the state of one Run.
type run struct {
	o      *Options
	jobs   chan *job // to the workers
	order  chan *job // to the collector, in input order
	sent   int       // jobs; belongs to produce
	pool   sync.Pool
	ctx    context.Context
	cancel context.CancelFunc

	// The fields below belong to the collector.
	out     Outcome
	file    fileState
	fixer   fixer
	unique  *uniqueness // nil: not asked for
	stopped bool
}

// WriteError is an output of a run that could not be written.
type WriteError struct {
	What string // "the report"
	Err  error
}

// Error returns the message without the name of the system call.
func (e *WriteError) Error() string {
	return "cannot write " + e.What + ": " + source.ErrorText(e.Err)
}

// Unwrap returns the cause.
func (e *WriteError) Unwrap() error { return e.Err }

// Run checks the files of o and closes its report. An error is a [WriteError];
// files that could not be read are in the outcome.
func Run(ctx context.Context, o Options) (Outcome, error) {
	began := time.Now()
	r := &run{o: &o}
	r.ctx, r.cancel = context.WithCancel(ctx)
	defer r.cancel()
	r.fixer.run = r
	if len(o.Unique) > 0 {
		r.unique = newUniqueness(o.Unique)
	}
	n := o.workers()
	// These bound the jobs in flight, and with them the memory.
	r.jobs = make(chan *job, 2*n+2)
	r.order = make(chan *job, 2*n+2)
	r.pool.New = func() any { return &job{done: make(chan struct{}, 1)} }

	if o.isSmall() {
		r.produce()
	} else {
		go r.produce()
	}
	err := r.collect()
	if !r.out.Stopped.Early() && ctx.Err() != nil {
		r.out.Stopped, r.out.Failed = r.file.stop("interrupted"), true
	}
	if r.file.open && err == nil {
		err = r.abandonFile()
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

// maxSmall is the largest file, in bytes, that is read before the collector runs.
const maxSmall = 1 << 20

// isSmall reports whether a run checks one small file and writes none. Nothing is worth
// another goroutine then: starting one, and a thread for it, takes a tenth of the run.
func (o *Options) isSmall() bool {
	if len(o.Args) != 1 || o.Args[0] == source.Stdin || o.Fix != 0 || o.Finder.Tree != nil ||
		o.Format == source.NDJSON || source.FormatOf(o.Args[0]) == source.NDJSON || source.Compressed(o.Args[0]) {
		return false
	}
	info, err := os.Lstat(o.Args[0])
	return err == nil && info.Mode().IsRegular() && info.Size() <= maxSmall
}

// produce finds the inputs and sends a job for each.
func (r *run) produce() {
	defer close(r.order)
	defer close(r.jobs)
	finder := r.o.Finder
	finder.RemoveStale = r.o.Fix == FixFiles
	finder.Find(r.o.Args, func(e source.Entry) bool {
		j := r.job(e)
		if j.entry.Err == nil && e.Skip == nil && j.format == source.NDJSON {
			return r.pieces(j)
		}
		j.first, j.last = true, true
		return r.send(j)
	})
}

// job returns the first job of an input.
func (r *run) job(e source.Entry) *job {
	j := r.pool.Get().(*job)
	j.reset()
	j.entry, j.shown = e, filepath.ToSlash(e.Path)
	if e.Path == source.Stdin {
		j.shown = r.o.StdinName
	}
	if j.format = r.o.Format; j.format == 0 {
		j.format = source.FormatOf(j.shown)
		if j.entry.Err == nil {
			j.entry.Err = source.CheckExtension(j.shown)
		}
	}
	return j
}

// send passes a job to the workers and to the collector; false means stop.
func (r *run) send(j *job) bool {
	select {
	case <-r.ctx.Done():
		return false
	case r.order <- j:
	}
	// The collector waits for every job in order, so each must be done.
	switch r.sent++; r.sent {
	case 1: // done here: a run over one file then needs no worker
		r.do(j)
		return true
	case 2:
		r.startWorkers()
	}
	r.jobs <- j
	return true
}

func (r *run) startWorkers() {
	for range r.o.workers() {
		go func() {
			for j := range r.jobs {
				r.do(j)
			}
		}()
	}
}

// do works on a job and tells the collector.
func (r *run) do(j *job) {
	r.work(j)
	j.done <- struct{}{}
}
