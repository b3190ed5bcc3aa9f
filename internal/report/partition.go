package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

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
	if bytes.IndexByte(body, '\n') < 0 {
		return body[:len(body):len(body)]
	}
	var b bytes.Buffer
	if json.Compact(&b, body) != nil {
		return bytes.ReplaceAll(body, []byte{'\n'}, []byte{' '})
	}
	return b.Bytes()
}

// Reject writes a body with what was found in it: {"file","line","record",
// "body" or, if it is no JSON, "text", "diagnostics"}.
func (p *Partition) Reject(path string, line, record int, body []byte, findings []Finding) error {
	p.Rejected++
	b := wire.AppendString(append(p.buf[:0], `{"file":`...), path)
	b = strconv.AppendInt(append(b, `,"line":`...), int64(line), 10)
	b = strconv.AppendInt(append(b, `,"record":`...), int64(record), 10)
	if json.Valid(body) {
		b = append(append(b, `,"body":`...), onOneLine(body)...)
	} else {
		b = wire.AppendString(append(b, `,"text":`...), string(body))
	}
	b = append(b, `,"diagnostics":[`...)
	for i := range findings {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(findings[i].AppendMembers(append(b, '{')), '}')
	}
	p.buf = append(b, "]}\n"...)
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
