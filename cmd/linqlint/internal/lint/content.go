package lint

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/extract"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/place"
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
	fault := scan.Fault{Code: scan.UTF16}
	message, hint := fault.Explain(j.text)
	r.addFault(j, fileFault{
		rule: "json-encoding", reason: fault.Code.String(), message: message,
		hint: hint + "; in PowerShell: Set-Content -Encoding utf8",
	}, j.text)
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
	first, _, _ := bytes.Cut(bytes.TrimLeft(text, " \t\r\n"), []byte("\n"))
	return finder.JSON(first).Kind != ""
}

// fileFault is what is wrong with a file as a whole. Its reason is stable; offset
// counts the bytes before it.
type fileFault struct {
	rule, reason, message, hint string
	offset                      int
}

// addFault reports a fault of a file with the severity that its rule has there,
// and counts the file as one that was checked.
func (r *run) addFault(j *job, f fileFault, text []byte) {
	j.checked++
	if r.o.Partition != nil {
		j.spans = append(j.spans, span{size: len(j.text), line: 1, record: 1, tooLong: true})
	}
	info, _ := validate.LookupRule(f.rule)
	skip := source.SkipBOM(text)
	finder := place.InBytes(text[skip:])
	at := position(&finder, max(f.offset-skip, 0))
	at.Offset = f.offset
	d := validate.Diagnostic{
		Rule: f.rule, Reason: f.rule + "/" + f.reason, Message: f.message, Hint: f.hint, Start: at, End: at,
		Severity: r.o.Policy.Validator(j.shown, j.entry.Named).Severity(f.rule),
		APICode:  info.APICode, APICodeDocumented: info.APICodeDocumented,
	}
	if f.offset < len(text) {
		d.End.Offset++
		d.End.Column++
	}
	if d.Severity != validate.SeverityOff && r.o.Policy.Keep(j.shown, &d) {
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
	fault := fileFault{
		rule: "json-syntax", reason: "several-lines", hint: "check it with --input json", offset: bytes.Index(text, body),
		message: "the file is one body on several lines; a newline-delimited file has one body per line",
	}
	if isArray {
		fault.reason, fault.hint = "array", "check it with --input array"
		fault.message = "the file is an array; a newline-delimited file has one body per line"
	}
	r.addFault(j, fault, text)
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
