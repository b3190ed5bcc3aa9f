package report

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/scan"
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
func (p *Partition) Pass(body []byte) error {
	p.Passed++
	_, err := p.clean.Write(append(onOneLine(body), '\n'))
	return err
}

// onOneLine returns body without line ends: JSON has them between values only.
// The result may alias body.
func onOneLine(body []byte) []byte {
	body = bytes.TrimRight(body, "\r\n")
	if !bytes.ContainsAny(body, "\r\n") { // some readers end a line at a bare \r
		return body[:len(body):len(body)]
	}
	var b bytes.Buffer
	if json.Compact(&b, body) != nil {
		return bytes.ReplaceAll(bytes.ReplaceAll(body, []byte{'\n'}, []byte{' '}), []byte{'\r'}, []byte{' '})
	}
	return b.Bytes()
}

// Rejected is where a body lies that may not go out.
type Rejected struct {
	Path         string
	Line, Record int // from 1
	Offset, Size int // bytes; in the file, after decompression
}

// Reject writes a body with what was found in it, in a row that every JSON
// reader takes.
func (p *Partition) Reject(at Rejected, body []byte, findings []Finding) error {
	b := append(AppendBody(append(p.row(at), ','), body), `,"diagnostics":[`...)
	for i := range findings {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(findings[i].AppendMembers(append(b, '{')), '}')
	}
	return p.end(append(b, ']'))
}

// AppendBody appends a body as a member that holds every byte of it, the first
// of these that can: "body", if it is JSON as we and all others read it;
// "text", if it is UTF-8; "base64".
func AppendBody(b, body []byte) []byte {
	var view scan.View
	fault := view.Scan(body)
	switch {
	case fault.Code == 0 && !view.LoneSurrogates:
		return append(append(b, `"body":`...), onOneLine(body)...)
	case utf8.Valid(body):
		return wire.AppendString(append(b, `"text":`...), string(body))
	}
	return append(base64.StdEncoding.AppendEncode(append(b, `"base64":"`...), body), '"')
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
