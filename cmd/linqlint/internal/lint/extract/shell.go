package extract

import (
	"bytes"
	"errors"
	"slices"

	"mvdan.cc/sh/v3/syntax"
)

// readShell reads the calls of curl in a script. It uses bash's grammar, which
// covers nearly all of POSIX shell and zsh.
func readShell(file []byte) ([]Request, error) {
	return readScript(plainText(file), 0)
}

// readScript reads a script that is inside of as many others.
func readScript(p plain, inside int) ([]Request, error) {
	tree, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(bytes.NewReader(p.text), "")
	var fault *Fault
	if err != nil {
		fault = &Fault{Message: "not a shell script: " + err.Error()}
		var parse syntax.ParseError
		if errors.As(err, &parse) {
			fault = &Fault{Offset: p.offset(int(parse.Pos.Offset())), Message: "not a shell script: " + parse.Text}
		}
	}
	if tree == nil {
		return nil, fault
	}
	s := &script{file: p.text, inside: inside, values: map[string]*value{}, files: map[string]*syntax.Redirect{}, arrays: map[string][]*syntax.Word{}, pipes: map[*syntax.Stmt]*syntax.Stmt{}, reads: map[*syntax.CallExpr]bool{}, escaped: map[*syntax.CmdSubst]bool{}}
	syntax.Walk(tree, s.note)
	s.noteFunctions(tree)
	syntax.Walk(tree, func(n syntax.Node) bool {
		if stmt, ok := n.(*syntax.Stmt); ok {
			s.noteFile(stmt)
		}
		return true
	})
	syntax.Walk(tree, s.visit)
	p.restoreAll(s.out)
	if fault != nil {
		return s.out, fault
	}
	return s.out, nil
}

// visit reads the requests of a node.
func (s *script) visit(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Stmt:
		s.statement(n)
	case *syntax.FuncDecl:
		f := s.functions[n.Name.Value]
		return f == nil || !f.called
	case *syntax.Assign:
		s.assignLocal(n)
	case *syntax.DblQuoted:
		for _, part := range n.Parts {
			if c, ok := part.(*syntax.CmdSubst); ok && s.backquoted(c, "$`\\\"") {
				s.escaped[c] = true
			}
		}
	case *syntax.CmdSubst:
		return !s.escaped[n] && !s.backquoted(n, "$`\\")
	}
	return true
}

// note records assignments and pipes.
func (s *script) note(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Stmt:
		s.readStatement(n)
	case *syntax.Assign:
		s.assign(n)
	case *syntax.WordIter:
		s.unknown(n.Name.Value)
	case *syntax.CallExpr:
		for _, name := range s.changes(n) {
			s.unknown(name)
		}
	case *syntax.BinaryCmd:
		if n.Op == syntax.Pipe {
			s.pipes[n.Y] = n.X
		}
	}
	return true
}

// changes returns the variables that a call gives a value that is not known.
func (s *script) changes(call *syntax.CallExpr) (names []string) {
	if len(call.Args) == 0 {
		return nil
	}
	// "X=1 command" does not change the script's variable; treating it as
	// unknown is the safe choice.
	for _, a := range call.Assigns {
		if a.Name != nil {
			names = append(names, a.Name.Value)
		}
	}
	if slices.Contains([]string{"read", "mapfile", "readarray", "getopts", "printf", "unset", "source", ".", "eval"}, call.Args[0].Lit()) && !s.reads[call] {
		for _, w := range call.Args[1:] {
			names = append(names, w.Lit())
		}
	}
	return names
}

// assign records an assignment. A second one makes the variable unknown.
func (s *script) assign(a *syntax.Assign) {
	if a.Name == nil || a.Naked {
		return
	}
	name := a.Name.Value
	if a.Array != nil && a.Index == nil {
		s.assignArray(name, a)
		return
	}
	if _, again := s.values[name]; again || a.Append || a.Array != nil || a.Index != nil || a.Value == nil {
		s.unknown(name)
		return
	}
	s.values[name] = &value{word: a.Value}
}

// assignArray records the elements of an array, and those that += adds. A second
// assignment, or one of an element, makes them unknown.
func (s *script) assignArray(name string, a *syntax.Assign) {
	words, ok := s.arrays[name]
	if _, again := s.values[name]; again != ok || again != a.Append {
		s.unknown(name)
		return
	}
	s.unknown(name)
	words = slices.Clone(words)
	for _, e := range a.Array.Elems {
		if e.Index != nil || e.Value == nil {
			return
		}
		words = append(words, e.Value)
	}
	s.arrays[name] = words
}

// unknown makes the value of a variable unknown.
func (s *script) unknown(name string) {
	s.values[name] = nil
	delete(s.arrays, name)
}

// readStatement records a variable that is read whole from a here-document:
// read -r -d ” NAME <<'EOF'.
func (s *script) readStatement(stmt *syntax.Stmt) {
	call, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) < 4 || len(stmt.Redirs) != 1 || stmt.Redirs[0].Hdoc == nil || call.Args[0].Lit() != "read" {
		return
	}
	name, raw, whole := "", false, false
	for i := 1; i < len(call.Args); i++ {
		switch option := call.Args[i].Lit(); {
		case option == "-r":
			raw = true
		case (option == "-d" || option == "-rd") && i+1 < len(call.Args) && isEmptyQuotes(call.Args[i+1]):
			raw, whole = raw || option == "-rd", true
			i++
		case option != "" && option[0] != '-' && name == "":
			name = option
		default:
			return
		}
	}
	if name == "" || !raw || !whole {
		return
	}
	s.reads[call] = true
	if _, again := s.values[name]; again {
		s.unknown(name)
		return
	}
	s.values[name] = &value{document: stmt.Redirs[0]}
}

// isEmptyQuotes reports whether a word is ” or "".
func isEmptyQuotes(w *syntax.Word) bool {
	if len(w.Parts) != 1 {
		return false
	}
	switch q := w.Parts[0].(type) {
	case *syntax.SglQuoted:
		return q.Value == "" || q.Value == "\x00"
	case *syntax.DblQuoted:
		return len(q.Parts) == 0
	}
	return false
}
