package spelling

import "strings"

// negations are what turns a word into its opposite, before it or behind it.
var (
	negations    = []string{"un", "no", "not", "non", "dis", "in", "de", "anti", "never", "without", "remove", "removed", "delete", "clear", "minus"}
	negatedEnds  = []string{"off", "remove", "removed", "deleted", "not", "none"}
	oppositePair = [][2]string{{"optin", "optout"}, {"include", "exclude"}, {"leading", "trailing"}, {"from", "to"}, {"add", "remove"}, {"enable", "disable"}, {"show", "hide"}, {"start", "end"}}
)

// Inverts reports whether value says the opposite of name, which it is spelled
// like: "-love" means elsewhere that a love is taken back, "unlike" is not a
// misspelled "like", and "visible" is not a misspelled "invisible". To write one
// for the other would turn the request around.
func Inverts(value, name string) bool {
	sign := strings.TrimLeft(value, " \t")
	if trimmed := strings.TrimLeft(sign, "-!~^\u2212\u2013\u2014\u2011"); trimmed != sign {
		return true
	}
	v, n := Fold(value), Fold(name)
	for _, word := range negations {
		if rest, ok := strings.CutPrefix(v, word); ok && !strings.HasPrefix(n, word) && near(rest, n) {
			return true
		}
		if rest, ok := strings.CutPrefix(n, word); ok && !strings.HasPrefix(v, word) && near(v, rest) {
			return true
		}
	}
	for _, word := range negatedEnds {
		if rest, ok := strings.CutSuffix(v, word); ok && near(rest, n) {
			return true
		}
	}
	for _, pair := range oppositePair {
		for i, word := range pair {
			other := pair[1-i]
			if strings.Contains(v, word) && strings.Contains(n, other) && !strings.Contains(v, other) && !strings.Contains(n, word) {
				return true
			}
		}
	}
	return false
}

// Negates reports whether value says the opposite of one of values.
func Negates(value string, values []string) bool {
	for _, v := range values {
		if Inverts(value, v) {
			return true
		}
	}
	return false
}

// Ambiguous reports whether value may as well be another of values that only
// has more in front of name: "dlike" is like or dislike.
func Ambiguous(value, name string, values []string) bool {
	v, n := Fold(value), Fold(name)
	if !strings.HasSuffix(v, n) || v == n {
		return false
	}
	for _, other := range values {
		if o := Fold(other); o != n && strings.HasSuffix(o, n) && o[0] == v[0] {
			return true
		}
	}
	return false
}

// near reports whether two folded words differ by one letter at most.
func near(a, b string) bool {
	return len(b) > 1 && Distance(a, b, 2) < 2
}
