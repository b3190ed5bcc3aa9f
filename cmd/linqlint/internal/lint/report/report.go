// Package report writes the diagnostics of a run in the formats that people and
// tools read. A run passes every file, or every piece of a long one, to a
// [Writer] in input order, and closes it with the summary. Most writers keep
// nothing, so that memory does not grow with the input.
package report

import (
	"io"
	"strconv"
	"time"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// Status is the result for a file.
type Status string

// The statuses.
const (
	Checked    Status = "checked"    // it was read and checked
	Skipped    Status = "skipped"    // a walk found it, and it is not a payload
	Unreadable Status = "unreadable" // it could not be read, or not to its end
)

// Finding is a diagnostic in a file. Its positions and edits are relative to the
// start of the file, its pointer to the root of its body.
type Finding struct {
	validate.Diagnostic
	Record int // the body's number in its file, from 1; 0 if the file is one body
}

// Batch is a file, or one piece of a long file, with its findings.
type Batch struct {
	Path        string // as shown: slashes, relative where it was given so
	First, Last bool   // the first and the last batch of this file
	// Status, Kind and Problem are set in the Last batch. Kind is the kind of all
	// bodies of the file, "" if it is unknown or they differ.
	Status  Status
	Kind    validate.Kind
	Problem string // why the file is unreadable or was skipped unread; else ""

	Findings []Finding // to show, in source order
	Text     []byte    // the bytes that the findings are in
	Offset   int       // of Text in the file, bytes
}

// Summary is the result of a run. Its counts are of findings that were shown;
// Hidden counts the others.
type Summary struct {
	Files, Checked, Skipped, Unreadable int
	Bodies                              int // bodies checked
	Unchecked                           int // requests whose body could not be checked
	Responses                           int // responses and events of the API, which a walk skips
	Bytes                               int64
	Errors, Warnings, Notes             int
	Hidden                              int  // below the lowest severity shown
	WithFindings                        int  // files
	SafeFixes, UnsafeFixes              int  // findings with such a fix
	Fixed, FixedFiles                   int  // problems and files that --fix fixed
	Stopped                             Stop // why the run ended early
	Elapsed                             time.Duration
}

// Stop is why and where a run ended early. The zero Stop means that it did not.
type Stop struct {
	Reason string // "interrupted"
	File   string // the file in which it ended, if --offset can continue there; else ""
	Offset int    // bytes; where to continue in File
}

// Early reports whether the run ended early.
func (s *Stop) Early() bool { return s.Reason != "" }

// String returns the reason, and how to continue.
func (s *Stop) String() string {
	if s.File == "" {
		return s.Reason
	}
	at := strconv.Itoa(s.Offset)
	return s.Reason + " at byte " + at + " of " + wire.Visible(s.File) + " (--offset " + at + " continues there)"
}

// Count returns how many findings of the severity were shown.
func (s *Summary) Count(severity validate.Severity) int {
	switch severity {
	case validate.SeverityError:
		return s.Errors
	case validate.SeverityWarning:
		return s.Warnings
	case validate.SeverityNote:
		return s.Notes
	}
	return 0
}

// Add counts a finding that is shown.
func (s *Summary) Add(f *Finding) {
	switch f.Severity {
	case validate.SeverityError:
		s.Errors++
	case validate.SeverityWarning:
		s.Warnings++
	case validate.SeverityNote:
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

// Options configure a writer.
type Options struct {
	Out   io.Writer
	Color Color
	Width int // columns of the terminal; 0: DefaultWidth
	Quiet bool
	// JobSummary is where the github format writes its summary in Markdown; it
	// closes it. nil: no summary.
	JobSummary io.WriteCloser
	// Root is the absolute path of the folder that relative paths in the sarif
	// format are relative to; "": not known.
	Root string
}

// DefaultWidth is the width of the text format, in columns, without a terminal.
// Only excerpts are truncated to it, not messages.
const DefaultWidth = 100
