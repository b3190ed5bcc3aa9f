//go:build acceptance

package markdown

import (
	"flag"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRoundTripOften is TestRoundTrip over a hundred thousand texts.
func TestRoundTripOften(t *testing.T) {
	usual := flag.Lookup("rapid.checks").Value.String()
	require.NoError(t, flag.Set("rapid.checks", "100000"))
	defer func() { require.NoError(t, flag.Set("rapid.checks", usual)) }()
	TestRoundTrip(t)
}
