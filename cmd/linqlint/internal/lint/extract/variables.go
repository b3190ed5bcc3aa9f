package extract

import (
	"bytes"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// standIn is the replacement of a variable: inside a JSON string, and as a value.
type standIn struct{ inString, value string }

// standIns are the replacements, tried one after the other. "#" becomes the
// number of the variable, so that two variables do not have the same value by
// accident. For every member whose validity depends on itself, one of them is
// valid; for members that must equal another one, the strings of the body are
// tried too.
var standIns = sync.OnceValue(func() []standIn {
	return []standIn{
		{"", "null"},
		{"x#", `"x#"`},
		{"+1205253000#", "#"},
		{"550e8400-e29b-41d4-a716-44665544000#", "{}"},
		{"https://example.com/#.png", "[]"},
		{"text", `[{"type":"media","url":"https://example.com/#.png"}]`},
		{strings.Repeat("word ", 1900), "true"},
	}
})

const (
	// maxStrings is how many of the body's own strings are tried.
	maxStrings = 32
	// maxHoles is how many variables a body may have: with more there is little
	// to check, and the longest stand-in makes the body large.
	maxHoles = 256
)

// common checks the body with each stand-in and returns the diagnostics that all
// of them have.
func (t *text) common(v *validate.Validator, kind validate.Kind) (common validate.Report) {
	if len(t.holes()) > maxHoles || t.namesMembers() {
		return validate.Report{Kind: kind} // any member may be there
	}
	first := true
	for f := range t.fillings() {
		report := v.JSON(f.bytes)
		report.Diagnostics = slices.DeleteFunc(report.Diagnostics, func(d validate.Diagnostic) bool { return f.touchesHole(&d) })
		for k := range report.Diagnostics {
			report.Diagnostics[k].Fixes = nil // they are for the stand-in
		}
		f.rebase(&report)
		if first {
			common, first = report, false
			continue
		}
		common.Diagnostics = slices.DeleteFunc(common.Diagnostics, func(d validate.Diagnostic) bool {
			return !slices.ContainsFunc(report.Diagnostics, func(o validate.Diagnostic) bool { return sameThing(&d, &o) })
		})
		if len(common.Diagnostics) == 0 {
			break
		}
	}
	return common
}

func sameThing(a, b *validate.Diagnostic) bool {
	return a.Rule == b.Rule && a.Pointer == b.Pointer && a.Start.Offset == b.Start.Offset && a.Message == b.Message
}

// hole is the text around a variable.
type hole struct {
	quoted        bool   // inside a JSON string
	before, after string // the text before and after it in that string
}

// missing returns the value of the variable that makes the string around it
// equal to own, in any case; own if there is none.
func (h *hole) missing(own string) string {
	from, to := len(h.before), len(own)-len(h.after)
	if from <= to && strings.EqualFold(own[:from], h.before) && strings.EqualFold(own[to:], h.after) {
		return own[from:to]
	}
	return own
}

// holes returns the text around each variable.
func (t *text) holes() (out []hole) {
	quoted, escaped, at, start := false, false, 0, 0
	for i, p := range t.pieces {
		for ; at < p.at; at++ {
			switch c := t.bytes[at]; {
			case escaped:
				escaped = false
			case c == '\\':
				escaped = quoted
			case c == '"':
				quoted = !quoted
				start = at + 1
			}
		}
		if !p.hole {
			continue
		}
		h := hole{quoted: quoted}
		if quoted {
			end := len(t.bytes)
			if next := slices.IndexFunc(t.pieces[i+1:], func(q piece) bool { return q.hole }); next >= 0 {
				end = t.pieces[i+1+next].at
			}
			h.before = string(t.bytes[start:p.at])
			h.after, _, _ = strings.Cut(string(t.bytes[p.at:end]), `"`)
			start = p.at
		}
		out = append(out, h)
	}
	return out
}

// fill returns the body with a stand-in for every variable.
func (t *text) fill(s standIn, holes []hole) text {
	return t.filled(func(n int) string {
		w := s.value
		if holes[n].quoted {
			w = s.inString
		}
		return strings.ReplaceAll(w, "#", strconv.Itoa(n%10))
	})
}

// fillings yields the body with each of the stand-ins.
func (t *text) fillings() iter.Seq[text] {
	return func(yield func(text) bool) {
		holes := t.holes()
		for _, s := range standIns() {
			if !yield(t.fill(s, holes)) {
				return
			}
		}
		named := t.fill(standIns()[1], holes)
		for _, own := range ownStrings(&named) {
			for _, value := range []string{`"` + own + `"`, `["` + own + `"]`} {
				if !yield(t.filled(func(n int) string {
					if holes[n].quoted {
						return holes[n].missing(own)
					}
					return value
				})) {
					return
				}
			}
		}
	}
}

// ownStrings returns the strings of a body without variables, as written.
func ownStrings(t *text) (out []string) {
	var view scan.View
	if view.Scan(t.bytes).Code != 0 {
		return nil
	}
	for i := 0; i < len(view.Nodes) && len(out) < maxStrings; i++ {
		n := &view.Nodes[i]
		raw := t.bytes[n.Start:n.End]
		if n.Kind != scan.String || len(raw) > 256 || bytes.ContainsAny(raw, "#") || t.holeIn(int(n.Start), int(n.End)) {
			continue
		}
		if own := string(raw[1 : len(raw)-1]); !slices.Contains(out, own) {
			out = append(out, own)
		}
	}
	return out
}

// namesMembers reports whether a variable is in the name of a member.
func (t *text) namesMembers() bool {
	f := t.fill(standIns()[1], t.holes())
	var view scan.View
	if view.Scan(f.bytes).Code != 0 {
		return false
	}
	for n := range view.Nodes {
		if view.Nodes[n].Kind != scan.Object {
			continue
		}
		for k := n + 1; k < int(view.Nodes[n].Next); k = int(view.Nodes[k+1].Next) {
			if f.holeIn(int(view.Nodes[k].Start), int(view.Nodes[k].End)) {
				return true
			}
		}
	}
	return false
}

// touchesHole reports whether a diagnostic, or a related place, is about a value
// with a variable.
func (t *text) touchesHole(d *validate.Diagnostic) bool {
	if t.holeIn(d.Start.Offset, d.End.Offset) {
		return true
	}
	return slices.ContainsFunc(d.Related, func(r validate.Related) bool { return t.holeIn(r.Start.Offset, r.End.Offset) })
}

// holeIn reports whether a variable of a filled text is in the bytes
// [start, end], or touches them.
func (t *text) holeIn(start, end int) bool {
	return slices.ContainsFunc(t.words, func(i int) bool {
		p := &t.pieces[i]
		return p.at <= end && p.at+p.size >= start
	})
}
