package markdown

import (
	"slices"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
)

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
