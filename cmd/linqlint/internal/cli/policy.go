package cli

import (
	"time"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
)

// policy is the lint.Policy of the flags, the configs and the baseline.
type policy struct {
	*configs
	accepted *acceptance // nil: no baseline
	line     *progress   // nil: no progress line
}

// Accept reports whether a finding counts: the baseline does not contain it.
func (p *policy) Accept(b *report.Batch, f *report.Finding) bool {
	if p.accepted == nil || p.accepted.set == nil || !p.accepted.set.Take(b, f) {
		return true
	}
	p.accepted.accepted++
	return false
}

// Progress updates the progress line.
func (p *policy) Progress(at lint.Progress) {
	if p.line != nil {
		p.line.show(at, time.Now())
	}
}

// Warn prints one line about a file.
func (p *policy) Warn(path, message string) { p.app.warn(path, message) }
