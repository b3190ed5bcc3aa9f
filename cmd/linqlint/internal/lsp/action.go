package lsp

import (
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// codeAction returns the fixes of the problems in a range, and an action that
// applies every safe fix of the document.
func (s *Server) codeAction(p *codeActionParams) (any, error) {
	d := s.documents[p.TextDocument.URI]
	actions := []codeAction{}
	if d == nil {
		return actions, nil
	}
	if wanted(p.Context.Only, kindQuickFix) {
		from, to := d.lines.byteOffset(p.Range.Start), d.lines.byteOffset(p.Range.End)
		for i := range d.bodies {
			actions = append(actions, d.quickFixes(&d.bodies[i], from, to, s.settings.least())...)
		}
	}
	if wanted(p.Context.Only, kindFixAll) {
		if edits := d.fixAll(); len(edits) > 0 {
			actions = append(actions, codeAction{Title: "apply all safe fixes of linqlint", Kind: kindFixAll, Edit: d.edit(edits)})
		}
	}
	return actions, nil
}

// wanted reports whether a kind of action was requested. Kinds are hierarchical:
// "source.fixAll" includes "source.fixAll.linqlint".
func wanted(only []string, kind string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o string) bool {
		return kind == o || strings.HasPrefix(kind, o+".")
	})
}

func (d *document) edit(edits []textEdit) workspaceEdit {
	return workspaceEdit{map[string][]textEdit{d.uri: edits}}
}

// maxChecked bounds the fixes of one request for actions: each is tried before it
// is offered, since one that causes a new error is not offered.
const maxChecked = 32

// quickFixes returns the fixes of the reported problems that touch the bytes
// [from, to] of the document.
func (d *document) quickFixes(b *body, from, to int, least validate.Severity) []codeAction {
	var actions []codeAction
	checked := 0
	for i := range b.report.Diagnostics {
		v := &b.report.Diagnostics[i]
		if v.Severity < least || b.offset+v.Start.Offset > to || b.offset+v.End.Offset < from {
			continue
		}
		for k := range v.Fixes {
			fix := &v.Fixes[k]
			if checked++; !b.requests && (checked > maxChecked || !d.checker.v.Keeps([]byte(b.text), *v, *fix)) {
				continue
			}
			title := fix.Title
			if !fix.Safe {
				title += " (unsafe: check the result)"
			}
			edits := make([]textEdit, 0, len(fix.Edits))
			for _, e := range fix.Edits {
				edits = append(edits, textEdit{d.span(b, e.Start, e.End), e.Text})
			}
			actions = append(actions, codeAction{
				Title: title, Kind: kindQuickFix, Diagnostics: []diagnostic{d.diagnostic(b, v)},
				IsPreferred: k == 0 && fix.Safe, Edit: d.edit(edits),
			})
		}
	}
	return actions
}

// fixAll returns what the safe fixes of all bodies change, as small edits, so
// that the cursor keeps its place.
func (d *document) fixAll() []textEdit {
	var edits []textEdit
	for i := range d.bodies {
		b := &d.bodies[i]
		if b.requests {
			return d.fixRequests()
		}
		fixed, applied, _ := d.checker.v.Fix([]byte(b.text), validate.FixSafe)
		// A body of an NDJSON document must stay one line.
		if applied == 0 || d.format == source.NDJSON && strings.ContainsAny(string(fixed), "\r\n") {
			continue
		}
		for _, e := range udiff.Strings(b.text, string(fixed)) {
			edits = append(edits, textEdit{d.span(b, e.Start, e.End), e.New})
		}
	}
	return edits
}
