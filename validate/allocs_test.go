//go:build !race

package validate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCleanBodyAllocatesNothing holds the promise of [Validator.JSON]. Under the
// race detector a sync.Pool forgets at random, so there it promises nothing.
func TestCleanBodyAllocatesNothing(t *testing.T) {
	v := New()
	for name, body := range benchBodies(t) {
		t.Run(name, func(t *testing.T) {
			require.Empty(t, v.JSON(body).Diagnostics)
			require.Zero(t, testing.AllocsPerRun(100, func() { v.JSON(body) }))
		})
	}
}

// TestDefaultCostsNothing: a call without options allocates nothing for a clean
// body.
func TestDefaultCostsNothing(t *testing.T) {
	body := []byte(ready)
	JSON(body)
	require.Zero(t, testing.AllocsPerRun(100, func() { JSON(body) }))
}
