package extract

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mvdan.cc/sh/v3/syntax"
)

// script is a shell script that is being read.
type script struct {
	file    []byte
	values  map[string]*value           // of variables that are assigned once; nil: unknown
	arrays  map[string][]*syntax.Word   // elements of arrays that are assigned once
	files   map[string]*syntax.Redirect // that are written from a here-document; nil: not known
	pipes   map[*syntax.Stmt]*syntax.Stmt
	reads   map[*syntax.CallExpr]bool // calls of read whose variable is known
	escaped map[*syntax.CmdSubst]bool // in backquotes with escapes, and read

	functions map[string]*function    // that are called with arguments
	frame     *frame                  // of the call that is read
	owners    map[*syntax.Word]*frame // where the words of arguments are evaluated

	inside int // how many scripts are around this one
	depth  int // of nested variables
	taken  int // bytes of expansions so far
	calls  int // of functions that are read
	again  int // bytes of the functions that are read
	out    []Request
}

// value is what a variable is assigned: a word, or what read takes from a
// here-document.
type value struct {
	word     *syntax.Word
	document *syntax.Redirect
}

const (
	// maxNesting bounds nested variables.
	maxNesting = 16
	// maxTaken bounds the bytes of all expansions of a script: variables that use
	// others twice would grow exponentially.
	maxTaken = 1 << 20
)

// enter begins an expansion; false means that a bound was reached.
func (s *script) enter() bool {
	if s.depth == maxNesting || s.taken > maxTaken {
		return false
	}
	s.depth++
	return true
}

// leave ends an expansion of size bytes, which counts as at least one.
func (s *script) leave(size int) {
	s.depth--
	s.taken += max(size, 1)
}

// word returns the text of a word, with unknown parts as holes.
func (s *script) word(w *syntax.Word) (t text) {
	if w == nil {
		return text{}
	}
	if owner, ok := s.owners[w]; ok && owner != s.frame {
		defer func(f *frame) { s.frame = f }(s.frame)
		s.frame = owner
	}
	for _, p := range w.Parts {
		s.part(&t, p)
	}
	return t
}

func (s *script) part(t *text, part syntax.WordPart) {
	from, to := int(part.Pos().Offset()), int(part.End().Offset())
	if from > to || to > len(s.file) {
		return
	}
	switch p := part.(type) {
	case *syntax.Lit:
		s.unescape(t, from, to, from, 0, "")
	case *syntax.SglQuoted:
		if p.Dollar {
			s.dollarQuoted(t, from+2, to-1)
		} else {
			t.add(string(s.file[from+1:to-1]), from+1, to-from-2, quoteSingle, from)
		}
	case *syntax.DblQuoted:
		for _, inner := range p.Parts {
			if lit, ok := inner.(*syntax.Lit); ok {
				s.unescape(t, int(lit.Pos().Offset()), int(lit.End().Offset()), from, quoteDouble, "$`\"\\\n")
				continue
			}
			s.part(t, inner)
		}
	case *syntax.ParamExp:
		if !s.param(t, p) {
			s.expansion(t, from, to)
		}
	case *syntax.CmdSubst:
		if !s.command(t, p) {
			s.expansion(t, from, to)
		}
	default:
		t.addHole(from, to-from)
	}
}

// unescape adds the file's bytes [from, to), in which a backslash escapes the
// next byte if that is one of special, or any byte if special is "".
func (s *script) unescape(t *text, from, to, literal int, q quote, special string) {
	for i := from; i < to; {
		if s.file[i] == '\\' && i+1 == to && i+1 < len(s.file) && s.file[i+1] == '\n' {
			return // the parser ends a literal before a continued line
		}
		if s.file[i] == '\\' && i+1 < to && (special == "" || strings.IndexByte(special, s.file[i+1]) >= 0) {
			if s.file[i+1] != '\n' { // a continued line
				t.add(string(s.file[i+1:i+2]), i, 2, q, literal)
			}
			i += 2
			continue
		}
		next := i + 1
		for next < to && s.file[next] != '\\' {
			next++
		}
		t.add(string(s.file[i:next]), i, next-i, q, literal)
		i = next
	}
}

// dollarQuoted adds the text between $' and '.
func (s *script) dollarQuoted(t *text, from, to int) {
	for i := from; i < to; {
		decoded, size := ansiEscape(string(s.file[i:to]))
		t.add(decoded, i, size, quoteDollar, from)
		i += size
	}
}

