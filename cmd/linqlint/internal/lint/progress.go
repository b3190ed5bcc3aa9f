package lint

import (
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// fileState is what the collector knows of the file whose pieces it takes.
type fileState struct {
	records, checked, findings int
	kinds                      kindMerge
	path                       string
	done                       int // bytes of a file in pieces that were checked; 0: it is in one piece
	resumable                  bool
	open                       bool // its last piece has not come yet
}

// stop says that the run ends here for a reason, and where it can go on if it
// can.
func (f *fileState) stop(reason string) report.Stop {
	if f.done == 0 || !f.resumable {
		return report.Stop{Reason: reason}
	}
	return report.Stop{Reason: reason, File: f.path, Offset: f.done}
}

// resumable reports whether --offset can name a place in a job's file.
func resumable(j *job) bool { return j.format == source.NDJSON && !source.Compressed(j.shown) }

// progress notes how far a file in pieces is, and says so.
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
