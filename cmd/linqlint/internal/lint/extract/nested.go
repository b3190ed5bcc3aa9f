package extract

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// maxScripts is how deep scripts in the arguments of shells are read.
const maxScripts = 3

// nested reads the script that a command gets as an argument, or in a
// here-document: sh -c SCRIPT, eval SCRIPT, ssh HOST SCRIPT.
func (s *script) nested(stmt *syntax.Stmt, command string, args []*syntax.Word) {
	if s.inside == maxScripts || !s.enter() {
		return
	}
	var outer text
	if w := scriptIn(command, args); w != nil {
		outer = s.word(w)
	} else if command != "eval" {
		outer, _ = s.stdin(stmt)
	}
	s.leave(len(outer.bytes))
	s.inner(outer)
}

// backquoted reads a script between backquotes in which a backslash escapes one
// of special; false means that none does, so that it is read like any other
// statement.
func (s *script) backquoted(c *syntax.CmdSubst, special string) bool {
	from, to := int(c.Pos().Offset())+1, int(c.End().Offset())-1
	if !c.Backquotes || from > to || to > len(s.file) || s.inside == maxScripts || !escapes(s.file[from:to], special) {
		return false
	}
	var outer text
	s.unescape(&outer, from, to, from, 0, special)
	s.inner(outer)
	return true
}

// escapes reports whether a backslash is before one of special.
func escapes(b []byte, special string) bool {
	for i := 0; i+1 < len(b); i++ {
		if b[i] == '\\' && strings.IndexByte(special, b[i+1]) >= 0 {
			return true
		}
	}
	return false
}

// inner reads a script inside of this one.
func (s *script) inner(outer text) {
	if len(outer.bytes) == 0 {
		return
	}
	// A variable is expanded before the inner shell parses the script, so it is a
	// variable there too.
	outer = outer.filled(func(int) string { return "$" + anyWord })
	found, _ := readScript(plain{text: outer.bytes}, s.inside+1)
	for _, r := range found {
		r.body = r.body.through(&outer)
		s.out = append(s.out, r)
	}
}

// scriptIn returns the argument that is a script, or nil.
func scriptIn(command string, args []*syntax.Word) *syntax.Word {
	switch command {
	case "eval":
		if len(args) == 1 {
			return args[0]
		}
	case "ssh":
		if n := len(args); n > 1 && args[n-1].Lit() == "" {
			return args[n-1]
		}
	default:
		for i, w := range args {
			option := w.Lit()
			switch {
			case !strings.HasPrefix(option, "-") && command != "su":
				return nil
			case strings.HasPrefix(option, "-") && !strings.HasPrefix(option, "--") && strings.HasSuffix(option, "c") && i+1 < len(args):
				return args[i+1]
			}
		}
	}
	return nil
}

// through returns text, whose places are in the bytes of outer, with places in the
// file. Nothing can be written there, since it would need both quotings.
func (t *text) through(outer *text) (out text) {
	for _, p := range t.pieces {
		from := outer.start(p.file)
		span := max(0, outer.end(p.file+p.span)-from)
		switch {
		case p.hole:
			out.addHole(from, span)
		case p.size == p.span && !p.opaque:
			out.verbatim(t.bytes[p.at:p.at+p.size], p.file, outer)
		default: // an escape, or an empty text
			out.pieces = append(out.pieces, piece{at: len(out.bytes), size: p.size, file: from, span: span, literal: from, opaque: p.opaque})
			out.bytes = append(out.bytes, t.bytes[p.at:p.at+p.size]...)
		}
	}
	return out
}

// verbatim adds bytes that are those of outer at an offset.
func (t *text) verbatim(b []byte, at int, outer *text) {
	for len(b) > 0 {
		q := outer.pieces[outer.pieceAt(at)]
		n := min(max(1, q.at+q.size-at), len(b))
		switch {
		case q.hole:
			t.addHole(q.file, q.span)
		case q.size == q.span && !q.opaque:
			t.add(string(b[:n]), q.file+at-q.at, n, 0, q.literal)
		default:
			t.pieces = append(t.pieces, piece{at: len(t.bytes), size: n, file: q.file, span: q.span, literal: q.literal, opaque: q.opaque})
			t.bytes = append(t.bytes, b[:n]...)
		}
		at, b = at+n, b[n:]
	}
}
