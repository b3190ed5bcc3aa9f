// Package spelling finds the name that was meant by a mistyped one.
package spelling

import (
	"strconv"
	"strings"
)

// Nearest is [Word.Nearest] of name.
func Nearest(name string, names []string) string {
	word := Of(name)
	return word.Nearest(names)
}

// Typed is [Nearest] for what somebody types instead of pasting: the first letters
// of a name are enough.
func Typed(word string, names []string) string {
	folded := Fold(word)
	for _, name := range names {
		if len(folded) > 1 && strings.HasPrefix(Fold(name), folded) {
			return name
		}
	}
	return Nearest(word, names)
}

// DidYouMean returns the end of a sentence that suggests what was meant by a typed
// word, or "".
func DidYouMean(word string, names []string) string {
	if near := Typed(word, names); near != "" {
		return "; did you mean " + strconv.Quote(near) + "?"
	}
	return ""
}
