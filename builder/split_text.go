package builder

import (
	"cmp"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
)

func (p *Part) tooLong() bool { return decorations.CodePointLen(p.value) > api.MaxText }

// leastPieces returns the smallest number of texts that hold the value.
func (p *Part) leastPieces() int { return leastPieces(decorations.CodePointLen(p.value)) }

func leastPieces(codePoints int) int { return (codePoints + api.MaxText - 1) / api.MaxText }

// layer is the decorations, the mention and the stickers of a text, in UTF-16 code
// units.
type layer struct {
	marks    []decorations.Decoration
	mention  *MentionContent
	stickers []StickerContent
}

// layerOf resolves the places in a text part. The reason says why the part cannot
// be split or joined, "" if it can.
func layerOf(p *Part) (l layer, reason string) {
	switch {
	case p.form != FormText:
		return l, "the text's value is not a string"
	case len(p.members) > 0:
		return l, "the text has members given as JSON, which are not split"
	}
	l.marks = p.Decorations()
	if len(l.marks) != len(p.marks) {
		return l, "a decoration's place is not in the text"
	}
	whole := decorations.Range{End: decorations.UTF16Len(p.value)}
	for _, d := range l.marks {
		if !whole.Contains(d.Range) {
			return l, "a decoration is out of bounds"
		}
	}
	if p.mention != nil {
		m, ok := p.Mention()
		if !ok || !whole.Contains(m.Range) {
			return l, "the mention's place is not in the text"
		}
		l.mention = &m
	}
	if l.stickers = p.Stickers(); len(l.stickers) != len(p.stickers) {
		return l, "a sticker's place is not in the text"
	}
	for _, s := range l.stickers {
		if !whole.Contains(s.Range) {
			return l, "a sticker is out of bounds"
		}
	}
	return l, ""
}

// whole returns the ranges that must not be cut, ascending and disjoint.
func (l *layer) whole() []decorations.Range {
	var all []decorations.Range
	if l.mention != nil {
		all = append(all, l.mention.Range)
	}
	for _, s := range l.stickers {
		all = append(all, s.Range)
	}
	slices.SortFunc(all, func(a, b decorations.Range) int { return cmp.Compare(a.Start, b.Start) })
	merged := all[:0]
	for _, r := range all {
		if n := len(merged); n > 0 && r.Start < merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, r.End)
			continue
		}
		merged = append(merged, r)
	}
	return merged
}

// part returns a text with the layer shifted and clipped to r, both in UTF-16
// code units of the result.
func (l *layer) part(value string, shift int, r decorations.Range) Part {
	p := Part{form: FormText, value: value}
	for _, d := range l.marks {
		moved := d.Range.Shift(shift)
		if kept := moved.Intersect(r); !kept.Empty() || moved.Empty() && r.Contains(moved) {
			p.marks = append(p.marks, Decoration{d.Style, d.Animation, placeOf(kept)})
		}
	}
	if m := l.mention; m != nil {
		moved := m.Range.Shift(shift)
		if kept := moved.Intersect(r); !kept.Empty() || r.Contains(moved) {
			p.mention = &TextMention{handle: m.Handle, place: placeOf(kept), ranged: true}
		}
	}
	for _, s := range l.stickers {
		if moved := s.Range.Shift(shift); r.Contains(moved) {
			p.stickers = append(p.stickers, TextSticker{s.image(), placeOf(moved)})
		}
	}
	return p
}

func (s *StickerContent) image() stickerImage {
	if s.URL != "" {
		return stickerImage{true, s.URL}
	}
	return stickerImage{false, s.AttachmentID}
}

// joinable reports whether one text may have the stickers and mentions of both
// layers.
func joinable(a, b *layer) bool {
	if a.mention != nil && b.mention != nil {
		return false
	}
	stickers := len(a.stickers) + len(b.stickers)
	if stickers == 0 {
		return true
	}
	if a.mention != nil || b.mention != nil || stickers > api.MaxStickers {
		return false
	}
	images := map[stickerImage]bool{}
	for _, list := range [...][]StickerContent{a.stickers, b.stickers} {
		for i := range list {
			images[list[i].image()] = true
		}
	}
	return len(images) <= api.MaxStickerImages
}

// join joins two texts with a newline. ok is false if either cannot be moved, or
// if one text cannot have the mentions and stickers of both.
func join(a, b *Part) (joined Part, ok bool) {
	la, reasonA := layerOf(a)
	lb, reasonB := layerOf(b)
	if reasonA != "" || reasonB != "" || !joinable(&la, &lb) || a.value == "" || b.value == "" {
		return Part{}, false
	}
	start := decorations.UTF16Len(a.value) + 1
	end := start + decorations.UTF16Len(b.value)
	value := a.value + "\n" + b.value
	joined = la.part(value, 0, decorations.Range{End: start - 1})
	second := lb.part(value, start, decorations.Range{Start: start, End: end})
	joined.marks = append(joined.marks, second.marks...)
	joined.stickers = append(joined.stickers, second.stickers...)
	if second.mention != nil {
		joined.mention = second.mention
	}
	return joined, true
}

