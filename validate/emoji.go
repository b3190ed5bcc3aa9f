package validate

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

const (
	variation16 = 0xFE0F // asks for the emoji form of the code point before it
	keycap      = 0x20E3
)

// isEmoji reports whether s is one emoji: one grapheme cluster that holds a
// pictograph (Extended_Pictographic), a flag, or a keycap.
func isEmoji(s string) bool {
	if s == "" || uniseg.GraphemeClusterCount(s) != 1 {
		return false
	}
	first, size := utf8.DecodeRuneInString(s)
	if isRegional(first) { // a flag is two of them
		second, _ := utf8.DecodeRuneInString(s[size:])
		return isRegional(second)
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if last == keycap {
		return first == '#' || first == '*' || '0' <= first && first <= '9'
	}
	for _, r := range s {
		if isPictograph(r) {
			return true
		}
	}
	return false
}

func isRegional(r rune) bool { return 0x1F1E6 <= r && r <= 0x1F1FF }

// isPictograph reports whether r is Extended_Pictographic. uniseg does not
// export the property, but its segmentation shows it: by GB11 exactly such a
// code point stays together with a pictograph behind a ZWJ.
func isPictograph(r rune) bool {
	return r > '#' && !isRegional(r) && r != variation16 &&
		uniseg.GraphemeClusterCount(string([]rune{r, 0x200D, 0x2764})) == 1
}
