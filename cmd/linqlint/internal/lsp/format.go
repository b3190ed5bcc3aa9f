package lsp

import (
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/extract"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// formatting indents a body. It edits only the white space between tokens, so
// that numbers and escapes keep their spelling. A document that is not one valid
// JSON payload is not changed; in one of requests, the bodies of .http files and
// those on lines of their own in scripts are.
func (s *Server) formatting(p *formattingParams) (any, error) {
	d := s.documents[p.TextDocument.URI]
	if d == nil || d.format == source.NDJSON || len(d.bodies) == 0 {
		return nil, nil
	}
	f := formatter{indent: "\t", newline: "\n"}
	if p.Options.InsertSpaces {
		f.indent = strings.Repeat(" ", min(max(p.Options.TabSize, 1), 16))
	}
	if i := strings.IndexByte(d.text, '\n'); i > 0 && d.text[i-1] == '\r' {
		f.newline = "\r\n"
	}
	switch {
	case d.bodies[0].requests:
		return d.formatRequests(f), nil
	case !d.bodies[0].isPayload():
		return nil, nil
	}
	gaps, ok := f.format(d.text)
	if !ok {
		return nil, nil
	}
	edits := []textEdit{}
	for _, g := range gaps {
		edits = append(edits, textEdit{d.lines.span(g.Start, g.End), g.Text})
	}
	return edits, nil
}

// formatRequests returns the edits that indent the bodies of requests.
func (d *document) formatRequests(f formatter) []textEdit {
	edits := []textEdit{}
	end := 0 // of the last edit: two requests may use one variable
	d.checked(d.requestFormat(), func(r *extract.Request) {
		if !r.IsLaidOut() && (d.requestFormat() != source.HTTP || !r.IsPlain()) {
			return
		}
		gaps, ok := f.format(r.Text())
		for _, g := range gaps {
			e, fits := r.Edit(g)
			if ok && fits && e.Start >= end {
				edits, end = append(edits, textEdit{d.lines.span(e.Start, e.End), e.Text}), e.End
			}
		}
	})
	return edits
}

// format returns the edits that indent a text; ok is false if it is not JSON.
func (f formatter) format(text string) (gaps []validate.Edit, ok bool) {
	f.text = text
	if fault := f.view.Scan([]byte(text)); fault.Code != 0 {
		return nil, false
	}
	f.value(0, 0)
	end := ""
	if strings.Contains(text[f.at:], "\n") {
		end = f.newline
	}
	f.gap(len(text), end)
	return f.gaps, true
}

// formatter walks over the tokens of a body and sets the white space between
// them.
type formatter struct {
	text            string
	view            scan.View
	indent, newline string
	at              int             // the end of the last token
	gaps            []validate.Edit // of white space
}

// gap replaces the white space from the last token to the one that begins at next.
func (f *formatter) gap(next int, space string) {
	between := f.text[f.at:next]
	// A comma or a colon between the two tokens is kept.
	lead := between[:len(between)-len(strings.TrimLeft(between, " \t\r\n"))]
	mark := strings.Trim(between, " \t\r\n")
	rest := between[len(lead)+len(mark):]
	if mark == "" {
		lead, rest = "", between
	}
	if lead != "" {
		f.gaps = append(f.gaps, validate.Edit{Start: f.at, End: f.at + len(lead)})
	}
	if rest != space {
		f.gaps = append(f.gaps, validate.Edit{Start: next - len(rest), End: next, Text: space})
	}
}

func (f *formatter) line(depth int) string { return f.newline + strings.Repeat(f.indent, depth) }

// value formats node n. Everything before it is done.
func (f *formatter) value(n, depth int) {
	node := f.view.Nodes[n]
	if node.Kind != scan.Object && node.Kind != scan.Array {
		f.at = int(node.End)
		return
	}
	if n == 0 {
		f.gap(int(node.Start), "")
	}
	f.at = int(node.Start) + 1
	if int(node.Next) == n+1 {
		f.gap(int(node.End)-1, "")
		f.at = int(node.End)
		return
	}
	flat := f.flat(n)
	for k := n + 1; k < int(node.Next); k = int(f.view.Nodes[k].Next) {
		switch {
		case !flat:
			f.gap(int(f.view.Nodes[k].Start), f.line(depth+1))
		case k == n+1:
			f.gap(int(f.view.Nodes[k].Start), "")
		default:
			f.gap(int(f.view.Nodes[k].Start), " ")
		}
		if node.Kind == scan.Object {
			f.at = int(f.view.Nodes[k].End)
			k++
			f.gap(int(f.view.Nodes[k].Start), " ")
		}
		f.value(k, depth+1)
	}
	if flat {
		f.gap(int(node.End)-1, "")
	} else {
		f.gap(int(node.End)-1, f.line(depth))
	}
	f.at = int(node.End)
}

// flat reports whether a node is an array of numbers, such as a range, which is
// written on one line.
func (f *formatter) flat(n int) bool {
	if f.view.Nodes[n].Kind != scan.Array {
		return false
	}
	for k := n + 1; k < int(f.view.Nodes[n].Next); k = int(f.view.Nodes[k].Next) {
		if f.view.Nodes[k].Kind != scan.Number {
			return false
		}
	}
	return true
}
