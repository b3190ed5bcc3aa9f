package lsp

import (
	"fmt"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

const (
	// maxDocument is the largest document that is looked at, in bytes, as the
	// command's --max-size is by default: beyond it an answer for each key
	// press takes too long, and the command is the tool.
	maxDocument = 16 << 20
	// maxDiagnostics is how many problems of a document are published; no
	// editor shows more to any use.
	maxDiagnostics = 1000
)

// document is what the editor has open.
type document struct {
	uri      string
	path     string // "" if it is no file
	language string
	version  int
	text     string
	lines    *lines
	ndjson   bool
	judge    judge
	bodies   []body
	// wasPayload says that some version held a payload: while it is typed at,
	// it may for a moment be no JSON at all.
	wasPayload bool
}

// body is one request body of a document.
type body struct {
	offset int // bytes, in the document
	number int // from 1; 0 in a document that is one body
	text   string
	report validate.Report // places and edits relative to text
}

// isPayload reports whether the body is one, as far as its judge can say.
func (b *body) isPayload() bool { return b.report.Kind != "" || len(b.report.Diagnostics) > 0 }

// check judges the text anew.
func (d *document) check() {
	d.lines = newLines(d.text)
	d.bodies = d.bodies[:0]
	if d.judge.ignored || len(d.text) > maxDocument {
		return
	}
	if !d.ndjson {
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
		b.report = d.judge.body(b.text, d.wasPayload && !d.ndjson)
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

// span is the range of the bytes [start, end) of a body.
func (d *document) span(b *body, start, end int) lspRange {
	return d.lines.span(b.offset+start, b.offset+end)
}

// diagnostics are what the editor is to show.
func (d *document) diagnostics(least validate.Severity) []diagnostic {
	out := []diagnostic{}
	if len(d.text) > maxDocument {
		return append(out, diagnostic{
			Severity: severityInformation, Source: sourceName,
			Message: fmt.Sprintf("the document has %s, and at most %s are checked while it is edited; run linqlint on the file",
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
					Message: fmt.Sprintf("more than %d problems: run linqlint on the file to see all", maxDiagnostics),
				})
			}
			out = append(out, d.diagnostic(b, &b.report.Diagnostics[k]))
		}
	}
	return out
}

// sourceName is what the editor shows as the origin of a diagnostic.
const sourceName = "linqlint"

func (d *document) diagnostic(b *body, v *validate.Diagnostic) diagnostic {
	out := diagnostic{
		Range:           d.span(b, v.Start.Offset, v.End.Offset),
		Severity:        map[validate.Severity]int{validate.Error: severityError, validate.Warning: severityWarning, validate.Note: severityInformation}[v.Severity],
		Code:            v.Rule,
		CodeDescription: &codeDescription{validate.RuleDocURL(v.Rule)},
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
