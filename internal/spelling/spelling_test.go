package spelling

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTyped(t *testing.T) {
	names := []string{"check", "explain", "rules", "version", "completion"}
	tests := []struct{ name, word, want string }{
		{"one letter is missing", "explin", "explain"},
		{"two letters changed places", "chekc", "check"},
		{"another case", "Rules", "rules"},
		{"not a name at all", "payloads", ""},
		{"a short word is not forced", "x", ""},
		{"the beginning of a name", "comp", "completion"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, Typed(tt.word, names)) })
	}
	require.Equal(t, `; did you mean "rules"?`, DidYouMean("rulse", names))
	require.Empty(t, DidYouMean("zzzzzz", names))
}

func TestNearest(t *testing.T) {
	names := []string{"happy_birthday", "bold", "media", "value"}
	tests := []struct{ name, word, want string }{
		{"another spelling", "happyBirthday", "happy_birthday"},
		{"another name of the same thing", "Strong", "bold"},
		{"one letter", "vlaue", "value"},
		{"the beginning only", "med", ""},
		{"the name itself", "bold", "bold"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, Nearest(tt.word, names)) })
	}
	require.True(t, same("HAPPY-BIRTHDAY", "happy_birthday"))
	require.True(t, same("strong", "bold"))
	require.False(t, same("blod", "bold"))
}

// TestFoldsTo compares with Fold.
func TestFoldsTo(t *testing.T) {
	names := []string{"", "_", "a", "happyBirthday", "happy-birthday", "HAPPY_BIRTHDAY", "happybirthda", "happybirthdays", "é", "2x", ". "}
	for _, a := range names {
		for _, b := range names {
			require.Equal(t, Fold(a) == Fold(b), FoldsTo(a, Fold(b)), "%q, %q", a, b)
		}
	}
}

func same(a, b string) bool {
	word := Of(a)
	return word.Same(b)
}
