package wire

import "unicode/utf8"

// Obeyed reports whether a terminal may obey r instead of showing it, beyond
// what JSON has no raw form for anyway: DEL, the C1 control characters (U+009B
// begins an escape sequence, as ESC [ does), the line and paragraph separators,
// and what turns the direction of the text around it.
func Obeyed(r rune) bool {
	switch {
	case r < 0x7F:
		return false
	case r <= 0x9F, r == 0x061C, r == 0x200E, r == 0x200F:
		return true
	}
	return 0x2028 <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// Tame returns a JSON text that says the same as text without a code point
// that is [Obeyed]: they stand in strings only, and there an escape means the
// same. It returns text itself if there is nothing to do. What is sent stays as
// its writer has it; this is for what people see.
func Tame(text []byte) []byte {
	var out []byte
	start := 0 // of what is not appended yet
	for i := 0; i < len(text); {
		if text[i] < 0x7F {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if Obeyed(r) {
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
