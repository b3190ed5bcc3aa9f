package markdown

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
)

// example is one example of the CommonMark specification.
type example struct {
	Markdown, HTML, Section string
	Example                 int
}

// commonMark reads the specification's examples out of goldmark's module, which
// carries them as its own test data.
func commonMark(t testing.TB) []example {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	require.NoError(t, err, "the go command must find goldmark's module")
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "_test", "spec.json"))
	require.NoError(t, err)
	var examples []example
	require.NoError(t, json.Unmarshal(data, &examples))
	require.Greater(t, len(examples), 600)
	return examples
}

// requireSound checks what every conversion promises.
func requireSound(t require.TestingT, text string, ds []decorations.Decoration) {
	units := decorations.UTF16Len(text)
	for i, d := range ds {
		require.True(t, 0 <= d.Range.Start && d.Range.Start < d.Range.End && d.Range.End <= units, "%v over %d units", d, units)
		require.Equal(t, d.Range, decorations.Snap(text, d.Range), "whole clusters of %q", text)
		require.True(t, (d.Style == "") != (d.Animation == ""), "%v has a style or an animation", d)
		for _, o := range ds[:i] {
			require.False(t, decorations.Conflicts(d, o), "%v and %v over %q", o, d, text)
			require.False(t, d.Style != "" && d.Style == o.Style && d.Range.Start <= o.Range.End, "%v and %v are one", o, d)
		}
	}
	require.True(t, slices.IsSortedFunc(ds, byStart))
}
