package source

import (
	"bytes"
	"iter"
)

// ArrayFault is why a text is not a root array of bodies. Faults inside an
// element are left to the validator.
type ArrayFault struct {
	Offset  int    // bytes
	Reason  string // a stable name of the message
	Message string
}

// Elements yields the elements of a root array, each without the white space
// around it. An element ends at the comma or bracket that closes it at its own
// level, so invalid JSON is still inside one element, where the validator
// reports it. After the last element, fault holds what is wrong with the array
// itself.
func Elements(text []byte, fault *ArrayFault) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		i := skipSpace(text, SkipBOM(text))
		if i == len(text) || text[i] != '[' {
			*fault = ArrayFault{i, "no-array", "--input array needs an array at the root"}
			return
		}
		cut := elementCutter{text: text, at: skipSpace(text, i+1), line: 1}
		if cut.at < len(text) && text[cut.at] == ']' {
			*fault = cut.rest()
			return
		}
		for {
			r, ok := cut.next()
			if !ok {
				*fault = ArrayFault{cut.at, "missing-element", "missing element before this comma or bracket"}
				return
			}
			if !yield(r) {
				return
			}
			switch {
			case cut.at == len(text):
				*fault = ArrayFault{cut.at, "unclosed-array", "missing closing bracket of the root array"}
				return
			case text[cut.at] == ']':
				*fault = cut.rest()
				return
			}
			cut.at = skipSpace(text, cut.at+1)
		}
	}
}

// elementCutter walks over the elements of an array.
type elementCutter struct {
	text    []byte
	at      int // the next byte to look at
	number  int // elements so far
	counted int // line ends are counted up to here
	line    int // of the byte at counted, from 1
}

// next returns the element at c.at and moves c.at to the comma or the bracket
// after it, or to the end of the text; ok is false if there is no element.
func (c *elementCutter) next() (r Record, ok bool) {
	start := c.at
	c.at = elementEnd(c.text, start)
	body := bytes.TrimRight(c.text[start:c.at], " \t\r\n")
	if len(body) == 0 {
		return Record{}, false
	}
	c.number++
	c.line += bytes.Count(c.text[c.counted:start], []byte{'\n'})
	c.counted = start
	return Record{Body: body, Offset: start, Number: c.number, Line: c.line}, true
}

// rest checks the text after the closing bracket at c.at.
func (c *elementCutter) rest() ArrayFault {
	if i := skipSpace(c.text, c.at+1); i < len(c.text) {
		return ArrayFault{i, "after-array", "unexpected text after the root array"}
	}
	return ArrayFault{}
}

// elementEnd returns where the value that starts at i ends: at a comma or a
// closing bracket of its own level, or at the end of the text.
func elementEnd(text []byte, i int) int {
	depth := 0
	for ; i < len(text); i++ {
		switch text[i] {
		case '"':
			i = stringEnd(text, i)
		case '{', '[':
			depth++
		case '}':
			depth--
		case ']':
			if depth <= 0 {
				return i
			}
			depth--
		case ',':
			if depth <= 0 {
				return i
			}
		}
	}
	return len(text)
}

// stringEnd returns the offset of the quote that closes the string at i, or of
// the last byte if none does.
func stringEnd(text []byte, i int) int {
	for i++; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return len(text) - 1
}

func skipSpace(text []byte, i int) int {
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	return i
}
