package extract

import (
	"path"
	"regexp"
	"sync"

	"mvdan.cc/sh/v3/syntax"
)

// scriptFolder matches the usual ways to write the folder of the script itself.
var scriptFolder = sync.OnceValue(func() *regexp.Regexp {
	const self = `"?(\$0|\$\{0\}|\$\{?BASH_SOURCE(\[0\])?\}?)"?`
	const dirname = `dirname\s+(--\s+)?` + self
	const cd = `cd\s+((-P|--)\s+)*"?\$\(\s*` + dirname + `\s*\)"?\s*(&?>\s*/dev/null\s*(2>&1\s*)?)?&&\s*pwd(\s+-P)?`
	return regexp.MustCompile(`^(\$\(\s*(` + dirname + `|` + cd + `)\s*\)|\$\{(0|BASH_SOURCE(\[0\])?)%/\*\})$`)
})

// expansion adds an expansion whose value is not known. One that is the folder of
// the script is known as the name of a file, since names are relative to it.
func (s *script) expansion(t *text, from, to int) {
	t.addHole(from, to-from)
	t.pieces[len(t.pieces)-1].folder = scriptFolder().Match(s.file[from:to])
}

// fileName returns the text without its first n bytes as the name of a file, in
// which the folder of the script is "."; ok is false if it has other variables.
func (t *text) fileName(n int) (name string, ok bool) {
	at := 0
	for _, p := range t.pieces {
		name += string(t.bytes[at:p.at])
		at = p.at
		if p.hole {
			if !p.folder {
				return "", false
			}
			name += "."
		}
	}
	name += string(t.bytes[at:])
	return name[n:], true
}

// noteFile records a file that a statement writes from a here-document:
// cat > FILE <<EOF. A file that is written twice is not known.
func (s *script) noteFile(stmt *syntax.Stmt) {
	call, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 || len(stmt.Redirs) == 0 {
		return
	}
	var document, file *syntax.Redirect
	for _, r := range stmt.Redirs {
		switch {
		case r.Hdoc != nil:
			document = r
		case r.Op == syntax.RdrOut || r.Op == syntax.RdrClob || r.Op == syntax.AppOut:
			file = r
		}
	}
	if file == nil {
		return
	}
	t := s.word(file.Word)
	name, ok := t.fileName(0)
	if !ok {
		return
	}
	name = path.Clean(name)
	if _, again := s.files[name]; again || document == nil || file.Op == syntax.AppOut || len(call.Args) > 1 || call.Args[0].Lit() != "cat" {
		document = nil
	}
	s.files[name] = document
}
