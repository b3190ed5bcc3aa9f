package scan

import (
	"math/bits"
	"unicode/utf8"
)

// str reads on from i in the string that starts at start, to behind its closing
// quote, and returns where that is. It takes eight bytes a turn in any script: steps by code point or by
// word would mislead the processor's prediction at the ends of each.
func str(body []byte, start, i int) (end int, flags Flags, f Fault) {
	var state, seen uint64 // of UTF-8; all bytes but those of words that are ASCII
	for {
		var w uint64
		if i >= 0 && i <= len(body)-8 {
			w = Word(body[i : i+8 : i+8])
		} else if i < len(body) && len(body) >= 8 {
			w = Word(body[len(body)-8:]) >> (8 * (i + 8 - len(body)) & 63) // the zeros are control codes
		} else {
			return bytewise(body, start)
		}
		m := special(w)
		w &= m&-m - 1 // what is behind the first that is special becomes zero, which is ASCII
		if w&tops|state != 0 {
			seen |= w
			state = step[byte(w)] >> (state & 63)
			state = step[byte(w>>8)] >> (state & 63)
			state = step[byte(w>>16)] >> (state & 63)
			state = step[byte(w>>24)] >> (state & 63)
			state = step[byte(w>>32)] >> (state & 63)
			state = step[byte(w>>40)] >> (state & 63)
			state = step[byte(w>>48)] >> (state & 63)
			state = step[byte(w>>56)] >> (state & 63) & 63
		}
		if m == 0 {
			i += 8
			continue
		}
		i += bits.TrailingZeros64(m) >> 3
		if i >= len(body) || state != whole {
			return bytewise(body, start)
		}
		if seen&tops != 0 {
			flags |= NonASCII
		}
		if body[i] == '"' {
			return i + 1, flags, Fault{}
		}
		end, more, f := escape(body, i)
		if body[i] != '\\' || f.Code != 0 {
			return bytewise(body, start)
		}
		flags |= Escaped | more
		i = end
	}
}

// Word returns the first eight bytes of b, the first the lowest: one load.
func Word(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

const ones, tops = 0x0101010101010101, 0x8080808080808080

// odd marks the top bit of a byte of w that is a quote, a backslash, a control
// or outside ASCII, by the borrow of one subtraction for the backslash and one for
// the rest: a quote and the controls are what is below 0x21 when its bit 0x02 is
// turned. A borrow only reaches bytes above one that is marked, so the lowest mark is
// exact, and only that may be used.
func odd(w uint64) uint64 {
	return (((w ^ twos) - quotes) | ((w ^ slashes) - unit) | w) & top
}

// These are variables, so that the compiler takes them from memory
// instead of into registers, of which the loop over a text has none to spare.
var (
	unit, top             uint64 = ones, tops
	twos, quotes, slashes uint64 = ones * 0x02, ones * 0x21, ones * '\\'
)

// special is odd without the bytes outside ASCII.
func special(w uint64) uint64 {
	return (((w ^ twos) - quotes) | ((w ^ slashes) - unit)) &^ w & top
}

// bytewise reads the string that starts at start, to behind its closing quote. It
// is the slow twin of str, which finds that there is a fault, but not which.
func bytewise(body []byte, start int) (end int, flags Flags, f Fault) {
	for i := start + 1; ; i = plain(body, i) {
		if i >= len(body) {
			return i, 0, Fault{UnterminatedString, start}
		}
		switch c := body[i]; {
		case c == '"':
			return i + 1, flags, Fault{}
		case c == '\\':
			end, more, f := escape(body, i)
			if f.Code != 0 {
				return i, 0, f
			}
			flags |= Escaped | more
			i = end
		case c < ' ':
			return i, 0, Fault{ControlInString, i}
		case c >= utf8.RuneSelf:
			flags |= NonASCII
			end := beyond(body, i)
			if end == i {
				return i, 0, Fault{Encoding, i}
			}
			i = end
		}
	}
}

// beyond returns the offset behind the valid code points outside ASCII that start
// at i.
func beyond(body []byte, i int) int {
	for i < len(body) && body[i] >= utf8.RuneSelf {
		r, size := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return i
}

// plain returns the offset of the first byte from i on that is a quote, a
// backslash, a control or outside ASCII.
func plain(body []byte, i int) int {
	for i < len(body) && ordinary[body[i]] {
		i++
	}
	return i
}

// ordinary marks the bytes that a string has as they are. TestOrdinary computes it.
var ordinary = [256]bool{
	' ': true, '!': true, '#': true, '$': true, '%': true, '&': true, '\'': true, '(': true, ')': true, '*': true, '+': true, ',': true,
	'-': true, '.': true, '/': true, '0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true,
	'9': true, ':': true, ';': true, '<': true, '=': true, '>': true, '?': true, '@': true, 'A': true, 'B': true, 'C': true, 'D': true,
	'E': true, 'F': true, 'G': true, 'H': true, 'I': true, 'J': true, 'K': true, 'L': true, 'M': true, 'N': true, 'O': true, 'P': true,
	'Q': true, 'R': true, 'S': true, 'T': true, 'U': true, 'V': true, 'W': true, 'X': true, 'Y': true, 'Z': true, '[': true, ']': true,
	'^': true, '_': true, '`': true, 'a': true, 'b': true, 'c': true, 'd': true, 'e': true, 'f': true, 'g': true, 'h': true, 'i': true,
	'j': true, 'k': true, 'l': true, 'm': true, 'n': true, 'o': true, 'p': true, 'q': true, 'r': true, 's': true, 't': true, 'u': true,
	'v': true, 'w': true, 'x': true, 'y': true, 'z': true, '{': true, '|': true, '}': true, '~': true, 0x7F: true,
}
