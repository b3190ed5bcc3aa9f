package report

import (
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

// TestHostileReports: what a report costs grows as its findings do, in allocated
// bytes, on one line and on many.
func TestHostileReports(t *testing.T) {
	writers := map[string]func() Writer{
		"html":  func() Writer { return NewHTML(Options{Out: io.Discard}) },
		"junit": func() Writer { return NewJUnit(Options{Out: io.Discard}) },
		"text":  func() Writer { return NewText(Options{Out: io.Discard}) },
	}
	for _, separator := range []string{",", ",\n"} {
		once, twice := wrongParts(t, hostileFindings, separator), wrongParts(t, 2*hostileFindings, separator)
		for name, writer := range writers {
			cost := func(b *Batch) uint64 {
				w := writer()
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				require.NoError(t, w.Batch(b))
				require.NoError(t, w.Close(&Summary{}))
				runtime.ReadMemStats(&after)
				return after.TotalAlloc - before.TotalAlloc
			}
			one, two := cost(once), cost(twice)
			require.Less(t, float64(two), 2.3*float64(one), "%s with %q: %d bytes, then %d", name, separator, one, two)
		}
	}
}

// wrongParts is a body with n parts, each with a finding.
func wrongParts(t *testing.T, n int, separator string) *Batch {
	t.Helper()
	body := `{"message":{"parts":[` + strings.TrimSuffix(strings.Repeat(`{"type":"text","value":""}`+separator, n), separator) + `]}}`
	var findings []Finding
	for _, d := range validate.New(validate.WithMaxDiagnostics(1 << 30)).JSON([]byte(body)).Diagnostics {
		findings = append(findings, Finding{Diagnostic: d})
	}
	require.GreaterOrEqual(t, len(findings), n)
	return whole("a.json", body, findings...)
}
