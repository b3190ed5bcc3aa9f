package lsp

import (
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/linqlint/linqlint/decorations"
)

// lines finds the places of a text. It is made for one version of it.
type lines struct {
	text   string
	starts []int // the byte offset of each line
	// The last place that was asked for: places come in ascending order, and a
	// body may be one long line, which is not to be counted anew for each.
	offset, line, units int
}

func newLines(text string) *lines {
	l := &lines{text: text, starts: []int{0}}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			l.starts = append(l.starts, i+1)
		case '\n':
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// position returns the place of a byte offset; inside a code point that is the
// place of its start.
func (l *lines) position(offset int) position {
	offset = min(max(offset, 0), len(l.text))
	for offset < len(l.text) && !utf8.RuneStart(l.text[offset]) {
		offset--
	}
	line := sort.SearchInts(l.starts, offset+1) - 1
	from, units := l.starts[line], 0
	if line == l.line && offset >= l.offset && l.offset >= from {
		from, units = l.offset, l.units
	}
	units += decorations.UTF16Len(l.text[from:offset])
	l.offset, l.line, l.units = offset, line, units
	return position{line, units}
}

// span returns the range of the bytes [start, end).
func (l *lines) span(start, end int) lspRange {
	return lspRange{l.position(start), l.position(end)}
}

// byteOffset returns the byte offset of a place. One behind the end of its
// line means that end, as the protocol has it, and one inside a surrogate
// pair the code point's start.
func (l *lines) byteOffset(p position) int {
	switch {
	case p.Line < 0:
		return 0
	case p.Line >= len(l.starts):
		return len(l.text)
	}
	end := len(l.text)
	if p.Line+1 < len(l.starts) {
		end = l.starts[p.Line+1]
		for end > l.starts[p.Line] && (l.text[end-1] == '\n' || l.text[end-1] == '\r') {
			end--
		}
	}
	at, units := l.starts[p.Line], 0
	for at < end && units < p.Character {
		r, size := utf8.DecodeRuneInString(l.text[at:end])
		width := 1
		if r > 0xffff {
			width = 2
		}
		if units+width > p.Character {
			break
		}
		units += width
		at += size
	}
	return at
}

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
