package builder

import (
	"strconv"

	"github.com/linqlint/linqlint/decorations"
)

// Target is what part of a text is meant: a string for its first occurrence, a
// [decorations.Range] in UTF-16 code units, or a [Place] for anything else.
type Target interface {
	string | decorations.Range | Place
}

// Place is a part of a text that is found when the request is built: an
// occurrence of a substring, or a range in some unit. The zero Place is the
// empty range at the start of the text.
type Place struct {
	unit       placeUnit
	substring  string
	start, end int // of substring: start is the occurrence, from 1
}

type placeUnit uint8

const (
	inUTF16 placeUnit = iota
	inBytes
	inCodePoints
	inWhole
	inSubstring
)

// Nth is the n-th occurrence of substring, from 1. Occurrences do not overlap:
// see [decorations.FindAll].
func Nth(substring string, n int) Place {
	return Place{unit: inSubstring, substring: substring, start: n}
}

// Bytes is the range [start, end) in bytes of the Go string, as slicing and
// package regexp count. An offset inside a code point is reported by Build.
func Bytes(start, end int) Place { return Place{unit: inBytes, start: start, end: end} }

// CodePoints is the range [start, end) in Unicode code points, as a []rune
// counts.
func CodePoints(start, end int) Place { return Place{unit: inCodePoints, start: start, end: end} }

// Whole is the whole text.
func Whole() Place { return Place{unit: inWhole} }

// placeOf is a target as a place; the type switch costs no allocation, since what
// it looks at goes nowhere.
func placeOf[T Target](target T) Place {
	switch t := any(target).(type) {
	case string:
		return Nth(t, 1)
	case decorations.Range:
		return Place{unit: inUTF16, start: t.Start, end: t.End}
	default:
		return any(target).(Place)
	}
}

// lost says why a place is nowhere in a text: the rule and the sentence of the
// diagnostic. The zero lost is none.
type lost struct{ rule, message, hint string }

// The rules that a place may break. Those of package validate see only the
// range in UTF-16 code units, so what is wrong in another unit is said here
// under the same ids.
const (
	ruleSubstring = "builder-substring"
	ruleUTF8      = "builder-utf8"
	ruleOrder     = "decoration-range-order"
	ruleBounds    = "decoration-range-bounds"
	ruleMention   = "mention-range" // in place of the last two
)

// find works out the range over text. A range in UTF-16 code units is returned
// as it is, since the rules check it.
func (p *Place) find(text string) (decorations.Range, lost) {
	switch p.unit {
	case inWhole:
		return decorations.Range{End: decorations.UTF16Len(text)}, lost{}
	case inSubstring:
		return p.occurrence(text)
	case inBytes:
		if l := p.inBounds("byte ", len(text), " bytes"); l.rule != "" {
			return decorations.Range{}, l
		}
		for _, off := range [...]int{p.start, p.end} {
			if _, ok := decorations.ByteToUTF16(text, off); !ok {
				return decorations.Range{}, lost{ruleBounds,
					"byte " + strconv.Itoa(off) + " is inside a code point, but a range must start and end between two of them", ""}
			}
		}
		r, _ := decorations.FromBytes(text, p.start, p.end)
		return r, lost{}
	case inCodePoints:
		if l := p.inBounds("code point ", decorations.CodePointLen(text), " code points"); l.rule != "" {
			return decorations.Range{}, l
		}
		r, _ := decorations.FromCodePoints(text, p.start, p.end)
		return r, lost{}
	}
	return decorations.Range{Start: p.start, End: p.end}, lost{}
}

// inBounds checks what holds in any unit: start ≤ end ≤ length.
func (p *Place) inBounds(unit string, length int, units string) lost {
	start, end := strconv.Itoa(p.start), strconv.Itoa(p.end)
	switch {
	case p.start < 0:
		return lost{ruleOrder, "range starts at " + unit + start + ", but must not start below 0", ""}
	case p.start > p.end:
		return lost{ruleOrder, "range starts at " + unit + start + " and ends at " + unit + end + ", but must not end before it starts", ""}
	case p.end > length:
		return lost{ruleBounds, "range ends at " + unit + end + ", but value has " + strconv.Itoa(length) + units, ""}
	}
	return lost{}
}

// occurrence finds a substring, and says how often it is there when that is less
// than was asked for.
func (p *Place) occurrence(text string) (decorations.Range, lost) {
	if p.substring == "" {
		return decorations.Range{}, lost{ruleSubstring, "the text to decorate is empty, but must have at least one code point", "use Whole() for the whole text"}
	}
	if r, ok := decorations.Find(text, p.substring, p.start); ok {
		return r, lost{}
	}
	wanted := excerpt(p.substring)
	if p.start < 1 {
		return decorations.Range{}, lost{ruleSubstring, "occurrence " + strconv.Itoa(p.start) + " of " + wanted + " is asked for, but occurrences count from 1", ""}
	}
	n := 0
	for range decorations.FindAll(text, p.substring) {
		n++
	}
	if n == 0 {
		return decorations.Range{}, lost{ruleSubstring, wanted + " is not in the text, but what is decorated must be", "occurrences are compared code point by code point: case, spaces and accents count"}
	}
	times := " times"
	if n == 1 {
		times = " time"
	}
	return decorations.Range{}, lost{ruleSubstring, wanted + " is in the text " + strconv.Itoa(n) + times + ", but occurrence " + strconv.Itoa(p.start) + " is asked for", ""}
}

// excerpt is s as a message names it: quoted, and cut where it is long.
func excerpt(s string) string {
	const longest = 40 // code points
	n := 0
	for i := range s {
		if n == longest {
			s = s[:i] + "…"
			break
		}
		n++
	}
	return strconv.Quote(s)
}
