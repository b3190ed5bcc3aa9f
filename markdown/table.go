package markdown

import (
	"errors"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/linqlint/linqlint/internal/commonmark"
)

// TableLayout is how a table is written as text. The zero value is
// [TableRows].
type TableLayout uint8

// The layouts.
const (
	TableRows    TableLayout = iota // a row a line: Tea | $3
	TableRecords                    // with names from the header: Item: Tea, Price: $3
	TableColumns                    // cells padded to the width of their column
)

// String returns "rows", "records" or "columns"; "" for a value that is not a
// layout.
func (l TableLayout) String() string {
	if l > TableColumns {
		return ""
	}
	return [...]string{"rows", "records", "columns"}[l]
}

// MarshalText returns [TableLayout.String]; the error says that l is not a layout.
func (l TableLayout) MarshalText() ([]byte, error) {
	if l > TableColumns {
		return nil, errors.New("markdown: not a layout of tables")
	}
	return []byte(l.String()), nil
}

// UnmarshalText reads what [TableLayout.MarshalText] wrote.
func (l *TableLayout) UnmarshalText(text []byte) error {
	for known := TableRows; known <= TableColumns; known++ {
		if known.String() == string(text) {
			*l = known
			return nil
		}
	}
	return errors.New("markdown: unknown layout of tables")
}

// grid is what must be known about a table before it is written.
type grid struct {
	names  []string // the cells of the header
	widths []int    // of the columns
}

// table writes the table that starts at i and returns the index of its end.
func (c *converter) table(i int) int {
	end := c.events[i].Match
	c.grid = grid{}
	if c.tables != TableRows {
		c.measure(i+1, end)
	}
	row := i + 1
	if header := c.events[row].Match; c.tables == TableRecords && header+1 < end {
		row = header + 1 // each record repeats the header
	}
	for first := row; row < end; row = c.events[row].Match + 1 {
		if row > first {
			c.separate(1)
		}
		c.writeRow(row, c.events[row].Match)
	}
	return end
}

// writeRow writes a row's cells, the events [start, end).
func (c *converter) writeRow(start, end int) {
	cell, pad := 0, 0
	for i := start + 1; i < end; i++ {
		v := &c.events[i]
		if v.Kind != commonmark.CellStart {
			continue
		}
		empty := i+1 == v.Match
		switch {
		case c.tables == TableRecords && len(c.grid.names) > 0:
			if !empty {
				if pad > 0 {
					c.insert(", ")
				}
				pad = 1
				if cell < len(c.grid.names) && c.grid.names[cell] != "" {
					c.insert(c.grid.names[cell] + ": ")
				}
			}
		case c.tables == TableColumns && cell > 0:
			c.insert(strings.Repeat(" ", pad) + "  ")
		case cell > 0:
			c.insert(" | ")
		}
		from := len(c.text)
		c.walk(i+1, v.Match)
		if c.tables == TableColumns {
			pad = max(0, c.grid.widths[cell]-width(c.text[max(from, min(c.marksEnd, len(c.text))):]))
		}
		cell++
		i = v.Match
	}
}

// measure finds the names and the widths of the columns. It converts the cells with
// a converter of its own.
func (c *converter) measure(from, to int) {
	row, cell := 0, 0
	for i := from; i < to; i++ {
		v := &c.events[i]
		switch v.Kind {
		case commonmark.RowStart:
			row++
			cell = 0
		case commonmark.CellStart:
			inner := &converter{settings: c.settings, source: c.source, events: c.events, flat: true, first: []bool{true}}
			inner.walk(i+1, v.Match)
			if row == 1 {
				c.grid.names = append(c.grid.names, trimmed(inner.text))
				c.grid.widths = append(c.grid.widths, 0)
			}
			c.grid.widths[cell] = max(c.grid.widths[cell], width(inner.text))
			cell++
			i = v.Match
		}
	}
}

// width returns how many columns a text takes in a terminal.
func width(text []byte) int { return uniseg.StringWidth(string(text)) }
