package lint

import (
	"github.com/linqlint/linqlint/internal/report"
	"github.com/linqlint/linqlint/validate"
)

// span is where a body lies in the text of its job.
type span struct {
	start, size  int // bytes
	line, record int // of the file; the record counts from the start of the text
}

// partition sends every body of a job to where its findings put it. A body is
// rejected by what would make the run fail; findings are in source order, so
// that one walk over both lists is enough.
func (r *run) partition(j *job, findings []report.Finding) error {
	least := max(r.o.FailOn, validate.Note)
	if r.o.FailOn == validate.Off {
		least = validate.Error
	}
	for _, s := range j.spans {
		record := r.file.records + s.record
		end := j.base.Offset + s.start + s.size
		n, rejected := 0, false
		for n < len(findings) && findings[n].Start.Offset <= end && belongs(&findings[n], record) {
			rejected = rejected || findings[n].Severity >= least
			n++
		}
		body := j.text[s.start : s.start+s.size]
		var err error
		if rejected {
			err = r.o.Partition.Reject(j.shown, s.line, record, body, findings[:n])
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

// belongs reports whether a finding is of this record; one of a file that is
// a single body has none.
func belongs(f *report.Finding, record int) bool { return f.Record == 0 || f.Record == record }
