package report

import (
	"bufio"
	"errors"
	"io"
	"strconv"

	"github.com/linqlint/linqlint/internal/body"
	"github.com/linqlint/linqlint/internal/wire"
)

// Partition writes bodies to two files of newline-delimited JSON: those that
// may go out, byte for byte, and those that may not, each with its findings.
type Partition struct {
	clean, rejected *bufio.Writer
	closers         []io.Closer
	buf             []byte
	Passed          int // bodies so far
	Rejected        int // bodies so far
}

// NewPartition returns a Partition that writes to, and closes, two files.
func NewPartition(clean, rejected io.WriteCloser) *Partition {
	return &Partition{
		clean: bufio.NewWriterSize(clean, 1<<16), rejected: bufio.NewWriterSize(rejected, 1<<16),
		closers: []io.Closer{clean, rejected},
	}
}

// Pass writes a body that may go out. One of several lines is put on one.
func (p *Partition) Pass(text []byte) error {
	p.Passed++
	_, err := p.clean.Write(append(body.OnOneLine(text), '\n'))
	return err
}

// Rejected is where a body lies that may not go out.
type Rejected struct {
	Path         string
	Line, Record int // from 1
	Offset, Size int // bytes; in the file, after decompression
}

// Reject writes a body with what was found in it, in a row that every JSON
// reader takes.
func (p *Partition) Reject(at Rejected, text []byte, findings []Finding) error {
	b := append(body.AppendMember(append(p.row(at), ','), text), `,"diagnostics":[`...)
	for i := range findings {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(findings[i].AppendMembers(append(b, '{')), '}')
	}
	return p.end(append(b, ']'))
}

// RejectUnread writes where a body lies that is too long to be held, and thus
// to be judged.
func (p *Partition) RejectUnread(at Rejected) error {
	b := p.row(at)
	b = strconv.AppendInt(append(b, `,"offset":`...), int64(at.Offset), 10)
	b = strconv.AppendInt(append(b, `,"size":`...), int64(at.Size), 10)
	return p.end(append(b, `,"diagnostics":[]`...))
}

func (p *Partition) row(at Rejected) []byte {
	b := wire.AppendString(append(p.buf[:0], `{"file":`...), at.Path)
	b = strconv.AppendInt(append(b, `,"line":`...), int64(at.Line), 10)
	return strconv.AppendInt(append(b, `,"record":`...), int64(at.Record), 10)
}

func (p *Partition) end(row []byte) error {
	p.Rejected++
	p.buf = append(row, "}\n"...)
	_, err := p.rejected.Write(p.buf)
	return err
}

// Close writes what is left and closes both files.
func (p *Partition) Close() error {
	err := errors.Join(p.clean.Flush(), p.rejected.Flush())
	for _, c := range p.closers {
		err = errors.Join(err, c.Close())
	}
	return err
}
