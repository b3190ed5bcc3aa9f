package lint

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/extract"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// wide reports a file in UTF-16 or UTF-32, and returns false for any other. A walk
// reports only files with payloads.
func (r *run) wide(j *job) bool {
	text, wide := source.Wide(j.text)
	if !wide {
		return false
	}
	if !j.entry.Named && !r.hasPayloads(j, text) {
		return true
	}
	d := validate.Diagnostic{
		Rule: "json-encoding", Severity: validate.SeverityError, APICode: 1003,
		Message: "the text is UTF-16 or UTF-32; JSON must be UTF-8",
		Hint:    "save the file as UTF-8; in PowerShell: Set-Content -Encoding utf8",
		Start:   validate.Position{Line: 1, Column: 1}, End: validate.Position{Line: 1, Column: 1},
	}
	if len(j.text) > 0 {
		d.End = validate.Position{Offset: 1, Line: 1, Column: 2}
	}
	r.addFault(j, d)
	return true
}

// hasPayloads reports whether a text, which is not that of the file itself, has
// bodies that a walk would check.
func (r *run) hasPayloads(j *job, text []byte) bool {
	if extract.HasRequests(j.format) {
		found, _ := extract.Read(j.format, text)
		return slices.ContainsFunc(found, func(r extract.Request) bool { return r.Kind != "" })
	}
	finder := r.o.Policy.Validator(j.shown, false)
	if finder.JSON(text).Kind != "" {
		return true
	}
	for rec := range source.Lines(text) {
		return finder.JSON(rec.Body).Kind != ""
	}
	return false
}

// addFault adds a diagnostic about a file as a whole.
func (r *run) addFault(j *job, d validate.Diagnostic) {
	j.checked++
	if r.o.Partition != nil {
		j.spans = append(j.spans, span{size: len(j.text), line: 1, record: 1, tooLong: true})
	}
	if r.o.Policy.Keep(j.shown, &d) {
		j.findings = append(j.findings, report.Finding{Diagnostic: d})
	}
}

// oneValue reports a newline-delimited file that is one JSON value: a body over
// several lines, or an array of bodies. Each line of it would be an error.
func (r *run) oneValue(v *validate.Validator, j *job, text []byte) bool {
	skip := source.SkipBOM(text)
	body := bytes.TrimSpace(text[skip:])
	isArray := bytes.HasPrefix(body, []byte("["))
	if !isArray && (!bytes.HasPrefix(body, []byte("{")) || !bytes.Contains(body, []byte("\n"))) {
		return false
	}
	if !j.truncatedValue {
		var view scan.View
		fault := view.Scan(body)
		view.Release()
		if fault.Code != 0 {
			return false
		}
	}
	if !j.entry.Named && !r.isPayload(v, body, isArray) && (!j.truncatedValue || !bytes.Contains(body, []byte(`"parts"`))) {
		return true // as a whole it is not a payload, and neither are its lines
	}
	start := bytes.Index(text, body)
	at := validate.Position{Offset: start, Line: 1 + bytes.Count(text[:start], []byte("\n")), Column: 1}
	d := validate.Diagnostic{
		Rule: "json-syntax", Severity: validate.SeverityError, APICode: 1003, Start: at, End: at,
		Message: "the file is one body on several lines; a newline-delimited file has one body per line",
		Hint:    "check it with --input json",
	}
	if isArray {
		d.Message = "the file is an array; a newline-delimited file has one body per line"
		d.Hint = "check it with --input array"
	}
	d.End.Offset, d.End.Column = start+1, 2
	r.addFault(j, d)
	return true
}

// opensValue reports whether a text begins with an object or an array that goes
// on behind its first line. In a newline-delimited file a line may be broken like
// that, but then the next one is a value.
func opensValue(text []byte) bool {
	text = bytes.TrimSpace(text[source.SkipBOM(text):])
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimSpace(line)
	if len(line) == 0 || line[0] != '[' && line[0] != '{' {
		return false
	}
	if len(line) == 1 {
		return true
	}
	next, _, _ := bytes.Cut(bytes.TrimLeft(rest, " \t\r\n"), []byte("\n"))
	if json.Valid(next) {
		return false
	}
	var view scan.View
	fault := view.Scan(line)
	view.Release()
	return fault.Code != 0 && fault.Offset == len(line)
}

// isPayload reports whether a JSON value, or an element of an array, is a body.
func (r *run) isPayload(finder *validate.Validator, text []byte, isArray bool) bool {
	if !isArray {
		return finder.JSON(text).Kind != ""
	}
	for rec := range source.Elements(text, new(source.ArrayFault)) {
		if finder.JSON(rec.Body).Kind != "" {
			return true
		}
	}
	return false
}
