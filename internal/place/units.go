package place

// Units turns byte offsets of one text into offsets in UTF-16 code units, in any
// order. It keeps one count for every stride bytes, so that each offset costs a
// short walk.
type Units struct {
	text   string
	counts []int
}

const stride = 256 // bytes

// UnitsIn returns the Units of text, which must be valid UTF-8.
func UnitsIn(text string) Units {
	u := Units{text: text, counts: make([]int, 0, len(text)/stride+1)}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			u.counts = append(u.counts, n)
		}
		n += unitsOf(text[i])
	}
	return u
}

// unitsOf counts a code point at its first byte: continuation bytes count
// nothing, and the first byte of a four-byte sequence counts a pair.
func unitsOf(b byte) int {
	switch {
	case b&0xC0 == 0x80:
		return 0
	case b >= 0xF0:
		return 2
	}
	return 1
}

// At returns how many UTF-16 code units are before the byte offset. An offset
// after the end of the text means that end.
func (u Units) At(offset int) int {
	offset = min(offset, len(u.text))
	block := min(offset/stride, len(u.counts)-1)
	if block < 0 {
		return 0
	}
	n := u.counts[block]
	for i := block * stride; i < offset; i++ {
		n += unitsOf(u.text[i])
	}
	return n
}
