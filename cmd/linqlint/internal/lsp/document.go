package lsp

import (
	"fmt"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

const (
	// maxDocument is the largest document that is checked, in bytes, like the
	// default of --max-size. Checking a larger one after each edit takes too long.
	maxDocument = 16 << 20
	// maxDiagnostics is how many problems of a document are published.
	maxDiagnostics = 1000
)

// document is a document that is open in the editor.
type document struct {
	uri      string
	path     string // "" if it is not a file
	language string
	version  int
	text     string
	lines    *lines
	format   source.Format
	checker  checker
	bodies   []body
	// wasPayload is true if some version was a payload: while a document is edited,
	// it may for a moment not be JSON.
	wasPayload bool
}

// body is a request body of a document, or all requests of a file of requests.
type body struct {
	offset   int // bytes, in the document
	number   int // from 1; 0 in a document that is one body
	text     string
	report   validate.Report // its places and edits are relative to text
	requests bool            // text is the document, report that of its requests
}

// isPayload reports whether the body is one, as far as its checker can tell.
func (b *body) isPayload() bool {
	return !b.requests && (b.report.Kind != "" || len(b.report.Diagnostics) > 0)
}

// settle sets the format and the lines of a document that was opened.
func (d *document) settle() {
	d.format = formatOf(d.language, d.uri)
	d.lines = newLines(d.text)
}

// check checks the text again.
func (d *document) check() {
	d.bodies = d.bodies[:0]
	if d.checker.ignored || len(d.text) > maxDocument {
		return
	}
	if format := d.requestFormat(); format != 0 {
		d.bodies = append(d.bodies, body{text: d.text, report: d.checkRequests(format), requests: true})
		return
	}
	if d.format != source.NDJSON {
		d.bodies = append(d.bodies, body{text: d.text})
	} else {
		skip := source.SkipBOM([]byte(d.text[:min(3, len(d.text))]))
		for r := range source.Lines([]byte(d.text[skip:])) {
			at := skip + r.Offset
			d.bodies = append(d.bodies, body{offset: at, number: r.Number, text: d.text[at : at+len(r.Body)]})
		}
	}
	for i := range d.bodies {
		b := &d.bodies[i]
		b.report = d.checker.body(b.text, d.wasPayload && d.format != source.NDJSON)
		d.wasPayload = d.wasPayload || b.report.Kind != ""
	}
}

// at returns the body at a byte offset of the document, or nil.
func (d *document) at(offset int) *body {
	for i := range d.bodies {
		if b := &d.bodies[i]; offset >= b.offset && offset <= b.offset+len(b.text) {
			return b
		}
	}
	return nil
}

// span returns the range of the bytes [start, end) of a body.
func (d *document) span(b *body, start, end int) lspRange {
	return d.lines.span(b.offset+start, b.offset+end)
}

// diagnostics returns what the editor shows.
func (d *document) diagnostics(least validate.Severity) []diagnostic {
	out := []diagnostic{}
	if len(d.text) > maxDocument {
		return append(out, diagnostic{
			Severity: severityInformation, Source: sourceName,
			Message: fmt.Sprintf("the document has %s; at most %s are checked in an editor; run linqlint on the file",
				source.FormatSize(int64(len(d.text))), source.FormatSize(maxDocument)),
		})
	}
	for i := range d.bodies {
		b := &d.bodies[i]
		for k := range b.report.Diagnostics {
			if b.report.Diagnostics[k].Severity < least {
				continue
			}
			if len(out) == maxDiagnostics {
				return append(out, diagnostic{
					Range: d.span(b, 0, 0), Severity: severityInformation, Source: sourceName,
					Message: fmt.Sprintf("more than %d problems; run linqlint on the file to see all", maxDiagnostics),
				})
			}
			out = append(out, d.diagnostic(b, &b.report.Diagnostics[k]))
		}
	}
	return out
}

// sourceName is the origin of a diagnostic that editors show.
const sourceName = "linqlint"

func (d *document) diagnostic(b *body, v *validate.Diagnostic) diagnostic {
	out := diagnostic{
		Range:           d.span(b, v.Start.Offset, v.End.Offset),
		Severity:        map[validate.Severity]int{validate.SeverityError: severityError, validate.SeverityWarning: severityWarning, validate.SeverityNote: severityInformation}[v.Severity],
		Code:            v.Rule,
		CodeDescription: &codeDescription{v.DocURL()},
		Source:          sourceName,
		Message:         v.Message,
	}
	if v.Hint != "" {
		out.Message += "\n" + v.Hint
	}
	for _, r := range v.Related {
		out.RelatedInformation = append(out.RelatedInformation, relatedInformation{
			location{d.uri, d.span(b, r.Start.Offset, r.End.Offset)}, r.Message,
		})
	}
	return out
}
