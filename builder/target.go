package builder

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/wire"
)

// Target selects a part of a text: a string selects its first occurrence, a
// [decorations.Range] is in UTF-16 code units, and a [Place] is anything else. A
// [Rich] is for [Spans]; elsewhere it selects the first occurrence of its text.
// Build warns about a string that occurs more than once: see [Nth] and [All].
type Target interface {
	string | decorations.Range | Place | Rich
}

// Place is a part of a text: an occurrence of a substring, which Build finds, or
// a range in some unit. The zero Place is the empty range at the start.
type Place struct {
	unit       placeUnit
	substring  string
	start, end int   // of substring: start is the occurrence, from 1
	bare       bool  // of substring: the occurrence was not said
	rich       *Rich // the pieces of substring, nil for plain text
}

type placeUnit uint8

const (
	inUTF16 placeUnit = iota
	inBytes
	inCodePoints
	inWhole
	inSubstring
	inEach
)

// Nth selects the n-th occurrence of substring, from 1. Occurrences do not
// overlap: see [decorations.FindAll]. One that starts or ends inside a grapheme
// cluster does not count: 👋 is not in 👋🏽.
func Nth(substring string, n int) Place {
	return Place{unit: inSubstring, substring: substring, start: n}
}

// All selects every occurrence of substring, each for a decoration or a sticker of
// its own. A mention takes the first.
func All(substring string) Place { return Place{unit: inEach, substring: substring, start: 1} }

// ByteRange selects the range [start, end) in bytes of the Go string, as used by
// slicing and package regexp. Build reports an offset inside a code point.
func ByteRange(start, end int) Place { return Place{unit: inBytes, start: start, end: end} }

// CodePointRange selects the range [start, end) in Unicode code points, as in a
// []rune.
func CodePointRange(start, end int) Place { return Place{unit: inCodePoints, start: start, end: end} }

// Whole selects the whole text.
func Whole() Place { return Place{unit: inWhole} }

// placeOf converts a target. The type switch does not allocate, since the value
// does not escape.
func placeOf[T Target](target T) Place {
	switch t := any(target).(type) {
	case string:
		return Place{unit: inSubstring, substring: t, start: 1, bare: true}
	case Rich:
		return Place{unit: inSubstring, substring: t.text, start: 1, bare: true, rich: &t}
	case decorations.Range:
		return Place{unit: inUTF16, start: t.Start, end: t.End}
	default:
		return any(target).(Place)
	}
}

// placeFault is the diagnostic for a place that is not in its text. The zero
// placeFault is none.
type placeFault struct{ rule, message, hint string }

// The rules for places. Package validate checks ranges in UTF-16 code units only,
// so faults in other units are reported here with the same rules.
const (
	ruleSubstring = "builder-substring"
	ruleAmbiguous = "builder-substring-ambiguous"
	ruleUTF8      = "builder-utf8"
	ruleOrder     = "decoration-range-order"
	ruleBounds    = "decoration-range-bounds"
	ruleMention   = "mention-range" // in place of the last two
	ruleSticker   = "sticker-range" // the same
)

// find returns the range in text. A range in UTF-16 code units is returned
// unchanged: package validate checks it.
func (p *Place) find(text string) (decorations.Range, placeFault) {
	switch p.unit {
	case inWhole:
		return decorations.Range{End: decorations.UTF16Len(text)}, placeFault{}
	case inSubstring, inEach:
		return p.occurrence(text)
	case inBytes:
		if l := p.inBounds("byte ", len(text), " bytes"); l.rule != "" {
			return decorations.Range{}, l
		}
		for _, off := range [...]int{p.start, p.end} {
			if _, ok := decorations.ByteToUTF16(text, off); !ok {
				return decorations.Range{}, placeFault{ruleBounds,
					"byte " + strconv.Itoa(off) + " is inside a code point", ""}
			}
		}
		r, _ := decorations.FromBytes(text, p.start, p.end)
		return r, placeFault{}
	case inCodePoints:
		if l := p.inBounds("code point ", decorations.CodePointLen(text), " code points"); l.rule != "" {
			return decorations.Range{}, l
		}
		r, _ := decorations.FromCodePoints(text, p.start, p.end)
		return r, placeFault{}
	}
	return decorations.Range{Start: p.start, End: p.end}, placeFault{}
}

