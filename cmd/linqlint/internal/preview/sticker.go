package preview

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/decorations"
)

// stickerSign is drawn in place of an image.
const stickerSign = "▣"

// withStickers replaces the cells that a sticker covers by one sign. A sticker
// whose range is invalid is left out.
func (c *canvas) withStickers(all []cell, stickers []builder.StickerContent) []cell {
	starts := map[int]decorations.Range{}
	for _, s := range stickers {
		if n := len(all); n == 0 || s.Range.End > all[n-1].units.End {
			continue
		}
		if s.Range.Len() > starts[s.Range.Start].Len() {
			starts[s.Range.Start] = s.Range
		}
	}
	out := all[:0]
	covered := 0 // the end of the last sticker, in code units
	for i := range all {
		own := all[i]
		if own.units.End <= covered {
			out[len(out)-1].units.End = own.units.End
			continue
		}
		for unit := own.units.Start; unit < own.units.End && covered <= own.units.Start; unit++ {
			if r, ok := starts[unit]; ok {
				covered = r.End
				own = cell{text: stickerSign, width: 1, units: own.units, style: c.accent | bold}
			}
		}
		out = append(out, own)
	}
	return out
}

// stickers names the stickers of a text.
func (c *canvas) stickers(value string, stickers []builder.StickerContent) {
	for i, s := range stickers {
		if i == mostNamed {
			c.note("·", "and "+report.Plural(len(stickers)-i, "more sticker"))
			return
		}
		c.note(stickerSign, "sticker "+cmp.Or(s.AttachmentID, s.URL)+" in place of "+excerpt(value, s.Range))
	}
}

// stickerReaction returns what a sticker reaction shows, and its name.
func stickerReaction(s builder.StickerReaction) (sign, name string) {
	if s.Emoji != "" {
		return s.Emoji, "sticker"
	}
	return stickerSign, strings.TrimSpace("sticker " + cmp.Or(s.AttachmentID, s.URL))
}

// placement names where a sticker is.
func (c *canvas) placement(p builder.Placement) {
	var what []string
	content := p.Content()
	for _, m := range []struct {
		name  string
		value *float64
		unit  string
	}{{"x", content.X, ""}, {"y", content.Y, ""}, {"scale", content.Scale, ""}, {"rotation", content.Rotation, "°"}} {
		if m.value != nil {
			what = append(what, m.name+" "+strconv.FormatFloat(*m.value, 'g', -1, 64)+m.unit)
		}
	}
	if what == nil {
		what = []string{"in the middle, in its usual size"}
	}
	c.note("✥", strings.Join(what, ", "))
}
