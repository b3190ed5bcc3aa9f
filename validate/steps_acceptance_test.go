//go:build acceptance

package validate

import (
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/steps"
)

// stepsOf names, in the environment of the counting program, the body that it checks: its index
// in the table and its pieces.
const stepsOf = "LINQLINT_STEPS_OF"

// TestHostileBodiesTakeLinearTime: eight times the body takes at most twelve times the steps, where
// a quadratic check would take 64 times as many. Steps are statements of the library: what the standard
// library copies, TestHostileBodies bounds by its memory. A third validator keeps every diagnostic, so
// that a walk for each of them grows with the body.
func TestHostileBodiesTakeLinearTime(t *testing.T) {
	bodies := slices.Concat(hostile, repairable)
	if of, found := os.LookupEnv(stepsOf); found {
		var i, n int
		_, err := fmt.Sscan(of, &i, &n)
		require.NoError(t, err)
		h := bodies[i]
		for _, v := range append(hostileValidators(h.kind), New(WithNotes(), WithKind(h.kind), WithMaxDiagnostics(math.MaxInt))) {
			v.JSON([]byte(h.body(n)))
		}
		return
	}
	program := steps.Compile(t)
	const few, growth = 400, 12
	for i, h := range bodies {
		t.Run(h.name, func(t *testing.T) {
			count := func(n int) int {
				return steps.Count(t, program, "TestHostileBodiesTakeLinearTime", fmt.Sprintf("%s=%d %d", stepsOf, i, n))
			}
			once, eight := count(few), count(8*few)
			require.Less(t, eight, growth*once, "%d steps for %d pieces", once, few)
		})
	}
}
