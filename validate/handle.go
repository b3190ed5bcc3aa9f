package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/api"
)

// isE164 reports whether s is + and 2 to 15 digits, the first not 0: the API's
// pattern, and no more of E.164 than that.
func isE164(s string) bool {
	return len(s) >= 3 && len(s) <= api.MaxE164Digits+1 && s[0] == '+' && s[1] != '0' && isDigits(s[1:])
}

// isHandle reports whether s is an E.164 number or an email address.
func isHandle(s string) bool { return isE164(s) || isEmail(s) }

// isEmail reports whether s has one @, a local part, a dotted domain, no white
// space, control code or invisible character, and neither a prefix nor angle
// brackets.
func isEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	if at < 1 {
		return false
	}
	all, label := classesIn(s[:at]), at+1
	for i := at + 1; i < len(s); i++ {
		if all |= classes[s[i]]; s[i] != '.' {
			continue
		}
		if i == label {
			return false
		}
		label = i + 1
	}
	if label == at+1 || label == len(s) { // no dot, or one at the end
		return false
	}
	return all&(blank|wide|notInHost) == 0 || isUnusualEmail(s, at)
}

// isUnusualEmail is the part of isEmail about what most addresses have none of.
// The first @ is at at.
func isUnusualEmail(s string, at int) bool {
	if hasSpaceOrControl(s) || strings.ContainsAny(s, "<>") || strings.Contains(s[at+1:], "@") {
		return false
	}
	if colon := strings.IndexByte(s[:at], ':'); colon > 0 && classesOfEach(s[:colon])&inScheme != 0 {
		return false // mailto:
	}
	return classesIn(s)&wide == 0 || !strings.ContainsFunc(s, isInvisible)
}

func isSpaceOrControl(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// barePhone is s without what people write between digits: white space, dashes,
// dots and brackets.
func barePhone(s string) string {
	if s != "" && isDigits(strings.Trim(s, "+")) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || strings.ContainsRune(".()[]", r) {
			return -1
		}
		return r
	}, s)
}

const nilUUID = "00000000-0000-0000-0000-000000000000"

// tooLong reports whether s has more code points than limit, and if so, how many. A
// string has at most as many code points as bytes, so most are not counted.
func tooLong(s string, limit int) (n int, long bool) {
	if len(s) <= limit {
		return n, false
	}
	n = utf8.RuneCountInString(s)
	return n, n > limit
}

// isBlank reports whether nothing of s can be seen.
func isBlank(s string) bool {
	for _, r := range s {
		if !isUnseen(r) {
			return false
		}
	}
	return true
}
