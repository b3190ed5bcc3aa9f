// Package lint runs the validator over inputs: it finds the files, reads and
// cuts them, judges bodies on every core and hands what was found to a report
// in input order. Memory does not grow with the size of a newline-delimited
// file nor with the number of files.
package lint

import (
	"io"
	"runtime"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// Options say what a run does. Fields without a zero value that works are said
// to be required.
type Options struct {
	Args   []string // files, folders, globs, "-"
	Finder source.Finder

	Stdin     io.Reader     // what "-" is read from
	StdinName string        // the path that "-" is shown as
	Format    source.Format // of every input; 0: each by its name

	// Validator returns what judges the file at path (required). Files that a
	// walk found, and that nobody named, are judged only if they are payloads.
	Validator func(path string, named bool) *validate.Validator

	// Keep reports whether a finding of the file at path counts; nil: every one
	// does. It is called by several goroutines.
	Keep func(path string, d *validate.Diagnostic) bool
	// Level is the severity of a rule that is about several bodies, in the file at
	// path; nil: its default.
	Level func(path string, rule *rules.Rule) validate.Severity
	// Accept is like Keep, but is called in input order by one goroutine, with
	// the text in which the finding lies; nil: every finding counts.
	Accept func(b *report.Batch, f *report.Finding) bool

	Severity validate.Severity // the least severity shown (required)
	FailOn   validate.Severity // the least severity that makes the run fail; Off: none does (required)
	Max      int               // how many findings are shown in all; 0: every one
	MaxSize  int64             // the most bytes of one body (required)
	Workers  int               // 0: one a core

	Offset    int64             // where to begin in newline-delimited inputs, bytes
	Sample    int               // judge one line in so many; 0 and 1: every one
	Unique    []Unique          // what may not occur in two bodies
	Partition *report.Partition // where bodies go by what was found in them, or nil
	Progress  func(Progress)    // is told how far a long file is, or nil

	Mend   Mend
	Safety validate.Safety // which fixes; required if Mend is set

	Report  report.Writer              // what was found (required)
	Out     io.Writer                  // diffs, and what standard input became
	Trouble func(path, message string) // one line for what could not be done (required)
}

// Progress is how far a file is that comes in pieces.
type Progress struct {
	Path     string
	Done     int64 // bytes, after decompression
	Total    int64 // bytes; -1: unknown
	Findings int   // of the whole run
	Last     bool
}

// Mend says what happens with fixes. The zero Mend applies none.
type Mend uint8

// The ways to mend.
const (
	MendFiles Mend = iota + 1 // files are replaced; standard input goes to Out
	MendDiff                  // what would change goes to Out, nothing is changed
)

// Outcome is what a run came to.
type Outcome struct {
	report.Summary
	Found   [validate.Error + 1]int // by severity, shown or not
	Changed int                     // files that were changed, or would be
	Failed  bool                    // something could not be read or written
}

// Fails reports whether anything at or above a severity was found; none does
// for Off.
func (o *Outcome) Fails(least validate.Severity) bool {
	if least <= validate.Off {
		return false
	}
	for s := least; s <= validate.Error; s++ {
		if o.Found[s] > 0 {
			return true
		}
	}
	return false
}

// pieceSize is how much of a newline-delimited file one worker gets at once,
// in bytes: enough that the hand-over costs nothing, and little enough that
// all the pieces under way fit into a few megabytes.
const pieceSize = 256 << 10

func (o *Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}
