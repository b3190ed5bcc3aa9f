package validate

// class is a set of what a byte can be, for checks that look at each byte once.
type class uint8

const (
	digit         class = 1 << iota // 0 to 9
	letter                          // a to z and A to Z
	inScheme                        // letters, digits, + - . which a URL's scheme may hold behind its first letter
	blank                           // white space or a control code within ASCII
	wide                            // a byte of a code point outside ASCII
	endsAuthority                   // / ? # which end the authority of a URL
	inTemplate                      // { $ % [ which the marks of a template start with
	notInHost                       // what makes more of an authority than a name, or is not a part of one
)

// classes has the classes of each byte. TestClasses computes it.
var classes = [256]class{
	bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl,
	bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl, bl,
	bl, 0, nh, ea, tm, tm, 0, 0, 0, 0, 0, sc, 0, sc, sc, ea,
	dg, dg, dg, dg, dg, dg, dg, dg, dg, dg, nh, 0, nh, 0, nh, ea,
	nh, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt,
	lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, tn, nh, nh, nh, 0,
	nh, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt,
	lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, lt, tn, nh, nh, 0, bl,
	wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd,
	wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd,
	wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd,
	wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd,
	wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd,
	wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd,
	wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd,
	wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd, wd,
}

// The sets in classes, by names of two letters so that sixteen fit into a line.
const (
	dg = digit | inScheme
	lt = letter | inScheme
	sc = inScheme
	bl = blank
	wd = wide
	ea = endsAuthority
	tm = inTemplate
	nh = notInHost
	tn = inTemplate | notInHost
)

// classesIn returns the classes of all bytes of s together. It and classesOfEach take
// four bytes a turn, since what a loop over bytes costs is mostly its end,
// which the processor cannot foresee.
func classesIn(s string) (all class) {
	for ; len(s) >= 4; s = s[4:] {
		all |= classes[s[0]] | classes[s[1]] | classes[s[2]] | classes[s[3]]
	}
	for i := range len(s) {
		all |= classes[s[i]]
	}
	return all
}

const ones, tops = 0x0101010101010101, 0x8080808080808080

// word returns the first eight bytes of s, the first the lowest: one load.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// isDigits reports whether s has digits only, and some. The last eight bytes of a
// longer one are looked at together, whatever came before them.
func isDigits(s string) bool {
	if len(s) < 8 {
		return s != "" && classesOfEach(s)&digit != 0
	}
	for ; len(s) > 8; s = s[min(8, len(s)-8):] {
		if !eightDigits(word(s)) {
			return false
		}
	}
	return eightDigits(word(s))
}

// eightDigits reports whether each byte of w has the upper half of a digit, 3, and still
// has it when 6 is added.
func eightDigits(w uint64) bool {
	const upper = ones * 0xf0
	return w&upper|(w+ones*6)&upper>>4 == ones*0x33
}

// hasBlankOrWide reports whether a byte of s is blank or wide.
func hasBlankOrWide(s string) bool {
	for ; len(s) >= 8; s = s[8:] {
		if w := word(s); ((w-ones*0x21)|((w^ones*0x7f)-ones)|w)&tops != 0 {
			return true
		}
	}
	return classesIn(s)&(blank|wide) != 0
}

// classesOfEach returns the classes that every byte of s has; all of them where s
// is empty.
func classesOfEach(s string) class {
	each := ^class(0)
	for ; len(s) >= 4; s = s[4:] {
		each &= classes[s[0]] & classes[s[1]] & classes[s[2]] & classes[s[3]]
	}
	for i := range len(s) {
		each &= classes[s[i]]
	}
	return each
}
