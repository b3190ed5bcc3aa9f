package lsp

import (
	"slices"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/extract"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// requestFormat returns the format of a document with requests, else 0.
func (d *document) requestFormat() source.Format {
	switch {
	case d.checker.config != nil || d.language == languagePayload:
		return 0
	case extract.HasRequests(d.format):
		return d.format
	case d.format == source.JSON && !d.wasPayload:
		if format, ok := extract.Sniff([]byte(d.text)); ok && format != source.Curl {
			return format
		}
	}
	return 0
}

// checked calls f for each request of the document that is checked: its body is in
// the document, and it goes to the API or has a payload. A body in another file
// is checked where that file is open. A fault of the document's own syntax, such
// as an unfinished quote, is left to the editor.
func (d *document) checked(format source.Format, f func(r *extract.Request)) {
	found, _ := extract.Read(format, []byte(d.text))
	for i := range found {
		r := &found[i]
		if r.File == "" && r.Unchecked == "" && (r.Known || r.LooksLikePayload(d.checker.finder)) {
			f(r)
		}
	}
}

// checkRequests checks the requests of the document.
func (d *document) checkRequests(format source.Format) validate.Report {
	var all validate.Report
	type key struct {
		rule, message string
		start, end    int
	}
	seen := map[key]bool{} // two requests may use one variable
	d.checked(format, func(r *extract.Request) {
		for _, v := range d.checker.kept(r.Check(d.checker.v)).Diagnostics {
			k := key{v.Rule, v.Message, v.Start.Offset, v.End.Offset}
			if !seen[k] {
				seen[k] = true
				all.Diagnostics = append(all.Diagnostics, v)
			}
		}
	})
	slices.SortStableFunc(all.Diagnostics, func(a, b validate.Diagnostic) int { return a.Start.Offset - b.Start.Offset })
	return all
}

// fixRequests returns the edits of all safe fixes of the requests.
func (d *document) fixRequests() []textEdit {
	var edits []textEdit
	end := 0 // of the last edit: two requests may use one variable
	d.checked(d.requestFormat(), func(r *extract.Request) {
		changes, n := r.Fix(d.checker.v, validate.FixSafe)
		if n == 0 || changes[0].Start < end {
			return
		}
		for _, e := range changes {
			edits = append(edits, textEdit{d.lines.span(e.Start, e.End), e.Text})
			end = max(end, e.End)
		}
	})
	return edits
}
