package decorations

// UnicodeVersion is the version of the Unicode data and of Annex #29 that
// decides where a grapheme cluster ends: that of github.com/rivo/uniseg v0.4.7.
// A device of a later version may join code points that are apart here, and the
// reverse, which is why splitting a cluster is a warning and no error.
const UnicodeVersion = "15.0.0"

// SplitsSurrogate reports whether off, in UTF-16 code units, is inside a
// surrogate pair of s: between the two units of a code point above U+FFFF. It is
// false for an offset out of bounds.
func SplitsSurrogate(s string, off int) bool {
	var x Index
	x.Reset(s)
	return x.SplitsSurrogate(off)
}

// SplitsGrapheme reports whether off, in UTF-16 code units, is inside an
// extended grapheme cluster of s. An offset inside a surrogate pair is. It is
// false for both ends of s and for an offset out of bounds.
func SplitsGrapheme(s string, off int) bool {
	var x Index
	x.Reset(s)
	return x.SplitsGrapheme(off)
}

// Snap returns the least range of whole grapheme clusters of s that holds r. An
// end out of bounds is brought to the nearest end of s first. An empty range
// stays empty at a boundary and becomes the whole cluster inside one. A range
// that starts after its end is returned as it is.
func Snap(s string, r Range) Range {
	var x Index
	x.Reset(s)
	return x.Snap(r)
}
