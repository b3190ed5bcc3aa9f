package extract

import (
	"slices"
	"strconv"

	"mvdan.cc/sh/v3/syntax"
)

// function is a function of a script whose arguments are in a request: the body
// is read once for each call.
type function struct {
	body   *syntax.Stmt
	locals map[string]int // how often a variable is assigned in it; two is unknown
	called bool
}

// frame is a call of a function.
type frame struct {
	function *function
	stmt     *syntax.Stmt   // that calls it
	args     []*syntax.Word // after shift
	values   map[string]text
	caller   *frame
}

const (
	// maxCalls bounds how many calls of functions are read in a script: functions
	// that call others twice would grow exponentially.
	maxCalls = 256
	// maxRead bounds the bytes of functions that are read again.
	maxRead = 1 << 20
	// maxArguments bounds the arguments of a call.
	maxArguments = 64
)

// noteFunctions records the functions that use their arguments, and which of them
// are called.
func (s *script) noteFunctions(tree syntax.Node) {
	s.functions, s.owners = map[string]*function{}, map[*syntax.Word]*frame{}
	syntax.Walk(tree, func(n syntax.Node) bool {
		if d, ok := n.(*syntax.FuncDecl); ok {
			if _, again := s.functions[d.Name.Value]; again {
				s.functions[d.Name.Value] = nil
			} else {
				s.functions[d.Name.Value] = s.functionOf(d)
			}
		}
		return true
	})
	syntax.Walk(tree, func(n syntax.Node) bool {
		if call, ok := n.(*syntax.CallExpr); ok && len(call.Args) > 0 {
			if f := s.functions[call.Args[0].Lit()]; f != nil {
				f.called = true
			}
		}
		return true
	})
}

// functionOf returns a function, nil if it does not use its arguments, or parses
// them as options.
func (s *script) functionOf(d *syntax.FuncDecl) *function {
	f := &function{body: d.Body, locals: map[string]int{}}
	uses, parses := false, false
	var whole []string // what read takes from a here-document
	syntax.Walk(d.Body, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.ParamExp:
			uses = uses || n.Param != nil && (n.Param.Value == "@" || n.Param.Value == "*" || position(n) > 0)
		case *syntax.Assign:
			if n.Name != nil && !n.Naked {
				f.locals[n.Name.Value]++
			}
		case *syntax.WhileClause, *syntax.ForClause, *syntax.CaseClause:
			parses = parses || shifts(n)
		case *syntax.WordIter:
			f.locals[n.Name.Value] += 2
		case *syntax.CallExpr:
			for _, name := range s.changes(n) {
				f.locals[name] += 2
			}
			if s.reads[n] {
				whole = append(whole, n.Args[len(n.Args)-1].Lit())
			}
			parses = parses || len(n.Args) > 0 && (n.Args[0].Lit() == "getopts" || n.Args[0].Lit() == "set")
		}
		return true
	})
	if !uses || parses {
		return nil
	}
	for _, name := range whole {
		if f.locals[name] > 0 {
			f.locals[name]++
		}
	}
	return f
}

// shifts reports whether a command calls shift.
func shifts(n syntax.Node) (found bool) {
	syntax.Walk(n, func(n syntax.Node) bool {
		if call, ok := n.(*syntax.CallExpr); ok && len(call.Args) > 0 && call.Args[0].Lit() == "shift" {
			found = true
		}
		return !found
	})
	return found
}

// call reads the body of a function with the arguments of a call.
func (s *script) call(stmt *syntax.Stmt, call *syntax.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	f := s.functions[call.Args[0].Lit()]
	if f == nil {
		return false
	}
	if s.calls == maxCalls || s.again > maxRead || !s.enter() {
		return true
	}
	s.calls++
	s.again += int(f.body.End().Offset() - f.body.Pos().Offset())
	args := s.withArrays(call.Args[1:])
	if len(args) > maxArguments {
		s.leave(0)
		return true
	}
	for _, w := range args {
		if s.frame == nil || !slices.Contains(s.frame.args, w) {
			s.owners[w] = s.frame
		}
	}
	before := len(s.out)
	s.frame = &frame{function: f, stmt: stmt, args: args, values: map[string]text{}, caller: s.frame}
	syntax.Walk(f.body, s.visit)
	s.frame = s.frame.caller
	s.leave(0)
	found := slices.DeleteFunc(slices.Clone(s.out[before:]), func(r Request) bool {
		return slices.ContainsFunc(s.out[:before], func(o Request) bool { return sameRequest(&r, &o) })
	})
	s.out = append(s.out[:before], found...)
	return true
}

