package suggest

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNearest(t *testing.T) {
	names := []string{"check", "explain", "rules", "version", "completion"}
	tests := []struct{ name, word, want string }{
		{"one letter is missing", "explin", "explain"},
		{"two letters changed places", "chekc", "check"},
		{"another case", "Rules", "rules"},
		{"a path is no command", "payloads", ""},
		{"a short word is not forced", "x", ""},
		{"the beginning of a name", "comp", "completion"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, Nearest(tt.word, names)) })
	}
	require.Equal(t, `; did you mean "rules"?`, DidYouMean("rulse", names))
	require.Empty(t, DidYouMean("zzzzzz", names))
}
