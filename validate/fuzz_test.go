package validate

import (
	"bytes"
	"encoding/json"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/scan"
)

// addBodies seeds a fuzz target with every example of every rule and with the
// corpus.
func addBodies(f *testing.F) {
	for _, e := range RuleExamples {
		if len(e.Body) < 4000 {
			f.Add([]byte(e.Body), byte(kindNumber(e.Kind)))
		}
	}
	for _, l := range readCorpus(f) {
		if body := l.bytes(); len(body) < 4000 {
			f.Add(body, byte(kindNumber(l.Kind)))
		}
	}
}

// kindNumber is a kind as a byte of a fuzz input: 0 for detection.
func kindNumber(k Kind) int { return slices.Index(Kinds(), k) + 1 }

func numberedKind(n byte) Kind {
	return slices.Concat([]Kind{""}, Kinds())[int(n)%(len(Kinds())+1)]
}

// FuzzValidate checks what is true of every report: no panic; each place within
// what its pointer names, by an independent reader; source order; the same
// findings after re-indenting, and after re-ordering members where no name
// is there twice; and fixes that leave the body a JSON text with no new error.
func FuzzValidate(f *testing.F) {
	addBodies(f)
	f.Fuzz(func(t *testing.T, body []byte, kind byte) {
		v := New(WithKind(numberedKind(kind)), WithNotes())
		given := bytes.Clone(body)
		report := v.JSON(body)
		require.Equal(t, given, body, "the body was written to")
		checkOrder(t, report)
		var view scan.View
		broken := view.Scan(body).Code != 0
		for _, d := range report.Diagnostics {
			checkPosition(t, body, d.Rule, d.Start, d.End)
			for _, r := range d.Related {
				checkPosition(t, body, d.Rule, r.Start, r.End)
			}
			// Of two members with one name a pointer names either.
			if broken || hasDuplicates(&view) {
				continue
			}
			checkPlace(t, body, d.Rule, d.Pointer, d.Start, d.End)
			for _, r := range d.Related {
				checkPlace(t, body, d.Rule, r.Pointer, r.Start, r.End)
			}
		}
		checkFixes(t, v, body, report)
		if !json.Valid(body) || !json.Valid(report.AppendJSON(nil)) {
			require.True(t, json.Valid(report.AppendJSON(nil)))
			return
		}
		sameFindings(t, v, body, report, kind)
	})
}

func checkOrder(t *testing.T, r Report) {
	require.True(t, sort.SliceIsSorted(r.Diagnostics, func(i, j int) bool {
		a, b := &r.Diagnostics[i], &r.Diagnostics[j]
		if a.Start.Offset != b.Start.Offset {
			return a.Start.Offset < b.Start.Offset
		}
		return a.Rule < b.Rule
	}), "source order")
}

// checkPosition compares lines and columns with a count of its own.
func checkPosition(t *testing.T, body []byte, rule string, start, end Position) {
	for _, p := range []Position{start, end} {
		if p.Offset < 0 || p.Offset > len(body) {
			t.Fatalf("%s: offset %d of %d", rule, p.Offset, len(body))
		}
		before := body[:p.Offset]
		line := 1 + bytes.Count(before, []byte("\n"))
		column := 1
		for _, r := range string(before[bytes.LastIndexByte(before, '\n')+1:]) {
			if column++; r > 0xFFFF {
				column++
			}
		}
		if p.Line != line || p.Column != column {
			t.Fatalf("%s: offset %d is %d:%d, not %d:%d", rule, p.Offset, line, column, p.Line, p.Column)
		}
	}
	if start.Offset > end.Offset || start.Offset == end.Offset && start.Offset < len(body) {
		t.Fatalf("%s: span [%d,%d)", rule, start.Offset, end.Offset)
	}
}

// checkPlace compares a place with what a reader of its own finds.
func checkPlace(t *testing.T, body []byte, rule, pointer string, start, end Position) {
	from, to, ok := resolve(body, pointer)
	if !ok {
		t.Fatalf("%s: pointer %q names nothing", rule, pointer)
	}
	if start.Offset < from || end.Offset > to {
		t.Fatalf("%s: span [%d,%d) is not within %q at [%d,%d)", rule, start.Offset, end.Offset, pointer, from, to)
	}
}

