package scan

import (
	"math/bits"
	"unicode/utf8"
)

// leaf reads a value that is neither string nor container.
func (v *View) leaf(i int, c byte) (int, Fault) {
	switch {
	case c == '-' || isDigit(c):
		return v.number(i)
	case c == 't':
		return v.literal(i, "true", True)
	case c == 'f':
		return v.literal(i, "false", False)
	case c == 'n':
		return v.literal(i, "null", Null)
	}
	return i, unexpected(v.Body, ExpectedValue, i)
}

func (v *View) literal(i int, word string, kind Kind) (int, Fault) {
	body := v.Body
	for k := 0; k < len(word); k++ {
		if i+k >= len(body) {
			return i + k, Fault{Truncated, i + k}
		}
		if body[i+k] != word[k] {
			return i, unexpected(body, ExpectedValue, i)
		}
	}
	v.node(i, i+len(word), kind, 0)
	return i + len(word), Fault{}
}

// number reads -? int frac? exp?.
func (v *View) number(i int) (int, Fault) {
	body, start := v.Body, i
	if end := digits(body, i); end > i && body[i] != '0' && (end == len(body) || body[end] != '.' && body[end]|0x20 != 'e') {
		v.node(i, end, Number, 0) // the usual case: a natural number
		return end, Fault{}
	}
	if body[i] == '-' {
		i++
	}
	if i < len(body) && body[i] == '0' {
		i++
		if i < len(body) && isDigit(body[i]) {
			return i, Fault{LeadingZero, i}
		}
	} else if end := digits(body, i); end > i {
		i = end
	} else {
		return i, badNumber(body, i)
	}
	var flags Flags
	if i < len(body) && body[i] == '.' {
		flags = Fractional
		end := digits(body, i+1)
		if end == i+1 {
			return end, badNumber(body, end)
		}
		i = end
	}
	if i < len(body) && body[i]|0x20 == 'e' {
		flags = Fractional
		if i++; i < len(body) && (body[i] == '+' || body[i] == '-') {
			i++
		}
		end := digits(body, i)
		if end == i {
			return end, badNumber(body, end)
		}
		i = end
	}
	v.node(start, i, Number, flags)
	return i, Fault{}
}

func badNumber(body []byte, i int) Fault {
	if i >= len(body) {
		return Fault{Truncated, i}
	}
	return unexpected(body, BadNumber, i)
}

func digits(body []byte, i int) int {
	for i < len(body) && isDigit(body[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// str reads on from i in the string that starts at start, to behind its closing
// quote.
func (v *View) str(start, i int) (int, Fault) {
	body := v.Body
	var flags Flags
	for ; ; i = plain(body, i) {
		if i >= len(body) {
			return i, Fault{UnterminatedString, start}
		}
		switch c := body[i]; {
		case c == '"':
			v.LoneSurrogates = v.LoneSurrogates || flags&LoneSurrogate != 0
			v.node(start, i+1, String, flags)
			return i + 1, Fault{}
		case c == '\\':
			end, more, f := escape(body, i)
			if f.Code != 0 {
				return i, f
			}
			flags |= Escaped | more
			i = end
		case c < ' ':
			return i, Fault{ControlInString, i}
		case c >= utf8.RuneSelf:
			flags |= NonASCII
			end := beyond(body, i)
			if end == i {
				return i, Fault{Encoding, i}
			}
			i = end
		}
	}
}

// beyond returns the offset behind the valid code points outside ASCII that start
// at i. Four of two bytes are read at once, which is most of a word in Greek,
// Cyrillic, Hebrew or Arabic.
func beyond(body []byte, i int) int {
	for i < len(body) && body[i] >= utf8.RuneSelf {
		if i+8 <= len(body) {
			w := word(body[i : i+8 : i+8])
			const leads, sure = 0x001E001E001E001E, 0x0080008000800080
			if w&0xC0E0C0E0C0E0C0E0 == 0x80C080C080C080C0 && (w&leads+0x007E007E007E007E)&sure == sure {
				i += 8
				continue
			}
			if n := short(uint32(w)); n > 0 {
				i += n
				continue
			}
		}
		r, size := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return i
}

// short returns the length of the code point at the start of w if it has two or
// three bytes, and 0 otherwise, or if it is not valid.
func short(w uint32) int {
	switch first, second := byte(w), byte(w>>8); {
	case w&0xC0E0 == 0x80C0 && first >= 0xC2:
		return 2
	case w&0xC0C0F0 == 0x8080E0 && (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0):
		return 3
	}
	return 0
}

// plain returns the offset of the first byte from i on that is a quote, a
// backslash, a control or outside ASCII.
func plain(body []byte, i int) int {
	for ; i+8 <= len(body); i += 8 {
		if m := odd(word(body[i : i+8 : i+8])); m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
	}
	for i < len(body) && ordinary[body[i]] {
		i++
	}
	return i
}

// word is the eight bytes of b, the first the lowest: one load.
func word(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// odd marks the top bit of a byte of w that is a quote, a backslash, a control
// or outside ASCII, by the borrow of one subtraction a class. A borrow only
// reaches bytes above one that is marked, so the lowest mark is exact, and
// only that may be used.
func odd(w uint64) uint64 {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	quote, slash := w^ones*'"', w^ones*'\\'
	return ((w - ones*' ') | (quote - ones) | (slash - ones) | w) & tops
}

// ordinary marks the bytes that stand for themselves in a string.
var ordinary = func() (t [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()
