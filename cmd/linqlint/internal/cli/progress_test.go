package cli

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
)

// TestProgressLine has a line after a second, that is drawn ten times a second and
// cleared before a finding and at the end of the file.
func TestProgressLine(t *testing.T) {
	var out strings.Builder
	p := &progress{Writer: report.Multi{}, out: &out}
	var now time.Time
	drawn := func(after time.Duration, at lint.Progress) string {
		now = now.Add(after)
		out.Reset()
		p.show(at, now)
		return out.String()
	}
	now = now.Add(time.Hour)
	const mib = 1 << 20
	at := lint.Progress{Done: 2 * mib, Total: 52 * mib}
	require.Empty(t, drawn(0, at))
	at.Done = 10 * mib
	require.Empty(t, drawn(time.Second, at))
	at.Done, at.Findings = 12*mib, 1
	require.Equal(t, "\r1 problem, 12 MiB of 52 MiB (23 %), 8 MiB/s, 5s left\x1b[K", drawn(250*time.Millisecond, at))
	require.Empty(t, drawn(50*time.Millisecond, at))
	at.Total = -1
	require.Contains(t, drawn(time.Second, at), "\r1 problem, 12 MiB, ")

	out.Reset()
	require.NoError(t, p.Batch(&report.Batch{}))
	require.Empty(t, out.String())
	require.NoError(t, p.Batch(&report.Batch{Findings: make([]report.Finding, 1)}))
	require.Equal(t, "\r\x1b[K", out.String())
	require.NotEmpty(t, drawn(time.Second, at))
	at.Last = true
	require.Equal(t, "\r\x1b[K", drawn(time.Millisecond, at))
	require.Empty(t, drawn(time.Millisecond, at), "the next file begins anew")
}
