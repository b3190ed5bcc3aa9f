package settings

import "bytes"

// bom is the UTF-8 byte order mark, which editors on Windows write.
const bom = "\uFEFF"

// blanked returns a copy of text whose comments, trailing commas and byte order
// mark are spaces, so that offsets stay those of the text. unclosed is the offset
// of a comment without an end, or -1.
func blanked(text []byte) (plain []byte, unclosed int) {
	plain = bytes.Clone(text)
	blank := func(start, end int) {
		for i := start; i < end; i++ {
			if plain[i] != '\n' && plain[i] != '\r' {
				plain[i] = ' '
			}
		}
	}
	i := 0
	if bytes.HasPrefix(plain, []byte(bom)) {
		blank(0, len(bom))
		i = len(bom)
	}
	// The last two tokens, by their first byte: a comma goes if it follows a value.
	comma, before, last := 0, byte('['), byte('[')
	for i < len(plain) {
		c := plain[i]
		end := i + 1
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
			continue
		case c == '/':
			length, closed := comment(plain[i:])
			if !closed {
				return plain, i
			}
			if length > 0 {
				blank(i, i+length)
				i += length
				continue
			}
		case c == '"':
			end = stringEnd(plain, i)
		case c == ',':
			comma = i
		case (c == ']' || c == '}') && last == ',' && before != '[' && before != '{' && before != ',' && before != ':':
			blank(comma, comma+1)
		}
		before, last = last, c
		i = end
	}
	return plain, -1
}

// comment returns the length of a comment at the start of text, 0 if there is
// none.
func comment(text []byte) (length int, closed bool) {
	switch {
	case bytes.HasPrefix(text, []byte("//")):
		if end := bytes.IndexByte(text, '\n'); end >= 0 {
			return end, true
		}
		return len(text), true
	case bytes.HasPrefix(text, []byte("/*")):
		end := bytes.Index(text[2:], []byte("*/"))
		return end + 4, end >= 0
	}
	return 0, true
}

// stringEnd returns the end of the string at i, or of the text.
func stringEnd(text []byte, i int) int {
	for i++; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(text)
}
