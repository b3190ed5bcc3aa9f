package extract

// A file is read without its byte order mark and with "\n" for "\r\n", as a shell
// and an HTTP client would have it from a checkout with other line ends. plain is
// such a text, with the offsets of its bytes in the file.
type plain struct {
	text    []byte
	offsets []int // nil: the same; else one for each byte and for the end
}

func plainText(file []byte) plain {
	const bom = "\uFEFF"
	skip := 0
	if len(file) >= len(bom) && string(file[:len(bom)]) == bom {
		skip = len(bom)
	}
	crlf := false
	for i := 1; i < len(file) && !crlf; i++ {
		crlf = file[i] == '\n' && file[i-1] == '\r'
	}
	if skip == 0 && !crlf {
		return plain{text: file}
	}
	p := plain{text: make([]byte, 0, len(file)), offsets: make([]int, 0, len(file)+1)}
	for i := skip; i < len(file); i++ {
		at := i
		if file[i] == '\r' && i+1 < len(file) && file[i+1] == '\n' {
			i++
		}
		p.text, p.offsets = append(p.text, file[i]), append(p.offsets, at)
	}
	p.offsets = append(p.offsets, len(file))
	return p
}

// offset returns the offset in the file of a byte of the text.
func (p *plain) offset(i int) int {
	if p.offsets == nil {
		return i
	}
	return p.offsets[min(max(i, 0), len(p.offsets)-1)]
}

// restore changes the places of a text from the plain text to the file.
func (p *plain) restore(t *text) {
	if p.offsets == nil {
		return
	}
	var out []piece
	for _, q := range t.pieces {
		q.literal = p.offset(q.literal)
		if q.hole || q.opaque || q.size != q.span {
			end := p.offset(q.file + q.span)
			q.file = p.offset(q.file)
			q.span = end - q.file
			out = append(out, q)
			continue
		}
		// A verbatim piece has one place for each byte; line ends of two bytes
		// become pieces of their own.
		for done := 0; done < q.size; {
			n := 0
			for done+n < q.size && width(p, q.file+done+n) == 1 {
				n++
			}
			one := q
			one.at, one.file, one.size, one.span = q.at+done, p.offset(q.file+done), n, n
			if n == 0 {
				n = 1
				one.size, one.span = 1, width(p, q.file+done)
			}
			out = append(out, one)
			done += n
		}
	}
	t.pieces = out
}

// width returns how many bytes of the file the byte at i of the text is.
func width(p *plain, i int) int { return p.offset(i+1) - p.offset(i) }

// restoreAll changes the places of requests to the file.
func (p *plain) restoreAll(requests []Request) {
	for i := range requests {
		p.restore(&requests[i].body)
	}
}