// inBounds checks 0 ≤ start ≤ end ≤ length in any unit.
func (p *Place) inBounds(unit string, length int, units string) placeFault {
	start, end := strconv.Itoa(p.start), strconv.Itoa(p.end)
	switch {
	case p.start < 0:
		return placeFault{ruleOrder, "range starts at " + unit + start + ", but the first is 0", ""}
	case p.start > p.end:
		return placeFault{ruleOrder, "range ends before it starts: it starts at " + unit + start + " and ends at " + unit + end, ""}
	case p.end > length:
		return placeFault{ruleBounds, "range ends at " + unit + end + ", but value has " + strconv.Itoa(length) + units, ""}
	}
	return placeFault{}
}

// each returns a place for every occurrence of the substring of All, and the place
// itself for anything else or if there is none.
func (p Place) each(text string) []Place {
	if p.unit != inEach || p.substring == "" {
		return []Place{p}
	}
	var out []Place
	var index decorations.Index
	index.Reset(text)
	for r := range decorations.FindAll(text, p.substring) {
		if index.WholeClusters(r) {
			out = append(out, placeOf(r))
		}
	}
	if out == nil {
		out = []Place{p}
	}
	return out
}

// ambiguous returns the warning for a substring that occurs more than once if it
// was not said which is meant.
func (p *Place) ambiguous(text string) placeFault {
	if !p.bare || p.substring == "" {
		return placeFault{}
	}
	first := strings.Index(text, p.substring)
	if first < 0 || !strings.Contains(text[first+len(p.substring):], p.substring) {
		return placeFault{}
	}
	_, n := nthWhole(text, p.substring, 0)
	if n < 2 {
		return placeFault{}
	}
	return placeFault{ruleAmbiguous, excerpt(p.substring) + " occurs " + strconv.Itoa(n) + " times; the first is used",
		"use Nth or All to say which, or Spans to build the text from pieces"}
}

// occurrence finds a substring. The fault has the number of occurrences.
func (p *Place) occurrence(text string) (decorations.Range, placeFault) {
	if p.substring == "" {
		return decorations.Range{}, placeFault{ruleSubstring, "the target is an empty text", "use Whole() for the whole text"}
	}
	r, n := nthWhole(text, p.substring, p.start)
	if n == p.start && n > 0 {
		return r, placeFault{}
	}
	wanted := excerpt(p.substring)
	switch {
	case p.start < 1:
		return decorations.Range{}, placeFault{ruleSubstring, "occurrence " + strconv.Itoa(p.start) + " of " + wanted + " requested, but the first is 1", ""}
	case n == 0 && strings.Contains(text, p.substring):
		return decorations.Range{}, placeFault{ruleSubstring, wanted + " is in the text only inside a grapheme cluster", "decorate all of it"}
	case n == 0:
		return decorations.Range{}, placeFault{ruleSubstring, wanted + " is not in the text", missingHint(text, p.substring)}
	}
	times := " times"
	if n == 1 {
		times = " time"
	}
	return decorations.Range{}, placeFault{ruleSubstring, wanted + " occurs " + strconv.Itoa(n) + times + ", but occurrence " + strconv.Itoa(p.start) + " is requested", ""}
}

// nthWhole returns the n-th occurrence of substring that does not start or end
// inside a grapheme cluster, and n; without it, the number of occurrences. n = 0
// counts them.
func nthWhole(text, substring string, n int) (r decorations.Range, found int) {
	var index decorations.Index
	index.Reset(text)
	for r := range decorations.FindAll(text, substring) {
		if !index.WholeClusters(r) {
			continue
		}
		if found++; found == n {
			return r, found
		}
	}
	return decorations.Range{}, found
}

// excerpt returns s for a message: quoted, and shortened if it is long.
func excerpt(s string) string { return strconv.Quote(wire.Shorten(s)) }
