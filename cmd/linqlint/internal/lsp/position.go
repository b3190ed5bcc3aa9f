package lsp

import (
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/place"
)

// lines converts between byte offsets and positions in one version of a text.
type lines struct {
	text   string
	finder place.Finder
}

func newLines(text string) *lines { return &lines{text, place.InDocument(text)} }

// position returns the position of a byte offset; inside a code point, that of
// its start.
func (l *lines) position(offset int) position {
	offset = min(max(offset, 0), len(l.text))
	for offset < len(l.text) && !utf8.RuneStart(l.text[offset]) {
		offset--
	}
	line, column := l.finder.At(offset)
	return position{line - 1, column - 1}
}

// span returns the range of the bytes [start, end).
func (l *lines) span(start, end int) lspRange {
	return lspRange{l.position(start), l.position(end)}
}

// byteOffset returns the byte offset of a position. A position after the end of
// its line means that end, as the protocol requires, and one inside a surrogate
// pair the start of the code point.
func (l *lines) byteOffset(p position) int { return l.finder.Offset(p.Line+1, p.Character+1) }

// apply makes the changes, one after the other.
func (d *document) apply(changes []contentChange) {
	for _, c := range changes {
		if c.Range == nil {
			d.setText(c.Text)
			continue
		}
		start, end := d.lines.byteOffset(c.Range.Start), d.lines.byteOffset(c.Range.End)
		start, end = min(start, end), max(start, end)
		d.setText(d.text[:start] + c.Text + d.text[end:])
	}
}

func (d *document) setText(text string) { d.text, d.lines = text, newLines(text) }
