package lint

import (
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// Policy is what flags, configuration and baseline say about the files of a
// run, and where the run's own messages go. Paths are those of reports.
//
// Validator, Keep and Level are called by several goroutines at once; Accept,
// Progress and Warn by one, in input order.
type Policy interface {
	// Validator returns the validator for the file at path. A file that is not
	// named was found by a walk, and is checked only if it is a payload.
	Validator(path string, named bool) *validate.Validator
	// Keep reports whether a diagnostic of the file at path counts.
	Keep(path string, d *validate.Diagnostic) bool
	// Level returns the severity, in the file at path, of a rule about several
	// bodies.
	Level(path string, rule *rules.Rule) validate.Severity
	// Accept reports whether a finding counts, given the text it is in.
	Accept(b *report.Batch, f *report.Finding) bool
	// Progress is called after each piece of a long file.
	Progress(Progress)
	// Warn is called with one line about a file, such as why it could not be
	// read.
	Warn(path, message string)
}
