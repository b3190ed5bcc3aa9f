package ruledoc

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An example at a limit has thousands of code points. A repetition in it is written
// once: 🎉⟨×10001⟩. The angle brackets are U+27E8 and U+27E9, which no example has,
// so they cannot be mistaken for a part of the body.

const (
	minRun    = 16  // repetitions of one code point that are written once
	minRepeat = 4   // repetitions of a longer unit that are written once
	maxUnit   = 40  // code points of the longest unit
	maxLeaf   = 160 // code points of a string or a line that is shown whole
	leafHead  = 80  // code points kept at the front of a longer one
	leafTail  = 24  // code points kept at its end
)

// abbreviate shortens one line of a body: its repetitions, and then the middle if
// it is still too long.
func abbreviate(text string) string {
	out := units(text)
	if len(out) > maxLeaf {
		cut := len(out) - leafHead - leafTail
		tail := out[len(out)-leafTail:]
		out = append(out[:leafHead:leafHead], marker(strconv.Itoa(cut)+" more"))
		out = append(out, tail...)
	}
	return strings.Join(out, "")
}

// spelled returns a message with invisible code points named and repetitions
// written once. It is never truncated.
func spelled(text string) string { return strings.Join(units(text), "") }

// units splits a text into code points and repetitions. Invalid bytes and invisible
// code points are named.
func units(text string) []string {
	var out []string
	runes := points(text)
	for i := 0; i < len(runes); {
		unit, times := repetition(runes[i:])
		out = append(out, runes[i:i+unit]...)
		if times > 1 {
			out = append(out, marker("×"+strconv.Itoa(times)))
		}
		i += unit * times
	}
	return out
}

func marker(text string) string { return "⟨" + text + "⟩" }

// points splits a text into code points, invisible ones named.
func points(text string) []string {
	out := make([]string, 0, len(text))
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case r == utf8.RuneError && size == 1:
			out = append(out, marker("byte "+hex(rune(text[0]), 2)))
		case invisible(r):
			out = append(out, marker("U+"+hex(r, 4)))
		default:
			out = append(out, text[:size])
		}
		text = text[size:]
	}
	return out
}

// invisible reports whether r cannot be seen on a page. Joiners do not count: emoji
// need them.
func invisible(r rune) bool {
	switch r {
	case ' ', '\u200c', '\u200d':
		return false
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

func hex(r rune, digits int) string {
	s := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	return strings.Repeat("0", max(digits-len(s), 0)) + s
}

// repetition returns the length of the unit at the start of the code points and how
// often it repeats there. A repetition that is not worth a marker is one unit of
// one code point.
func repetition(runes []string) (unit, times int) {
	for unit := 1; unit <= maxUnit && 2*unit <= len(runes); unit++ {
		times := 1
		for at := unit; at+unit <= len(runes) && equal(runes[:unit], runes[at:at+unit]); at += unit {
			times++
		}
		if unit == 1 && times >= minRun || unit > 1 && times >= minRepeat && times*unit >= 3*minRun {
			return unit, times
		}
	}
	return 1, 1
}

func equal(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
