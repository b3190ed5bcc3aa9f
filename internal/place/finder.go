// Package place finds where a byte of a text is: its line, its column in UTF-16
// code units, and the JSON Pointer of the value there.
package place

import (
	"sort"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/linqlint/linqlint/decorations"
)

// Finder finds the lines and columns of one text. Offsets that ascend take one
// walk over the text, however long its lines are; the first one that does not
// makes an index of the lines. It is not safe for concurrent use.
type Finder struct {
	text   string
	starts []int // the byte offset of each line; nil while offsets ascend
	// The last place: places mostly ascend, and a text may be one long line,
	// which must not be counted again for each.
	offset, line, units int

	end int // of the last place's line, while offsets ascend
}

// In returns a Finder for text, whose lines end in "\n".
func In(text string) Finder { return Finder{text: text} }

// InBytes is [In] for bytes, which must not be written to while the Finder is in
// use.
func InBytes(text []byte) Finder {
	return Finder{text: unsafe.String(unsafe.SliceData(text), len(text))}
}

// InDocument returns a Finder for the text of an editor, whose lines end in
// "\n", "\r\n" or "\r".
func InDocument(text string) Finder {
	f := Finder{text: text, starts: []int{0}}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			f.starts = append(f.starts, i+1)
		case '\n':
			f.starts = append(f.starts, i+1)
		}
	}
	return f
}

// At returns the line of the byte offset and its column in UTF-16 code units,
// both counted from 1.
func (f *Finder) At(offset int) (line, column int) {
	if offset < f.offset && f.starts == nil {
		f.indexLines()
	}
	if f.starts == nil {
		between := f.text[f.offset:offset]
		if offset > f.end {
			f.line += strings.Count(between, "\n")
			between = between[strings.LastIndexByte(between, '\n')+1:]
			f.units = 0
			f.end = endOfLine(f.text, offset)
		}
		f.units += decorations.UTF16Len(between)
	} else {
		line := sort.SearchInts(f.starts, offset+1) - 1
		from, units := f.starts[line], 0
		if line == f.line && offset >= f.offset {
			from, units = f.offset, f.units
		}
		f.line, f.units = line, units+decorations.UTF16Len(f.text[from:offset])
	}
	f.offset = offset
	return f.line + 1, f.units + 1
}

// endOfLine returns the offset of the next "\n", or of the end of text.
func endOfLine(text string, offset int) int {
	if n := strings.IndexByte(text[offset:], '\n'); n >= 0 {
		return offset + n
	}
	return len(text)
}

func (f *Finder) indexLines() {
	f.starts = append(f.starts, 0)
	for i := 0; i < len(f.text); i++ {
		if f.text[i] == '\n' {
			f.starts = append(f.starts, i+1)
		}
	}
	f.offset, f.line, f.units = 0, 0, 0
}

// Offset is the inverse of [Finder.At]. A column after the end of its line means
// that end, and one inside a surrogate pair the start of the code point.
func (f *Finder) Offset(line, column int) int {
	if f.starts == nil {
		f.indexLines()
	}
	switch {
	case line < 1:
		return 0
	case line > len(f.starts):
		return len(f.text)
	}
	at, end := f.starts[line-1], len(f.text)
	if line < len(f.starts) {
		end = f.starts[line]
		for end > at && (f.text[end-1] == '\n' || f.text[end-1] == '\r') {
			end--
		}
	}
	for units := 1; at < end; {
		r, size := utf8.DecodeRuneInString(f.text[at:end])
		units++
		if r > 0xffff {
			units++
		}
		if units > column {
			break
		}
		at += size
	}
	return at
}
