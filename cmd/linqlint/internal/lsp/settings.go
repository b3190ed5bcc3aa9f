package lsp

import (
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/markdown"
	"github.com/linqlint/linqlint/validate"
)

// settings are what an editor may set, as initializationOptions or as the
// section linqlint of its configuration. The zero settings are the command's
// defaults.
type settings struct {
	// Kind is what every document is, instead of detecting it.
	Kind string `json:"kind"`
	// Severity is the least severity that is reported: "note", "warning" (also
	// for "") or "error".
	Severity string `json:"severity"`
	// NewChat takes every chats.create for the first message to its recipients.
	NewChat bool `json:"newChat"`
	// Service judges as if this were the preferred_service.
	Service string `json:"service"`
	// AllDocuments reports every JSON document, not only those that are
	// payloads by what they hold.
	AllDocuments bool `json:"allDocuments"`
}

// check returns what is wrong with the settings, "" if nothing is. What is
// wrong is passed over.
func (s *settings) check() string {
	var wrong []string
	if s.Kind != "" && !validate.Kind(s.Kind).Valid() {
		wrong = append(wrong, fmt.Sprintf("kind %q is no kind of request", s.Kind))
		s.Kind = ""
	}
	switch s.Severity {
	case "", "note", "warning", "error":
	default:
		wrong = append(wrong, fmt.Sprintf("severity %q is none of note, warning, error", s.Severity))
		s.Severity = ""
	}
	switch validate.Service(s.Service) {
	case "", validate.IMessage, validate.SMS, validate.RCS:
	default:
		wrong = append(wrong, fmt.Sprintf("service %q is none of iMessage, SMS, RCS", s.Service))
		s.Service = ""
	}
	if wrong == nil {
		return ""
	}
	return "linqlint: settings passed over: " + strings.Join(wrong, "; ")
}

// least is the least severity that is reported.
func (s *settings) least() validate.Severity {
	if level, ok := validate.ParseSeverity(s.Severity); ok {
		return level
	}
	return validate.Warning
}

// File is what is known of a document besides its text.
type File struct {
	// Options configure its validator; they win over the editor's settings.
	Options []validate.Option
	// Payload says that it is a payload whatever it holds.
	Payload bool
	// Ignored says that it is not to be looked at.
	Ignored bool
	// Keep reports whether a problem counts; nil: every one does.
	Keep func(d *validate.Diagnostic) bool
	// Check judges the text in place of the rules for payloads: it is a
	// configuration. nil: it is none.
	Check func(text []byte) []validate.Diagnostic
}

// judge is how one document is judged.
type judge struct {
	v       *validate.Validator // of what is a payload
	finder  *validate.Validator // of what may be one; nil where the document is one whatever it holds
	ignored bool
	keep    func(d *validate.Diagnostic) bool       // nil: every problem counts
	check   func(text []byte) []validate.Diagnostic // nil: the document is no configuration
}

// body judges a body, with what counts of it. While a payload is typed at it may for a moment look
// like anything: once it was one, it is one as long as some kind fits it.
func (j *judge) body(text string, wasPayload bool) validate.Report {
	if j.check != nil {
		return validate.Report{Diagnostics: j.check([]byte(text))}
	}
	r := j.whole(text, wasPayload)
	if j.keep != nil {
		r.Diagnostics = slices.DeleteFunc(r.Diagnostics, func(d validate.Diagnostic) bool { return !j.keep(&d) })
	}
	return r
}

func (j *judge) whole(text string, wasPayload bool) validate.Report {
	if j.finder == nil {
		return j.v.JSON([]byte(text))
	}
	r := j.finder.JSON([]byte(text))
	if !wasPayload || r.Kind != "" || len(r.Diagnostics) > 0 {
		return r
	}
	whole := j.v.JSON([]byte(text))
	if whole.Kind == "" && slices.ContainsFunc(whole.Diagnostics, func(d validate.Diagnostic) bool { return d.Rule == "kind-unknown" }) {
		return r
	}
	return whole
}

// judge makes the validator of a document from the settings, the language that
// the editor gives it and what the caller of New knows of its path.
func (s *Server) judge(d *document) judge {
	set := &s.settings
	opts := []validate.Option{validate.WithKind(validate.Kind(set.Kind)), validate.WithFixer("text-markdown", markdown.Fix)}
	if set.least() == validate.Note {
		opts = append(opts, validate.WithNotes())
	}
	if set.NewChat {
		opts = append(opts, validate.AssumeNewChat())
	}
	if set.Service != "" {
		opts = append(opts, validate.AssumeService(validate.Service(set.Service)))
	}
	j, payload := judge{}, set.AllDocuments || set.Kind != "" || d.language == languagePayload
	if s.file != nil && d.path != "" {
		f := s.file(d.path)
		opts = append(opts, f.Options...)
		payload = payload || f.Payload
		j.ignored, j.keep, j.check = f.Ignored, f.Keep, f.Check
	}
	j.v = validate.New(opts...)
	if !payload {
		j.finder = validate.New(append(opts, validate.OnlyPayloads())...)
	}
	return j
}

// languagePayload is the language id by which an editor can say that a
// document is a payload.
const languagePayload = "linq-payload"

// isNDJSON reports whether a document holds a body a line.
func isNDJSON(language, name string) bool {
	switch language {
	case "jsonl", "ndjson", "jsonlines", "json-lines":
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".jsonl", ".ndjson":
		return true
	}
	return false
}

// pathOf returns the path of a file URI, "" for any other.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" {
		return ""
	}
	p := u.Path
	if len(p) > 2 && p[0] == '/' && p[2] == ':' { // file:///c:/folder
		p = p[1:]
	}
	return filepath.FromSlash(p)
}

// fileURI is the inverse of pathOf for an absolute path.
func fileURI(name string) string {
	p := filepath.ToSlash(name)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}
