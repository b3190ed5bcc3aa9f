package preview

import (
	"strconv"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/linqlint/linqlint/decorations"
)

// tick is a position on a ruler: the offset of a UTF-16 code unit and the column
// where its cluster starts.
type tick struct {
	unit, column int
	rank         int // those of a lower one are labelled first
}

// ticks returns the positions of a line to label: its start and end, each fifth
// unit, and both ends of a cluster of several units, where columns and units
// diverge.
func ticks(line cellLine) []tick {
	var out []tick
	column, jump := 0, true
	for i := range line {
		c := &line[i]
		wide := c.units.Len() > 1
		if i == 0 || jump || wide || c.units.Start%5 == 0 {
			m := tick{c.units.Start, column, 2}
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
		out = append(out, tick{line[n-1].units.End, column, 0})
	}
	return out
}

// ruler draws ticks under a line and below them as many offsets as fit. The end of
// a line is drawn only for the last one, since the next starts there.
func ruler(line cellLine, last bool) []boxed {
	all := ticks(line)
	if len(all) == 0 {
		return nil
	}
	if !last {
		all = all[:len(all)-1]
	}
	width := line.columns() + 1
	tickRow := []rune(strings.Repeat(" ", width))
	for _, m := range all {
		tickRow[m.column] = '╵'
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
		{row: row{text(strings.TrimRight(string(tickRow), " "), dim)}},
		{row: row{text(strings.TrimRight(string(labels), " "), dim)}},
	}
}

// label writes the offset of a tick if there is room, with a space on either side.
func label(labels []rune, m tick) {
	digits := strconv.Itoa(m.unit)
	from, to := max(0, m.column-1), min(len(labels), m.column+len(digits)+1)
	for _, r := range labels[from:to] {
		if r != ' ' {
			return
		}
	}
	copy(labels[m.column:], []rune(digits))
}

// bars draws the ranges of the decorations of a line below it, each in its own row
// with its name next to the bubble.
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
