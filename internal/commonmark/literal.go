package commonmark

import (
	"strings"
	"unicode/utf8"
)

// LiteralLength returns the length of the bare URL or the Windows path that
// starts at i, or 0.
func LiteralLength(s string, i int) int {
	if i > 0 && (isAlnum(s[i-1]) || s[i-1] == '_' && i > 1 && isAlnum(s[i-2])) || !isAlnum(s[i]) {
		return 0
	}
	if isURL(s[i:]) {
		return urlLength(s[i:])
	}
	if end := pathEnd(s, i); end > i {
		return end - i
	}
	return 0
}

// isURL reports whether s starts with http://, https:// or www. and something
// behind it.
func isURL(s string) bool {
	n := 0
	switch {
	case hasFold(s, "https://"):
		n = 8
	case hasFold(s, "http://"):
		n = 7
	case hasFold(s, "www."):
		n = 4
	default:
		return false
	}
	return len(s) > n && (isAlnum(s[n]) || s[n] >= 0x80)
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// urlLength returns the length of the URL that s starts with: to white space, a
// sign that no URL has, or a sign of Chinese, Japanese or Korean that is not a
// letter, without the punctuation that ends a sentence or an emphasis.
func urlLength(s string) int {
	end, depth := 0, 0
loop:
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		switch {
		case r <= ' ' || r == 0x7F || strings.ContainsRune("<>\"`\\{}|^“”„«»", r):
			break loop
		case r == '[':
			depth++
		case r == ']':
			if depth--; depth < 0 {
				break loop
			}
		case r >= 0x80 && (IsCJK(r) && isPunctuation(r) || !isPunctuation(r) && !isWord(r) && r != utf8.RuneError):
			break loop
		}
		end += size
	}
	return trimURL(s[:end])
}

// trimURL returns the length of a URL without what ends the sentence: a closing
// parenthesis stays if the URL has its partner.
func trimURL(s string) int {
	end := len(s)
	unbalanced := strings.Count(s, ")") - strings.Count(s, "(")
	for end > 0 {
		switch c := s[end-1]; {
		case strings.IndexByte("?!.,:;*_~'", c) >= 0:
		case c == ')' && unbalanced > 0:
			unbalanced--
		default:
			return end
		}
		end--
	}
	return end
}

// maxPath is Windows' own limit.
const maxPath = 260

// pathEnd returns where the Windows path at i ends, or i: C:\dir, \\host\share,
// or names with a backslash between, of which one at least does not escape
// anything.
func pathEnd(s string, i int) int {
	window := s[:min(len(s), i+maxPath)]
	if strings.IndexByte(window[i:], '\\') < 0 { // most texts, and this is the faster search
		return i
	}
	at, certain := i, false
	switch {
	case i+2 < len(window) && isLetter(s[i]) && s[i+1] == ':' && s[i+2] == '\\':
		at, certain = i+2, true
	case startsUNC(s, i):
		at, certain = i+1, true
	}
	separators := 0
loop:
	for at < len(window) {
		c := window[at]
		if c == '\\' {
			if at+1 < len(window) && window[at+1] == '\\' { // an escaped backslash
				break loop
			}
			separators++
			certain = certain || at > i && at+1 < len(window) && isAlnum(window[at+1])
		} else if !isAlnum(c) && c < 0x80 && strings.IndexByte("_.-~$%@!+#&=", c) < 0 {
			break loop
		}
		at++
	}
	for at > i && strings.IndexByte(".!_~&", window[at-1]) >= 0 {
		at--
	}
	if separators == 0 || !certain {
		return i
	}
	for !utf8.RuneStart(s[min(at, len(s)-1)]) && at > i {
		at--
	}
	return at
}

// startsUNC reports whether \\host\ is at i.
func startsUNC(s string, i int) bool {
	if !strings.HasPrefix(s[i:], `\\`) || i > 0 && s[i-1] == '\\' {
		return false
	}
	n := i + 2
	for n < len(s) && n-i < 64 && (isAlnum(s[n]) || s[n] == '-' || s[n] == '.') {
		n++
	}
	return n > i+2 && n+1 < len(s) && s[n] == '\\' && isAlnum(s[n+1])
}