// sameRequest reports whether two calls of a function send the same text of the
// script.
func sameRequest(a, b *Request) bool {
	return a.Kind == b.Kind && a.File == b.File && a.Unchecked == b.Unchecked && slices.Equal(a.body.bytes, b.body.bytes) && slices.Equal(a.body.pieces, b.body.pieces)
}

// shift removes arguments of the call that is read.
func (s *script) shift(call *syntax.CallExpr) bool {
	if s.frame == nil || len(call.Args) == 0 || call.Args[0].Lit() != "shift" {
		return false
	}
	n := 1
	if len(call.Args) > 1 {
		n, _ = strconv.Atoi(call.Args[1].Lit())
	}
	s.frame.args = s.frame.args[min(max(n, 0), len(s.frame.args)):]
	return true
}

// assignLocal records a variable that a function assigns once.
func (s *script) assignLocal(a *syntax.Assign) {
	if s.frame == nil || a.Name == nil || a.Naked || a.Append || a.Array != nil || a.Index != nil || s.frame.function.locals[a.Name.Value] != 1 {
		return
	}
	s.frame.values[a.Name.Value] = s.word(a.Value)
}

// withArguments replaces "$@" by the arguments of the call that is read.
func (s *script) withArguments(w *syntax.Word) []*syntax.Word {
	if s.frame == nil || len(w.Parts) != 1 {
		return []*syntax.Word{w}
	}
	parts := w.Parts
	if q, ok := parts[0].(*syntax.DblQuoted); ok && len(q.Parts) == 1 {
		parts = q.Parts
	}
	p, ok := parts[0].(*syntax.ParamExp)
	if !ok || p.Param == nil || p.Param.Value != "@" {
		return []*syntax.Word{w}
	}
	if isPlain(p) {
		return s.frame.args
	}
	if n := sliceStart(p); n > 0 {
		return s.frame.args[min(n-1, len(s.frame.args)):]
	}
	return []*syntax.Word{w}
}

// sliceStart returns n of ${@:n}, or 0.
func sliceStart(p *syntax.ParamExp) int {
	if p.Slice == nil || p.Slice.Length != nil {
		return 0
	}
	offset, ok := p.Slice.Offset.(*syntax.Word)
	if !ok {
		return 0
	}
	n, _ := strconv.Atoi(offset.Lit())
	return n
}

// position returns n of $n, or 0.
func position(p *syntax.ParamExp) int {
	n, err := strconv.Atoi(p.Param.Value)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// isPlain reports whether an expansion is that of a variable as it is.
func isPlain(p *syntax.ParamExp) bool {
	return p.Param != nil && p.Flags == nil && !p.Excl && !p.Length && !p.Width && !p.IsSet && p.NestedParam == nil && len(p.Modifiers) == 0 &&
		p.Index == nil && p.Slice == nil && p.Repl == nil && p.Names == 0 && p.Exp == nil
}

// argument adds an argument of the call that is read, or a variable that its
// function assigns; ok is false for any other variable.
func (s *script) argument(t *text, p *syntax.ParamExp) (known, ok bool) {
	if s.frame == nil || p.Param == nil {
		return false, false
	}
	name := p.Param.Value
	if n := position(p); n > 0 {
		if !isPlain(p) || n > len(s.frame.args) || !s.enter() {
			return false, true
		}
		out := s.word(s.frame.args[n-1])
		s.leave(len(out.bytes))
		t.join(out)
		return true, true
	}
	for f := s.frame; f != nil; f = f.caller {
		if f.function.locals[name] == 0 {
			continue
		}
		value, assigned := f.values[name]
		if assigned && isPlain(p) {
			t.join(value)
		}
		return assigned && isPlain(p), true
	}
	return false, false
}
