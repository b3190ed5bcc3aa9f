package validate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/commonmark"
)

// firstMessageURLs reports the URLs and bare domains in the text of a chat's
// first message.
func (c *checker) firstMessageURLs(n int, text string) {
	if !strings.Contains(text, ".") && !strings.Contains(text, "://") {
		return
	}
	at := 0
	for {
		start, end, ok := nextURL(text, at)
		c.bareDomains(n, text, at, start)
		if !ok {
			return
		}
		c.report(&sayFirstURL, c.part(n, start, end), valueArg("value", text[start:end])).
			withHint("send the link in a second message")
		at = end
	}
}

func (c *checker) bareDomains(n int, text string, from, to int) {
	for at := from; ; {
		start, end, ok := nextDomain(text, at, to)
		if !ok {
			return
		}
		c.report(&sayFirstDomain, c.part(n, start, end), valueArg("value", text[start:end])).
			withHint("send it in a second message, or rewrite it so that it is not a domain")
		at = end
	}
}

// nextURL finds the next URL in text from byte at on: http:// or https:// in any
// case before a host, or www. at a word's start before a letter or digit. Without
// one, start and end are the end of the text.
func nextURL(text string, at int) (start, end int, ok bool) {
	if at == 0 && !strings.Contains(text, "://") && !hasFullW(text) {
		return len(text), len(text), false // the usual case, and this is faster
	}
	for i := at; i < len(text); i++ {
		switch text[i] | 0x20 {
		case 'h':
			if n := schemeLen(text[i:]); n == 0 || !startsName(text[i+n:]) && !strings.HasPrefix(text[i+n:], "[") {
				continue
			}
		case 'w':
			if !hasFold(text[i:], "www.") || !startsWord(text, i) || !startsName(text[i+4:]) {
				continue
			}
		default:
			continue
		}
		return i, urlEnd(text, i), true
	}
	return len(text), len(text), false
}

// hasFullW reports whether text has w. as www. does.
func hasFullW(text string) bool {
	for i := 1; i < len(text); i++ {
		dot := strings.IndexByte(text[i:], '.')
		if dot < 0 {
			return false
		}
		if i += dot; text[i-1]|0x20 == 'w' {
			return true
		}
	}
	return false
}

// schemeLen returns the length of the http:// or https:// that text starts with,
// or 0.
func schemeLen(text string) int {
	switch {
	case hasFold(text, "https://"):
		return len("https://")
	case hasFold(text, "http://"):
		return len("http://")
	}
	return 0
}

func hasFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

func startsWord(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return i == 0 || !isWordRune(r)
}

func startsName(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text != "" && isWordRune(r)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// urlEnd returns where the URL at start ends: at white space, a delimiter, or
// punctuation of Chinese, Japanese or Korean, without the punctuation that ends
// the sentence. A closing bracket stays if the URL has its partner.
func urlEnd(text string, start int) int {
	end := len(text)
	if i := strings.IndexFunc(text[start:], endsURL); i >= 0 {
		end = start + i
	}
	var open [len(urlBrackets) / 2]int // closing brackets without a partner
	for _, c := range []byte(text[start:end]) {
		if i := strings.IndexByte(urlBrackets, c); i >= 0 {
			open[i/2] += 2*(i%2) - 1
		}
	}
	for end > start+1 {
		c := text[end-1]
		if i := strings.IndexByte(urlBrackets, c); i%2 == 1 && open[i/2] > 0 {
			open[i/2]--
		} else if strings.IndexByte(".,;:!?'", c) < 0 {
			break
		}
		end--
	}
	return end
}

const urlBrackets = "()[]{}"

// endsURL reports whether no URL has r.
func endsURL(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '<' || r == '>' || r == '"' || isSpaceOrControl(r)
	}
	return strings.ContainsRune("“”„«»", r) || isSpaceOrControl(r) || commonmark.IsCJK(r) && (unicode.IsPunct(r) || unicode.IsSymbol(r))
}

// nextDomain finds the next bare domain in text[at:to]: lower-case labels with
// an ending that is certainly one, or with any ending before a slash, where the
// first letter may be a capital. It looks at the tokens only that have a dot
// where a domain may have its last.
func nextDomain(text string, at, to int) (start, end int, ok bool) {
	for look := at; look < to; {
		dot := strings.IndexByte(text[look:to], '.')
		if dot < 0 {
			break
		}
		dot += look
		look = dot + 1
		if dot == at || look == to || text[look] < 'a' || text[look] > 'z' || classes[text[dot-1]]&(letter|digit) == 0 {
			continue
		}
		start, end = token(text, at, dot, to)
		if domain := domainEnd(text, start, end); domain > 0 {
			return start, domain, true
		}
		look, at = end, end
	}
	return 0, 0, false
}

// token returns the token in text[at:to] that has the byte at dot.
func token(text string, at, dot, to int) (start, end int) {
	for start = dot; start > at; {
		_, size := utf8.DecodeLastRuneInString(text[at:start])
		if inToken(text[start-size:]) == 0 {
			break
		}
		start -= size
	}
	for end = dot; end < to; {
		size := inToken(text[end:to])
		if size == 0 {
			break
		}
		end += size
	}
	return start, end
}

// inToken returns the bytes of the code point at the start of text if it
// continues a token that may hold a domain, and else 0. A token with any that
// no domain has, such as @ or a capital, is none.
func inToken(text string) int {
	if text == "" {
		return 0
	}
	if c := text[0]; c < utf8.RuneSelf {
		if 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte(".-_@+$%&=#", c) >= 0 {
			return 1
		}
		return 0
	}
	// Chinese, Japanese and Korean put no space beside a domain.
	if r, size := utf8.DecodeRuneInString(text); (isWordRune(r) || unicode.IsMark(r)) && !commonmark.IsCJK(r) {
		return size
	}
	return 0
}

// domainEnd returns where the domain in the token text[start:end] ends, or 0 if
// it is none.
func domainEnd(text string, start, end int) int {
	before := start > 0 && strings.ContainsAny(text[start-1:start], "/\\:")
	for end > start && (text[end-1] == '.' || text[end-1] == '-') {
		end--
	}
	token := text[start:end]
	slash := end < len(text) && text[end] == '/'
	for i := 0; i < len(token); i++ {
		c := token[i]
		if slash && i == 0 {
			c |= 0x20
		}
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '.' && c != '-' {
			return 0
		}
	}
	dot := strings.LastIndexByte(token, '.')
	if before || dot < 1 || strings.HasPrefix(token, ".") || strings.Contains(token, "..") || token[dot-1] == '-' || token[0] == '-' {
		return 0
	}
	ending := token[dot+1:]
	if slices.Contains(api.BareDomainTLDs, ending) || slash && len(ending) >= 2 && isLetters(ending) && !slices.Contains(api.NotBareDomains, ending) {
		return end
	}
	return 0
}

func isLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}
