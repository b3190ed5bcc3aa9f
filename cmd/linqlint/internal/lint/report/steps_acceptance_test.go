//go:build acceptance

package report

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/steps"
)

// writers are the formats whose cost depends on the text around a finding.
var writers = []func() Writer{
	func() Writer { return NewText(Options{Out: io.Discard}) },
	func() Writer { return NewHTML(Options{Out: io.Discard}) },
	func() Writer { return NewJUnit(Options{Out: io.Discard}) },
	func() Writer { return NewSARIF(Options{Out: io.Discard}) },
}

// stepsOf names, in the environment of the counting program, the writer, whether the
// body has a line for each part, and the parts.
const stepsOf = "LINQLINT_STEPS_OF"

// TestReportsTakeLinearTime: four times the findings take at most six times the
// statements. TestHostileReports compares what is allocated.
func TestReportsTakeLinearTime(t *testing.T) {
	if of, found := os.LookupEnv(stepsOf); found {
		var i, n int
		var lines bool
		_, err := fmt.Sscan(of, &i, &lines, &n)
		require.NoError(t, err)
		separator := ","
		if lines {
			separator = ",\n"
		}
		w := writers[i]()
		require.NoError(t, w.Batch(wrongParts(t, n, separator)))
		require.NoError(t, w.Close(&Summary{}))
		return
	}
	program := steps.Compile(t)
	const few, times, growth = 250, 4, 6
	for i, writer := range writers {
		for _, lines := range []bool{false, true} {
			name := strings.TrimPrefix(fmt.Sprintf("%T", writer()), "*report.")
			t.Run(name+", lines "+strconv.FormatBool(lines), func(t *testing.T) {
				count := func(n int) int {
					return steps.Count(t, program, "TestReportsTakeLinearTime", fmt.Sprintf("%s=%d %t %d", stepsOf, i, lines, n))
				}
				once, more := count(few), count(times*few)
				require.Less(t, more, growth*once, "%d steps for %d findings", once, few)
			})
		}
	}
}
