package forecast

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestASCIISeptets computes the table of ASCII from the two alphabets.
func TestASCIISeptets(t *testing.T) {
	var want [0x80]uint8
	for i, alphabet := range []string{gsmBasic, gsmExtension} {
		for _, r := range alphabet {
			if r < 0x80 {
				want[r] = uint8(i + 1)
			}
		}
	}
	require.Equal(t, want, asciiSeptets)
}
