package lsp

import (
	"slices"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/place"
)

// lines finds the places of a text. It is made for one version of it.
type lines struct {
	text   string
	finder place.Finder
}

func newLines(text string) *lines { return &lines{text, place.InDocument(text)} }

// position returns the place of a byte offset; inside a code point that is the
// place of its start.
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

// byteOffset returns the byte offset of a place. One behind the end of its
// line means that end, as the protocol has it, and one inside a surrogate
// pair the code point's start.
func (l *lines) byteOffset(p position) int { return l.finder.Offset(p.Line+1, p.Character+1) }

// apply returns the text with the changes, one behind the other.
func apply(text string, changes []contentChange) string {
	for _, c := range changes {
		if c.Range == nil {
			text = c.Text
			continue
		}
		l := newLines(text)
		places := []int{l.byteOffset(c.Range.Start), l.byteOffset(c.Range.End)}
		slices.Sort(places)
		text = text[:places[0]] + c.Text + text[places[1]:]
	}
	return text
}
