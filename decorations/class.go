package decorations

import "unicode/utf8"

// class is what the tables of this package know about a code point. It is less than
// Annex #29 distinguishes, but enough to tell that most boundaries between two code
// points are boundaries between two clusters; for the others, uniseg is asked. The
// ranges cover what messages are written in, and a test checks every code point in
// them against uniseg.
type class uint8

const (
	// unsure is the class of all other code points: CR, which joins to LF; U+200D,
	// which joins pictographs; single jamo, which join to syllables; the few that
	// join to whatever follows them (Prepend); and scripts that are not listed.
	unsure class = iota

	// base code points join only to unsure ones and to the tails after them. Their
	// properties are Other, Control, LF, LV, LVT and Extended_Pictographic.
	base

	// tail code points join to the one before them and to none after them, except
	// inside a conjunct. Their property is Extend.
	tail

	// vowel code points are tails with the property SpacingMark, which end every
	// conjunct.
	vowel

	// letter code points are consonants that a linker joins to the consonant before
	// them; otherwise they are like base.
	letter

	// regional code points are the regional indicators, which join in pairs.
	regional
)

// divides reports whether there is always a cluster boundary between a code point
// of class before and one of class after, so that segmentation may also start
// there. If it is false, there may or may not be one.
//
// By rule GB999 there is a boundary where no other rule joins. The rules that look
// at the code point after it join tails, single jamo and LF (GB3, GB6 to GB9a), the
// LF to a CR only; those that look at the one before it join from Prepend (GB9b),
// from a mark to a consonant (GB9c), from U+200D (GB11) and from one regional
// indicator to another (GB12).
func divides(before, after class) bool { return divided[before]>>after&1 != 0 }

// divided has a bit for each class after, by the class before.
var divided = [...]uint8{
	base:     1<<base | 1<<letter | 1<<regional,
	vowel:    1<<base | 1<<letter | 1<<regional,
	letter:   1<<base | 1<<letter | 1<<regional,
	tail:     1<<base | 1<<regional,
	regional: 1<<base | 1<<letter,
}

// classOf returns the class of r.
func classOf(r rune) class {
	page := uint(r) / pageSize
	if page >= uint(len(classTable.pages)) {
		return unsure
	}
	return classTable.details[classTable.pages[page]][uint(r)%pageSize]
}

// classAfter returns the class of the code point that starts at byte b.
func (x *Index) classAfter(b int) class {
	c := x.text[b]
	if c < utf8.RuneSelf {
		return ascii(c)
	}
	if rest := x.text[b:]; x.valid {
		// The bytes before the last one give the page.
		page := uint(c & 0x1F)
		switch {
		case c >= 0xF0:
			page = uint(c&0x07)<<12 | uint(rest[1]&0x3F)<<6 | uint(rest[2]&0x3F)
			rest = rest[2:]
		case c >= 0xE0:
			page = uint(c&0x0F)<<6 | uint(rest[1]&0x3F)
			rest = rest[1:]
		}
		if page >= uint(len(classTable.pages)) {
			return unsure
		}
		return classTable.details[classTable.pages[page]][rest[1]%pageSize]
	}
	r, _ := utf8.DecodeRuneInString(x.text[b:])
	return classOf(r)
}

// classBefore returns the class of the code point that ends at byte b.
func (x *Index) classBefore(b int) class {
	c := x.text[b-1]
	if c < utf8.RuneSelf {
		return ascii(c)
	}
	if x.valid {
		if b -= 2; x.text[b] < 0xC0 {
			if b--; x.text[b] < 0xC0 {
				b--
			}
		}
		return x.classAfter(b)
	}
	r, _ := utf8.DecodeLastRuneInString(x.text[:b])
	return classOf(r)
}

// ascii is classOf for ASCII.
func ascii(c byte) class {
	if c == '\r' {
		return unsure
	}
	return base
}

const (
	pageSize = 64 // code points: those that differ only in the last byte of UTF-8
	allPages = 0x40000 / pageSize
)

