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
	// which was passed over: Text is then empty, and Offset is the line's.
	TooLong int64
	Last    bool // nothing follows
}

// Pieces cuts a stream of lines into pieces. It holds one piece and the
// beginning of the next, whatever the length of the stream.
type Pieces struct {
	// Eager hands out what has come as soon as it holds a whole line, instead
	// of waiting for a piece of the full size: somebody may be typing.
	Eager bool

	r       io.Reader
	size    int // what a piece has if its lines are short, bytes
	maxLine int // bytes
	rest    []byte
	offset  int64
	line    int
	done    bool
}

// NewPieces reads lines from r in pieces of about size bytes; lines of more
// than maxLine bytes are passed over.
func NewPieces(r io.Reader, size, maxLine int) *Pieces {
	return &Pieces{r: r, size: size, maxLine: maxLine, line: 1}
}

// Next returns the next piece, for which it uses buf if that is large enough;
// after the one that is Last it returns io.EOF. Another error comes with the
// lines that could still be read.
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

// fill reads until buf is full or an error comes. io.ReadFull would make one
// error of the end of a stream and of a compressed stream that was cut off.
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

// Skip passes over offset bytes and whole lines up to there, so that what
// follows has its true places; records is how many bodies were passed over.
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
		return records, errors.New("the offset to go on from is inside a line")
	}
	return records, nil
}

// piece hands out text and moves on behind it.
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

// skipLine reads on to the end of a line that is over the limit, of which
// begun is the beginning, and keeps nothing of it.
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
