package place

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAscendingOffsetsMakeNoIndex: only an offset before the last one needs the lines.
func TestAscendingOffsetsMakeNoIndex(t *testing.T) {
	f := In("ab\ncd")
	for _, offset := range []int{0, 1, 1, 4, 5, 5} {
		f.At(offset)
		require.Nil(t, f.starts, "offset %d", offset)
	}
	f.At(4)
	require.Equal(t, []int{0, 3}, f.starts)
}
