package builder

import (
	"sort"
	"strconv"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// explain gives every diagnostic its origin and adds those of the builder, in
// source order. It returns the report's error.
func (e *encoder) explain(r encodable, report *validate.Report) error {
	for i := range report.Diagnostics {
		d := &report.Diagnostics[i]
		d.Origin = r.origin(d.Pointer)
	}
	if len(e.faults) > 0 {
		e.report(r, report)
	}
	return report.Err()
}

// report adds what the builder itself has found.
func (e *encoder) report(r encodable, report *validate.Report) {
	// What was encoded is JSON unless it is nested too deeply, and then places
	// cannot be told: the faults stand at the root.
	var view scan.View
	broken := view.Scan(e.b).Code != 0
	at := ruler{text: e.b}
	for i := range e.faults {
		f := &e.faults[i]
		var pointer string
		if !broken {
			pointer = pointerAt(&view, f.at)
		}
		origin := f.origin
		if origin == "" {
			owner := pointer
			if f.token != "" {
				owner = string(scan.AppendToken([]byte(pointer), f.token))
			}
			origin = r.origin(owner)
		}
		d := validate.Diagnostic{
			Rule: f.rule, Message: f.message, Hint: f.hint, Severity: validate.Error,
			Pointer: pointer, Start: at.position(f.start), End: at.position(f.end), Origin: origin,
		}
		info, _ := validate.LookupRule(f.rule)
		d.APICode, d.CodeStated = info.APICode, info.CodeStated
		report.Diagnostics = append(report.Diagnostics, d)
	}
	report.Truncated += e.more
	sort.Stable(bySource(report.Diagnostics))
}

// bySource is the order of a report.
type bySource []validate.Diagnostic

func (ds bySource) Len() int { return len(ds) }
func (ds bySource) Less(i, j int) bool {
	if ds[i].Start.Offset != ds[j].Start.Offset {
		return ds[i].Start.Offset < ds[j].Start.Offset
	}
	return ds[i].Rule < ds[j].Rule
}
func (ds bySource) Swap(i, j int) { ds[i], ds[j] = ds[j], ds[i] }

// ruler measures how far into the encoded body a byte is. It goes on from where
// it measured last, since faults come nearly in order and each may be far in.
type ruler struct {
	text    []byte
	offset  int // bytes
	columns int // UTF-16 code units before offset
}

// position is where a byte of the encoded body stands. The encoder writes no
// line break.
func (r *ruler) position(offset int) validate.Position {
	if offset < r.offset {
		r.offset, r.columns = 0, 0
	}
	r.columns += decorations.UTF16Len(string(r.text[r.offset:offset]))
	r.offset = offset
	return validate.Position{Offset: offset, Line: 1, Column: 1 + r.columns}
}

// pointerAt is the JSON Pointer of the value that starts at a byte, or whose
// name does.
func pointerAt(v *scan.View, offset int) string {
	var pointer []byte
	at := 0
	for v.Nodes[at].Start != uint32(offset) {
		n := &v.Nodes[at]
		child, i := at+1, 0
		for child < int(n.Next) {
			if n.Kind == scan.Object {
				if v.Nodes[child+1].End > uint32(offset) {
					break
				}
				child = int(v.Nodes[child+1].Next)
				continue
			}
			if v.Nodes[child].End > uint32(offset) {
				break
			}
			child, i = int(v.Nodes[child].Next), i+1
		}
		if child >= int(n.Next) {
			break
		}
		if n.Kind != scan.Object {
			pointer = append(pointer, '/')
			pointer = strconv.AppendInt(pointer, int64(i), 10)
			at = child
			continue
		}
		pointer = scan.AppendToken(pointer, v.Text(child))
		at = child + 1
		if v.Nodes[child].Start == uint32(offset) {
			break
		}
	}
	return string(pointer)
}
