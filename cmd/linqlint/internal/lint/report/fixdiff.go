package report

import (
	"bytes"

	"github.com/rivo/uniseg"

	"github.com/linqlint/linqlint/validate"
)

// maxFixLines is how many lines of a fix are shown on each side.
const maxFixLines = 4

// change is a run of lines that a fix touches, before and after.
type change struct {
	before, after     []byte
	beforeAt, afterAt [2]int // the changed bytes in them
}

// appendFix draws a fix as removed and added lines, truncated around the change.
func (s *snippets) appendFix(b []byte, fix *validate.Fix) []byte {
	for _, c := range s.changes(fix) {
		indent := len(c.before) - len(bytes.TrimLeft(c.before, " \t"))
		b = s.diffLines(b, diffSide{"-", styleGone, c.before, c.beforeAt, indent})
		b = s.diffLines(b, diffSide{"+", styleAdded, c.after, c.afterAt, indent})
	}
	return b
}

// changes groups the edits of a fix by the lines that they touch.
func (s *snippets) changes(fix *validate.Fix) []change {
	var out []change
	for i := 0; i < len(fix.Edits); {
		first := i
		from, to := fix.Edits[i].Start-s.base, fix.Edits[i].End-s.base
		if from < 0 || to > len(s.text) {
			return nil
		}
		lineEnd := s.lineEnd(to)
		for i++; i < len(fix.Edits) && fix.Edits[i].Start-s.base <= lineEnd && fix.Edits[i].Start-s.base-to < reach; i++ {
			to = max(to, fix.Edits[i].End-s.base)
			lineEnd = s.lineEnd(to)
		}
		out = append(out, s.change(fix.Edits[first:i], from, to))
	}
	return out
}

// change applies edits in the bytes [from, to) to the lines around them.
func (s *snippets) change(edits []validate.Edit, from, to int) change {
	start, end := s.lineStart(from), s.lineEnd(to)
	c := change{before: s.text[start:end], beforeAt: [2]int{from - start, to - start}}
	at := start
	for _, e := range edits {
		c.after = append(c.after, s.text[at:e.Start-s.base]...)
		c.after = append(c.after, e.Text...)
		at = e.End - s.base
	}
	c.afterAt = [2]int{from - start, len(c.after)}
	c.after = append(c.after, s.text[at:end]...)
	return c
}

// lineStart and lineEnd stay within reach of i, like the excerpts.
func (s *snippets) lineStart(i int) int {
	low := max(0, i-reach)
	if n := bytes.LastIndexByte(s.text[low:i], '\n'); n >= 0 {
		return low + n + 1
	}
	return runeStart(s.text, low)
}

func (s *snippets) lineEnd(i int) int {
	high := min(len(s.text), i+reach)
	if n := bytes.IndexByte(s.text[i:high], '\n'); n >= 0 {
		return i + n
	}
	return runeStart(s.text, high)
}

// diffSide is the removed or the added lines of a change.
type diffSide struct {
	sign   string
	style  style
	text   []byte
	at     [2]int // the changed bytes
	indent int    // white space removed from the start of each line, bytes
}

// diffLines draws the lines of one side.
func (s *snippets) diffLines(b []byte, d diffSide) []byte {
	shown, offset := 0, 0
	for line := range bytes.Lines(d.text) {
		start, end := offset, offset+len(line)
		offset = end
		if len(bytes.TrimSpace(line)) == 0 && len(bytes.TrimSpace(d.text)) > 0 {
			continue
		}
		b = spaces(b, s.gutter+10)
		if shown++; shown > maxFixLines {
			b = s.color.color(b, d.style, d.sign+" ⋮")
			return append(b, '\n')
		}
		bare := bytes.TrimRight(line, "\r\n")
		for range d.indent {
			if len(bare) > 0 && isBlank(bare[0]) {
				bare, start = bare[1:], start+1
			}
		}
		l := sourceLine{cells: cellsOf(bare, start), start: start, end: start + len(bare)}
		l.window(max(start, d.at[0]), min(end, d.at[1]), s.room()-8)
		b = s.color.color(b, d.style, d.sign+" "+string(l.append(nil)))
		b = trimLine(append(b, '\n'))
	}
	return b
}

// displayWidth returns the columns of a text.
func displayWidth(text string) int { return uniseg.StringWidth(text) }
