package builder

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/api"
)

// cut cuts a text that is too long into as few pieces as possible, or more if a
// piece would end inside a word. The reason says why it cannot be cut.
func cut(p *Part) (pieces []Part, reason string) {
	c, reason := newCutter(p)
	if reason != "" {
		return nil, reason
	}
	from, last := c.printed()
	for last.endPoint-from.startPoint > api.MaxText {
		to, ok := c.next(from, last)
		if !ok {
			return nil, "more than " + strconv.Itoa(api.MaxText) + " code points of the text must not be cut: a grapheme cluster, a mention or stickers"
		}
		pieces = append(pieces, c.piece(from, to)) // dropBlank removes one of which nothing can be seen
		from = to
	}
	if from.start < last.end {
		pieces = append(pieces, c.piece(from, last))
	}
	if len(pieces) == 0 {
		return nil, "nothing of the text can be seen"
	}
	return pieces, ""
}

// printed returns the seams before and after what can be seen of the text: white
// space at its ends makes no message of its own.
func (c *cutter) printed() (first, last seam) {
	first, last = c.ends()
	from, to := last.endUnit, 0 // what lies over the text is seen
	if n := len(c.solid); n > 0 {
		from, to = c.solid[0].Start, c.solid[n-1].End
	}
	for first.start < last.end && first.startUnit < from {
		r, size := utf8.DecodeRuneInString(c.text[first.start:])
		if !isInvisible(r) {
			break
		}
		first = first.past(r, size)
	}
	first.end, first.endUnit, first.endPoint = first.start, first.startUnit, first.startPoint
	for last.end > first.start && last.endUnit > to {
		r, size := utf8.DecodeLastRuneInString(c.text[:last.end])
		if !isInvisible(r) {
			break
		}
		// None of these code points has two code units.
		last.end, last.endPoint, last.endUnit = last.end-size, last.endPoint-1, last.endUnit-1
	}
	return first, last
}

// isBlank reports whether nothing of s can be seen.
func isBlank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !isInvisible(r) }) < 0
}

// isInvisible reports whether r is white space or leaves nothing to see: joiners,
// direction marks, and the letters that are blank.
func isInvisible(r rune) bool {
	switch r {
	case 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x2800, 0x3164, 0xFEFF, 0xFFA0:
		return true
	}
	return unicode.IsSpace(r) || 0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2060 <= r && r <= 0x2069
}

// next returns the end of the piece that starts after from: the last seam of the
// best class that does not increase the number of pieces; else the last seam of
// any class that fills at least half of a text; else the last place between two
// grapheme clusters.
func (c *cutter) next(from, end seam) (seam, bool) {
	for len(c.seams) > 0 && c.seams[0].end <= from.start { // those that are behind
		c.seams = c.seams[1:]
	}
	rest := leastPieces(end.endPoint-from.startPoint) - 1
	var best, last seam
	for _, s := range c.seams {
		length := s.endPoint - from.startPoint
		if length > api.MaxText {
			break
		}
		if leastPieces(end.endPoint-s.startPoint) <= rest && s.class >= best.class {
			best = s
		}
		if length >= api.MaxText/2 {
			last = s
		}
	}
	switch {
	case best.class != 0:
		return best, true
	case last.class != 0:
		return last, true
	}
	return c.betweenClusters(from)
}

// betweenClusters returns the last place in a piece between two grapheme
// clusters.
func (c *cutter) betweenClusters(from seam) (seam, bool) {
	places := make([]seam, 0, api.MaxText)
	for s := from; s.startPoint-from.startPoint < api.MaxText; {
		r, size := utf8.DecodeRuneInString(c.text[s.start:])
		s = s.past(r, size)
		places = append(places, s)
	}
	for i := len(places) - 1; i >= 0; i-- {
		s := places[i]
		s = seam{s.start, s.start, s.startUnit, s.startUnit, s.startPoint, s.startPoint, atGrapheme}
		if c.allowed(&s) {
			return s, true
		}
	}
	return seam{}, false
}

// cutBefore cuts a text at the best seam at or before a byte; ok is false if there
// is none, or nothing before it that can be seen.
func cutBefore(p *Part, before int) (head, tail Part, ok bool) {
	c, reason := newCutter(p)
	if reason != "" {
		return Part{}, Part{}, false
	}
	var best seam
	for _, s := range c.seams {
		if s.start > before {
			break
		}
		if s.class >= best.class {
			best = s
		}
	}
	first, last := c.ends()
	head = c.piece(first, best)
	return head, c.piece(best, last), !isBlank(head.value)
}
