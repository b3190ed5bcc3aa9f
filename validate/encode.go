package validate

import (
	"strconv"

	"github.com/linqlint/linqlint/internal/wire"
)

// docPage is where the rules are documented.
const docPage = "https://github.com/linqlint/linqlint/blob/main/docs/rules.md"

func docURL(rule string) string {
	if rule == "" {
		return ""
	}
	return docPage + "#" + rule
}

// AppendJSON appends the JSON form of the report to b:
// {"kind","diagnostics":[…],"truncated"}, with "response" after kind unless it is
// empty. docs/report.schema.json describes it.
func (r Report) AppendJSON(b []byte) []byte {
	b = append(b, `{"kind":`...)
	b = wire.AppendString(b, string(r.Kind))
	if r.Response != "" {
		b = appendMember(b, `,"response":`, r.Response)
	}
	b = append(b, `,"diagnostics":[`...)
	for i := range r.Diagnostics {
		if i > 0 {
			b = append(b, ',')
		}
		b = r.Diagnostics[i].AppendJSON(b)
	}
	b = append(b, `],"truncated":`...)
	return append(strconv.AppendInt(b, int64(r.Truncated), 10), '}')
}

// MarshalJSON is [Report.AppendJSON] for encoding/json.
func (r Report) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil), nil }

// AppendJSON appends the JSON form of the diagnostic to b, which is the same in the
// command's reports and in the playground. An empty origin is left out; every other
// member is written. docs/report.schema.json describes it.
func (d Diagnostic) AppendJSON(b []byte) []byte {
	b = appendMember(b, `{"rule":`, d.Rule)
	b = appendMember(b, `,"severity":`, d.Severity.String())
	b = appendMember(b, `,"reason":`, d.Reason)
	b = d.Args.AppendJSON(append(b, `,"args":`...))
	b = appendMember(b, `,"message":`, d.Message)
	b = appendMember(b, `,"hint":`, d.Hint)
	b = appendSpan(appendMember(b, `,"pointer":`, d.Pointer), d.Start, d.End)
	if d.Origin != "" {
		b = appendMember(b, `,"origin":`, d.Origin)
	}
	b = strconv.AppendInt(append(b, `,"api_code":`...), int64(d.APICode), 10)
	b = strconv.AppendBool(append(b, `,"code_stated":`...), d.APICodeDocumented)
	b = appendMember(b, `,"doc_url":`, d.DocURL())
	b = appendMember(b, `,"api_doc_url":`, d.APIDocURL())
	b = append(b, `,"related":[`...)
	for i, r := range d.Related {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendMember(append(b, '{'), `"message":`, r.Message)
		b = append(appendSpan(appendMember(b, `,"pointer":`, r.Pointer), r.Start, r.End), '}')
	}
	b = append(b, `],"fixes":[`...)
	for i, f := range d.Fixes {
		if i > 0 {
			b = append(b, ',')
		}
		b = f.appendJSON(b)
	}
	return append(b, ']', '}')
}

func (f Fix) appendJSON(b []byte) []byte {
	b = appendMember(append(b, '{'), `"title":`, f.Title)
	b = strconv.AppendBool(append(b, `,"safe":`...), f.Safe)
	b = append(b, `,"edits":[`...)
	for i, e := range f.Edits {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(append(b, `{"start":`...), int64(e.Start), 10)
		b = strconv.AppendInt(append(b, `,"end":`...), int64(e.End), 10)
		b = append(appendMember(b, `,"text":`, e.Text), '}')
	}
	return append(b, ']', '}')
}

func appendMember(b []byte, name, value string) []byte {
	return wire.AppendString(append(b, name...), value)
}

func appendSpan(b []byte, start, end Position) []byte {
	b = start.appendJSON(append(b, `,"start":`...))
	return end.appendJSON(append(b, `,"end":`...))
}

func (p Position) appendJSON(b []byte) []byte {
	b = strconv.AppendInt(append(b, `{"offset":`...), int64(p.Offset), 10)
	b = strconv.AppendInt(append(b, `,"line":`...), int64(p.Line), 10)
	b = strconv.AppendInt(append(b, `,"column":`...), int64(p.Column), 10)
	return append(b, '}')
}

// MarshalJSON is [Diagnostic.AppendJSON] for encoding/json.
func (d Diagnostic) MarshalJSON() ([]byte, error) { return d.AppendJSON(nil), nil }
