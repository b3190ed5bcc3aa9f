package report

import (
	"bytes"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/linqlint/linqlint/internal/wire"
)

// tabWidth is the width of a tab in an excerpt, in columns, at any position.
const tabWidth = 4

// reach is how many bytes of a line are read on either side of a span, so that a
// large body on one line is not read again for each finding.
const reach = 2048

// cell is one grapheme cluster, as a terminal draws it.
type cell struct {
	text       string // as written
	start, end int    // the bytes of the source, offsets in the text of the batch
	width      int    // columns
}

// sourceLine is the part of a line around a span.
type sourceLine struct {
	number            int // from 1
	cells             []cell
	cutLeft, cutRight bool // the line is longer than the cells
	start, end        int  // the bytes of the cells
}

// lineAround returns the line of text that holds the byte at start. number is
// the line's number, and end the end of the span.
func lineAround(text []byte, start, end, number int) sourceLine {
	start = min(max(start, 0), len(text))
	l := sourceLine{number: number}
	l.start = max(0, start-reach)
	if i := bytes.LastIndexByte(text[l.start:start], '\n'); i >= 0 {
		l.start += i + 1
	} else if l.start > 0 {
		l.cutLeft = true
		l.start = runeStart(text, l.start)
	}
	limit := min(len(text), max(min(end, start+reach), start)+reach)
	l.end = limit
	if i := bytes.IndexByte(text[start:limit], '\n'); i >= 0 {
		l.end = start + i
		if l.end > l.start && text[l.end-1] == '\r' {
			l.end--
		}
	} else if limit < len(text) {
		l.cutRight = true
		l.end = runeStart(text, limit)
	}
	l.cells = cellsOf(text[l.start:l.end], l.start)
	return l
}

// runeStart returns the offset of the first byte of the code point at i.
func runeStart(text []byte, i int) int {
	for back := 0; back < utf8.UTFMax-1 && i > 0 && i < len(text) && !utf8.RuneStart(text[i]); back++ {
		i--
	}
	return i
}

// cellsOf splits text into cells; base is the offset of its first byte.
func cellsOf(text []byte, base int) []cell {
	cells := make([]cell, 0, len(text))
	for i := 0; i < len(text); {
		c := cell{start: base + i, width: 1}
		n := 1
		switch {
		case text[i] == '\t':
			c.text, c.width = "    ", tabWidth
		case text[i] >= ' ' && text[i] < 0x7F && (i+1 == len(text) || text[i+1] < utf8.RuneSelf):
			c.text = string(text[i : i+1])
		default:
			var cluster []byte
			cluster, _, c.width, _ = uniseg.FirstGraphemeCluster(text[i:], -1)
			n = len(cluster)
			shown := wire.Visible(string(cluster))
			if shown != string(cluster) || c.width == 0 {
				c.width = uniseg.StringWidth(shown)
			}
			c.text = shown
		}
		i += n
		c.end = base + i
		cells = append(cells, c)
	}
	return cells
}

// columns returns the width of cells.
func columns(cells []cell) int {
	n := 0
	for i := range cells {
		n += cells[i].width
	}
	return n
}

// window truncates a line to at most width columns around the bytes [from, to),
// or around their beginning if they do not fit. "…" replaces the rest of the line
// on either side.
func (l *sourceLine) window(from, to, width int) {
	if columns(l.cells) <= width && !l.cutLeft && !l.cutRight {
		return
	}
	first, last := l.indexes(from, to)
	lo, hi := first, last
	used := columns(l.cells[lo:hi])
	for hi > lo+1 && used > width-2 {
		hi--
		used -= l.cells[hi].width
	}
	// A third of the room is before the span, the rest after it; room that one
	// side does not need goes to the other.
	room := width - 2 - used
	before := room / 3
	if right := columns(l.cells[hi:]); right < room-before {
		before = room - right
	}
	for lo > 0 && l.cells[lo-1].width <= before {
		lo--
		before -= l.cells[lo].width
		room -= l.cells[lo].width
	}
	for hi < len(l.cells) && l.cells[hi].width <= room {
		room -= l.cells[hi].width
		hi++
	}
	l.cutLeft = l.cutLeft || lo > 0
	l.cutRight = l.cutRight || hi < len(l.cells)
	l.cells = l.cells[lo:hi]
}

// indexes returns the range of cells that overlap the bytes [from, to).
func (l *sourceLine) indexes(from, to int) (first, last int) {
	for first < len(l.cells) && l.cells[first].end <= from {
		first++
	}
	last = first
	for last < len(l.cells) && l.cells[last].start < to {
		last++
	}
	return first, last
}

// holds reports whether the bytes [from, to) are in the window.
func (l *sourceLine) holds(from, to int) bool {
	return len(l.cells) > 0 && l.cells[0].start <= from && to <= l.cells[len(l.cells)-1].end
}

// place returns the first column, from 0, and the width of the bytes [from, to)
// in the window. An empty span has one column.
func (l *sourceLine) place(from, to int) (column, width int) {
	first, last := l.indexes(from, to)
	column = columns(l.cells[:first])
	if l.cutLeft {
		column++
	}
	return column, max(1, columns(l.cells[first:last]))
}

// append appends the window.
func (l *sourceLine) append(b []byte) []byte {
	if l.cutLeft {
		b = append(b, "…"...)
	}
	for i := range l.cells {
		b = append(b, l.cells[i].text...)
	}
	if l.cutRight {
		b = append(b, "…"...)
	}
	return b
}
