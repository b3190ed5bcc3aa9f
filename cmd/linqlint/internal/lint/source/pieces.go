package source

import (
	"bytes"
	"errors"
	"io"
)

// Piece is a run of whole lines of a long file.
type Piece struct {
	Text   []byte // ends at a line end or at the end of the file; the receiver owns it
	Offset int64  // of Text in the file, bytes
	Line   int    // of the first byte of Text, from 1
	// TooLong, if not 0, is the length in bytes of one line over the limit,
	// which was skipped: Text is then empty, and Offset is the line's.
	TooLong int64
	Last    bool // nothing follows
}

// Pieces splits a stream of lines into pieces. It holds one piece and the
// beginning of the next, whatever the length of the stream.
type Pieces struct {
	// Eager returns a piece as soon as it has a whole line, for input that
	// somebody types.
	Eager bool

	r       io.Reader
	size    int // of a piece with short lines, bytes
	maxLine int // bytes
	rest    []byte
	offset  int64
	line    int
	done    bool
}

// NewPieces reads lines from r in pieces of about size bytes and skips lines of
// more than maxLine bytes.
func NewPieces(r io.Reader, size, maxLine int) *Pieces {
	return &Pieces{r: r, size: size, maxLine: maxLine, line: 1}
}

// Next returns the next piece, in buf if that is large enough; after the last
// one it returns io.EOF. Any other error comes with the lines read before it.
func (p *Pieces) Next(buf []byte) (Piece, error) {
	if p.done {
		return Piece{}, io.EOF
	}
	if want := max(p.size, len(p.rest)+p.size/2); cap(buf) < want {
		buf = make([]byte, 0, want)
	}
	buf = append(buf[:0], p.rest...)
	for {
		n, err := p.fill(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return p.last(buf), nil
		}
		if err != nil {
			return p.last(buf), err
		}
		if i := bytes.LastIndexByte(buf, '\n'); i >= 0 {
			p.rest = append(p.rest[:0], buf[i+1:]...)
			return p.piece(buf[:i+1]), nil
		}
		if len(buf) > p.maxLine {
			return p.skipLine(buf)
		}
		grown := make([]byte, len(buf), 2*cap(buf))
		copy(grown, buf)
		buf = grown
	}
}

// fill reads until buf is full or reading fails. io.ReadFull would return the
// same error for the end of a stream and for a truncated compressed stream.
func (p *Pieces) fill(buf []byte) (n int, err error) {
	for n < len(buf) && err == nil {
		var more int
		more, err = p.r.Read(buf[n:])
		n += more
		if p.Eager && bytes.IndexByte(buf[n-more:n], '\n') >= 0 {
			break
		}
	}
	return n, err
}

// Skip skips offset bytes, which must be whole lines, and counts their lines;
// records is how many bodies they have.
func (p *Pieces) Skip(offset int64) (records int, err error) {
	buf := make([]byte, 0, p.size)
	content := false // the line so far has more than white space
	for p.offset < offset {
		n, err := p.r.Read(buf[:min(int64(cap(buf)), offset-p.offset)])
		for rest := buf[:n]; len(rest) > 0; {
			line, after, ends := bytes.Cut(rest, []byte{'\n'})
			content = content || !blank(line)
			if ends {
				p.line++
				if content {
					records++
				}
				content = false
			}
			rest = after
		}
		p.offset += int64(n)
		if err != nil {
			return records, err
		}
	}
	if content {
		return records, errors.New("offset is inside a line")
	}
	return records, nil
}

// piece returns text as a piece and advances past it.
func (p *Pieces) piece(text []byte) Piece {
	out := Piece{Text: text, Offset: p.offset, Line: p.line}
	p.offset += int64(len(text))
	p.line += bytes.Count(text, []byte{'\n'})
	return out
}

func (p *Pieces) last(text []byte) Piece {
	p.done, p.rest = true, nil
	out := p.piece(text)
	out.Last = true
	return out
}

// skipLine skips the rest of a line that is over the limit and begins with
// begun.
func (p *Pieces) skipLine(begun []byte) (Piece, error) {
	out := Piece{Offset: p.offset, Line: p.line, TooLong: int64(len(begun))}
	buf := begun[:min(len(begun), 1<<16)]
	for {
		n, err := p.r.Read(buf)
		if i := bytes.IndexByte(buf[:n], '\n'); i >= 0 {
			out.TooLong += int64(i)
			p.rest = append(p.rest[:0], buf[i+1:n]...)
			p.offset += out.TooLong + 1
			p.line++
			return out, nil
		}
		out.TooLong += int64(n)
		if err != nil {
			p.done, out.Last = true, true
			if err == io.EOF {
				err = nil
			}
			return out, err
		}
	}
}
