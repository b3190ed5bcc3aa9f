package validate

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/testdata/bench"
)

// benchBodies are testdata/bench's four clean bodies, and a record as a
// campaign's NDJSON file has a million of.
func benchBodies(tb testing.TB) map[string][]byte {
	tb.Helper()
	bodies := map[string][]byte{
		"record": []byte(`{"from":"+14155550100","to":["+14155559876"],"message":{"idempotency_key":"spring-000001",` +
			`"parts":[{"type":"text","value":"Hi Ana, your table for two is booked for Friday, 7 pm. Reply 1 to confirm."},` +
			`{"type":"media","url":"https://cdn.example.com/spring/card.png"}]}}`),
	}
	for _, name := range []string{"tiny", "typical", "app", "large"} {
		text, err := os.ReadFile("../testdata/bench/" + name + ".json")
		require.NoError(tb, err)
		bodies[name] = text
	}
	return bodies
}

// wrongStyles returns the large body cut to so many of its parts, with a
// misspelled style in each decoration.
func wrongStyles(tb testing.TB, parts int) []byte {
	tb.Helper()
	var body map[string]any
	require.NoError(tb, json.Unmarshal(benchBodies(tb)["large"], &body))
	message := body["message"].(map[string]any)
	message["parts"] = message["parts"].([]any)[:parts]
	text, err := json.Marshal(body)
	require.NoError(tb, err)
	return []byte(strings.NewReplacer(`"bold"`, `"blod"`, `"italic"`, `"itallc"`, `"underline"`, `"undreline"`).Replace(string(text)))
}

// TestProblemsAllocateAlike checks that what a problem allocates does not grow
// with their number.
func TestProblemsAllocateAlike(t *testing.T) {
	v := New()
	allocated := func(body []byte) (problems, allocs float64) {
		return float64(len(v.JSON(body).Diagnostics)), testing.AllocsPerRun(10, func() { v.JSON(body) })
	}
	few, fewAllocs := allocated(wrongStyles(t, 25))
	many, manyAllocs := allocated(wrongStyles(t, 100))
	require.Greater(t, few, 50.0)
	require.Greater(t, many, 3*few)
	require.Less(t, manyAllocs/many, 1.2*fewAllocs/few)
}

func BenchmarkJSON(b *testing.B) {
	bodies := benchBodies(b)
	bodies["large, many errors"] = wrongStyles(b, 100)
	v := New()
	for _, name := range []string{"tiny", "typical", "app", "large", "record", "large, many errors"} {
		body := bodies[name]
		b.Run(name+"/linqlint", func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				v.JSON(body)
			}
		})
		b.Run(name+"/json.Valid", func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				json.Valid(body)
			}
		})
	}
}

// BenchmarkJSONScripts measures texts in nine languages with 0, 1 and 3
// decorations, each beside json.Valid, and two thousand different bodies in turn.
func BenchmarkJSONScripts(b *testing.B) {
	v := New()
	beside := func(name string, bodies [][]byte) {
		b.Run(name+"/linqlint", func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				v.JSON(bodies[i%len(bodies)])
			}
		})
		b.Run(name+"/json.Valid", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				json.Valid(bodies[i%len(bodies)])
			}
		})
	}
	for _, body := range bench.Scripts() {
		beside(body.Name, [][]byte{body.JSON})
	}
	beside("mixed", bench.Mixed(2000))
}

// TestBenchBodiesAreClean: what is measured is the way without a diagnostic.
func TestBenchBodiesAreClean(t *testing.T) {
	v := New()
	for _, body := range bench.Scripts() {
		require.Empty(t, v.JSON(body.JSON).Diagnostics, "%s", body.JSON)
	}
	seen := map[string]bool{}
	for _, body := range bench.Mixed(2000) {
		require.Empty(t, v.JSON(body).Diagnostics, "%s", body)
		seen[string(body)] = true
	}
	require.Greater(t, len(seen), 1900)
	for _, text := range bench.Texts {
		n := utf8.RuneCountInString(text.Text)
		require.True(t, 60 <= n && n <= 95, "%s has %d code points", text.Language, n)
	}
}
