package decorations

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// Slice returns the part of s that is under r. It reports false, with "", when
// r is out of bounds, starts after its end, or splits a surrogate pair.
func Slice(s string, r Range) (string, bool) {
	start, ok := UTF16ToByte(s, r.Start)
	if !ok {
		return "", false
	}
	n, ok := UTF16ToByte(s[start:], r.End-r.Start)
	if !ok {
		return "", false
	}
	return s[start : start+n], true
}

// Find returns the range of the n-th occurrence of substr in s, counted from 1.
// Occurrences are those of [FindAll]. It reports false, with the zero Range,
// when there are fewer than n, when n is below 1, and when substr is empty.
func Find(s, substr string, n int) (Range, bool) {
	for r := range FindAll(s, substr) {
		if n--; n == 0 {
			return r, true
		}
	}
	return Range{}, false
}

// FindAll iterates over the ranges of all occurrences of substr in s, from left to
// right. They do not overlap: the search continues after the end of the last one, as
// in [strings.Count], so "aa" occurs once in "aaa". Code points are compared exactly,
// without folding case or normalizing. An occurrence may end inside a grapheme
// cluster, and [Snap] widens it. An empty substr does not occur. In a string that is
// not valid UTF-8, a match that starts or ends inside a code point does not count.
func FindAll(s, substr string) iter.Seq[Range] {
	return func(yield func(Range) bool) {
		if substr == "" {
			return
		}
		units := UTF16Len(substr)
		done, from, at := 0, 0, 0 // bytes counted so far, bytes searched so far, UTF-16 offset of done
		for {
			i := strings.Index(s[from:], substr)
			if i < 0 {
				return
			}
			i += from
			if insideCodePoint(s, i) || insideCodePoint(s, i+len(substr)) {
				from = i + 1
				continue
			}
			at += UTF16Len(s[done:i])
			if !yield(Range{at, at + units}) {
				return
			}
			done, from, at = i+len(substr), i+len(substr), at+units
		}
	}
}

// insideCodePoint reports whether the byte offset i is inside the UTF-8 of a code
// point of s. Only the last byte before i that does not continue a sequence can
// start one that reaches past i.
func insideCodePoint(s string, i int) bool {
	if i <= 0 || i >= len(s) || utf8.RuneStart(s[i]) {
		return false
	}
	start := i
	for start > 0 && start > i-utf8.UTFMax && !utf8.RuneStart(s[start]) {
		start--
	}
	_, size := utf8.DecodeRuneInString(s[start:])
	return start+size > i
}