// resolve finds the member that a pointer names by encoding/json's tokens:
// from the start of its name, or of the element, to the end of its value.
func resolve(body []byte, pointer string) (from, to int, ok bool) {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	from = skipTo(body, 0)
	for _, token := range strings.Split(pointer, "/")[1:] {
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		open, err := dec.Token()
		if err != nil {
			return 0, 0, false
		}
		found := false
		for i := 0; dec.More(); i++ {
			at := skipTo(body, int(dec.InputOffset()))
			name := strconv.Itoa(i)
			if open == json.Delim('{') {
				key, err := dec.Token()
				if err != nil {
					return 0, 0, false
				}
				name = key.(string)
			}
			if name == token {
				from, found = at, true
				break
			}
			var skipped any
			if dec.Decode(&skipped) != nil {
				return 0, 0, false
			}
		}
		if !found {
			return 0, 0, false
		}
	}
	var value any
	if dec.Decode(&value) != nil {
		return 0, 0, false
	}
	return from, int(dec.InputOffset()), true
}

// skipTo skips white space and a comma.
func skipTo(body []byte, i int) int {
	for i < len(body) && bytes.IndexByte([]byte(" \t\r\n,"), body[i]) >= 0 {
		i++
	}
	return i
}

// checkFixes checks that every fix alone applies and leaves JSON, and that all
// together bring in no error.
func checkFixes(t *testing.T, v *Validator, body []byte, report Report) {
	for i, d := range report.Diagnostics {
		for _, fix := range d.Fixes {
			alone := d
			alone.Fixes = []Fix{fix}
			fixed, n := Apply(body, []Diagnostic{alone}, FixAll)
			require.Equal(t, 1, n, "%s: %s", d.Rule, fix.Title)
			require.True(t, json.Valid(fixed) || !json.Valid(body), "%s #%d: %s gives %s", d.Rule, i, fix.Title, fixed)
		}
	}
	fixed, n, rest := v.Fix(body, FixAll)
	if !json.Valid(body) {
		require.True(t, n == 0 || json.Valid(fixed), "%s", fixed)
		return // what is cut off is only missing once its brackets are closed
	}
	require.LessOrEqual(t, rest.Count(SeverityError), report.Count(SeverityError), "%s", fixed)
}

// sameFindings compares the findings with those of the same body written
// otherwise.
func sameFindings(t *testing.T, v *Validator, body []byte, report Report, kind byte) {
	want := pairs(report)
	var indented bytes.Buffer
	require.NoError(t, json.Indent(&indented, body, "", "\t"))
	require.Equal(t, want, pairs(v.JSON(indented.Bytes())), "re-indented")

	var view scan.View
	if view.Scan(body).Code != 0 || hasDuplicates(&view) || view.LoneSurrogates {
		return
	}
	reordered := appendReversed(nil, &view, 0)
	require.Equal(t, want, pairs(v.JSON(reordered)), "re-ordered: %s", reordered)
}

// pairs are the findings of a report, without their order. What speaks of the
// text and not of the values is left out.
func pairs(r Report) []string {
	var out []string
	for _, d := range r.Diagnostics {
		if d.Rule != "body-size" {
			out = append(out, d.Rule+" "+d.Pointer+" "+d.Severity.String())
		}
	}
	slices.Sort(out)
	return out
}

func hasDuplicates(v *scan.View) bool {
	for i, n := range v.Nodes {
		if n.Kind != scan.Object {
			continue
		}
		seen := map[string]bool{}
		for k := i + 1; k < int(n.Next); k = int(v.Nodes[k+1].Next) {
			if seen[v.Text(k)] {
				return true
			}
			seen[v.Text(k)] = true
		}
	}
	return false
}

// appendReversed writes node i with the members of every object backwards.
func appendReversed(b []byte, v *scan.View, i int) []byte {
	n := v.Nodes[i]
	switch n.Kind {
	case scan.Array:
		b = append(b, '[')
		for k := i + 1; k < int(n.Next); k = int(v.Nodes[k].Next) {
			if k > i+1 {
				b = append(b, ',')
			}
			b = appendReversed(b, v, k)
		}
		return append(b, ']')
	case scan.Object:
		var names []int
		for k := i + 1; k < int(n.Next); k = int(v.Nodes[k+1].Next) {
			names = append(names, k)
		}
		slices.Reverse(names)
		b = append(b, '{')
		for j, k := range names {
			if j > 0 {
				b = append(b, ',')
			}
			b = append(append(b, v.Raw(k)...), ':')
			b = appendReversed(b, v, k+1)
		}
		return append(b, '}')
	}
	return append(b, v.Raw(i)...)
}
