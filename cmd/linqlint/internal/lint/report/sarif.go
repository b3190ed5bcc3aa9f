package report

import (
	"bufio"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// SARIF writes the Static Analysis Results Interchange Format 2.1.0 (OASIS),
// which GitHub's and Azure's code scanning and many editors read. Errors are
// written during the run, warnings, notes, the tool and its rules after them.
type SARIF struct {
	out      *bufio.Writer
	w        wire.Writer
	root     string
	prints   fingerprints
	index    map[string]int // of the rules, in documentation order
	problems []sarifProblem

	errors          int
	warnings, notes [][]byte // encoded results
	omitted         int
}

// maxSARIFResults is how many results of a run GitHub accepts (25000, read
// 2026-11-23: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support).
const maxSARIFResults = 25_000

type sarifProblem struct{ path, message string }

// NewSARIF returns a writer of the sarif format.
func NewSARIF(o Options) *SARIF {
	s := &SARIF{out: bufio.NewWriterSize(o.Out, 1<<16), root: o.Root, index: map[string]int{}}
	for i, r := range rules.All() {
		s.index[r.ID] = i
	}
	s.w.Open('{')
	s.text("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
	s.text("version", "2.1.0")
	s.open("runs", '[')
	s.w.Open('{')
	s.text("columnKind", "utf16CodeUnits")
	s.open("results", '[')
	return s
}

func (s *SARIF) text(name, value string) {
	s.w.Name(name)
	s.w.Text(value)
}

func (s *SARIF) number(name string, n int) {
	s.w.Name(name)
	s.w.Int(int64(n))
}

func (s *SARIF) open(name string, bracket byte) {
	s.w.Name(name)
	s.w.Open(bracket)
}

// message writes {"text": …}.
func (s *SARIF) message(name, value string) {
	s.open(name, '{')
	s.text("text", value)
	s.w.Close('}')
}

func (s *SARIF) flush() error {
	_, err := s.out.Write(wire.EscapeControls(s.w.B))
	s.w.B = s.w.B[:0]
	return err
}

// Batch writes the findings of b.
func (s *SARIF) Batch(b *Batch) error {
	for i := range b.Findings {
		s.add(b, &b.Findings[i])
	}
	if b.Last && b.Problem != "" && b.Status != Checked { // of a checked file it is where the run stopped, which Close writes
		s.problems = append(s.problems, sarifProblem{b.Path, b.Problem})
	}
	return s.flush()
}

// add writes an error, and keeps a warning or a note for the end: of more results
// than GitHub accepts, the least severe are omitted.
func (s *SARIF) add(b *Batch, f *Finding) {
	if f.Severity == validate.SeverityError {
		if s.errors == maxSARIFResults {
			s.omitted++
			return
		}
		s.errors++
		s.result(b, f)
		s.w.B = append(s.w.B, '\n')
	} else {
		written := s.w
		s.w = wire.Writer{}
		s.result(b, f)
		if f.Severity == validate.SeverityWarning {
			s.warnings = append(s.warnings, s.w.B)
		} else {
			s.notes = append(s.notes, s.w.B)
		}
		s.w = written
	}
	if s.errors+len(s.warnings)+len(s.notes) <= maxSARIFResults {
		return
	}
	s.omitted++
	if n := len(s.notes); n > 0 {
		s.notes = s.notes[:n-1]
	} else {
		s.warnings = s.warnings[:len(s.warnings)-1]
	}
}

func (s *SARIF) result(b *Batch, f *Finding) {
	s.w.Open('{')
	s.text("ruleId", f.Rule)
	if i, ok := s.index[f.Rule]; ok {
		s.number("ruleIndex", i)
	}
	s.text("level", f.Severity.String())
	message := f.Message
	if f.Hint != "" {
		message += "\n" + f.Hint
	}
	s.message("message", message)
	s.open("locations", '[')
	s.w.Open('{')
	s.physical(b.Path, f.Start, f.End)
	s.open("logicalLocations", '[')
	s.w.Open('{')
	s.text("fullyQualifiedName", f.Pointer)
	s.text("kind", "member")
	s.w.Close('}')
	s.w.Close(']')
	s.w.Close('}')
	s.w.Close(']')
	s.related(b, f)
	s.open("partialFingerprints", '{')
	s.text("linqlint/v1", s.prints.of(b, f))
	s.w.Close('}')
	s.fixes(b, f)
	s.properties(f)
	s.w.Close('}')
}

// properties writes values that SARIF has no members for.
func (s *SARIF) properties(f *Finding) {
	s.open("properties", '{')
	s.number("apiCode", f.APICode)
	s.w.Name("apiCodeStated")
	s.w.Bool(f.APICodeDocumented)
	if f.Record > 0 {
		s.number("record", f.Record)
	}
	s.w.Close('}')
}

func (s *SARIF) physical(path string, start, end validate.Position) {
	s.open("physicalLocation", '{')
	s.artifact(path)
	s.open("region", '{')
	s.number("startLine", start.Line)
	s.number("startColumn", start.Column)
	s.number("endLine", end.Line)
	s.number("endColumn", end.Column)
	s.bytes(start.Offset, end.Offset)
	s.w.Close('}')
	s.w.Close('}')
}

// bytes writes the members of a region that count bytes.
func (s *SARIF) bytes(start, end int) {
	s.number("byteOffset", start)
	s.number("byteLength", end-start)
}

func (s *SARIF) artifact(path string) {
	s.open("artifactLocation", '{')
	s.text("uri", fileURI(path))
	if !strings.HasPrefix(path, "/") && !hasDrive(path) {
		s.text("uriBaseId", "SRCROOT")
	}
	s.w.Close('}')
}

// rooted returns an absolute path with a leading slash, which a path with a drive
// does not have.
func rooted(path string) string { return "/" + strings.TrimPrefix(path, "/") }

// fileURI returns a path as a relative reference, or as a file: URL if it is
// absolute.
func fileURI(path string) string {
	if hasDrive(path) {
		path = rooted(path)
	}
	u := url.URL{Path: path}
	if strings.HasPrefix(path, "/") {
		u.Scheme = "file"
	}
	return strings.TrimPrefix(u.String(), "./")
}

// hasDrive reports whether a path begins with a drive, as in C:/folder.
func hasDrive(path string) bool {
	return len(path) > 2 && path[1] == ':' && path[2] == '/' && ('a' <= path[0]|0x20 && path[0]|0x20 <= 'z')
}

func (s *SARIF) related(b *Batch, f *Finding) {
	if len(f.Related) == 0 {
		return
	}
	s.open("relatedLocations", '[')
	for i := range f.Related {
		r := &f.Related[i]
		s.w.Open('{')
		s.number("id", i+1)
		s.physical(b.Path, r.Start, r.End)
		s.message("message", r.Message)
		s.w.Close('}')
	}
	s.w.Close(']')
}

// fixes writes every fix. Its regions are in bytes, like its edits.
func (s *SARIF) fixes(b *Batch, f *Finding) {
	if len(f.Fixes) == 0 {
		return
	}
	s.open("fixes", '[')
	for i := range f.Fixes {
		fix := &f.Fixes[i]
		s.w.Open('{')
		title := fix.Title
		if !fix.Safe {
			title += " (unsafe)"
		}
		s.message("description", title)
		s.open("artifactChanges", '[')
		s.w.Open('{')
		s.artifact(b.Path)
		s.open("replacements", '[')
		for _, e := range fix.Edits {
			s.w.Open('{')
			s.open("deletedRegion", '{')
			s.bytes(e.Start, e.End)
			s.w.Close('}')
			s.message("insertedContent", e.Text)
			s.w.Close('}')
		}
		s.w.Close(']')
		s.w.Close('}')
		s.w.Close(']')
		s.w.Close('}')
	}
	s.w.Close(']')
}

// Flush writes buffered data.
func (s *SARIF) Flush() error { return s.out.Flush() }

// Close writes the warnings and notes, the tool, its rules, and the files that
// could not be read.
func (s *SARIF) Close(sum *Summary) error {
	for _, result := range slices.Concat(s.warnings, s.notes) {
		s.w.Raw(result)
		s.w.B = append(s.w.B, '\n')
		if len(s.w.B) > 1<<16 {
			if err := s.flush(); err != nil {
				return err
			}
		}
	}
	s.w.Close(']')
	if s.root != "" {
		s.open("originalUriBaseIds", '{')
		s.open("SRCROOT", '{')
		s.text("uri", strings.TrimSuffix(fileURI(rooted(s.root)), "/")+"/")
		s.w.Close('}')
		s.w.Close('}')
	}
	s.tool()
	s.invocations(sum)
	s.w.Close('}')
	s.w.Close(']')
	s.w.Close('}')
	s.w.B = append(s.w.B, '\n')
	if err := s.flush(); err != nil {
		return err
	}
	return s.out.Flush()
}

func (s *SARIF) tool() {
	s.open("tool", '{')
	s.open("driver", '{')
	s.text("name", "linqlint")
	s.text("informationUri", "https://github.com/linqlint/linqlint")
	s.open("rules", '[')
	for _, r := range rules.All() {
		s.rule(&r)
	}
	s.w.Close(']')
	s.w.Close('}')
	s.w.Close('}')
}

// invocations writes how the run ended.
func (s *SARIF) invocations(sum *Summary) {
	s.open("invocations", '[')
	s.w.Open('{')
	s.w.Name("executionSuccessful")
	s.w.Bool(sum.Unreadable == 0 && !sum.Stopped.Early())
	s.open("toolExecutionNotifications", '[')
	for _, t := range s.problems {
		s.notification("error", t.path+": "+t.message)
	}
	if sum.Stopped.Early() {
		s.notification("error", sum.Stopped.String())
	}
	if s.omitted > 0 {
		s.notification("warning", fmt.Sprintf("omitted %s: a run has at most %d results, the most severe first", Plural(s.omitted, "result"), maxSARIFResults))
	}
	s.w.Close(']')
	s.w.Close('}')
	s.w.Close(']')
}

func (s *SARIF) notification(level, text string) {
	s.w.Open('{')
	s.text("level", level)
	s.message("message", text)
	s.w.Close('}')
}

func (s *SARIF) rule(r *rules.Rule) {
	s.w.Open('{')
	s.text("id", r.ID)
	s.message("shortDescription", r.Title)
	s.open("help", '{')
	s.text("text", strings.ReplaceAll(r.Help, "`", ""))
	s.text("markdown", r.Help)
	s.w.Close('}')
	s.text("helpUri", r.DocURL())
	s.open("defaultConfiguration", '{')
	s.text("level", r.Severity.String())
	s.w.Close('}')
	s.w.Close('}')
	s.w.B = append(s.w.B, '\n')
}
