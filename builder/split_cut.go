package builder

import (
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/api"
)

// cut takes a text that is too long apart, into as few pieces as can be unless
// one of them would have to end inside a word. The reason says why it cannot.
func cut(p *Part) (pieces []Part, reason string) {
	c, reason := newCutter(p)
	if reason != "" {
		return nil, reason
	}
	from, last := c.ends()
	for last.endPoint-from.startPoint > api.MaxText {
		to, ok := c.next(from)
		if !ok {
			return nil, "the text has a stretch of more than 10000 code points that must not be cut: one grapheme cluster, or a mention"
		}
		pieces = append(pieces, c.piece(from, to))
		from = to
	}
	if from.start < last.end {
		pieces = append(pieces, c.piece(from, last))
	}
	return pieces, ""
}

// next is where the piece that starts behind from ends. It is the last seam of
// the best class that leaves no more pieces to come than there must be; else the
// last seam of any class that fills at least half of a text; else the last place
// between two grapheme clusters.
func (c *cutter) next(from seam) (seam, bool) {
	_, end := c.ends()
	rest := leastPieces(end.endPoint-from.startPoint) - 1
	var best, last seam
	for _, s := range c.seams {
		if s.end <= from.start {
			continue
		}
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

// betweenClusters is the last place of a piece at which nothing but the text's
// own words is cut.
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

// cutBefore cuts a text at the best seam that is at or before a byte, if there
// is one.
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
	if best.class == 0 {
		return Part{}, Part{}, false
	}
	return c.piece(first, best), c.piece(best, last), true
}
