//go:build acceptance

package validate

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// stepsOf names, in the environment of the counting program, the body that it checks: its index
// in the table and its pieces.
const stepsOf = "LINQLINT_STEPS_OF"

// TestHostileBodiesTakeLinearTime: eight times the body takes at most twelve times the steps, where
// a quadratic check would take 64 times as many. The steps are the statements that the library
// executes, which the coverage counters of this test, compiled once more, count. The standard library
// is not counted: TestHostileBodies bounds copies by their memory. A third validator keeps every
// diagnostic, so that a walk for each of them grows with the body.
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
	counting := filepath.Join(t.TempDir(), "counting.exe")
	out, err := exec.Command("go", "test", "-c", "-vet=off", "-tags", "acceptance", "-covermode", "atomic", "-coverpkg", "github.com/linqlint/linqlint/...", "-o", counting, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	const few, growth = 1500, 12
	for i, h := range bodies {
		t.Run(h.name, func(t *testing.T) {
			once, eight := steps(t, counting, i, few), steps(t, counting, i, 8*few)
			require.Less(t, eight, growth*once, "%d steps for %d pieces", once, few)
		})
	}
}

// steps returns how many statements the library executes for a hostile body of n pieces.
func steps(t *testing.T, counting string, i, n int) (sum int) {
	t.Helper()
	profile := filepath.Join(t.TempDir(), "profile")
	cmd := exec.Command(counting, "-test.run", "^TestHostileBodiesTakeLinearTime$", "-test.coverprofile", profile)
	cmd.Env = append(os.Environ(), stepsOf+"="+strconv.Itoa(i)+" "+strconv.Itoa(n))
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	f, err := os.Open(profile)
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	require.True(t, lines.Scan())
	require.Equal(t, "mode: atomic", lines.Text())
	for lines.Scan() {
		var block string
		var statements, count int
		_, err := fmt.Sscan(lines.Text(), &block, &statements, &count)
		require.NoError(t, err)
		sum += statements * count
	}
	require.NoError(t, lines.Err())
	require.NotZero(t, sum)
	return sum
}
