package baseline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/validate"
)

// partsWithProblem and cleanParts are parts of generated messages.
var (
	partsWithProblem = []string{
		`{"type":"txt","value":"a"}`, `{"type":"text"}`, `{"type":"text","value":""}`, `{"type":"media"}`, `{"type":"media","url":"http://example.com/a.png"}`,
		`{"type":"text","value":"abc","text_decorations":[{"range":[0,9],"style":"bold"}]}`, `{"type":"text","value":"abc","glow":1}`, `5`,
		`{"type":"text","value":"abc","text_decorations":[{"range":[0,1],"style":"bolt"},{"range":[1,2],"style":"bolt"}]}`,
	}
	cleanParts = []string{`{"type":"media","url":"https://example.com/a.png"}`, `{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`}
)

// cleanRecord is the only part of a body without a problem.
const cleanRecord = `{"type":"text","value":"Your order is ready."}`

// problems returns the accepted problems of the bodies of one file.
func problems(bodies [][]string) *Set {
	set := New("/p")
	for _, parts := range bodies {
		to := `"x","+14155550123"`
		if slices.Contains(parts, cleanRecord) {
			to = `"+14155550123"`
		}
		body := fmt.Sprintf("{\"to\":[%s],\"from\":\"+14155550100\",\"message\":{\"parts\":[%s]}}", to, strings.Join(parts, ", "))
		found := validate.JSON([]byte(body), validate.WithNotes())
		for i := range found.Diagnostics {
			set.Add(&report.Batch{Path: "/p/a.ndjson", Text: []byte(body)}, &report.Finding{Diagnostic: found.Diagnostics[i]})
		}
	}
	return set
}

// TestInsertedPartsAndRecords: a clean part or record that is inserted anywhere
// makes no accepted problem new.
func TestInsertedPartsAndRecords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom(append(slices.Clone(partsWithProblem), cleanParts...))
		bodies := rapid.SliceOfN(rapid.SliceOfN(part, 1, 6), 1, 4).Draw(t, "bodies")
		accepted := problems(bodies)

		i := rapid.IntRange(0, len(bodies)-1).Draw(t, "body")
		if rapid.Bool().Draw(t, "record") {
			bodies = slices.Insert(bodies, i, []string{cleanRecord})
		} else {
			k := rapid.IntRange(0, len(bodies[i])).Draw(t, "index")
			bodies[i] = slices.Insert(bodies[i], k, rapid.SampledFrom(cleanParts).Draw(t, "part"))
		}
		after := problems(bodies)
		for e, n := range after.counts {
			if accepted.counts[e] < n {
				t.Fatalf("%d of %+v, %d before", n, e, accepted.counts[e])
			}
		}
	})
}
