package commonmark

import (
	"sort"
	"strings"
)

// content is the inline text of a leaf block: its lines, without what marks the
// containers that they are in.
type content struct {
	text  string
	parts []part
}

// part says that the content from at on is the source from src on.
type part struct{ at, src int }

// contentOf joins the lines of a leaf.
func contentOf(source string, lines []segment) content {
	if len(lines) == 1 {
		l := lines[0]
		return content{strings.TrimRight(source[l.start:l.end], " \t"), []part{{0, l.start}}}
	}
	var b strings.Builder
	parts := make([]part, 0, len(lines))
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		parts = append(parts, part{b.Len(), l.start})
		b.WriteString(source[l.start:l.end])
	}
	return content{strings.TrimRight(b.String(), " \t"), parts}
}

// source returns where the content at is in the source.
func (c *content) source(at int) int {
	i := sort.Search(len(c.parts), func(i int) bool { return c.parts[i].at > at }) - 1
	return c.parts[i].src + at - c.parts[i].at
}

// push is append, but a full slice becomes twice as large: twice the source then
// takes twice the memory, at any length.
func push[T any](s []T, v T) []T {
	if len(s) == cap(s) {
		larger := make([]T, len(s), max(8, 2*len(s)))
		copy(larger, s)
		s = larger
	}
	return append(s, v)
}
