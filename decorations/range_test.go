package decorations

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestRangeOverlaps(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b Range
		want bool
	}{
		{"the same", Range{0, 5}, Range{0, 5}, true},
		{"one unit in common", Range{0, 5}, Range{4, 8}, true},
		{"one inside the other", Range{0, 9}, Range{3, 4}, true},
		{"touching: half-open ranges share nothing", Range{0, 5}, Range{5, 8}, false},
		{"apart", Range{0, 2}, Range{5, 8}, false},
		{"empty inside", Range{0, 5}, Range{3, 3}, false},
		{"empty at the start", Range{0, 5}, Range{0, 0}, false},
		{"both empty at one place", Range{3, 3}, Range{3, 3}, false},
		{"reversed holds nothing", Range{0, 5}, Range{4, 2}, false},
		{"negative offsets are offsets", Range{-3, 1}, Range{0, 5}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, c.a.Overlaps(c.b))
			require.Equal(t, c.want, c.b.Overlaps(c.a), "the order does not matter")
		})
	}
}

func TestRangeContains(t *testing.T) {
	for _, c := range []struct {
		name         string
		outer, inner Range
		want         bool
	}{
		{"itself", Range{2, 5}, Range{2, 5}, true},
		{"a part", Range{2, 5}, Range{3, 4}, true},
		{"beyond the end", Range{2, 5}, Range{3, 6}, false},
		{"before the start", Range{2, 5}, Range{1, 3}, false},
		{"empty at the end", Range{2, 5}, Range{5, 5}, true},
		{"empty outside", Range{2, 5}, Range{6, 6}, false},
		{"reversed", Range{2, 5}, Range{4, 3}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, c.outer.Contains(c.inner))
		})
	}
}

func TestRangeLen(t *testing.T) {
	require.Equal(t, 3, Range{2, 5}.Len())
	require.Zero(t, Range{5, 2}.Len())
	require.Zero(t, Range{}.Len())
	require.True(t, Range{}.Empty())
	require.True(t, Range{5, 2}.Empty())
	require.False(t, Range{2, 3}.Empty())
}

func TestRangeShift(t *testing.T) {
	require.Equal(t, Range{5, 8}, Range{2, 5}.Shift(3))
	require.Equal(t, Range{-1, 2}, Range{2, 5}.Shift(-3))
}

// holds is what a range means, unit by unit: the slow twin of Range's methods.
func holds(r Range, unit int) bool { return r.Start <= unit && unit < r.End }

func TestRangeByUnits(t *testing.T) {
	offset := rapid.IntRange(-4, 12)
	rapid.Check(t, func(t *rapid.T) {
		a := Range{offset.Draw(t, "a.Start"), offset.Draw(t, "a.End")}
		b := Range{offset.Draw(t, "b.Start"), offset.Draw(t, "b.End")}
		length, common, missing := 0, 0, 0
		for unit := -5; unit <= 12; unit++ {
			if holds(a, unit) {
				length++
			}
			both := holds(a, unit) && holds(b, unit)
			if both {
				common++
			}
			if holds(b, unit) && !holds(a, unit) {
				missing++
			}
			require.Equal(t, both, holds(a.Intersect(b), unit))
		}
		require.Equal(t, length, a.Len())
		require.Equal(t, length == 0, a.Empty())
		require.Equal(t, common > 0, a.Overlaps(b))
		require.Equal(t, common, a.Intersect(b).Len())
		if !b.Empty() {
			require.Equal(t, missing == 0, a.Contains(b))
		}
	})
}
