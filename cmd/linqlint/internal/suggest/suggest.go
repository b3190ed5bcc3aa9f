// Package suggest finds what was meant by a mistyped name.
package suggest

import (
	"fmt"
	"strings"

	"github.com/agext/levenshtein"
)

// Nearest returns the one of names that was most likely meant by word, or "".
// A third of a word may be wrong, two letters may have changed places, and from
// three letters on the beginning of a name is enough.
func Nearest(word string, names []string) string {
	best, least := "", max(len(word)/3, min(len(word)/2, 2))+1
	folded := strings.ToLower(word)
	for _, name := range names {
		if len(word) >= 3 && strings.HasPrefix(strings.ToLower(name), folded) {
			return name
		}
		if d := levenshtein.Distance(folded, strings.ToLower(name), nil); d < least {
			best, least = name, d
		}
	}
	return best
}

// DidYouMean returns the end of a sentence that suggests a name, or "".
func DidYouMean(word string, names []string) string {
	if near := Nearest(word, names); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}
