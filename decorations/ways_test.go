package decorations

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWaysToAClusterAgree asks for the cluster at each offset in the three ways:
// in the neighborhood, with a budget that is used up, and once all boundaries are
// known. Clusters may be longer than the 64 units of a word.
func TestWaysToAClusterAgree(t *testing.T) {
	long := "e" + strings.Repeat("\u0301", 300)
	for name, text := range map[string]string{
		"short clusters":    "Hey 👋🏽, 👨‍👩‍👧 and 🇺🇸🇩🇪\r\ncafe\u0301",
		"a long one":        "ab" + long + "cd",
		"two long ones":     long + long + "x" + long,
		"ASCII behind one":  long + strings.Repeat("x", 200) + "🎉",
		"a long one at end": strings.Repeat("x", 130) + "🎉" + long,
	} {
		t.Run(name, func(t *testing.T) {
			var near, all Index
			near.Reset(text)
			near.budget = 1 << 30
			all.Reset(text)
			all.segment()
			for off := range near.UTF16Len() + 1 {
				want := near.cluster(off)
				require.Equal(t, want, all.cluster(off), off)
				var spent Index
				spent.Reset(text)
				spent.budget = 0
				require.Equal(t, want, spent.cluster(off), off)
			}
			require.Empty(t, near.boundaries, "the budget is not used up")
		})
	}
	var x Index
	x.Reset("a" + long + "b")
	require.Equal(t, Range{1, 302}, x.cluster(150))
}
