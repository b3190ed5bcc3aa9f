package scan

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// escape reads the escape sequence at i. A pair of surrogate escapes is one.
func escape(body []byte, i int) (end int, flags Flags, f Fault) {
	if i+1 >= len(body) {
		return i, 0, Fault{Truncated, len(body)}
	}
	switch body[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return i + 2, 0, Fault{}
	case 'u':
	default:
		return i, 0, Fault{BadEscape, i}
	}
	unit, ok := hex4(body, i+2)
	if !ok {
		if i+6 > len(body) {
			return i, 0, Fault{Truncated, len(body)}
		}
		return i, 0, Fault{BadEscape, i}
	}
	if unit < utf8.RuneSelf {
		return i + 6, 0, Fault{}
	}
	if !utf16.IsSurrogate(unit) {
		return i + 6, NonASCII, Fault{}
	}
	if low, ok := lowHalf(body, i+6); ok && utf16.DecodeRune(unit, low) != utf8.RuneError {
		return i + 12, NonASCII, Fault{}
	}
	return i + 6, NonASCII | LoneSurrogate, Fault{}
}

func lowHalf(body []byte, i int) (rune, bool) {
	if i+6 > len(body) || body[i] != '\\' || body[i+1] != 'u' {
		return 0, false
	}
	return hex4(body, i+2)
}

func hex4(body []byte, i int) (rune, bool) {
	if i+4 > len(body) {
		return 0, false
	}
	var r rune
	for _, c := range body[i : i+4] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// appendUnescaped appends the value of a string's content, which the scanner
// has accepted.
func appendUnescaped(dst, raw []byte) []byte {
	for {
		i := bytes.IndexByte(raw, '\\')
		if i < 0 {
			return append(dst, raw...)
		}
		r, size := unescape(raw[i:])
		dst = utf8.AppendRune(append(dst, raw[:i]...), r)
		raw = raw[i+size:]
	}
}

// unescape decodes the escape at the start of raw and returns how many bytes
// it takes.
func unescape(raw []byte) (rune, int) {
	switch c := raw[1]; c {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		unit, _ := hex4(raw, 2)
		if !utf16.IsSurrogate(unit) {
			return unit, 6
		}
		if low, ok := lowHalf(raw, 6); ok {
			if r := utf16.DecodeRune(unit, low); r != utf8.RuneError {
				return r, 12
			}
		}
		return utf8.RuneError, 6
	default:
		return rune(c), 2
	}
}

// Is reports whether the value of string node i is text. Unlike a comparison
// with Text it decodes nothing that would have to be kept.
func (v *View) Is(i int, text string) bool {
	n := &v.Nodes[i]
	raw := v.Body[n.Start+1 : n.End-1]
	if n.Flags&Escaped == 0 {
		return alias(raw) == text
	}
	for len(raw) > 0 {
		size, width := 1, 1
		var buf [utf8.UTFMax]byte
		buf[0] = raw[0]
		if raw[0] == '\\' {
			var r rune
			r, size = unescape(raw)
			width = utf8.EncodeRune(buf[:], r)
		}
		if len(text) < width || text[:width] != string(buf[:width]) {
			return false
		}
		raw, text = raw[size:], text[width:]
	}
	return text == ""
}

// SourceOffset returns where in the body the byte at off of string node i's
// value is; len of the value gives the closing quote.
func (v *View) SourceOffset(i, off int) int {
	return v.Advance(i, int(v.Nodes[i].Start)+1, off)
}

// Advance returns the offset in the body of the byte that comes off bytes of
// string node i's value after the one at the body's offset at.
func (v *View) Advance(i, at, off int) int {
	n := &v.Nodes[i]
	if n.Flags&Escaped == 0 {
		return at + off
	}
	for off > 0 {
		size, width := 1, 1
		if v.Body[at] == '\\' {
			var r rune
			r, size = unescape(v.Body[at : n.End-1])
			width = utf8.RuneLen(r)
		}
		if width > off {
			break
		}
		at, off = at+size, off-width
	}
	return at
}

// integral returns the value of a number with a fraction or an exponent if it
// is an integer that fits into an int64: 1.0, 1e2, 120e-1.
func integral(raw string) (int64, bool) {
	mantissa, exp := raw, 0
	for i := 0; i < len(raw); i++ {
		if raw[i]|0x20 == 'e' {
			n, err := strconv.Atoi(raw[i+1:])
			if err != nil || n > 1<<20 || n < -1<<20 {
				return 0, zeroMantissa(raw[:i])
			}
			mantissa, exp = raw[:i], n
			break
		}
	}
	digits := make([]byte, 0, 24)
	for i := 0; i < len(mantissa); i++ {
		if mantissa[i] == '.' {
			exp -= len(mantissa) - i - 1
			continue
		}
		digits = append(digits, mantissa[i])
	}
	for exp < 0 && len(digits) > 1 && digits[len(digits)-1] == '0' {
		digits, exp = digits[:len(digits)-1], exp+1
	}
	if zeroMantissa(mantissa) {
		return 0, true
	}
	if exp < 0 || exp > 19 {
		return 0, false
	}
	for ; exp > 0; exp-- {
		digits = append(digits, '0')
	}
	value, err := strconv.ParseInt(string(digits), 10, 64)
	return value, err == nil
}

func zeroMantissa(m string) bool {
	for i := 0; i < len(m); i++ {
		if '1' <= m[i] && m[i] <= '9' {
			return false
		}
	}
	return true
}
