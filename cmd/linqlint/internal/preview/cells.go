package preview

import (
	"strings"

	"github.com/rivo/uniseg"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/wire"
)

// cell is a grapheme cluster in the terminal.
type cell struct {
	text   string
	width  int               // columns
	units  decorations.Range // UTF-16 code units of the text
	style  style
	end    bool // a line break, which is not drawn
	spaces bool
}

// cells splits a text into cells.
func cells(s string) []cell {
	var out []cell
	unit, state := 0, -1
	for s != "" {
		var cluster string
		var width int
		cluster, s, width, state = uniseg.FirstGraphemeClusterInString(s, state)
		n := decorations.UTF16Len(cluster)
		c := cell{text: cluster, width: width, units: decorations.Range{Start: unit, End: unit + n}}
		unit += n
		switch {
		case strings.HasSuffix(cluster, "\n"):
			c.text, c.width, c.end = "", 0, true
		case cluster == "\t":
			c.text, c.width, c.spaces = "    ", 4, true
		case cluster == " ":
			c.spaces = true
		default:
			if visible := wire.Visible(cluster); visible != cluster || width == 0 {
				c.text, c.width = visible, uniseg.StringWidth(visible)
			}
		}
		out = append(out, c)
	}
	return out
}

// cellLine is a folded line.
type cellLine []cell

// row returns the runs of a line, one for each sequence of cells with one style.
func (l cellLine) row() row {
	var r row
	for i := range l {
		if k := len(r) - 1; k >= 0 && r[k].style == l[i].style {
			r[k].text += l[i].text
			continue
		}
		r = append(r, run{l[i].text, l[i].style})
	}
	return r
}

// columns returns the width of the line.
func (l cellLine) columns() int {
	n := 0
	for i := range l {
		n += l[i].width
	}
	return n
}

// fold breaks cells into lines of at most width columns: at line breaks, else
// after spaces, else anywhere. Spaces that do not fit are dropped.
func fold(all []cell, width int) []cellLine {
	var lines []cellLine
	var line cellLine
	used, word := 0, 0 // columns of line, and where its last word starts
	full := false      // a space did not fit: the line ends here
	for i := range all {
		c := all[i]
		switch {
		case c.end:
			lines, line, used, word, full = append(lines, line), nil, 0, 0, false
			continue
		case c.spaces && (full || used+c.width > width):
			full = true
			continue
		case full:
			lines, line, used, word, full = append(lines, line), nil, 0, 0, false
		case used+c.width > width && len(line) > 0:
			cut := len(line)
			if word > 0 {
				cut = word
			}
			rest := append(cellLine{}, line[cut:]...)
			lines = append(lines, line[:cut])
			line, used, word = rest, rest.columns(), 0
		}
		line, used = append(line, c), used+c.width
		if c.spaces {
			word = len(line)
		}
	}
	return append(lines, line)
}
