package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/decorations"
)

// piece is one part of a page: a text with its decorations, or an object.
type piece struct {
	text        string
	decorations []decorations.Decoration
	object      object // kind 0: a text
}

// pieces cuts the page at its objects. A text of white space only is left out: it
// is layout. Spans are in the order of their starts and end before the next object,
// so one walk over them is enough.
func (p *page) pieces() []piece {
	var out []piece
	at, spans := 0, p.spans
	for i := 0; i <= len(p.objects); i++ {
		end := len(p.text)
		if i < len(p.objects) {
			end = p.objects[i].at
		}
		n := 0
		for n < len(spans) && spans[n].start < end {
			n++
		}
		if text := string(p.text[at:end]); strings.TrimSpace(text) != "" {
			out = push(out, piece{text: text, decorations: decorate(text, at, spans[:n])})
		}
		if i < len(p.objects) {
			out = push(out, piece{object: p.objects[i]})
		}
		at, spans = end, spans[n:]
	}
	return out
}

// decorate returns the spans as decorations of text, which is at byte offset at of
// the page.
func decorate(text string, at int, spans []span) []decorations.Decoration {
	if len(spans) == 0 {
		return nil
	}
	// There may be thousands of spans, so their ends are looked up, not counted
	// each time.
	units := unitOffsets(text)
	ds := make([]decorations.Decoration, 0, len(spans))
	for _, s := range spans {
		r := decorations.Range{Start: units[s.start-at], End: units[s.end-at]}
		ds = append(ds, decorations.Decoration{Range: r, Style: s.style, Animation: s.animation})
	}
	return settle(text, ds)
}

// unitOffsets returns the UTF-16 offset of each byte offset of text, in one walk.
func unitOffsets(text string) []int {
	units := make([]int, len(text)+1)
	n, from := 0, 0
	for b, r := range text {
		for ; from <= b; from++ {
			units[from] = n
		}
		if n++; r > 0xFFFF {
			n++
		}
	}
	for ; from <= len(text); from++ {
		units[from] = n
	}
	return units
}

// settle changes ds to what the API accepts: whole grapheme clusters, no two
// animations over one unit, no style over an animation, each style once. Of two
// animations the one that starts first keeps its range.
func settle(text string, ds []decorations.Decoration) []decorations.Decoration {
	var index decorations.Index
	index.Reset(text)
	// Ranges are widened first: two that only touched may then share a cluster.
	ds = slices.Clone(ds)
	for i := range ds {
		ds[i].Range = index.Snap(ds[i].Range)
	}
	slices.SortStableFunc(ds, byStart)
	var out []decorations.Decoration
	for _, d := range ds {
		if d.Animation == "" {
			continue
		}
		// They are sorted by start, so only the last one can reach into this one.
		if n := len(out); n > 0 {
			d.Range.Start = max(d.Range.Start, out[n-1].Range.End)
		}
		if !d.Range.Empty() {
			out = push(out, d)
		}
	}
	animations := len(out)
	// Styles come in the order of their starts, so a style can only extend its own
	// last decoration.
	last := make(map[decorations.Style]int) // where the last decoration of a style is in out
	for _, d := range ds {
		if d.Animation != "" {
			continue
		}
		// An animation in the middle of a style cuts it in two.
		for _, r := range without(d.Range, out[:animations]) {
			if i, ok := last[d.Style]; ok && r.Start <= out[i].Range.End {
				out[i].Range.End = max(out[i].Range.End, r.End)
				continue
			}
			last[d.Style] = len(out)
			out = push(out, decorations.Decoration{Range: r, Style: d.Style})
		}
	}
	slices.SortStableFunc(out, byStart)
	return out
}

// without returns the ranges of r outside of taken, which is sorted and has no
// overlaps.
func without(r decorations.Range, taken []decorations.Decoration) []decorations.Range {
	i, _ := slices.BinarySearchFunc(taken, r.Start, func(d decorations.Decoration, start int) int {
		return cmp.Compare(d.Range.End, start+1) // the first that ends after start
	})
	var left []decorations.Range
	for ; i < len(taken) && taken[i].Range.Start < r.End; i++ {
		if before := (decorations.Range{Start: r.Start, End: taken[i].Range.Start}); !before.Empty() {
			left = append(left, before)
		}
		r.Start = taken[i].Range.End
	}
	if !r.Empty() {
		left = append(left, r)
	}
	return left
}

// byStart orders decorations by their starts, the longer first, so that an outer
// element comes before the ones inside it, and then by styleOf.
func byStart(a, b decorations.Decoration) int {
	return cmp.Or(cmp.Compare(a.Range.Start, b.Range.Start), cmp.Compare(b.Range.End, a.Range.End), cmp.Compare(order(a), order(b)))
}

// order returns the index of a style in styleOf, or -1 for an animation.
func order(d decorations.Decoration) int { return slices.Index(styleOf[:], d.Style) }
