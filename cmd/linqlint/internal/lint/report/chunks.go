package report

import "io"

// chunkSize is how many bytes a chunk has, unless one write is longer.
const chunkSize = 1 << 15

// chunks is a buffer that never copies what it holds, so that memory grows as its
// content does. The zero value is empty.
type chunks struct{ list [][]byte }

// Write implements [io.Writer]. It returns no error.
func (c *chunks) Write(p []byte) (int, error) {
	last := len(c.list) - 1
	if last < 0 || cap(c.list[last])-len(c.list[last]) < len(p) {
		c.list = append(c.list, make([]byte, 0, max(chunkSize, len(p))))
		last++
	}
	c.list[last] = append(c.list[last], p...)
	return len(p), nil
}

// WriteString is Write for a string.
func (c *chunks) WriteString(s string) { _, _ = c.Write([]byte(s)) }

// WriteTo implements [io.WriterTo].
func (c *chunks) WriteTo(w io.Writer) (written int64, err error) {
	for _, chunk := range c.list {
		n, err := w.Write(chunk)
		written += int64(n)
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

// Reset empties the buffer and keeps its first chunk.
func (c *chunks) Reset() {
	if len(c.list) > 0 {
		c.list = c.list[:1]
		c.list[0] = c.list[0][:0]
	}
}
