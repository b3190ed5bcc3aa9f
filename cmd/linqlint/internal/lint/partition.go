package lint

import (
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/extract"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/validate"
)

// span is where a body is in the text of its job.
type span struct {
	start, size  int // bytes
	line, record int // of the file; the record counts from the start of the text
	tooLong      bool
}

// partition writes every body of a job to the clean or the rejected file. A
// body is rejected if it has a diagnostic that would make the run fail, shown or
// not, or if it is too long to be checked. Findings are in source order, so one
// walk over both lists is enough.
func (r *run) partition(j *job, findings []report.Finding) error {
	least := max(r.o.FailOn, validate.SeverityNote)
	if r.o.FailOn == validate.SeverityOff {
		least = validate.SeverityError
	}
	if extract.HasRequests(j.format) && j.checked > 0 {
		r.fail(j, "not partitioned: the bodies are inside requests")
	}
	if j.unread.size > 0 {
		return r.o.Partition.RejectUnread(report.Rejected{
			Path: j.shown, Line: j.unread.line, Record: r.file.records + 1, Offset: j.base.Offset, Size: int(j.unread.size),
		})
	}
	for _, s := range j.spans {
		at := report.Rejected{Path: j.shown, Line: s.line, Record: r.file.records + s.record, Offset: j.base.Offset + s.start, Size: s.size}
		var err error
		if s.tooLong {
			if err = r.o.Partition.RejectUnread(at); err != nil {
				return err
			}
			continue
		}
		n, rejected := 0, false
		for n < len(findings) && findings[n].Start.Offset <= at.Offset+at.Size && belongs(&findings[n], at.Record) {
			rejected = rejected || findings[n].Severity >= least
			n++
		}
		body := j.text[s.start : s.start+s.size]
		if rejected {
			err = r.o.Partition.Reject(at, body, findings[:n])
		} else {
			err = r.o.Partition.Pass(body)
		}
		if err != nil {
			return err
		}
		findings = findings[n:]
	}
	return nil
}

// belongs reports whether a finding belongs to the record; a finding of a file
// with a single body has no record.
func belongs(f *report.Finding, record int) bool { return f.Record == 0 || f.Record == record }
