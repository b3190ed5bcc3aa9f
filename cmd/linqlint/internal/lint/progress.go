package lint

import (
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// fileState is what the collector knows about the current file.
type fileState struct {
	records, checked, findings int
	kinds                      kindMerge
	path                       string
	done                       int // bytes checked so far of a file in several pieces; 0: one piece
	resumable                  bool
	open                       bool // its last piece is still to come
}

// stop returns why the run ends here, and where it can continue, if it can.
func (f *fileState) stop(reason string) report.Stop {
	if f.done == 0 || !f.resumable {
		return report.Stop{Reason: reason}
	}
	return report.Stop{Reason: reason, File: f.path, Offset: f.done}
}

// resumable reports whether --offset can be an offset of a job's file.
func resumable(j *job) bool { return j.format == source.NDJSON && !source.Compressed(j.shown) }

// progress records how far a file in several pieces was read, and reports it.
func (r *run) progress(j *job) {
	r.file.path, r.file.done = j.shown, j.base.Offset+len(j.text)
	if j.unread.size > 0 {
		r.file.done = j.base.Offset + int(j.unread.size) + 1 // and its line end
	}
	r.file.resumable = resumable(j)
	r.file.open = !j.last
	if j.last {
		r.file.done = 0
	}
	if j.first && j.last {
		return
	}
	total := int64(-1)
	if j.info != nil && r.file.resumable && j.info.Mode().IsRegular() {
		total = j.info.Size()
	}
	r.o.Policy.Progress(Progress{Path: j.shown, Done: int64(j.base.Offset + len(j.text)), Total: total, Findings: r.out.Errors + r.out.Warnings + r.out.Notes, Last: j.last})
}
