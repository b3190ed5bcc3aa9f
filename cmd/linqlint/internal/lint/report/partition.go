package report

import (
	"bufio"
	"errors"
	"io"
	"strconv"

	"github.com/linqlint/linqlint/internal/body"
	"github.com/linqlint/linqlint/internal/wire"
)

// Partition writes bodies to two files of newline-delimited JSON: clean bodies as
// they are, and rejected ones with their diagnostics.
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

// Pass writes a clean body. A body of several lines is put on one.
func (p *Partition) Pass(text []byte) error {
	p.Passed++
	_, err := p.clean.Write(append(body.OnOneLine(text), '\n'))
	return err
}

// Rejected is the place of a rejected body.
type Rejected struct {
	Path         string
	Line, Record int // from 1
	Offset, Size int // bytes; in the file, after decompression
}

// Reject writes a body and its diagnostics on one line of JSON.
func (p *Partition) Reject(at Rejected, text []byte, findings []Finding) error {
	b := append(body.AppendMember(append(p.row(at), ','), text), `,"diagnostics":[`...)
	for i := range findings {
		if i > 0 {
			b = append(b, ',')
		}
		b = findings[i].AppendJSON(b)
	}
	return p.end(append(b, ']'))
}

// RejectUnread writes the place of a body that is too long to be checked.
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

// Close flushes and closes both files.
func (p *Partition) Close() error {
	err := errors.Join(p.clean.Flush(), p.rejected.Flush())
	for _, c := range p.closers {
		err = errors.Join(err, c.Close())
	}
	return err
}
