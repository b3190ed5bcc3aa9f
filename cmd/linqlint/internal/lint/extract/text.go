package extract

import (
	"sort"
	"strings"

	"github.com/linqlint/linqlint/internal/wire"
)

// text is a decoded text with the offset of each byte in the file. The zero text
// is empty.
type text struct {
	bytes  []byte
	pieces []piece
	words  []int // of a filled text: the pieces that are variables
}

// piece maps bytes of a text to bytes of the file.
type piece struct {
	at, size   int // in the text
	file, span int // in the file
	quote      quote
	literal    int  // file offset of the start of the literal around it
	hole       bool // a variable with an unknown value: size is 0
	folder     bool // a hole that is the folder of the script
	opaque     bool // bytes have no places of their own
}

// quote is how a literal is quoted in the file. Nothing can be written into the
// zero quote.
type quote uint8

const (
	quoteNone    quote = iota + 1 // not quoted: a .http file, a here-document with a quoted delimiter
	quoteSingle                   // '…'
	quoteDouble                   // "…"
	quoteDollar                   // $'…'
	quoteHeredoc                  // a here-document with expansions
	quoteJSON                     // a JSON string
)

// encode returns text as it is written inside the quotes; ok is false if that is
// impossible.
func (q quote) encode(text string) (encoded string, ok bool) {
	switch q {
	case quoteNone:
		return text, true
	case quoteSingle:
		return text, !strings.Contains(text, "'")
	case quoteDouble:
		return strings.NewReplacer(`\`, `\\`, `"`, `\"`, `$`, `\$`, "`", "\\`").Replace(text), true
	case quoteDollar:
		return strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(text), true
	case quoteHeredoc:
		return strings.NewReplacer(`\`, `\\`, `$`, `\$`, "`", "\\`").Replace(text), true
	case quoteJSON:
		s := wire.AppendString(nil, text)
		return string(s[1 : len(s)-1]), true
	}
	return "", false
}

// add appends a decoded text, which has span bytes in the file.
func (t *text) add(decoded string, file, span int, q quote, literal int) {
	if decoded == "" {
		return
	}
	verbatim := len(decoded) == span
	if n := len(t.pieces); n > 0 && verbatim {
		last := &t.pieces[n-1]
		if last.size == last.span && !last.hole && last.literal == literal && last.quote == q && last.file+last.span == file {
			last.size, last.span = last.size+span, last.span+span
			t.bytes = append(t.bytes, decoded...)
			return
		}
	}
	t.pieces = append(t.pieces, piece{at: len(t.bytes), size: len(decoded), file: file, span: span, quote: q, literal: literal})
	t.bytes = append(t.bytes, decoded...)
}

// mark gives an empty text its place in the file.
func (t *text) mark(file, span int) {
	if len(t.pieces) == 0 {
		t.pieces = append(t.pieces, piece{file: file, span: span, literal: file})
	}
}

// addOpaque appends a text that is encoded in the file as a whole, so that its
// bytes have no places of their own.
func (t *text) addOpaque(decoded string, file, span int) {
	t.pieces = append(t.pieces, piece{at: len(t.bytes), size: len(decoded), file: file, span: span, literal: file, opaque: true})
	t.bytes = append(t.bytes, decoded...)
}

// addHole appends a variable.
func (t *text) addHole(file, span int) {
	t.pieces = append(t.pieces, piece{at: len(t.bytes), file: file, span: span, hole: true})
}

// join appends another text.
func (t *text) join(o text) {
	for _, p := range o.pieces {
		p.at += len(t.bytes)
		t.pieces = append(t.pieces, p)
	}
	t.bytes = append(t.bytes, o.bytes...)
}

// from returns the text without its first n bytes.
func (t *text) from(n int) text {
	out := text{bytes: t.bytes[n:]}
	for _, p := range t.pieces {
		switch {
		case p.at+p.size <= n && (!p.hole || p.at < n):
			continue
		case p.at < n: // n is inside the piece, which is verbatim or one code point
			cut := n - p.at
			p.at, p.size, p.file, p.span = n, p.size-cut, p.file+cut, p.span-cut
		}
		p.at -= n
		out.pieces = append(out.pieces, p)
	}
	return out
}

// hasHoles reports whether there are variables in the text.
func (t *text) hasHoles() bool {
	for i := range t.pieces {
		if t.pieces[i].hole {
			return true
		}
	}
	return false
}

// before returns the text before the first variable.
func (t *text) before() string {
	for i := range t.pieces {
		if t.pieces[i].hole {
			return string(t.bytes[:t.pieces[i].at])
		}
	}
	return string(t.bytes)
}

// filled returns the text with each variable replaced by a word.
func (t *text) filled(word func(hole int) string) text {
	var out text
	at, holes := 0, 0
	for _, p := range t.pieces {
		out.bytes = append(out.bytes, t.bytes[at:p.at]...)
		at = p.at
		p.at = len(out.bytes)
		if p.hole {
			w := word(holes)
			holes++
			p.size = len(w)
			out.bytes = append(out.bytes, w...)
			out.words = append(out.words, len(out.pieces))
		}
		out.pieces = append(out.pieces, p)
	}
	out.bytes = append(out.bytes, t.bytes[at:]...)
	return out
}

// pieceAt returns the index of the piece that holds byte off, or of the last
// piece.
func (t *text) pieceAt(off int) int {
	return min(sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].at+t.pieces[i].size > off }), len(t.pieces)-1)
}

// start returns where in the file the byte at off begins.
func (t *text) start(off int) int {
	if len(t.pieces) == 0 {
		return 0
	}
	p := &t.pieces[t.pieceAt(off)]
	switch {
	case p.opaque, len(t.bytes) == 0:
		return p.file
	case off >= p.at+p.size:
		return p.file + p.span
	case p.size == p.span:
		return p.file + off - p.at
	}
	return p.file
}

// end returns where in the file the byte before off ends.
func (t *text) end(off int) int {
	switch {
	case len(t.pieces) == 0:
		return 0
	case len(t.bytes) == 0:
		return t.pieces[0].file + t.pieces[0].span
	case off == 0:
		return t.start(off)
	}
	p := &t.pieces[t.pieceAt(off-1)]
	if p.size == p.span && !p.hole && !p.opaque {
		return p.file + off - p.at
	}
	return p.file + p.span
}

// upTo returns the first n bytes of the text.
func (t *text) upTo(n int) text {
	out := text{bytes: t.bytes[:n:n]}
	for _, p := range t.pieces {
		if p.at >= n {
			break
		}
		if p.at+p.size > n {
			p.size, p.span = n-p.at, n-p.at
		}
		out.pieces = append(out.pieces, p)
	}
	return out
}
