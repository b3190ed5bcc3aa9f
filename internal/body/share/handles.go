package share

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// startsWord reports whether i is not preceded by a letter, digit or underscore.
func startsWord(text string, i int) bool {
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_'
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

// separators may be between the digits of a phone number: those of ASCII, and the
// spaces and hyphens that do not break a line.
const separators = " ().-\u00a0\u202f\u2009\u2010\u2011\u2012\u2013"

// phone returns the end of a phone number: an optional plus, then 7 to 15 digits
// with at most two separators between them; two digits are enough after a plus.
func phone(text string, i int) int {
	k, least := i, 7
	switch r, size := utf8.DecodeRuneInString(text[i:]); r {
	case '+', '\uff0b':
		k, least = k+size, 2
	case '(':
		k++
	}
	digits, end := 0, i
	whole, before := 0, i // without the digits behind the last space
	for gap := 0; k < len(text) && gap <= 2 && digits <= 15; {
		r, size := utf8.DecodeRuneInString(text[k:])
		k += size
		switch {
		case zeroOf(r) > 0:
			if k > size && text[k-size-1] == ' ' {
				whole, before = digits, end
			}
			digits++
			gap, end = 0, k
		case digits > 0 && strings.ContainsRune(separators, r):
			gap++
		default:
			gap = 3
		}
	}
	if digits > 15 { // the last ones are of another number
		digits, end = whole, before
	}
	if digits < least || end < len(text) && followsWord(text[end:]) {
		return i
	}
	return end
}

// zeros are the zeros of the decimal digits that people type phone numbers with:
// ASCII, Arabic, Persian, Devanagari and full width.
var zeros = [...]rune{'0', '\u0660', '\u06f0', '\u0966', '\uff10'}

// zeroOf returns the zero of a digit's script; 0 if r is not a digit.
func zeroOf(r rune) rune {
	for _, zero := range zeros {
		if zero <= r && r <= zero+9 {
			return zero
		}
	}
	return 0
}

// integer returns the end of a JSON number of 10 to 15 digits, as long as phone
// numbers are.
func integer(text string, i int) int {
	end := i
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	if end-i < 10 || end-i > 15 || end < len(text) && strings.IndexByte(".eE", text[end]) >= 0 {
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

// localEnd returns the end of a local part. It may have / = ? and & too, but in
// practice they are of the URL around it.
func localEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".!#$%'*+^_`{|}~-", r) {
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
