// Package report writes what a run found in the formats that people and tools
// read. A run hands every file, or every piece of a long one, to a [Writer] in
// input order and closes it with the summary; no writer keeps what it can
// write at once, so that memory does not grow with the input.
package report

import (
	"io"
	"strconv"
	"time"

	"github.com/linqlint/linqlint/validate"
)

// Status says what became of a file.
type Status string

// The statuses.
const (
	Checked    Status = "checked"    // it was read and judged
	Skipped    Status = "skipped"    // a walk came by it and it is no payload
	Unreadable Status = "unreadable" // it could not be read, or not to its end
)

// Finding is a diagnostic of a file: its positions and the edits of its fixes
// count from the start of the file, its pointer from the root of its body.
type Finding struct {
	validate.Diagnostic
	Record int // the body's number in its file, from 1; 0 if the file is one body
}

// Batch is what was found in a file, or in one piece of a long file.
type Batch struct {
	Path        string // as shown: slashes, relative where it was given so
	First, Last bool   // the first and the last batch of this file
	// Status, Kind and Problem hold in the Last batch. Kind is what every body of the
	// file was checked as, "" if none fits or they differ.
	Status  Status
	Kind    validate.Kind
	Problem string // why the file is unreadable, or was skipped unread; else ""

	Findings []Finding // those to show, in source order
	Text     []byte    // the bytes in which the findings lie
	Offset   int       // of Text in the file, bytes
}

// Summary is what a run comes to. The counts of findings are of those that
// were shown; Hidden is the others.
type Summary struct {
	Files, Checked, Skipped, Unreadable int
	Bodies                              int // bodies judged
	Bytes                               int64
	Errors, Warnings, Notes             int
	Hidden                              int  // found, but below the least severity shown
	WithFindings                        int  // files
	SafeFixes, UnsafeFixes              int  // findings whose best fix is of this kind
	Fixed, FixedFiles                   int  // what --fix did
	Stopped                             Stop // why the run ended early
	Elapsed                             time.Duration
}

// Stop is why and where a run ended before its end. The zero Stop says that it
// did not.
type Stop struct {
	Reason string // "interrupted"
	File   string // in which it ended, if --offset can go on there; else ""
	Offset int    // bytes; where to go on in File
}

// Early reports whether the run ended early.
func (s *Stop) Early() bool { return s.Reason != "" }

// String says why, and how to go on.
func (s *Stop) String() string {
	if s.File == "" {
		return s.Reason
	}
	at := strconv.Itoa(s.Offset)
	return s.Reason + " at byte " + at + " of " + Visible(s.File) + " (--offset " + at + " goes on there)"
}

// Count returns how many findings of the severity were shown.
func (s *Summary) Count(severity validate.Severity) int {
	switch severity {
	case validate.Error:
		return s.Errors
	case validate.Warning:
		return s.Warnings
	case validate.Note:
		return s.Notes
	}
	return 0
}

// Add counts a finding that is shown.
func (s *Summary) Add(f *Finding) {
	switch f.Severity {
	case validate.Error:
		s.Errors++
	case validate.Warning:
		s.Warnings++
	case validate.Note:
		s.Notes++
	}
	if len(f.Fixes) > 0 {
		if f.Fixes[0].Safe {
			s.SafeFixes++
		} else {
			s.UnsafeFixes++
		}
	}
}

// Writer writes one report. It is used by one goroutine.
type Writer interface {
	// Batch takes the next batch, which it must not keep.
	Batch(*Batch) error
	// Flush writes buffered data, as far as the format allows before its end. A
	// run calls it before it waits for input.
	Flush() error
	// Close writes the end of the report. No batch follows.
	Close(*Summary) error
}

// Options are what the writers may be told.
type Options struct {
	Out   io.Writer
	Color Color
	Width int // columns of the terminal; 0: DefaultWidth
	Quiet bool
	// JobSummary is where the github format writes its summary in Markdown, and
	// what it closes; nil: nowhere.
	JobSummary io.WriteCloser
}

// DefaultWidth is how many columns a line of the text format may take where no
// terminal says otherwise. Only excerpts are cut to it, never messages.
const DefaultWidth = 100
