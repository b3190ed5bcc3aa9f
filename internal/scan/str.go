package scan

import (
	"math/bits"
	"unicode/utf8"
)

// str reads on from i in the string that starts at start, to behind its closing
// quote, and returns where that is. It takes eight bytes a turn in any script: steps by code point or by
// word would mislead the processor's prediction at the ends of each.
//
// The variables have at the top bit of each byte what is true of it: that it leads
// a code point, one of three bytes or more (long), that it is due to continue one.
func str(body []byte, start, i int) (end int, flags Flags, f Fault) {
	var due uint64
	var later, earlier uint64 // due to be from 0xA0 on, behind 0xE0, and below it, behind 0xED
	var four fourLeads
	for {
		var w uint64
		if i+8 <= len(body) {
			w = Word(body[i : i+8 : i+8])
		} else if i < len(body) && len(body) >= 8 {
			w = Word(body[len(body)-8:]) >> (8 * (i + 8 - len(body)) & 63) // the zeros are control codes
		} else {
			return bytewise(body, start)
		}
		m := special(w)
		w &= m&-m - 1 // what is behind the first that is special becomes ASCII
		if high := w & tops; high|due != 0 {
			flags |= NonASCII
			b6, b4, b3, b2, b1 := w<<1, w<<3, w<<4, w<<5, w<<6 // each bit of a byte at its top
			lead := high & b6
			long := lead & (w << 2)
			wrong := lead &^ (long | b4 | b3 | b2 | b1) // 0xC0 and 0xC1: a shorter form would do
			due |= lead<<8 | long<<16
			if long|later|earlier|four.due != 0 {
				b5, b0 := w<<2, w<<7
				e0, ed := long&^(b4|b3|b2|b1|b0), long&^(b4|b1)&b3&b2&b0
				wrong |= (later|e0<<8)&^b5 | (earlier|ed<<8)&b5
				later, earlier = e0>>56, ed>>56
				if long&b4|four.due != 0 {
					wrong |= four.take(w, long&b4)
					due |= four.now
				}
			}
			if wrong|(due^high&^b6) != 0 {
				return bytewise(body, start)
			}
			due = lead>>56 | long>>48 | four.due
		}
		if m == 0 {
			i += 8
			continue
		}
		i += bits.TrailingZeros64(m) >> 3
		if i >= len(body) {
			return bytewise(body, start)
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

// fourLeads knows the leads of four bytes. The zero fourLeads is at the start of
// a string.
type fourLeads struct {
	now, due  uint64 // what they are due, in these eight bytes and in the next
	top, over uint64 // for the next: due to be from 0x90 on, behind 0xF0, and below it, behind 0xF4
}

// take reads the next eight bytes, in which lead leads four, and returns what is
// wrong with them.
func (f *fourLeads) take(w, lead uint64) (wrong uint64) {
	b5, b4, b3, b2, b1, b0 := w<<2, w<<3, w<<4, w<<5, w<<6, w<<7
	wrong = lead & (b3 | b2&(b1|b0)) // from 0xF5 on
	top, over := lead&^(b3|b2|b1|b0), lead&b2
	wrong |= (f.top|top<<8)&^(b5|b4) | (f.over|over<<8)&(b5|b4)
	f.now, f.due, f.top, f.over = lead<<24, lead>>40, top>>56, over>>56
	return wrong
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
	return (((w ^ twos) - quotes) | ((w ^ slashes) - one) | w) & top
}

// These are variables, so that the compiler takes them from memory
// instead of into registers, of which the loop over a text has none to spare.
var (
	one, top              uint64 = ones, tops
	twos, quotes, slashes uint64 = ones * 0x02, ones * 0x21, ones * '\\'
)

// special is odd without the bytes outside ASCII.
func special(w uint64) uint64 {
	quote, slash := w^ones*'"', w^ones*'\\'
	return ((w-ones*' ')&^w | (quote-ones)&^quote | (slash-ones)&^slash) & tops
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
