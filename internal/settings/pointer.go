package settings

import "strings"

// MatchPointer reports whether the pattern of an ignore matches a JSON Pointer.
// In a pattern, the token ** is any number of tokens, and every other * is any
// text within one token; all else is literal. It takes time in proportion to the
// product of the two lengths. The playground matches in the same way, see
// testdata/pointers.json.
func MatchPointer(pattern, pointer string) bool {
	return match(tokens(pattern), tokens(pointer), "**", matchToken)
}

func tokens(pointer string) []string {
	if pointer == "" {
		return nil
	}
	return strings.Split(strings.TrimPrefix(pointer, "/"), "/")
}

func matchToken(pattern, token string) bool {
	return match([]byte(pattern), []byte(token), '*', func(a, b byte) bool { return a == b })
}

// match reports whether the pattern, in which a star is any number of elements,
// matches all of the subject. After a mismatch only the last star takes one more
// element: the stars before it have found the earliest place there is.
func match[E comparable](pattern, subject []E, star E, equal func(pattern, subject E) bool) bool {
	last, tried := -1, 0 // the last star and where the elements after it begin
	p, s := 0, 0
	for s < len(subject) {
		switch {
		case p < len(pattern) && pattern[p] == star:
			last, tried = p, s
			p++
		case p < len(pattern) && equal(pattern[p], subject[s]):
			p++
			s++
		case last >= 0:
			tried++
			p, s = last+1, tried
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == star {
		p++
	}
	return p == len(pattern)
}
