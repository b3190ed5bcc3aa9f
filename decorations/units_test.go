package decorations

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLengths(t *testing.T) {
	// The vectors of the API's documentation.
	for _, v := range []struct {
		text                      string
		codePoints, units, nbytes int
	}{
		{"Hello world", 11, 11, 11},
		{"🎉 Sale", 6, 7, 9},
		{"Hey 👋🏽 Kevin", 12, 14, 18},
		{"👨‍👩‍👧 family", 12, 15, 25},
		{"🇺🇸 hi", 5, 7, 11},
		{"Caf\u00e9", 4, 4, 5},
	} {
		t.Run(v.text, func(t *testing.T) {
			require.Len(t, v.text, v.nbytes)
			require.Equal(t, v.codePoints, CodePointLen(v.text))
			require.Equal(t, v.units, UTF16Len(v.text))
		})
	}
}
