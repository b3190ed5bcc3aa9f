package lsp

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/markdown"
	"github.com/linqlint/linqlint/validate"
)

// settings are what an editor may set, as initializationOptions or as the
// section linqlint of its configuration. The zero settings are the defaults of
// the command.
type settings struct {
	kind         validate.Kind     // of every document, instead of detecting it
	severity     validate.Severity // the lowest severity that is reported; 0 means Warning
	newChat      bool              // every chats.create is the first message to its recipients
	service      validate.Service  // the assumed preferred_service
	allDocuments bool              // report every JSON document, not only those with payloads
}

// setting is one member of the settings.
type setting struct {
	name     string
	expected string
	set      func(s *settings, raw json.RawMessage) bool // reports whether raw is valid
}

var allSettings = []setting{
	{"kind", "the kind of a request", func(s *settings, raw json.RawMessage) bool {
		ok := json.Unmarshal(raw, &s.kind) == nil && (s.kind == "" || s.kind.Valid())
		if !ok {
			s.kind = ""
		}
		return ok
	}},
	{"severity", "note, warning or error", func(s *settings, raw json.RawMessage) bool {
		var name string
		if json.Unmarshal(raw, &name) != nil {
			return false
		}
		level, ok := validate.ParseSeverity(name)
		if name == "" || ok && level != validate.SeverityOff {
			s.severity = level
			return true
		}
		return false
	}},
	{"newChat", "true or false", func(s *settings, raw json.RawMessage) bool { return json.Unmarshal(raw, &s.newChat) == nil }},
	{"service", "iMessage, SMS or RCS", func(s *settings, raw json.RawMessage) bool {
		if json.Unmarshal(raw, &s.service) == nil {
			switch s.service {
			case "", validate.ServiceIMessage, validate.ServiceSMS, validate.ServiceRCS:
				return true
			}
		}
		s.service = ""
		return false
	}},
	{"allDocuments", "true or false", func(s *settings, raw json.RawMessage) bool { return json.Unmarshal(raw, &s.allDocuments) == nil }},
}

// parseSettings returns the valid settings, and a message about the others, which
// are ignored; "" if there are none.
func parseSettings(raw json.RawMessage) (s settings, message string) {
	var members map[string]json.RawMessage
	if len(raw) > 0 && json.Unmarshal(raw, &members) != nil {
		return s, "linqlint: ignored the settings: they must be an object"
	}
	var names, wrong []string
	for _, one := range allSettings {
		names = append(names, one.name)
		value, given := members[one.name]
		if given && string(value) != "null" && !one.set(&s, value) {
			wrong = append(wrong, fmt.Sprintf("%q is %s, expected %s", one.name, abbreviated(value), one.expected))
		}
		delete(members, one.name)
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		wrong = append(wrong, fmt.Sprintf("unknown setting %q%s", name, spelling.DidYouMean(name, names)))
	}
	if wrong == nil {
		return s, ""
	}
	return s, "linqlint: ignored settings: " + strings.Join(wrong, "; ")
}

// abbreviated returns a JSON value for a message.
func abbreviated(value json.RawMessage) string {
	const most = 40
	if len(value) > most {
		return strings.ToValidUTF8(string(value[:most]), "") + "…"
	}
	return string(value)
}

// least returns the lowest severity that is reported.
func (s *settings) least() validate.Severity {
	if s.severity != 0 {
		return s.severity
	}
	return validate.SeverityWarning
}

// File is what is known about a document besides its text.
type File struct {
	// Options configure its validator. They take precedence over the settings of
	// the editor.
	Options []validate.Option
	// Payload says that it is a payload whatever it contains.
	Payload bool
	// Ignored says that it is not checked.
	Ignored bool
	// Keep reports whether a problem is reported. If nil, every one is.
	Keep func(d *validate.Diagnostic) bool
	// Check checks the text instead of the rules for payloads, if the document is
	// a configuration; else it is nil.
	Check func(text []byte) []validate.Diagnostic
}

// checker checks one document.
type checker struct {
	v       *validate.Validator                     // for payloads
	finder  *validate.Validator                     // for what may be a payload
	payload bool                                    // the document is a payload whatever it contains
	ignored bool                                    // the document is not checked
	keep    func(d *validate.Diagnostic) bool       // nil keeps every problem
	config  func(text []byte) []validate.Diagnostic // nil unless the document is a configuration
}

// body checks a body. A payload that is being edited may for a moment look like
// anything: a document that was once a payload stays one as long as a kind matches.
func (c *checker) body(text string, wasPayload bool) validate.Report {
	if c.config != nil {
		return validate.Report{Diagnostics: c.config([]byte(text))}
	}
	return c.kept(c.whole([]byte(text), wasPayload))
}

// kept removes the problems that are not reported.
func (c *checker) kept(r validate.Report) validate.Report {
	if c.keep != nil {
		r.Diagnostics = slices.DeleteFunc(r.Diagnostics, func(d validate.Diagnostic) bool { return !c.keep(&d) })
	}
	return r
}

func (c *checker) whole(text []byte, wasPayload bool) validate.Report {
	if c.payload {
		return c.v.JSON(text)
	}
	r := c.finder.JSON(text)
	if !wasPayload || r.Kind != "" || len(r.Diagnostics) > 0 {
		return r
	}
	whole := c.v.JSON(text)
	if whole.Kind == "" && slices.ContainsFunc(whole.Diagnostics, func(d validate.Diagnostic) bool { return d.Rule == "kind-unknown" }) {
		return r
	}
	return whole
}

// checkerFor returns the checker of a document, by the settings, its language
// and what [Options].File returns for it.
func (s *Server) checkerFor(d *document) checker {
	set := &s.settings
	opts := []validate.Option{validate.WithKind(set.kind), validate.WithFixer("text-markdown", markdown.Fix)}
	if set.least() == validate.SeverityNote {
		opts = append(opts, validate.WithNotes())
	}
	if set.newChat {
		opts = append(opts, validate.WithNewChat())
	}
	if set.service != "" {
		opts = append(opts, validate.WithService(set.service))
	}
	c := checker{payload: set.allDocuments || set.kind != "" || d.language == languagePayload}
	if s.file != nil && d.path != "" {
		f := s.file(d.path)
		opts = append(opts, f.Options...)
		c.payload = c.payload || f.Payload
		c.ignored, c.keep, c.config = f.Ignored, f.Keep, f.Check
	}
	c.v = validate.New(opts...)
	c.finder = validate.New(append(opts, validate.WithOnlyPayloads())...)
	return c
}

// languagePayload is the language id with which an editor marks a document as a
// payload.
const languagePayload = "linq-payload"

// formatOf returns the format of a document by its language or its name; JSON
// for all others. By its content a JSON document may turn out to be a HAR capture
// or a Postman collection.
func formatOf(language, name string) source.Format {
	switch language {
	case languagePayload:
		return source.JSON
	case "jsonl", "ndjson", "jsonlines", "json-lines":
		return source.NDJSON
	case "shellscript", "sh", "bash", "zsh":
		return source.Curl
	case "http", "rest":
		return source.HTTP
	}
	if format := source.FormatOf(strings.ToLower(name)); format != 0 {
		return format
	}
	return source.JSON
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
