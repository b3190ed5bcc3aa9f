package preview

import (
	"strconv"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/linqlint/linqlint/decorations"
)

// mark is a place on a ruler: the offset of a UTF-16 code unit and the column
// where its cluster starts.
type mark struct {
	unit, column int
	rank         int // those of a lower one are labelled first
}

// marks are the places of a line worth naming: its start and end, each fifth
// unit, and both ends of a cluster of several units, where columns and units
// part.
func marks(line cellLine) []mark {
	var out []mark
	column, jump := 0, true
	for i := range line {
		c := &line[i]
		wide := c.units.Len() > 1
		if i == 0 || jump || wide || c.units.Start%5 == 0 {
			m := mark{c.units.Start, column, 2}
			switch {
			case i == 0:
				m.rank = 0
			case jump || wide:
				m.rank = 1
			}
			out = append(out, m)
		}
		jump = wide
		column += c.width
	}
	if n := len(line); n > 0 {
		out = append(out, mark{line[n-1].units.End, column, 0})
	}
	return out
}

// ruler draws ticks under a line and below them their offsets, as many as there
// is room for. The end of a line is where the next one starts, so only the last
// line's is drawn.
func ruler(line cellLine, last bool) []boxed {
	all := marks(line)
	if len(all) == 0 {
		return nil
	}
	if !last {
		all = all[:len(all)-1]
	}
	width := line.columns() + 1
	ticks := []rune(strings.Repeat(" ", width))
	for _, m := range all {
		ticks[m.column] = '╵'
	}
	labels := []rune(strings.Repeat(" ", width+len("10000")))
	for rank := range 3 {
		for _, m := range all {
			if m.rank == rank {
				label(labels, m)
			}
		}
	}
	return []boxed{
		{row: row{text(strings.TrimRight(string(ticks), " "), dim)}},
		{row: row{text(strings.TrimRight(string(labels), " "), dim)}},
	}
}

// label writes a mark's offset if there is room, with a space on either side.
func label(labels []rune, m mark) {
	digits := strconv.Itoa(m.unit)
	from, to := max(0, m.column-1), min(len(labels), m.column+len(digits)+1)
	for _, r := range labels[from:to] {
		if r != ' ' {
			return
		}
	}
	copy(labels[m.column:], []rune(digits))
}

// bars draws under a line the ranges of the decorations that touch it, each on
// a row of its own and named beside the bubble.
func bars(line cellLine, ds []decorations.Decoration) []boxed {
	var rows []boxed
	for _, d := range ds {
		var b strings.Builder
		touched := false
		for i := range line {
			glyph := " "
			if line[i].units.Overlaps(d.Range) {
				glyph, touched = "▔", true
			}
			b.WriteString(strings.Repeat(glyph, line[i].width))
		}
		if !touched {
			continue
		}
		name := string(d.Style) + string(d.Animation) + " [" + strconv.Itoa(d.Range.Start) + ", " + strconv.Itoa(d.Range.End) + ")"
		rows = append(rows, boxed{row: row{text(strings.TrimRight(b.String(), " "), lookOf(d)&magenta)}, aside: row{shown(name, lookOf(d))}})
	}
	return rows
}

// fit shortens s to width columns.
func fit(s string, width int) string {
	if uniseg.StringWidth(s) <= width {
		return s
	}
	out, used := "", 0
	for _, c := range cells(s) {
		if used+c.width > width-1 {
			break
		}
		out, used = out+c.text, used+c.width
	}
	return out + "…"
}
