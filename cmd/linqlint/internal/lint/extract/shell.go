package extract

import (
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// readShell reads the calls of curl in a script. It uses bash's grammar, which
// covers nearly all of POSIX shell and zsh.
func readShell(file []byte) ([]Request, error) {
	tree, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(bytes.NewReader(file), "")
	var fault *Fault
	if err != nil {
		fault = &Fault{Message: "not a shell script: " + err.Error()}
		var parse syntax.ParseError
		if errors.As(err, &parse) {
			fault = &Fault{Offset: min(int(parse.Pos.Offset()), len(file)), Message: "not a shell script: " + parse.Text}
		}
	}
	if tree == nil {
		return nil, fault
	}
	s := &script{file: file, values: map[string]*syntax.Word{}, pipes: map[*syntax.Stmt]*syntax.Stmt{}}
	syntax.Walk(tree, s.note)
	syntax.Walk(tree, func(n syntax.Node) bool {
		if stmt, ok := n.(*syntax.Stmt); ok {
			s.statement(stmt)
		}
		return true
	})
	if fault != nil {
		return s.out, fault
	}
	return s.out, nil
}

// note records assignments and pipes.
func (s *script) note(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Assign:
		s.assign(n)
	case *syntax.WordIter:
		s.unknown(n.Name.Value)
	case *syntax.CallExpr:
		// "X=1 command" does not change the script's variable; treating it as
		// unknown is the safe choice.
		if len(n.Args) > 0 {
			for _, a := range n.Assigns {
				if a.Name != nil {
					s.unknown(a.Name.Value)
				}
			}
			if slices.Contains([]string{"read", "mapfile", "readarray", "getopts", "printf", "unset", "source", ".", "eval"}, n.Args[0].Lit()) {
				for _, w := range n.Args[1:] {
					s.unknown(w.Lit())
				}
			}
		}
	case *syntax.BinaryCmd:
		if n.Op == syntax.Pipe {
			s.pipes[n.Y] = n.X
		}
	}
	return true
}

// assign records an assignment. A second one makes the variable unknown.
func (s *script) assign(a *syntax.Assign) {
	if a.Name == nil || a.Naked {
		return
	}
	name := a.Name.Value
	if _, again := s.values[name]; again || a.Append || a.Array != nil || a.Index != nil || a.Value == nil {
		s.unknown(name)
		return
	}
	s.values[name] = a.Value
}

// unknown makes the value of a variable unknown.
func (s *script) unknown(name string) { s.values[name] = nil }

// statement reads the request of a statement that calls curl.
func (s *script) statement(stmt *syntax.Stmt) {
	call, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok {
		return
	}
	args := call.Args
	for len(args) > 1 && slices.Contains([]string{"command", "exec", "sudo", "time"}, args[0].Lit()) {
		args = args[1:]
	}
	if len(args) == 0 || path.Base(args[0].Lit()) != "curl" {
		return
	}
	c := curl{script: s, stmt: stmt}
	for _, w := range args[1:] {
		c.words = append(c.words, s.word(w))
	}
	c.read()
}

// curl reads the arguments of one call.
type curl struct {
	script *script
	stmt   *syntax.Stmt
	words  []text

	method text
	urls   []text
	data   []text
	files  []text // names of files with data, after an @
	sent   bool   // there is data, known or not
	get    bool   // --get: the data goes into the URL
}

// withValue are curl's short options with a value.
const withValue = "AbcCdDeEFHKmoPQrtTuUwxXyYz"

// longWithValue are long options whose value could be mistaken for a URL.
var longWithValue = []string{
	"--header", "--output", "--user", "--proxy", "--referer", "--cookie", "--cookie-jar", "--form", "--user-agent",
	"--cacert", "--cert", "--key", "--config", "--write-out", "--resolve", "--connect-to", "--dump-header", "--upload-file", "--unix-socket",
}

func (c *curl) read() {
	for i := 0; i < len(c.words); i++ {
		w := c.words[i]
		option := w.before()
		value := func() text {
			if i++; i < len(c.words) {
				return c.words[i]
			}
			return text{}
		}
		switch {
		case strings.HasPrefix(option, "--"):
			c.long(option, value)
		case len(option) > 1 && option[0] == '-':
			c.short(w, value)
		default:
			c.urls = append(c.urls, w)
		}
	}
	c.requests()
}

func (c *curl) long(option string, value func() text) {
	switch option {
	case "--url":
		c.urls = append(c.urls, value())
	case "--request":
		c.method = value()
	case "--get", "--head":
		c.get = true
	case "--data", "--data-ascii", "--data-binary":
		c.add(value(), true)
	case "--json":
		c.add(value(), true)
	case "--data-raw":
		c.add(value(), false)
	case "--data-urlencode":
		value()
		c.sent, c.data = true, nil
	default:
		if slices.Contains(longWithValue, option) {
			value()
		}
	}
}

// short reads one word of short options: -sSX POST, -d'{}'.
func (c *curl) short(w text, value func() text) {
	letters := w.before()
	for k := 1; k < len(letters); k++ {
		if letters[k] == 'G' || letters[k] == 'I' {
			c.get = true
		}
		if strings.IndexByte(withValue, letters[k]) < 0 {
			continue
		}
		v := w.from(k + 1)
		if len(v.pieces) == 0 {
			v = value()
		}
		switch letters[k] {
		case 'd':
			c.add(v, true)
		case 'X':
			c.method = v
		}
		return
	}
}

// add adds data. With mayBeFile, an @ before it names a file.
func (c *curl) add(v text, mayBeFile bool) {
	c.sent = true
	name, isFile := strings.CutPrefix(v.before(), "@")
	switch {
	case !mayBeFile || !isFile:
		c.data = append(c.data, v)
	case name == "-":
		if in, ok := c.script.stdin(c.stmt); ok {
			c.data = append(c.data, in)
		}
	case !v.hasHoles():
		c.files = append(c.files, v)
	}
}

// requests adds the request of a call. Several pieces of data are a form, or JSON
// built from pieces, and are not checked.
func (c *curl) requests() {
	method := string(c.method.bytes)
	if method == "" && c.sent {
		method = "POST"
	}
	if c.get || c.method.hasHoles() || len(c.data)+len(c.files) != 1 {
		return
	}
	for _, url := range c.urls {
		var body text
		if len(c.data) == 1 {
			body = c.data[0]
		}
		r, ok := request(method, url, body)
		if !ok {
			continue
		}
		if len(c.files) == 1 {
			r.body, r.File = c.files[0], string(c.files[0].bytes[1:])
		} else if isOneHole(&body) {
			return // the whole body is a variable
		}
		c.script.out = append(c.script.out, r)
		return
	}
}

// isOneHole reports whether the whole body is variables.
func isOneHole(t *text) bool { return len(strings.TrimSpace(string(t.bytes))) == 0 && t.hasHoles() }
