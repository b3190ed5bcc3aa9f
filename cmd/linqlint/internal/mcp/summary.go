package mcp

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/validate"
)

// maxResult is how many bytes the problems of a result take by default, as text
// and as JSON together. The rest of the 20 kB is for the envelope.
const maxResult = 18_000

// summary is a report for a model.
type summary struct {
	text   string          // one problem per line
	report json.RawMessage // the same problems as validate.Report
}

// summarize formats the most severe problems of a report: limit of them, or as
// many as fit in maxResult if limit is 0.
func summarize(r validate.Report, limit int) summary {
	kind := cmp.Or(string(r.Kind), "unknown kind")
	head := fmt.Sprintf("%s: errors %d, warnings %d, notes %d", kind, r.Count(validate.SeverityError), r.Count(validate.SeverityWarning), r.Count(validate.SeverityNote))
	all := slices.Clone(r.Diagnostics)
	slices.SortStableFunc(all, func(a, b validate.Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) })
	lines := []string{head}
	size, shown := len(head), 0
	for shown < len(all) && (limit == 0 || shown < limit) {
		d := &all[shown]
		text := line(d)
		// In JSON-RPC the text is escaped, and so is nothing of the report.
		if size += len(text) + len(text)/8 + len(d.AppendJSON(nil)); limit == 0 && size > maxResult && shown > 0 {
			break
		}
		lines = append(lines, text)
		shown++
	}
	r.Truncated += len(all) - shown
	r.Diagnostics = all[:shown]
	if r.Truncated > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", r.Truncated))
	}
	return summary{strings.Join(lines, "\n"), r.AppendJSON(nil)}
}

// line formats a problem.
func line(d *validate.Diagnostic) string {
	text := fmt.Sprintf("%s[%s] at %q (%d:%d): %s", d.Severity, d.Rule, d.Pointer, d.Start.Line, d.Start.Column, d.Message)
	if d.Hint != "" {
		text += "; hint: " + d.Hint
	}
	if k := slices.IndexFunc(d.Fixes, func(f validate.Fix) bool { return f.Safe }); k >= 0 {
		text += "; fix: " + d.Fixes[k].Title
	} else if len(d.Fixes) > 0 {
		text += "; unsafe fix: " + d.Fixes[0].Title
	}
	return text
}
