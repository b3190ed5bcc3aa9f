package validate

import "unsafe"

// texts has the texts of one report in a few blocks of memory: a problem has about
// ten of them, most of a few bytes. A block belongs to its report.
type texts struct{ block []byte }

const minBlock, maxBlock = 640, 1 << 14 // bytes; four problems have about 600

// keep returns a copy of b.
func (t *texts) keep(b []byte) string {
	from := t.grow(len(b))
	t.block = append(t.block, b...)
	return t.since(from)
}

// copyOf returns a copy of s.
func (t *texts) copyOf(s string) string {
	from := t.grow(len(s))
	t.block = append(t.block, s...)
	return t.since(from)
}

// join returns a, b and c as one text, which aliases none of them.
func (t *texts) join(a, b, c string) string {
	from := t.grow(len(a) + len(b) + len(c))
	t.block = append(append(append(t.block, a...), b...), c...)
	return t.since(from)
}

// grow makes room for a text of n bytes, and returns where in the block it starts.
func (t *texts) grow(n int) (from int) {
	if n > cap(t.block)-len(t.block) {
		t.block = make([]byte, 0, max(n, min(max(2*cap(t.block), minBlock), maxBlock)))
	}
	return len(t.block)
}

// since returns what was appended from there on. It is never written to again.
func (t *texts) since(from int) string {
	return unsafe.String(unsafe.SliceData(t.block[from:]), len(t.block)-from)
}
