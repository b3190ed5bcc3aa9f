package markdown

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// resolve replaces the backslash escapes and character references of raw, and emits
// the text in pieces, each with its offset and length in raw, in bytes. Link
// targets need only this.
func resolve(raw []byte, emit func(text []byte, at, n int)) {
	from := 0
	flush := func(to int) {
		if to > from {
			emit(raw[from:to], from, to-from)
		}
	}
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		// Before anything else, a backslash is text.
		case c == '\\' && i+1 < len(raw) && isPunct(raw[i+1]):
			flush(i)
			emit(raw[i+1:i+2], i, 2)
			i += 2
			from = i
		case c == '&':
			text, n := reference(raw[i:])
			if n == 0 {
				i++
				continue
			}
			flush(i)
			emit(text, i, n)
			i += n
			from = i
		case c == 0: // CommonMark requires a replacement, for security
			flush(i)
			emit([]byte("\uFFFD"), i, 1)
			i++
			from = i
		case c == '\r': // the rest of a line end
			flush(i)
			i++
			from = i
		default:
			i++
		}
	}
	flush(len(raw))
}

// resolved is resolve without offsets.
func resolved(raw []byte) string {
	var out []byte
	resolve(raw, func(text []byte, _, _ int) { out = append(out, text...) })
	return string(out)
}

// reference returns the text of the character reference at the start of raw and its
// length in bytes, or 0.
func reference(raw []byte) ([]byte, int) {
	digits, base, most := 1, 0, 0 // the reference's body starts at digits
	switch {
	case len(raw) > 2 && raw[1] == '#' && (raw[2] == 'x' || raw[2] == 'X'):
		digits, base, most = 3, 16, 6
	case len(raw) > 1 && raw[1] == '#':
		digits, base, most = 2, 10, 7
	}
	end := digits
	for end < len(raw) && isAlnum(raw[end]) {
		end++
	}
	if end == digits || end == len(raw) || raw[end] != ';' {
		return nil, 0
	}
	body := string(raw[digits:end])
	if base == 0 {
		whole := "&" + body + ";"
		text := html.UnescapeString(whole)
		// html also knows references without a semicolon; body may begin with one.
		if text == whole || strings.HasSuffix(text, ";") && body != "semi" {
			return nil, 0
		}
		return []byte(text), end + 1
	}
	code, err := strconv.ParseUint(body, base, 32)
	if err != nil || len(body) > most {
		return nil, 0
	}
	r := rune(code)
	// CommonMark's replacement for what is not a code point.
	if code == 0 || code > utf8.MaxRune {
		r = utf8.RuneError
	}
	return utf8.AppendRune(nil, r), end + 1
}

func isPunct(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
