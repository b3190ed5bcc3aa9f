package decorations

// UnicodeVersion is the version of the Unicode data that decides where a grapheme
// cluster ends: that of github.com/rivo/uniseg v0.4.7. The rules are those of
// Unicode 15.1 and later: GB9c, by which a consonant, a virama and a consonant of
// an Indic script are one cluster, is added with its table of Unicode 17.0. A
// device of another version may divide a text differently, which is why splitting
// a cluster is a warning and not an error.
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

// Snap returns the smallest range of whole grapheme clusters of s that contains r. An
// end out of bounds counts as the nearest end of s. An empty range stays empty at a
// boundary, and becomes the whole cluster inside one. A range that starts after its
// end is returned unchanged.
func Snap(s string, r Range) Range {
	var x Index
	x.Reset(s)
	return x.Snap(r)
}