// table has the class of each code point below U+40000: the page gives the
// detail, and the detail gives the class. In the first details all code points have
// the class whose number is the detail's index. class_table.go has it, computed from
// classes.
type table struct {
	pages   [allPages]uint8
	details [64][pageSize]class
}

// classes is in ascending order; code points in no range are unsure.
var classes = [...]struct {
	first, last rune
	class       class
}{
	{0x0000, 0x000C, base}, // controls: nothing joins to LF but CR
	{0x000E, 0x02FF, base}, // Latin
	{0x0300, 0x036F, tail}, // combining diacritical marks
	{0x0370, 0x0482, base}, // Greek, Cyrillic
	{0x048A, 0x0590, base}, // Cyrillic, Armenian
	{0x05D0, 0x05F4, base}, // Hebrew letters
	{0x0620, 0x064A, base}, // Arabic letters
	{0x064B, 0x065F, tail}, // Arabic vowel signs
	{0x0660, 0x066F, base}, // Arabic digits
	{0x0671, 0x06D5, base}, // Arabic letters of other languages
	{0x0900, 0x0902, tail}, // Devanagari, here and to 0x0980
	{0x0903, 0x0903, vowel},
	{0x0904, 0x0914, base},
	{0x0915, 0x0939, letter},
	{0x093A, 0x093A, tail},
	{0x093B, 0x093B, vowel},
	{0x093C, 0x093C, tail},
	{0x093D, 0x093D, base},
	{0x093E, 0x0940, vowel},
	{0x0941, 0x0948, tail},
	{0x0949, 0x094C, vowel},
	{0x094D, 0x094D, tail},
	{0x094E, 0x094F, vowel},
	{0x0950, 0x0950, base},
	{0x0951, 0x0957, tail},
	{0x0958, 0x095F, letter},
	{0x0960, 0x0961, base},
	{0x0962, 0x0963, tail},
	{0x0964, 0x0977, base},
	{0x0978, 0x097F, letter},
	{0x0980, 0x0980, base},
	{0x0E00, 0x0E30, base}, // Thai, here and to 0x0E7F
	{0x0E31, 0x0E31, tail},
	{0x0E32, 0x0E32, base},
	{0x0E33, 0x0E33, vowel},
	{0x0E34, 0x0E3A, tail},
	{0x0E3B, 0x0E46, base},
	{0x0E47, 0x0E4E, tail},
	{0x0E4F, 0x0E7F, base},
	{0x1E00, 0x200B, base}, // Latin, Greek, spaces
	{0x200E, 0x20CF, base}, // punctuation, directions, currencies
	{0x20D0, 0x20F0, tail}, // combining marks for symbols, the keycap among them
	{0x20F1, 0x2CEE, base}, // letter-like, arrows, mathematics, dingbats
	{0x2E00, 0x3029, base}, // punctuation, CJK radicals
	{0x3030, 0x3098, base}, // Hiragana
	{0x309B, 0xA66E, base}, // Katakana, CJK ideographs, Yi
	{0xAC00, 0xD7A3, base}, // Hangul syllables: only single jamo join to them
	{0xF900, 0xFB1D, base}, // CJK compatibility ideographs, ligatures
	{0xFB1F, 0xFDFF, base}, // Hebrew and Arabic presentation forms
	{0xFE00, 0xFE0F, tail}, // variation selectors
	{0xFE30, 0xFF9D, base}, // fullwidth forms
	{0xFFFC, 0xFFFF, base}, // U+FFFD, and so every invalid byte
	{0x1F000, 0x1F1E5, base},
	{0x1F1E6, 0x1F1FF, regional},
	{0x1F200, 0x1F3FA, base}, // pictographs
	{0x1F3FB, 0x1F3FF, tail}, // skin tones
	{0x1F400, 0x1FAFF, base}, // pictographs
	{0x20000, 0x3FFFF, base}, // CJK ideographs
}
