package validate

import "unicode/utf8"

// mark is a set of what a byte can be, for checks that look at each byte once.
type mark uint8

const (
	digit    mark = 1 << iota // 0 to 9
	letter                    // a to z and A to Z
	hexadec                   // 0 to 9, a to f, A to F
	inScheme                  // letters, digits, + - . which a URL's scheme may hold behind its first letter
	blank                     // white space or a control code within ASCII
	wide                      // a byte of a code point outside ASCII
	pathMark                  // / ? # which end the authority of a URL
	hostMark                  // what makes more of an authority than a name, or is no part of one
)

var marks = func() (t [256]mark) {
	for c := range t {
		switch c := byte(c); {
		case '0' <= c && c <= '9':
			t[c] = digit | hexadec | inScheme
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = letter | inScheme
			if c|0x20 <= 'f' {
				t[c] |= hexadec
			}
		case c <= ' ' || c == 0x7f:
			t[c] = blank
		case c >= utf8.RuneSelf:
			t[c] = wide
		}
	}
	for set, bytes := range map[mark]string{inScheme: "+-.", pathMark: "/?#", hostMark: "@:[]<>\"\\^`{|}"} {
		for i := range len(bytes) {
			t[bytes[i]] |= set
		}
	}
	return t
}()

// marksIn returns the marks of all bytes of s together. It and marksOfEach take
// four bytes a turn, since what a loop over bytes costs is mostly its end,
// which the processor cannot foresee.
func marksIn(s string) (all mark) {
	for ; len(s) >= 4; s = s[4:] {
		all |= marks[s[0]] | marks[s[1]] | marks[s[2]] | marks[s[3]]
	}
	for i := range len(s) {
		all |= marks[s[i]]
	}
	return all
}

// marksOfEach returns the marks that every byte of s has; all of them where s
// is empty.
func marksOfEach(s string) mark {
	each := ^mark(0)
	for ; len(s) >= 4; s = s[4:] {
		each &= marks[s[0]] & marks[s[1]] & marks[s[2]] & marks[s[3]]
	}
	for i := range len(s) {
		each &= marks[s[i]]
	}
	return each
}
