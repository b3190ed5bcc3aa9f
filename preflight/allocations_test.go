//go:build !race

package preflight_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/preflight"
)

// TestAllocations limits the allocations of a check, two of which are for the
// body of the test itself. The race detector empties pools, so it is excluded.
func TestAllocations(t *testing.T) {
	transport, req := preflight.Transport(roundTrip(nowhere)), typical(t)
	allocs := testing.AllocsPerRun(200, func() {
		if _, err := transport.RoundTrip(again(t, req)); err != nil {
			t.Fatal(err)
		}
	})
	require.LessOrEqual(t, allocs, 7.0)
}
