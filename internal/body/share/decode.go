package share

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// decode returns a body without the escapes of JSON and without those of URLs that
// may be part of a handle, and for each byte of that, and its end, where it begins
// in the body. Outside of strings there are no escapes, unless loose.
func decode(body string, loose bool) (plain string, from []int) {
	out := make([]byte, 0, len(body))
	from = make([]int, 0, len(body)+1)
	inString := loose
	for i := 0; i < len(body); {
		r, size := rune(body[i]), 1
		switch {
		case r == '"' && !loose:
			inString = !inString
		case r == '\\' && inString:
			r, size = jsonEscape(body[i:])
		case r == '%' && inString:
			r, size = urlEscape(body[i:])
		case r >= utf8.RuneSelf:
			r, size = utf8.DecodeRuneInString(body[i:])
			if r == utf8.RuneError { // kept as it is
				out = append(out, body[i:i+size]...)
				for k := range size {
					from = append(from, i+k)
				}
				i += size
				continue
			}
		}
		before := len(out)
		out = utf8.AppendRune(out, r)
		for range len(out) - before {
			from = append(from, i)
		}
		i += size
	}
	return string(out), append(from, len(body))
}

// jsonEscape reads the escape that a text starts with. Half of a surrogate pair is
// a space: no handle has one.
func jsonEscape(text string) (rune, int) {
	if len(text) < 2 {
		return '\\', 1
	}
	if text[1] != 'u' {
		if k := strings.IndexByte(`"\/`, text[1]); k >= 0 {
			return rune(text[1]), 2
		}
		if text[1] >= utf8.RuneSelf {
			return '\\', 1
		}
		return ' ', 2
	}
	size := min(6, len(text))
	code, err := strconv.ParseUint(text[2:size], 16, 16)
	if err != nil || size < 6 || utf8.RuneLen(rune(code)) < 0 {
		if i := strings.IndexFunc(text[:size], func(r rune) bool { return r >= utf8.RuneSelf }); i > 0 {
			size = i
		}
		return ' ', size
	}
	return rune(code), 6
}

// urlEscape reads a percent-encoded character that may be part of a handle.
func urlEscape(text string) (rune, int) {
	if len(text) >= 3 {
		code, err := strconv.ParseUint(text[1:3], 16, 8)
		if err == nil && strings.IndexByte("+@ ().-", byte(code)) >= 0 {
			return rune(code), 3
		}
	}
	return '%', 1
}

// escapedAs writes masked letters or digits the way that the body writes what they
// take the place of.
func escapedAs(source, masked string) string {
	const hex = "0123456789abcdef"
	c := masked[0]
	switch {
	case len(masked) > 1 || len(source) < 3:
	case source[0] == '%' && len(source) == 3:
		return string([]byte{'%', hex[c>>4], hex[c&15]})
	case source[0] == '\\' && len(source) == 6:
		return string([]byte{'\\', 'u', '0', '0', hex[c>>4], hex[c&15]})
	}
	return masked
}
