package cli

import (
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
)

// policy is the lint.Policy of the flags, the configs and the baseline.
type policy struct {
	*configs
	accepted *acceptance // nil: no baseline
	bar      *progress   // nil: no progress bar
}

// Accept reports whether a finding counts: the baseline does not contain it.
func (p *policy) Accept(b *report.Batch, f *report.Finding) bool {
	if p.accepted == nil || p.accepted.set == nil || !p.accepted.set.Take(b, f) {
		return true
	}
	p.accepted.accepted++
	return false
}

// Progress updates the progress bar.
func (p *policy) Progress(at lint.Progress) {
	if p.bar != nil {
		p.bar.show(at)
	}
}

// Warn prints one line about a file.
func (p *policy) Warn(path, message string) { p.app.warn(path, message) }
