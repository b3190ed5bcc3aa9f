package spelling

// Fold returns a name without case and separators: happyBirthday, happy-birthday
// and HAPPY_BIRTHDAY are one.
func Fold(name string) string {
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c == 0 || fold(c) != c) {
			return string(appendFold(make([]byte, 0, len(name)), name))
		}
	}
	return name // most are folded
}

func appendFold(b []byte, name string) []byte {
	for i := range len(name) {
		if c := fold(name[i]); c != 0 {
			b = append(b, c)
		}
	}
	return b
}

// FoldsTo reports whether Fold(name) is folded.
func FoldsTo(name, folded string) bool {
	n := 0
	for i := range len(name) {
		c := fold(name[i])
		if c == 0 {
			continue
		}
		if n == len(folded) || folded[n] != c {
			return false
		}
		n++
	}
	return n == len(folded)
}

// fold returns a byte of a name in lower case, 0 for a separator.
func fold(c byte) byte {
	switch {
	case 'a' <= c && c <= 'z':
		return c
	case c == '_' || c == '-' || c == ' ' || c == '.' || c == 0:
		return 0
	case 'A' <= c && c <= 'Z':
		return c | 0x20
	}
	return c
}
