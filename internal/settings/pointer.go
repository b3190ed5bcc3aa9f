package settings

import "strings"

// MatchPointer reports whether the pattern of an ignore matches a JSON Pointer.
// In a pattern, the token ** is any number of tokens, and every other * is any
// text within one token; all else is literal. It takes time in proportion to the
// product of the two lengths. The playground matches in the same way, see
// testdata/pointers.json.
func MatchPointer(pattern, pointer string) bool {
	return matchTokens(tokens(pattern), tokens(pointer))
}

func tokens(pointer string) []string {
	if pointer == "" {
		return nil
	}
	return strings.Split(strings.TrimPrefix(pointer, "/"), "/")
}

func matchTokens(pattern, tokens []string) bool {
	star, tried := -1, 0 // the last ** and where the tokens after it begin
	p, t := 0, 0
	for t < len(tokens) {
		switch {
		case p < len(pattern) && pattern[p] == "**":
			star, tried = p, t
			p++
		case p < len(pattern) && matchToken(pattern[p], tokens[t]):
			p++
			t++
		case star >= 0:
			tried++
			p, t = star+1, tried
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == "**" {
		p++
	}
	return p == len(pattern)
}

// matchToken is matchTokens for the bytes of a token, with a * for each **.
func matchToken(pattern, token string) bool {
	star, tried := -1, 0
	p, t := 0, 0
	for t < len(token) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, tried = p, t
			p++
		case p < len(pattern) && pattern[p] == token[t]:
			p++
			t++
		case star >= 0:
			tried++
			p, t = star+1, tried
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}
