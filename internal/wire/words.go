package wire

import "strings"

// List writes names in a sentence: "a, b or c" for the conjunction "or".
func List(names []string, conjunction string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " " + conjunction + " " + names[last]
}

// longestValue is how many code points of a value a message shows.
const longestValue = 40

// Shorten returns a value for a message: the first 40 code points of it, and an
// ellipsis if there are more.
func Shorten(s string) string {
	if len(s) <= longestValue {
		return s
	}
	n := 0
	for i := range s {
		if n == longestValue {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
