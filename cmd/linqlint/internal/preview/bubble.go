package preview

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/decorations"
)

// attribute returns the ANSI attribute of one of the API's styles, or 0.
func attribute(s decorations.Style) style {
	switch s {
	case decorations.Bold:
		return bold
	case decorations.Italic:
		return italic
	case decorations.Strikethrough:
		return strike
	case decorations.Underline:
		return underline
	}
	return 0
}

// bubble draws a text part.
func (c *canvas) bubble(p builder.Part) {
	value, ds := p.Value(), p.Decorations()
	all := cells(value)
	restyle(all, ds)
	mention, mentioned := p.Mention()
	if mentioned {
		for i := range all {
			if all[i].units.Overlaps(mention.Range) {
				all[i].style |= c.accent | bold
			}
		}
	}
	stickers := p.Stickers()
	all = c.withStickers(all, stickers)
	width := c.boxWidth()
	if c.ruler {
		width -= len("10000") // the offset after the last code unit
	}
	lines := fold(all, width)
	var rows []boxed
	for i, line := range lines {
		rows = append(rows, boxed{row: line.row()})
		if c.ruler {
			rows = append(rows, ruler(line, i == len(lines)-1)...)
			rows = append(rows, bars(line, ds[:min(len(ds), mostNamed)])...)
		}
	}
	c.box(rows)
	switch {
	case !c.ruler:
		c.named(value, ds)
	case len(ds) > mostNamed:
		c.note("·", "and "+report.Plural(len(ds)-mostNamed, "more decoration"))
	}
	c.stickers(value, stickers)
	if mentioned {
		c.note("@", "mentions "+mention.Handle+" as "+excerpt(value, mention.Range))
	}
}

// restyle sets the style of the cells under decorations. It records only where a
// style starts and ends, since there may be thousands of decorations over the
// whole text.
func restyle(all []cell, ds []decorations.Decoration) {
	changes := make(map[int]map[style]int, 2*len(ds))
	change := func(unit int, look style, by int) {
		if changes[unit] == nil {
			changes[unit] = map[style]int{}
		}
		changes[unit][look] += by
	}
	for _, d := range ds {
		d.Range.Start = max(0, d.Range.Start)
		if look := lookOf(d); look != 0 && !d.Range.Empty() {
			change(d.Range.Start, look, 1)
			change(d.Range.End, look, -1)
		}
	}
	open := map[style]int{}
	for look, by := range changes[0] {
		open[look] += by
	}
	for i := range all {
		for look, n := range open {
			if n > 0 {
				all[i].style |= look
			}
		}
		for unit := all[i].units.Start + 1; unit <= all[i].units.End; unit++ {
			for look, by := range changes[unit] {
				open[look] += by
				if unit < all[i].units.End && by > 0 {
					all[i].style |= look // it starts inside of the cluster
				}
			}
		}
	}
}

// lookOf returns the attribute of a decoration. A terminal cannot show animations: they
// have one color and are named below the bubble.
func lookOf(d decorations.Decoration) style {
	if d.Animation != "" {
		return magenta
	}
	return attribute(d.Style)
}

// named returns the names of the decorations that the drawing does not show.
func (c *canvas) named(value string, ds []decorations.Decoration) {
	for i, d := range ds {
		if i == mostNamed {
			c.note("·", "and "+report.Plural(len(ds)-i, "more decoration"))
			return
		}
		if d.Animation != "" {
			c.note("✦", string(d.Animation)+" "+excerpt(value, d.Range))
		} else if c.color == 0 || attribute(d.Style) == 0 {
			c.note("·", string(d.Style)+" "+excerpt(value, d.Range))
		}
	}
}

// mostNamed is how many decorations of a text are named.
const mostNamed = 50

// excerpt quotes the text of a range, shortened in the middle.
func excerpt(value string, r decorations.Range) string {
	under, ok := decorations.Slice(value, r)
	if !ok {
		return "[" + strconv.Itoa(r.Start) + ", " + strconv.Itoa(r.End) + ")"
	}
	all := cells(under)
	const most = 32
	if len(all) > most {
		half := append(append([]cell{}, all[:most/2]...), cell{text: "…"})
		all = append(half, all[len(all)-most/2:]...)
	}
	var b strings.Builder
	for i := range all {
		if all[i].end {
			b.WriteString(" ")
		}
		b.WriteString(all[i].text)
	}
	return "“" + b.String() + "”"
}
