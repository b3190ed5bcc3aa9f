package source

import (
	"bytes"
	"iter"
)

// Record is one body of a file that holds several.
type Record struct {
	Body   []byte // aliases the text
	Offset int    // bytes from the start of that text
	Number int    // from 1, in that text
	Line   int    // from 1, in that text: the line on which Body starts
}

// Lines yields the lines of text that are not blank, without their line ends
// ("\n" or "\r\n"). The last line needs none. Lines have no maximum length.
func Lines(text []byte) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		r := Record{}
		for start := 0; start < len(text); {
			end, next := len(text), len(text)
			if i := bytes.IndexByte(text[start:], '\n'); i >= 0 {
				end, next = start+i, start+i+1
			}
			if end > start && text[end-1] == '\r' {
				end--
			}
			r.Line++
			if body := text[start:end]; !blank(body) {
				r.Number++
				r.Body, r.Offset = body, start
				if !yield(r) {
					return
				}
			}
			start = next
		}
	}
}

// blank reports whether body has only JSON's white space.
func blank(body []byte) bool {
	// The first byte of nearly every line decides.
	return len(body) == 0 || (isSpace(body[0]) && len(bytes.TrimLeft(body, " \t\r\n")) == 0)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// SkipBOM returns the size of a UTF-8 byte order mark at the start of text: 3 or
// 0. In a file of several bodies it belongs to the file, not to the first body.
func SkipBOM(text []byte) int {
	if bytes.HasPrefix(text, bom) {
		return len(bom)
	}
	return 0
}