// ansiEscape decodes the escape at the start of the text between $' and ', as
// bash does, or returns the text before the next escape.
func ansiEscape(s string) (decoded string, size int) {
	if s[0] != '\\' || len(s) == 1 {
		if n := strings.IndexByte(s[1:], '\\'); n >= 0 {
			return s[:n+1], n + 1
		}
		return s, len(s)
	}
	if i := strings.IndexByte(`abeEfnrtv\'"?`, s[1]); i >= 0 {
		return "\a\b\x1b\x1b\f\n\r\t\v\\'\"?"[i : i+1], 2
	}
	digits, base, start := 0, 16, 2
	switch s[1] {
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		digits, base, start = 3, 8, 1
	}
	end := start
	for end < len(s) && end < start+digits && isDigit(s[end], base) {
		end++
	}
	n, err := strconv.ParseUint(s[start:end], base, 32)
	if err != nil {
		return s[:2], 2 // not an escape
	}
	if s[1] == 'u' || s[1] == 'U' {
		return string(rune(min(n, utf8.MaxRune+1))), end
	}
	return string([]byte{byte(n)}), end
}

func isDigit(c byte, base int) bool {
	if base == 8 {
		return c >= '0' && c <= '7'
	}
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// param adds the value of a variable that is assigned once.
func (s *script) param(t *text, p *syntax.ParamExp) bool {
	if known, ok := s.argument(t, p); ok {
		return known
	}
	if p.Param == nil || p.Flags != nil || p.Excl || p.Length || p.Width || p.IsSet || p.NestedParam != nil || len(p.Modifiers) > 0 || p.Index != nil || p.Slice != nil || p.Repl != nil || p.Names != 0 || p.Exp != nil {
		return false
	}
	v := s.values[p.Param.Value]
	if v == nil || !s.enter() {
		return false
	}
	var out text
	if v.document != nil {
		out = trimmed(s.hereDocument(v.document))
	} else {
		out = s.word(v.word)
	}
	s.leave(len(out.bytes))
	t.join(out)
	return true
}

// trimmed returns a text without the white space around it, which read removes.
func trimmed(t text) text {
	front := len(t.bytes) - len(bytes.TrimLeft(t.bytes, " \t\n"))
	out := t.from(front)
	return out.upTo(len(bytes.TrimRight(out.bytes, " \t\n")))
}

// command adds the output of $(cat <<EOF …).
func (s *script) command(t *text, c *syntax.CmdSubst) bool {
	if len(c.Stmts) != 1 || !s.enter() {
		return false
	}
	out, ok := s.written(c.Stmts[0])
	s.leave(len(out.bytes))
	if ok {
		t.join(out)
	}
	return ok
}

// written returns the standard output of a command that copies a text: cat with
// a here-document, echo and printf '%s' with one argument. ok is false for any
// other command.
func (s *script) written(stmt *syntax.Stmt) (t text, ok bool) {
	call, isCall := stmt.Cmd.(*syntax.CallExpr)
	if !isCall || len(call.Args) == 0 {
		return text{}, false
	}
	switch args := call.Args; args[0].Lit() {
	case "cat":
		if len(args) == 1 || len(args) == 2 && args[1].Lit() == "-" {
			return s.stdin(stmt)
		}
	case "echo":
		if args = args[1:]; len(args) > 1 && slices.Contains([]string{"-n", "-e", "-ne", "-en", "-E"}, args[0].Lit()) {
			args = args[1:]
		}
		// echo of some shells interprets backslashes.
		if t = s.wordAt(args, 0); len(args) == 1 && !strings.Contains(string(t.bytes), `\`) {
			return t, true
		}
	case "printf":
		if len(args) == 3 && strings.Trim(args[1].Lit()+quotedText(args[1]), `\n`) == "%s" {
			return s.word(args[2]), true
		}
		if t = s.wordAt(args, 1); len(args) == 2 && !strings.ContainsAny(string(t.bytes), `%\`) && !t.hasHoles() {
			return t, true
		}
	}
	return text{}, false
}

func (s *script) wordAt(args []*syntax.Word, i int) text {
	if i < len(args) {
		return s.word(args[i])
	}
	return text{}
}

// quotedText returns the text of a word that is one quoted text without
// expansions.
func quotedText(w *syntax.Word) string {
	if len(w.Parts) != 1 {
		return ""
	}
	switch p := w.Parts[0].(type) {
	case *syntax.SglQuoted:
		return p.Value
	case *syntax.DblQuoted:
		if len(p.Parts) == 1 {
			if lit, ok := p.Parts[0].(*syntax.Lit); ok {
				return lit.Value
			}
		}
	}
	return ""
}

// stdin returns the standard input of a command: a here-document, a here-string
// or the output of the command before it in a pipe.
func (s *script) stdin(stmt *syntax.Stmt) (t text, ok bool) {
	for i := len(stmt.Redirs) - 1; i >= 0; i-- {
		r := stmt.Redirs[i]
		switch r.Op {
		case syntax.Hdoc, syntax.DashHdoc:
			return s.hereDocument(r), true
		case syntax.WordHdoc:
			return s.word(r.Word), true
		}
	}
	if left := s.pipes[stmt]; left != nil && s.enter() {
		t, ok = s.written(left)
		s.leave(len(t.bytes))
		return t, ok
	}
	if f := s.frame; f != nil {
		defer func() { s.frame = f }()
		s.frame = f.caller
		return s.stdin(f.stmt)
	}
	return text{}, false
}

// input is stdin for a command that may also read a file: "< FILE", or a pipe
// from cat FILE.
func (s *script) input(stmt *syntax.Stmt) (t text, file string, ok bool) {
	for i := len(stmt.Redirs) - 1; i >= 0; i-- {
		switch r := stmt.Redirs[i]; r.Op {
		case syntax.RdrIn:
			return text{}, s.fileName(r.Word), false
		case syntax.Hdoc, syntax.DashHdoc, syntax.WordHdoc:
			t, ok = s.stdin(stmt)
			return t, "", ok
		}
	}
	if left := s.pipes[stmt]; left != nil {
		if file = s.catFile(left); file != "" {
			return text{}, file, false
		}
	}
	t, ok = s.stdin(stmt)
	return t, "", ok
}

// fileIn returns the file whose content is a whole word: $(cat FILE) or
// $(< FILE), in quotes or not.
func (s *script) fileIn(w *syntax.Word) string {
	parts := w.Parts
	if len(parts) == 1 {
		if q, ok := parts[0].(*syntax.DblQuoted); ok {
			parts = q.Parts
		}
	}
	if len(parts) != 1 {
		return ""
	}
	c, ok := parts[0].(*syntax.CmdSubst)
	if !ok || len(c.Stmts) != 1 {
		return ""
	}
	if stmt := c.Stmts[0]; stmt.Cmd == nil && len(stmt.Redirs) == 1 && stmt.Redirs[0].Op == syntax.RdrIn {
		return s.fileName(stmt.Redirs[0].Word)
	}
	return s.catFile(c.Stmts[0])
}

// catFile returns the file that a statement copies to its output: cat FILE.
func (s *script) catFile(stmt *syntax.Stmt) string {
	call, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 || call.Args[0].Lit() != "cat" {
		return ""
	}
	switch {
	case len(call.Args) == 2 && len(stmt.Redirs) == 0 && !strings.HasPrefix(call.Args[1].Lit(), "-"):
		return s.fileName(call.Args[1])
	case len(call.Args) == 1 && len(stmt.Redirs) == 1 && stmt.Redirs[0].Op == syntax.RdrIn:
		return s.fileName(stmt.Redirs[0].Word)
	}
	return ""
}

// fileName returns the text of a word that names a file, "" if it is not known.
func (s *script) fileName(w *syntax.Word) string {
	t := s.word(w)
	name, _ := t.fileName(0)
	return name
}

// hereDocument returns the text of a here-document. With a quoted delimiter
// there are no expansions; <<- removes tabs at the start of lines.
func (s *script) hereDocument(r *syntax.Redirect) (t text) {
	if r.Hdoc == nil {
		return text{}
	}
	delimiter := s.file[r.Word.Pos().Offset():r.Word.End().Offset()]
	quoted := strings.ContainsAny(string(delimiter), `'"\`)
	from := int(r.Hdoc.Pos().Offset())
	for i, p := range r.Hdoc.Parts {
		lit, ok := p.(*syntax.Lit)
		if !ok {
			s.part(&t, p)
			continue
		}
		at, end := int(lit.Pos().Offset()), int(lit.End().Offset())
		if i == len(r.Hdoc.Parts)-1 { // the parser includes the line of the delimiter
			end = at + strings.LastIndexByte(string(s.file[at:end]), '\n') + 1
		}
		for at < end {
			next := at + strings.IndexByte(string(s.file[at:end]), '\n') + 1
			if next == at {
				next = end
			}
			if atLineStart := at == 0 || s.file[at-1] == '\n'; r.Op == syntax.DashHdoc && atLineStart {
				for at < next && s.file[at] == '\t' {
					at++
				}
			}
			if quoted {
				t.add(string(s.file[at:next]), at, next-at, quoteNone, from)
			} else {
				s.unescape(&t, at, next, from, quoteHeredoc, "$`\\\n")
			}
			at = next
		}
	}
	return t
}
