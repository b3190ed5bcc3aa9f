package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsControl reports whether r can drive a terminal, beyond the control
// characters that JSON escapes anyway: DEL, the C1 control characters (U+009B
// begins an escape sequence, as ESC [ does), the line and paragraph separators,
// and what changes the direction of the text around it.
func IsControl(r rune) bool {
	switch {
	case r < 0x7F:
		return false
	case r <= 0x9F, r == 0x061C, r == 0x200E, r == 0x200F:
		return true
	}
	return 0x2028 <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// EscapeControls returns a JSON text that means the same as text and has no code
// point for which [IsControl] is true: they occur in strings only, where an
// escape means the same. It returns text itself if there is nothing to do. It is
// for what people see, not for what is sent.
func EscapeControls(text []byte) []byte {
	var out []byte
	start := 0 // of what is not appended yet
	for i := 0; i < len(text); {
		if text[i] < 0x7F {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if IsControl(r) {
			out = append(append(out, text[start:i]...), '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
			start = i + size
		}
		i += size
	}
	if start == 0 {
		return text
	}
	return append(out, text[start:]...)
}

// Visible returns text as a terminal can safely show it: control characters are
// replaced by their pictures, invalid UTF-8 by U+FFFD, and bidirectional controls
// and invisible code points by their numbers. A payload must not be able to forge
// a report or to control a terminal.
func Visible(text string) string {
	clean := true
	for i := 0; i < len(text) && clean; i++ {
		clean = text[i] >= ' ' && text[i] < 0x7F
	}
	if clean {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			b.WriteRune(utf8.RuneError)
			continue
		}
		b.WriteString(visibleRune(r))
	}
	return b.String()
}

// visibleRune returns how one code point is shown.
func visibleRune(r rune) string {
	switch {
	case r < ' ':
		return string('\u2400' + r)
	case r == 0x7F:
		return "\u2421"
	case IsControl(r), isInvisible(r):
		return codePoint(r)
	}
	return string(r)
}

// isInvisible reports whether r is another format character that emoji and
// scripts do not need: they need the joiners (U+200C, U+200D), and tags and soft
// hyphens do no harm.
func isInvisible(r rune) bool {
	switch {
	case r < 0x200B:
		return false
	case r == 0x200B, r == 0xFEFF, 0x2060 <= r && r <= 0x206F:
		return true
	}
	return unicode.Is(unicode.Co, r)
}

// codePoint returns <U+202E> for U+202E.
func codePoint(r rune) string {
	const digits = "0123456789ABCDEF"
	out := ""
	for r > 0 || len(out) < 4 {
		out = string(digits[r&15]) + out
		r >>= 4
	}
	return "<U+" + out + ">"
}
