package report

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"

	"github.com/linqlint/linqlint/internal/wire"
)

// snippets draws the excerpts of one finding.
type snippets struct {
	text   []byte
	base   int // offset of text in the file
	color  Color
	width  int // columns of a line
	gutter int // columns of the line numbers
}

// mark is a span to underline, in offsets of the text.
type mark struct {
	start, end int
	line       int
	label      string
	sign       byte // '^' or '-'
	style      style
}

// append draws the place of the finding and the related places: below the same
// line if they fit, else each as an excerpt of its own.
func (s *snippets) append(b []byte, f *Finding) []byte {
	primary := mark{start: f.Start.Offset - s.base, end: f.End.Offset - s.base, line: f.Start.Line, sign: '^', style: severityStyle(f.Severity)}
	line := lineAround(s.text, primary.start, primary.end, f.Start.Line)
	line.window(primary.start, primary.end, s.room())
	under, separate := s.related(f, &line, primary)
	b = trimLine(s.gutterText(b, "", "│"))
	slices.SortStableFunc(separate, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	drawn, last := false, 0
	for i := range separate {
		if !drawn && separate[i].start > primary.start {
			b = s.primary(b, f, primary, &line, under, last)
			drawn, last = true, f.End.Line
		}
		b = s.separate(b, &separate[i], last)
		last = separate[i].line
	}
	if !drawn {
		b = s.primary(b, f, primary, &line, under, last)
	}
	return trimLine(s.gutterText(b, "", "│"))
}

// primary draws the place of the finding; last is the line drawn above it.
func (s *snippets) primary(b []byte, f *Finding, m mark, l *sourceLine, under []mark, last int) []byte {
	b = s.elided(b, last, m.line)
	if f.End.Line > f.Start.Line {
		return s.span(b, f, m, l)
	}
	return s.line(b, l, append([]mark{m}, under...))
}

// separate draws a related place as an excerpt of its own.
func (s *snippets) separate(b []byte, m *mark, last int) []byte {
	b = s.elided(b, last, m.line)
	l := lineAround(s.text, m.start, m.end, m.line)
	m.end = min(m.end, l.end)
	l.window(m.start, m.end, s.room())
	return s.line(b, &l, []mark{*m})
}

// room is the width of an excerpt right of the gutter, in columns.
func (s *snippets) room() int { return max(20, s.width-s.gutter-4) }

// related splits the related places into those on the line of the excerpt and
// the others. It widens the excerpt if both places fit.
func (s *snippets) related(f *Finding, line *sourceLine, primary mark) (under, separate []mark) {
	for i := range f.Related {
		r := &f.Related[i]
		m := mark{start: r.Start.Offset - s.base, end: r.End.Offset - s.base, line: r.Start.Line, label: wire.Visible(r.Message), sign: '-', style: styleBlue}
		if m.start < 0 || m.start > len(s.text) {
			continue
		}
		if m.line != f.Start.Line || r.End.Line != m.line || f.End.Line != f.Start.Line {
			separate = append(separate, m)
			continue
		}
		if !line.holds(m.start, m.end) {
			from, to := min(m.start, primary.start), max(m.end, primary.end)
			wider := lineAround(s.text, from, to, f.Start.Line)
			wider.window(from, to, s.room())
			if !wider.holds(from, to) {
				separate = append(separate, m)
				continue
			}
			*line = wider
		}
		under = append(under, m)
	}
	return under, separate
}

// line draws a line of the source and, below it, its marks.
func (s *snippets) line(b []byte, l *sourceLine, marks []mark) []byte {
	b = s.source(b, l)
	b = s.underlines(b, l, marks)
	for i := range marks {
		if marks[i].label == "" {
			continue
		}
		b = s.gutterText(b, "", "│")
		column, width := l.place(marks[i].start, marks[i].end)
		// A label that would run out of the window on the right ends there.
		if over := column + displayWidth(marks[i].label) - s.room(); over > 0 {
			column = max(0, min(column, column+width-displayWidth(marks[i].label)))
		}
		b = spaces(b, column)
		b = s.color.color(b, marks[i].style, marks[i].label)
		b = append(b, '\n')
	}
	return b
}

// source draws the numbered line itself.
func (s *snippets) source(b []byte, l *sourceLine) []byte {
	b = s.gutterText(b, strconv.Itoa(l.number), "│")
	return trimLine(append(l.append(b), '\n'))
}

// underlines draws all marks of a line in one row.
func (s *snippets) underlines(b []byte, l *sourceLine, marks []mark) []byte {
	b = s.gutterText(b, "", "│")
	at := 0
	for at >= 0 {
		// The next mark to the right; of two at the same column the first wins.
		next, nextColumn, nextWidth := -1, 0, 0
		for i := range marks {
			column, width := l.place(marks[i].start, marks[i].end)
			if column >= at && (next < 0 || column < nextColumn) {
				next, nextColumn, nextWidth = i, column, width
			}
		}
		if next < 0 {
			return append(b, '\n')
		}
		b = spaces(b, nextColumn-at)
		b = s.color.color(b, marks[next].style, string(bytes.Repeat([]byte{marks[next].sign}, nextWidth)))
		at = nextColumn + nextWidth
	}
	return b
}

// span draws the first and the last line of a place of several lines.
func (s *snippets) span(b []byte, f *Finding, m mark, first *sourceLine) []byte {
	b = s.line(b, first, []mark{{start: m.start, end: first.end, sign: m.sign, style: m.style}})
	b = s.elided(b, f.Start.Line, f.End.Line)
	last := lineAround(s.text, max(m.end-1, 0), m.end, f.End.Line)
	last.window(max(last.start, m.end-1), m.end, s.room())
	from := last.start
	for from < m.end-1 && isBlank(s.text[from]) {
		from++
	}
	return s.line(b, &last, []mark{{start: from, end: m.end, sign: m.sign, style: m.style}})
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// elided draws a gap between two lines; above is 0 at the top. A line that is
// drawn twice shows two parts of a long line.
func (s *snippets) elided(b []byte, above, line int) []byte {
	if above == 0 || line == above+1 {
		return b
	}
	return trimLine(s.gutterText(b, "", "⋮"))
}

// gutterText begins a line: the right-aligned number and a sign.
func (s *snippets) gutterText(b []byte, number, sign string) []byte {
	b = append(b, ' ')
	b = spaces(b, s.gutter-len(number))
	b = s.color.color(b, styleDim, number)
	b = append(b, ' ')
	b = s.color.color(b, styleDim, sign)
	return append(b, ' ')
}

// trimLine ends the last line of b, without trailing white space.
func trimLine(b []byte) []byte {
	return append(bytes.TrimRight(b, " \n"), '\n')
}

func spaces(b []byte, n int) []byte {
	for range n {
		b = append(b, ' ')
	}
	return b
}
