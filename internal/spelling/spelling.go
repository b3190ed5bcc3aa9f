// Package spelling finds the name that was meant by a mistyped one.
package spelling

import (
	"strconv"
	"strings"
)

// aliases are other spellings of the same word, and words for the same thing:
// to write one for the other is not a guess. The names of other APIs are in
// internal/api.
var aliases = []struct{ from, to string }{
	{"invisibleink", "invisible"}, {"emphasis", "emphasize"}, {"emphasise", "emphasize"},
	{"delete", "remove"}, {"strike", "strikethrough"}, {"strikethru", "strikethrough"}, {"underlined", "underline"},
	{"italics", "italic"}, {"strong", "bold"}, {"appclip", "app_clip"},
}

// Nearest returns the one of names that was most likely meant by name: another
// spelling of it, what it is called elsewhere, or a name that differs in at most
// a third of its letters. It returns "" if there is none.
func Nearest(name string, names []string) string {
	folded := Fold(name)
	for _, n := range names {
		if Fold(n) == folded && n != name {
			return n
		}
	}
	for i := range aliases {
		if aliases[i].from != folded {
			continue
		}
		for _, n := range names {
			if n == aliases[i].to {
				return n
			}
		}
	}
	best, least := "", len(folded)/3+1
	for _, n := range names {
		if d := Distance(folded, Fold(n), least); d < least {
			best, least = n, d
		}
	}
	return best
}

// SameWord reports whether a and b are one word in two spellings, or two names
// of one thing, so that writing b for a is not a guess.
func SameWord(a, b string) bool {
	folded := Fold(a)
	if folded == Fold(b) {
		return true
	}
	for i := range aliases {
		if aliases[i].from == folded && aliases[i].to == b {
			return true
		}
	}
	return false
}

// Fold returns a name without case and separators: happyBirthday, happy-birthday
// and HAPPY_BIRTHDAY are one.
func Fold(name string) string {
	if FoldsTo(name, name) {
		return name // most are folded
	}
	out := make([]byte, 0, len(name))
	for i := range len(name) {
		if c := fold(name[i]); c != 0 {
			out = append(out, c)
		}
	}
	return string(out)
}

// FoldsTo reports whether Fold(name) is folded.
func FoldsTo(name, folded string) bool {
	n := 0
	for i := range len(name) {
		c := fold(name[i])
		if c == 0 {
			continue
		}
		if n == len(folded) || folded[n] != c {
			return false
		}
		n++
	}
	return n == len(folded)
}

// fold returns a byte of a name in lower case, 0 for a separator.
func fold(c byte) byte {
	switch {
	case c == '_' || c == '-' || c == ' ' || c == '.' || c == 0:
		return 0
	case 'A' <= c && c <= 'Z':
		return c | 0x20
	}
	return c
}

// Distance returns how many bytes must be inserted, removed, replaced or swapped
// with their neighbor to get from a to b, or limit if that is less.
func Distance(a, b string, limit int) int {
	const longest = 32
	if len(a) > longest || len(b) > longest || len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	var rows [3][longest + 1]uint8 // no distance here is over 32
	for j := range len(b) + 1 {
		rows[0][j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		row, last, older := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = uint8(i)
		for j := 1; j <= len(b); j++ {
			cost := uint8(1)
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
	}
	return min(int(rows[len(a)%3][len(b)]), limit)
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
