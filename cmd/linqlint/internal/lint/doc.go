// Package lint runs the validator over files: it finds and reads them, splits
// them into bodies, checks bodies on every core and passes the diagnostics to a
// report in input order. Memory grows neither with the size of a
// newline-delimited file nor with the number of files.
package lint

import (
	"io"
	"runtime"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// Options configure a run. Fields without a usable zero value are marked as
// required.
type Options struct {
	Args   []string // files, folders, globs, "-"
	Finder source.Finder
	Policy Policy // required

	Stdin     io.Reader     // what "-" is read from
	StdinName string        // the path that "-" is shown as
	Format    source.Format // of every input; 0: each by its name

	Severity validate.Severity // the lowest severity shown (required)
	FailOn   validate.Severity // the lowest severity that makes the run fail; Off: none does (required)
	Max      int               // how many diagnostics are shown in all; 0: every one
	MaxSize  int64             // the most bytes of one body (required)
	Workers  int               // 0: one a core

	Offset    int64             // where to begin in newline-delimited inputs, bytes
	Sample    int               // check one line in so many; 0 and 1: every one
	Unique    []Unique          // what must not occur in two bodies
	Partition *report.Partition // where bodies go by their diagnostics, or nil

	Fix    FixMode
	Safety validate.Safety // which fixes; required if Fix is set
	Root   source.Root     // the folder that paths in diffs are relative to; zero: as shown

	Report report.Writer // required
	Out    io.Writer     // diffs, and the fixed standard input
}

// Progress is how far a run has read a file that comes in pieces.
type Progress struct {
	Path     string
	Done     int64 // bytes, after decompression
	Total    int64 // bytes; -1: unknown
	Findings int   // of the whole run
	Last     bool
}

// FixMode says what happens with fixes. The zero FixMode applies none.
type FixMode uint8

// The fix modes.
const (
	FixFiles FixMode = iota + 1 // files are replaced; standard input goes to Out
	FixDiff                     // a diff of every file goes to Out, nothing is changed
)

// Outcome is the result of a run.
type Outcome struct {
	report.Summary
	Found   [validate.SeverityError + 1]int // by severity, shown or not
	Changed int                             // files that were changed, or would be
	Failed  bool                            // something could not be read or written
}

// Fails reports whether a diagnostic has at least the severity; with Off the
// result is false.
func (o *Outcome) Fails(least validate.Severity) bool {
	if least <= validate.SeverityOff {
		return false
	}
	for s := least; s <= validate.SeverityError; s++ {
		if o.Found[s] > 0 {
			return true
		}
	}
	return false
}

// pieceSize is how much of a newline-delimited file one worker gets at once,
// in bytes: large enough that passing it on costs nothing, and small enough
// that all pieces in flight fit into a few megabytes.
const pieceSize = 256 << 10

func (o *Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}
