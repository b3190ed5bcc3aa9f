package validate

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// TestClasses computes the table of classes.
func TestClasses(t *testing.T) {
	var want [256]class
	for c := range want {
		switch c := byte(c); {
		case '0' <= c && c <= '9':
			want[c] = digit | inScheme
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			want[c] = letter | inScheme
		case c <= ' ' || c == 0x7f:
			want[c] = blank
		case c >= utf8.RuneSelf:
			want[c] = wide
		}
	}
	for set, bytes := range map[class]string{inScheme: "+-.", endsAuthority: "/?#", inTemplate: "{$%[", notInHost: "@:[]<>\"\\^`{|}"} {
		for i := range len(bytes) {
			want[bytes[i]] |= set
		}
	}
	require.Equal(t, want, classes)
}