// seam is a place to cut a text: the piece before it ends at end, the one after it
// starts at start, and the white space between them is removed.
type seam struct {
	end, start           int // bytes
	endUnit, startUnit   int // UTF-16 code units
	endPoint, startPoint int // code points
	class                seamClass
}

// seamClass is how good a seam is; greater is better. The zero class is none.
type seamClass uint8

const (
	atGrapheme seamClass = iota + 1
	atWord
	atSentence
	atParagraph
)

// cutter cuts one text.
type cutter struct {
	text  string
	index decorations.Index
	layer layer
	solid []decorations.Range // must not be cut; ascending and disjoint
	seams []seam              // between words and better, in order
}

// newCutter finds the seams of a text. The reason says why it cannot be cut.
func newCutter(p *Part) (c *cutter, reason string) {
	c = &cutter{text: p.value}
	if c.layer, reason = layerOf(p); reason != "" {
		return nil, reason
	}
	if m := c.layer.mention; m != nil && !m.HasRange {
		// The whole text is the name of a person.
		return nil, "the whole text is a mention"
	}
	c.solid = c.layer.whole()
	c.index.Reset(p.value)
	c.find()
	return c, ""
}

// piece returns the text from one seam to the next.
func (c *cutter) piece(from, to seam) Part {
	length := to.endUnit - from.startUnit
	return c.layer.part(c.text[from.start:to.end], -from.startUnit, decorations.Range{End: length})
}

// ends returns the seams before and after the whole text.
func (c *cutter) ends() (first, last seam) {
	n, units, points := len(c.text), c.index.UTF16Len(), c.index.CodePointLen()
	return seam{}, seam{end: n, start: n, endUnit: units, startUnit: units, endPoint: points, startPoint: points}
}

// allowed reports whether the text may be cut at s: not inside a grapheme cluster,
// a mention or a sticker, and without removing a part of a sticker.
func (c *cutter) allowed(s *seam) bool {
	after := sort.Search(len(c.solid), func(i int) bool { return c.solid[i].End > s.endUnit })
	if after < len(c.solid) && s.startUnit > c.solid[after].Start {
		return false
	}
	return !c.index.SplitsGrapheme(s.endUnit) && !c.index.SplitsGrapheme(s.startUnit)
}

// find finds the seams between words, sentences and paragraphs.
func (c *cutter) find() {
	var s seam                         // the current place; start only
	ended, ideographic := false, false // behind a stop, and its closing quotes and brackets
	for s.start < len(c.text) {
		r, size := utf8.DecodeRuneInString(c.text[s.start:])
		if ideographic && !cutSpace(r) && !closer(r) && !stop(r) {
			c.keep(seam{s.start, s.start, s.startUnit, s.startUnit, s.startPoint, s.startPoint, atSentence})
		}
		if !cutSpace(r) {
			ended = stop(r) || ended && closer(r)
			ideographic = ideographicStop(r) || ideographic && ended
			s = s.past(r, size)
			continue
		}
		gap := seam{end: s.start, endUnit: s.startUnit, endPoint: s.startPoint, class: atWord}
		if ended {
			gap.class = atSentence
		}
		for s.start < len(c.text) {
			r, size := utf8.DecodeRuneInString(c.text[s.start:])
			if !cutSpace(r) {
				break
			}
			if lineBreak(r) {
				gap.class = atParagraph
			}
			s = s.past(r, size)
		}
		gap.start, gap.startUnit, gap.startPoint = s.start, s.startUnit, s.startPoint
		ended, ideographic = false, false
		if gap.end > 0 {
			c.keep(gap)
		}
	}
}

// keep adds a seam if the text may be cut there.
func (c *cutter) keep(s seam) {
	if c.allowed(&s) {
		c.seams = append(c.seams, s)
	}
}

// past moves the start of s by one code point.
func (s seam) past(r rune, size int) seam {
	s.start, s.startPoint, s.startUnit = s.start+size, s.startPoint+1, s.startUnit+1
	if r > 0xFFFF {
		s.startUnit++
	}
	return s
}

// cutSpace reports whether r is white space at which a line may break, which the
// no-break spaces are not.
func cutSpace(r rune) bool {
	switch r {
	case 0xA0, 0x2007, 0x202F:
		return false
	}
	return unicode.IsSpace(r)
}

func lineBreak(r rune) bool { return r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029 || r == 0x85 }

// stop reports whether r ends a sentence; a closer may follow it.
func stop(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '؟', '۔', '।':
		return true
	}
	return ideographicStop(r)
}

// ideographicStop reports whether r ends a sentence without white space after it.
func ideographicStop(r rune) bool { return r == '。' || r == '！' || r == '？' }

func closer(r rune) bool {
	switch r {
	case '"', '\'', ')', ']', '}', '»', '”', '’', '」', '』', '）':
		return true
	}
	return false
}
