package share

import (
	"strconv"
	"strings"
	"unicode"
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
	out := make([]byte, 0, len(body))
	// If the syntax is broken, all of the text counts as a string.
	var v scan.View
	loose := v.Scan([]byte(body)).Code != 0
	inString := loose
	for i := 0; i < len(body); {
		c := body[i]
		if c == '"' && !loose {
			inString = !inString
		}
		if c == '\\' && inString && i+1 < len(body) { // an escape is not part of a handle
			size := 2
			if body[i+1] == 'u' {
				size = min(6, len(body)-i)
			}
			out = append(out, body[i:i+size]...)
			i += size
			continue
		}
		if inString && startsWord(body, i) {
			if end := skipped(body, i); end > i {
				out = append(out, body[i:end]...)
				i = end
				continue
			}
			if end := m.address(body, i); end > i {
				out = append(out, m.email(body[i:end])...)
				i, n = end, n+1
				continue
			}
			if end := phone(body, i); end > i {
				out = append(out, m.number(body[i:end])...)
				i, n = end, n+1
				continue
			}
		}
		out = append(out, c)
		i++
	}
	return string(out), n
}

type masker struct {
	numbers, emails map[string]string
	local           local
}

// local is the last run that may be the local part of an address: its end, and the
// end of the address or 0. Both are the same for each start in the run; finding
// them again for each would be quadratic.
type local struct{ end, address int }

// number keeps the plus, the first digit and the separators; the other digits
// become a serial number.
func (m *masker) number(text string) string {
	digits := make([]byte, 0, 15)
	for i := 0; i < len(text); i++ {
		if isDigit(text[i]) {
			digits = append(digits, text[i])
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
	out := []byte(text)
	next := 0
	for i := range out {
		if isDigit(out[i]) {
			out[i] = mask[next]
			next++
		}
	}
	return string(out)
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

// startsWord reports whether i is not preceded by a letter, digit or underscore.
func startsWord(text string, i int) bool {
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' || escapeBefore(text, i)
}

// escapeBefore reports whether the letter before i ends an escape such as \n,
// which is white space.
func escapeBefore(text string, i int) bool {
	slashes := 0
	for k := i - 2; k >= 0 && text[k] == '\\'; k-- {
		slashes++
	}
	return slashes%2 == 1
}

// skipped returns the end of a UUID or a date, which look like phone numbers.
func skipped(text string, i int) int {
	if matches(text[i:], "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh") {
		return i + 36
	}
	if matches(text[i:], "dddd-dd-dd") {
		end := i + 10
		for end < len(text) && (isDigit(text[end]) || strings.IndexByte("T:.+-Z", text[end]) >= 0) {
			end++
		}
		return end
	}
	return i
}

// matches reports whether text begins with pattern: h is a hexadecimal digit, d a
// digit, anything else itself.
func matches(text, pattern string) bool {
	if len(text) < len(pattern) {
		return false
	}
	for i := 0; i < len(pattern); i++ {
		c := text[i]
		switch pattern[i] {
		case 'h':
			if !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'f') {
				return false
			}
		case 'd':
			if !isDigit(c) {
				return false
			}
		default:
			if c != pattern[i] {
				return false
			}
		}
	}
	return true
}

// phone returns the end of a phone number: an optional plus, then 7 to 15 digits
// with at most two separators between them; two digits are enough after a plus.
func phone(text string, i int) int {
	k, least := i, 7
	if text[k] == '+' {
		k, least = k+1, 2
	} else if text[k] == '(' {
		k++
	}
	digits, end := 0, i
	for gap := 0; k < len(text) && gap <= 2 && digits <= 15; k++ {
		c := text[k]
		switch {
		case isDigit(c):
			digits++
			gap, end = 0, k+1
		case digits > 0 && strings.IndexByte(" ().-", c) >= 0:
			gap++
		default:
			gap = 3
		}
	}
	if digits < least || digits > 15 || end < len(text) && followsWord(text[end:]) {
		return i
	}
	return end
}

// followsWord reports whether text starts with a letter, digit or underscore.
func followsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_'
}

// address returns the end of an email address that begins at i: a local part, an
// @, a domain with a dot. Calls must have ascending i.
func (m *masker) address(text string, i int) int {
	if i >= m.local.end {
		m.local.end = localEnd(text, i)
		m.local.address = domainEnd(text, m.local.end)
	}
	if m.local.end == i || !utf8.RuneStart(text[i]) {
		return i
	}
	return max(m.local.address, i)
}

func localEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".!#$%&'*+/=?^_`{|}~-", r) {
			break
		}
		i += size
	}
	return i
}

// domainEnd returns the end of an @ and a domain with a dot, or 0.
func domainEnd(text string, at int) int {
	if at >= len(text) || text[at] != '@' {
		return 0
	}
	end, dot := at+1, -1
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if r == '.' && end > at+1 && end+1 < len(text) && followsWord(text[end+1:]) {
			dot = end
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' {
			break
		}
		end += size
	}
	if dot < 0 {
		return 0
	}
	return end
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
