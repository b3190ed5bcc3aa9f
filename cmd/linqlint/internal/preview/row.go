package preview

import (
	"strings"

	"github.com/rivo/uniseg"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/internal/wire"
)

// style is the style of a run of text, as bits.
type style uint16

const (
	bold style = 1 << iota
	dim
	italic
	underline
	strike
	blue
	green
	magenta
)

// sequences are the parameters of the ANSI sequences, by bit.
var sequences = [...]string{"1", "2", "3", "4", "9", "34", "32", "35"}

// sequence returns the parameters of the ANSI sequence that sets the style.
func (s style) sequence() string {
	var on []string
	for bit, parameter := range sequences {
		if s>>bit&1 == 1 {
			on = append(on, parameter)
		}
	}
	return strings.Join(on, ";")
}

// run is a piece of a row in one style. Its text is safe to print.
type run struct {
	text  string
	style style
}

// row is a line of the drawing.
type row []run

// text returns a run of trusted text.
func text(s string, st style) run { return run{s, st} }

// shown returns a run of text from a payload, safe to print.
func shown(s string, st style) run { return run{wire.Visible(s), st} }

// columns returns the width of the row.
func (r row) columns() int {
	n := 0
	for i := range r {
		n += uniseg.StringWidth(r[i].text)
	}
	return n
}

// line writes a row without trailing spaces.
func (c *canvas) line(r row) {
	end := len(r)
	for end > 0 && strings.TrimRight(r[end-1].text, " ") == "" {
		end--
	}
	for i, run := range r[:end] {
		if i == end-1 {
			run.text = strings.TrimRight(run.text, " ")
		}
		c.run(run)
	}
	c.out.WriteByte('\n')
}

// run writes a run and resets the style, so that a truncated line leaves no color
// on.
func (c *canvas) run(r run) {
	if c.color == report.Plain || r.style == 0 {
		c.out.WriteString(r.text)
		return
	}
	c.out.WriteString("\x1b[" + r.style.sequence() + "m" + r.text + "\x1b[0m")
}

// indent is the number of columns left of a box.
const indent = 2

// boxed is a row of a box, with a remark to the right of the box.
type boxed struct {
	row   row
	aside row
	rule  bool // a line across the box
}

// box draws rows in a frame as wide as the widest row.
func (c *canvas) box(rows []boxed) {
	width := 0
	for i := range rows {
		width = max(width, rows[i].row.columns())
	}
	margin := text(strings.Repeat(" ", indent), 0)
	across := strings.Repeat("─", width+2)
	c.line(row{margin, text("╭"+across+"╮", c.accent)})
	for _, b := range rows {
		if b.rule {
			c.line(row{margin, text("├"+across+"┤", c.accent)})
			continue
		}
		line := row{margin, text("│ ", c.accent)}
		line = append(line, b.row...)
		line = append(line, text(strings.Repeat(" ", width-b.row.columns()), 0), text(" │", c.accent))
		if len(b.aside) > 0 {
			line = append(append(line, text(" ", 0)), b.aside...)
		}
		c.line(line)
	}
	c.line(row{margin, text("╰"+across+"╯", c.accent)})
}

// boxWidth returns the number of columns available inside a box.
func (c *canvas) boxWidth() int { return min(c.width-indent-4, 60) }
