package builder

import (
	"strconv"
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
	from, last := c.ends()
	for last.endPoint-from.startPoint > api.MaxText {
		to, ok := c.next(from)
		if !ok {
			return nil, "more than " + strconv.Itoa(api.MaxText) + " code points of the text must not be cut: a grapheme cluster, a mention or stickers"
		}
		pieces = append(pieces, c.piece(from, to))
		from = to
	}
	if from.start < last.end {
		pieces = append(pieces, c.piece(from, last))
	}
	return pieces, ""
}

// next returns the end of the piece that starts after from: the last seam of the
// best class that does not increase the number of pieces; else the last seam of
// any class that fills at least half of a text; else the last place between two
// grapheme clusters.
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
// is none.
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
