package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/validate"
)

type limitTest struct{ errors, warnings, notes, wantErrors, wantWarnings, wantNotes int }

// TestSARIFLimit: of more results than GitHub accepts the most severe are kept,
// and the report says how many are not in it.
func TestSARIFLimit(t *testing.T) {
	tests := []limitTest{
		{3, 2, 1, 3, 2, 1},
		{20_000, 3_000, 3_000, 20_000, 3_000, 2_000},
	}
	for _, test := range append(tests, moreLimits...) {
		t.Run(fmt.Sprint(test), func(t *testing.T) {
			var out bytes.Buffer
			w := report.NewSARIF(report.Options{Out: &out, Root: "/work/a b"})
			b := report.Batch{Path: "a.ndjson", First: true, Last: true, Status: report.Checked, Text: []byte("{}")}
			// Errors come last, after the notes have filled the report.
			for severity, n := range []int{validate.SeverityNote: test.notes, validate.SeverityWarning: test.warnings, validate.SeverityError: test.errors} {
				for range n {
					b.Findings = append(b.Findings, report.Finding{Diagnostic: validate.Diagnostic{Rule: "to-empty", Severity: validate.Severity(severity)}})
				}
			}
			require.NoError(t, w.Batch(&b))
			require.NoError(t, w.Close(&report.Summary{}))
			var log struct {
				Runs []struct {
					Results            []struct{ Level string }
					OriginalURIBaseIDs map[string]struct{ URI string }
					Invocations        []struct {
						ExecutionSuccessful        bool
						ToolExecutionNotifications []struct {
							Level   string
							Message struct{ Text string }
						}
					}
				}
			}
			require.NoError(t, json.Unmarshal(out.Bytes(), &log))
			run := log.Runs[0]
			require.Equal(t, "file:///work/a%20b/", run.OriginalURIBaseIDs["SRCROOT"].URI)
			var levels []string
			for _, r := range run.Results {
				levels = append(levels, r.Level)
			}
			var want []string
			for _, l := range []struct {
				level string
				n     int
			}{{"error", test.wantErrors}, {"warning", test.wantWarnings}, {"note", test.wantNotes}} {
				for range l.n {
					want = append(want, l.level)
				}
			}
			require.True(t, fmt.Sprint(want) == fmt.Sprint(levels), "the most severe first")
			require.True(t, run.Invocations[0].ExecutionSuccessful)
			notes := run.Invocations[0].ToolExecutionNotifications
			omitted := test.errors + test.warnings + test.notes - len(want)
			if omitted == 0 {
				require.Empty(t, notes)
				return
			}
			require.Len(t, notes, 1)
			require.Contains(t, notes[0].Message.Text, fmt.Sprintf("omitted %s: a run has at most 25000 results", report.Plural(omitted, "result")))
		})
	}
}
