package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// mutant is one change of one file.
type mutant struct {
	id         string // file, function and change: the same as long as the function is
	file       string
	line, last int // of what is replaced
	start, end int // the same as byte offsets
	index      int // in the file
	plain      string
	integer    bool    // an integer is replaced
	switched   []piece // what replaces it in a program that has many mutants; nil: it is not for one
}

// piece is a piece of a replacement: text, what reports whether the mutant is on, what
// is replaced, or a part of that, which can have mutants of its own.
type piece struct {
	text       string
	on, self   bool
	start, end int
}

// swaps are the operators and what they become: of a comparison the bound moves by
// one, or it is negated.
var swaps = map[token.Token][]token.Token{
	token.EQL: {token.NEQ}, token.NEQ: {token.EQL},
	token.LSS: {token.LEQ, token.GEQ}, token.LEQ: {token.LSS, token.GTR},
	token.GTR: {token.GEQ, token.LEQ}, token.GEQ: {token.GTR, token.LSS},
	token.LAND: {token.LOR}, token.LOR: {token.LAND},
}

// collector gathers the mutants of one file.
type collector struct {
	set      *token.FileSet
	src      []byte
	path     string // of the file
	name, in string // the file from the root, and the declaration around the node
	seen     map[string]int
	all      []mutant
}

// mutants returns every mutant of a file in source order.
func mutants(root, file string) ([]mutant, error) {
	src, _ := os.ReadFile(file) // what cannot be read does not parse
	c := &collector{set: token.NewFileSet(), src: src, path: file, seen: map[string]int{}}
	parsed, err := parser.ParseFile(c.set, file, src, 0)
	if err != nil {
		return nil, err
	}
	name, err := filepath.Rel(root, file)
	c.name = filepath.ToSlash(name)
	for _, d := range parsed.Decls {
		c.in = c.declared(d)
		ast.Inspect(d, c.visit)
	}
	return c.all, err
}

// declared names a declaration.
func (c *collector) declared(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.GenDecl:
		return d.Tok.String()
	case *ast.FuncDecl:
		if d.Recv != nil {
			return strings.TrimLeft(c.raw(d.Recv.List[0].Type), "*") + "." + d.Name.Name
		}
		return d.Name.Name
	}
	return ""
}

func (c *collector) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		x, y, was := c.raw(n.X), c.raw(n.Y), c.raw(n)
		for _, op := range swaps[n.Op] {
			to := x + " " + op.String() + " " + y
			switched := template("(@ && (", c.part(n.X), " "+op.String()+" ", c.part(n.Y), ") || !@ && (#))")
			if n.Op == token.LAND || n.Op == token.LOR { // by De Morgan's laws, so that nothing is there twice
				switched = template("((((", c.part(n.X), ") != @) "+n.Op.String()+" ((", c.part(n.Y), ") != @)) != @)")
			}
			c.add(n, short(was)+" to "+short(to), to, switched)
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			c.add(n, "drop ! of "+short(c.raw(n.X)), c.raw(n.X), template("((#) != @)"))
		}
	case *ast.BasicLit:
		c.literal(n)
	case *ast.ExprStmt:
		if call, ok := n.X.(*ast.CallExpr); ok && c.raw(call.Fun) != "panic" {
			c.add(n, "drop "+short(c.raw(n)), "_ = func() { "+c.raw(n)+" }", template("if !@ { # }"))
		}
	case *ast.IfStmt:
		c.force(n.Cond)
	case *ast.SwitchStmt:
		for _, s := range n.Body.List {
			for _, e := range s.(*ast.CaseClause).List {
				if n.Tag == nil {
					c.force(e)
				}
			}
		}
	case *ast.CallExpr: // a capacity changes nothing that a caller sees
		if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "make" && len(n.Args) == 3 {
			ast.Inspect(n.Args[1], c.visit)
			return false
		}
	}
	return true
}

// template makes the pieces of a replacement of strings, in which @ is whether the
// mutant is on and # what it replaces, and of parts.
func template(parts ...any) (all []piece) {
	for _, p := range parts {
		if part, ok := p.(piece); ok {
			all = append(all, part)
			continue
		}
		for text := p.(string); text != ""; {
			i := strings.IndexAny(text, "@#")
			if i < 0 {
				i = len(text)
			}
			all = append(all, piece{text: text[:i]})
			if i < len(text) {
				all = append(all, piece{on: text[i] == '@', self: text[i] == '#'})
				i++
			}
			text = text[i:]
		}
	}
	return all
}

// part is a node as a piece.
func (c *collector) part(n ast.Node) piece {
	return piece{start: c.set.Position(n.Pos()).Offset, end: c.set.Position(n.End()).Offset}
}

// force adds the mutants in which a condition is always true, and always false.
func (c *collector) force(cond ast.Expr) {
	raw := c.raw(cond)
	c.add(cond, short(raw)+" to true", "true || ("+raw+")", template("(@ || (#))"))
	c.add(cond, short(raw)+" to false", "false && ("+raw+")", template("(!@ && (#))"))
}

// literal adds an integer with one more, and one less if that is not negative.
func (c *collector) literal(n *ast.BasicLit) {
	v, err := strconv.ParseInt(n.Value, 0, 64)
	if n.Kind != token.INT || err != nil {
		return
	}
	c.add(n, fmt.Sprintf("%d to %d", v, v+1), fmt.Sprint(v+1), template("(# + mutant_one(@))"))
	if v > 0 {
		c.add(n, fmt.Sprintf("%d to %d", v, v-1), fmt.Sprint(v-1), template("(# - mutant_one(@))"))
	}
}

// add appends a mutant; the same change in the same function is told apart by a
// number.
func (c *collector) add(n ast.Node, change, plain string, switched []piece) {
	id := c.name + " " + c.in + ": " + change
	c.seen[id]++
	if k := c.seen[id]; k > 1 {
		id += fmt.Sprintf(" (%d)", k)
	}
	from, to := c.set.Position(n.Pos()), c.set.Position(n.End())
	if c.in == "const" {
		switched = nil // a constant has no switch
	}
	c.all = append(c.all, mutant{id: id, file: c.path, line: from.Line, last: to.Line, start: from.Offset, end: to.Offset, plain: plain, switched: switched, integer: isInteger(n), index: len(c.all)})
}

func (c *collector) raw(n ast.Node) string {
	return string(c.src[c.set.Position(n.Pos()).Offset:c.set.Position(n.End()).Offset])
}

func isInteger(n ast.Node) bool {
	_, ok := n.(*ast.BasicLit)
	return ok
}

// short is source in one line, without backquotes and of at most 80 bytes.
func short(raw string) string {
	s := strings.ReplaceAll(strings.Join(strings.Fields(raw), " "), "`", "'")
	if len(s) > 80 {
		s = strings.ToValidUTF8(s[:80], "") + "…"
	}
	return s
}
