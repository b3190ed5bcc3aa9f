package lint

import (
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// testPolicy is a Policy without configuration. It keeps the warnings and the
// progress that it was told.
type testPolicy struct {
	named, walked *validate.Validator
	keep          func(path string, d *validate.Diagnostic) bool
	level         func(rule *rules.Rule) validate.Severity
	accept        func(b *report.Batch, f *report.Finding) bool
	progress      []Progress
	warnings      []string
}

func newTestPolicy() *testPolicy {
	return &testPolicy{named: validate.New(), walked: validate.New(validate.WithOnlyPayloads())}
}

func (p *testPolicy) Validator(_ string, named bool) *validate.Validator {
	if named {
		return p.named
	}
	return p.walked
}

func (p *testPolicy) Keep(path string, d *validate.Diagnostic) bool {
	return p.keep == nil || p.keep(path, d)
}

func (p *testPolicy) Level(_ string, rule *rules.Rule) validate.Severity {
	if p.level == nil {
		return rule.Severity
	}
	return p.level(rule)
}

func (p *testPolicy) Accept(b *report.Batch, f *report.Finding) bool {
	return p.accept == nil || p.accept(b, f)
}

func (p *testPolicy) Progress(at Progress) { p.progress = append(p.progress, at) }

func (p *testPolicy) Warn(path, message string) {
	p.warnings = append(p.warnings, path+": "+message)
}
