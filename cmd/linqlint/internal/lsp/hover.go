package lsp

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// hover returns the problems at a position and the documentation of its member.
func (s *Server) hover(p *positionParams) (any, error) {
	d := s.documents[p.TextDocument.URI]
	f := d.look(p.Position)
	if f.body == nil {
		return nil, nil
	}
	at := &f.place
	offset := d.lines.byteOffset(p.Position) - f.body.offset
	out := hoverResult{Contents: markup{Kind: "markdown"}}
	var sections []string
	for i := range f.body.report.Diagnostics {
		v := &f.body.report.Diagnostics[i]
		if v.Severity >= s.settings.least() && v.Start.Offset <= offset && offset <= v.End.Offset {
			out.Range = d.span(f.body, v.Start.Offset, v.End.Offset)
			sections = append(sections, ruleHelp(v))
		}
	}
	switch {
	case f.documented && at.member != nil:
		if at.token != nil {
			out.Range = f.span(at.token.start, at.token.end)
		} else if len(sections) == 0 {
			return nil, nil // between values
		}
		sections = append(sections, memberHelp(at.member)+valueHelp(f.text, at))
	case f.kind != nil && f.offset == strings.IndexByte(f.text, '{'):
		out.Range = f.span(f.offset, f.offset+1)
		sections = append(sections, kindHelp(f.kind))
	}
	if len(sections) == 0 {
		return nil, nil
	}
	out.Contents.Value = strings.Join(sections, "\n\n---\n\n")
	return out, nil
}

// ruleHelp returns the explanation of a problem.
func ruleHelp(v *validate.Diagnostic) string {
	rule, _ := rules.Lookup(v.Rule)
	text := fmt.Sprintf("**%s** [%s](%s): %s\n\n%s", v.Severity, v.Rule, v.DocURL(), rule.Title, rule.Help)
	if v.APICode != 0 {
		responds := "The API probably responds"
		if v.APICodeDocumented {
			responds = "The API responds"
		}
		text += fmt.Sprintf("\n\n%s with [%d](%s).", responds, v.APICode, v.APIDocURL())
	}
	return text
}

func kindHelp(k *api.Kind) string {
	text := "**" + k.Name + "**"
	if k.Path != "" {
		text += ": `" + k.Method + " " + k.Path + "`"
	}
	return text + "\n\n" + k.Doc
}

// memberHelp returns the documentation of a member.
func memberHelp(m *api.Member) string {
	text := "**" + m.Name + "**: " + memberType(m) + "\n\n" + m.Doc
	if len(m.Enum) > 0 {
		values := "One of"
		if m.Extensible {
			values = "Common values"
		}
		text += "\n\n" + values + ": `" + strings.Join(m.Enum, "`, `") + "`."
	}
	text += "\n\n"
	if m.AddedOn != "" {
		text += "Added on " + m.AddedOn + ". "
	}
	return text + "Source: <" + m.Page() + ">"
}

// memberType returns the type of a member with its limits and their units.
func memberType(m *api.Member) string {
	text := m.Type.String()
	unit := "code points"
	if m.Type == api.Array {
		unit = "elements"
		if m.MaxLen == 0 && m.MinLen == 1 {
			unit = "element"
		}
	}
	switch {
	case m.MaxLen > 0 && m.MinLen == m.MaxLen:
		text += " of " + strconv.Itoa(m.MaxLen) + " " + unit
	case m.MaxLen > 0:
		text += " of " + strconv.Itoa(m.MinLen) + " to " + strconv.Itoa(m.MaxLen) + " " + unit
	case m.MinLen > 0:
		text += " of at least " + strconv.Itoa(m.MinLen) + " " + unit
	case m.Min != 0 || m.Max != 0:
		text += " from " + strconv.FormatInt(m.Min, 10) + " to " + strconv.FormatInt(m.Max, 10)
	}
	if m.Required {
		text += ", required"
	}
	return text
}

// valueHelp counts a text in the units of the limits and the ranges.
func valueHelp(body string, p *bodyPlace) string {
	if p.role != roleValue || p.token == nil || p.token.shape != shapeString || p.member.Type != api.String || len(p.member.Enum) > 0 {
		return ""
	}
	var v scan.View
	if fault := v.Scan([]byte(body[p.token.start:p.token.end])); fault.Code != 0 {
		return ""
	}
	text := v.Text(0)
	return fmt.Sprintf("\n\nThis value has %d code points, %d UTF-16 code units.", decorations.CodePointLen(text), decorations.UTF16Len(text))
}
