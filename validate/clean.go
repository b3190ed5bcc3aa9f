package validate

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/linqlint/linqlint/internal/wire"
)

// isInvisible reports whether r is a format character that cannot be seen, which
// comes along when a handle is copied: rules.md lists them.
func isInvisible(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2069 || r == 0xFEFF
}

// isUnseen reports whether r leaves a bubble empty: white space, a format
// character, a filler, or a mark that only changes what is before it.
func isUnseen(r rune) bool {
	if isLetterSurely(r) {
		return false
	}
	switch r {
	case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0:
		return true
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}

// isLetterSurely reports whether r is in a range of code points, all of which can
// be seen, that texts of the common scripts start with. It spares the tables.
func isLetterSurely(r rune) bool {
	return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || 0xC0 <= r && r < 0x300 || 0x391 <= r && r <= 0x52F || // Latin, Greek, Cyrillic
		0x620 <= r && r <= 0x64A || 0x904 <= r && r <= 0x939 || 0x3041 <= r && r < 0x3097 || 0x30A1 <= r && r < 0x3100 || // Arabic, Devanagari, Kana
		0x4E00 <= r && r <= 0x9FFF || 0xAC00 <= r && r <= 0xD7A3 // Chinese, Korean
}

// handlePrefixes are what programs write before an address.
var handlePrefixes = []string{"mailto:", "tel:", "sms:", "smsto:", "whatsapp:", "imessage:"}

// cleaned is a handle without what does not belong to it, and what that was.
type cleaned struct {
	handle    string
	invisible []rune // each once
	prefix    string
	brackets  bool
	digits    bool // digits or a plus sign outside ASCII
}

// cleanHandle takes off what people and programs add to a handle: invisible
// characters, a prefix, angle brackets, and digits that are not in ASCII.
func cleanHandle(s string) (c cleaned) {
	if c.handle = s; classesIn(s)&wide != 0 {
		c.handle = strings.Map(c.ascii, s)
	}
	c.handle = strings.TrimFunc(c.handle, unicode.IsSpace)
	if trimmed := strings.TrimSuffix(strings.TrimPrefix(c.handle, "<"), ">"); trimmed != c.handle {
		c.handle, c.brackets = trimmed, true
	}
	for _, prefix := range handlePrefixes {
		if len(c.handle) > len(prefix) && strings.EqualFold(c.handle[:len(prefix)], prefix) {
			c.prefix = prefix
			c.handle = strings.TrimFunc(strings.TrimPrefix(c.handle[len(prefix):], "//"), unicode.IsSpace)
		}
	}
	return c
}

// ascii returns what a code point of a handle is in ASCII, and -1 for an invisible one.
func (c *cleaned) ascii(r rune) rune {
	switch {
	case isInvisible(r):
		if !strings.ContainsRune(string(c.invisible), r) {
			c.invisible = append(c.invisible, r)
		}
		return -1
	case r == '＋' || r == '﹢':
		c.digits = true
		return '+'
	case r >= 0x80 && unicode.Is(unicode.Nd, r):
		c.digits = true
		return '0' + decimal(r)
	}
	return r
}

// decimal returns the value of a decimal digit. Unicode has them in runs of ten.
func decimal(r rune) rune {
	n := rune(0)
	for unicode.Is(unicode.Nd, r-n-1) {
		n++
	}
	return n % 10
}

// hint says what to leave out, or "".
func (c *cleaned) hint() string {
	var parts []string
	if len(c.invisible) > 0 {
		names := make([]string, len(c.invisible))
		for i, r := range c.invisible {
			names[i] = "U+" + strings.ToUpper(strconv.FormatInt(int64(r), 16))
		}
		parts = append(parts, "remove "+wire.List(names, "and")+", which cannot be seen")
	}
	if c.prefix != "" {
		parts = append(parts, `remove "`+c.prefix+`"`)
	}
	if c.brackets {
		parts = append(parts, "remove the angle brackets")
	}
	if c.digits {
		parts = append(parts, "digits and + must be ASCII")
	}
	return strings.Join(parts, "; ")
}
