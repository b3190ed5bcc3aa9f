//go:build !race

package preflight_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/preflight"
)

// TestAllocations holds the cost of a check to the six allocations that a
// request may take. The race detector makes pools forget, and so is left out.
func TestAllocations(t *testing.T) {
	transport, req := preflight.Transport(roundTrip(nowhere)), typical(t)
	allocs := testing.AllocsPerRun(200, func() {
		if _, err := transport.RoundTrip(req); err != nil {
			t.Fatal(err)
		}
	})
	require.LessOrEqual(t, allocs, 6.0)
}
