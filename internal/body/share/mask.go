package share

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/scan"
)

// Mask replaces phone numbers and email addresses in the strings of a body, so
// that it can be shown to others; n is their number. The text need not be JSON.
// A replacement has the same length in UTF-16 code units, so that ranges stay
// valid, and the same form, so that diagnostics stay the same. Equal handles have
// equal replacements; those of different handles differ if the length allows it.
// The time is linear in the body.
func Mask(body string) (masked string, n int) {
	m := masker{numbers: map[string]string{}, emails: map[string]string{}}
	// If the syntax is broken, all of the text counts as a string.
	var v scan.View
	loose := v.Scan([]byte(body)).Code != 0
	m.plain, m.from = decode(body, loose)
	m.body, m.out = body, make([]byte, 0, len(body))
	inString := loose
	for i := 0; i < len(m.plain); {
		// An escaped quotation mark is part of its string.
		if m.plain[i] == '"' && m.source(i, i+1) == `"` && !loose {
			inString = !inString
		}
		i = m.next(i, inString)
	}
	return string(m.out), m.n
}

type masker struct {
	numbers, emails map[string]string
	local           local
	body            string
	// plain is the body without escapes, from where each of its bytes begins in the body.
	plain string
	from  []int
	out   []byte
	n     int
}

// source returns what a stretch of the plain text is in the body.
func (m *masker) source(i, end int) string { return m.body[m.from[i]:m.from[end]] }

// next writes what is at i, masked if it is a handle, and returns its end.
func (m *masker) next(i int, inString bool) int {
	_, size := utf8.DecodeRuneInString(m.plain[i:])
	end := i + size
	if startsWord(m.plain, i) {
		if !inString {
			if after := integer(m.plain, i); after > i {
				return m.replace(i, after, m.number(m.plain[i:after]))
			}
		} else if after := skipped(m.plain, i); after > i {
			end = after
		} else if after := m.address(m.plain, i); after > i {
			return m.replace(i, after, m.email(m.plain[i:after]))
		} else if after := phone(m.plain, i); after > i {
			return m.replace(i, after, m.number(m.plain[i:after]))
		}
	}
	m.out = append(m.out, m.source(i, end)...)
	return end
}

// replace writes mask, which has the UTF-16 code units of the plain text from i to
// end. What is escaped in the body stays escaped.
func (m *masker) replace(i, end int, mask string) int {
	m.n++
	for i < end {
		r, size := utf8.DecodeRuneInString(m.plain[i:])
		source := m.source(i, i+size)
		masked := mask[:width(mask)]
		if r > 0xFFFF && masked != source {
			masked = mask[:2] // two letters, one for each code unit
		}
		mask = mask[len(masked):]
		if masked != m.plain[i:i+size] {
			source = escapedAs(source, masked)
		}
		m.out = append(m.out, source...)
		i += size
	}
	return end
}

func width(text string) int {
	_, size := utf8.DecodeRuneInString(text)
	return size
}

// local is the last run that may be the local part of an address: its end, and the
// end of the address or 0. Both are the same for each start in the run; finding
// them again for each would be quadratic.
type local struct{ end, address int }

// number keeps the plus, the first digit and the separators; the other digits
// become a serial number.
func (m *masker) number(text string) string {
	digits := make([]rune, 0, 15)
	for _, r := range text {
		if zero := zeroOf(r); zero > 0 {
			digits = append(digits, r-zero+'0')
		}
	}
	mask, ok := m.numbers[string(digits)]
	if !ok {
		mask = strconv.Itoa(len(m.numbers) + 1)
		rest := len(digits) - 1
		if len(mask) > rest {
			mask = mask[len(mask)-rest:]
		}
		mask = string(digits[:1]) + strings.Repeat("0", rest-len(mask)) + mask
		m.numbers[string(digits)] = mask
	}
	next := 0
	return strings.Map(func(r rune) rune {
		zero := zeroOf(r)
		if zero == 0 {
			return r
		}
		next++
		return zero + rune(mask[next-1]-'0')
	}, text)
}

// email keeps the @, the dots of the domain and its last label; letters become x,
// and the local part ends in a serial number in letters.
func (m *masker) email(text string) string {
	key := strings.ToLower(text)
	mask, ok := m.emails[key]
	if !ok {
		mask = string(maskEmail(text, len(m.emails)))
		m.emails[key] = mask
	}
	return mask
}

func maskEmail(text string, count int) []byte {
	at := strings.LastIndexByte(text, '@')
	last := strings.LastIndexByte(text, '.')
	var out []byte
	// One letter for each UTF-16 code unit, the unit of ranges.
	for i, r := range text[:last] {
		switch {
		case i == at || i > at && (r == '.' || r == '-'):
			out = append(out, byte(r))
		case r > 0xFFFF:
			out = append(out, "xx"...)
		default:
			out = append(out, 'x')
		}
	}
	local := len(out)
	for i, c := range out {
		if c == '@' {
			local = i
			break
		}
	}
	for i := local - 1; i >= 0 && count > 0; i-- {
		out[i] = 'a' + byte(count%26)
		count /= 26
	}
	return append(out, text[last:]...)
}
