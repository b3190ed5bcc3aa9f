package validate

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/spelling"
)

// TestForeignIndex: the rows of a letter are all that a name which begins with it can
// be, in the order of the tables.
func TestForeignIndex(t *testing.T) {
	total := 0
	for _, table := range api.ForeignValues {
		total += len(table)
		for i := range table {
			for _, name := range []string{table[i].Name, "_" + table[i].Name, table[i].Name[:1]} {
				word := spelling.Of(name)
				var want []*api.Foreign
				for _, table := range api.ForeignValues {
					for k := range table {
						if spelling.Letter(table[k].Name) == word.Letter() {
							want = append(want, &table[k])
						}
					}
				}
				require.Equal(t, want, foreignValues().of(&word))
				require.Contains(t, want, &table[i])
			}
		}
	}
	require.Len(t, foreignValues().rows, total)
	for _, name := range []string{"", "_", "é", "\xff", "zz"} {
		word := spelling.Of(name)
		foreignValues().of(&word)
	}
}

// TestFewAndManyInOrder: a few findings are put in order as many are, and equals stay
// as they were.
func TestFewAndManyInOrder(t *testing.T) {
	for n := range 12 {
		found := make([]finding, n)
		for i := range found {
			found[i] = finding{hint: itoa(i), place: target{start: i * 7 % 5}}
		}
		sortFindings(found, bySource)
		for i := 1; i < n; i++ {
			a, b := &found[i-1], &found[i]
			require.LessOrEqual(t, a.place.start, b.place.start)
			if a.place.start == b.place.start {
				require.Less(t, len(a.hint)*100+int(a.hint[len(a.hint)-1]), len(b.hint)*100+int(b.hint[len(b.hint)-1]))
			}
		}
	}
}
