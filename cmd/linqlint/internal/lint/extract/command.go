package extract

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"mvdan.cc/sh/v3/syntax"
)

// wrappers are commands that run the command in their arguments.
var wrappers = []string{
	"command", "exec", "sudo", "doas", "time", "timeout", "gtimeout", "env", "nohup", "nice", "ionice", "setsid", "stdbuf", "xargs", "builtin", "chronic", "retry",
	"noglob", "busybox", "caffeinate", "torsocks", "unbuffer", "watch", "strace",
}

// runners are wrappers with arguments of many forms before the command, such as
// the name of a container.
var runners = []string{
	"docker", "podman", "nerdctl", "kubectl", "oc", "parallel", "find", "flock", "systemd-run", "hyperfine", "proxychains", "proxychains4",
	"op", "doppler", "aws-vault", "dotenv", "direnv", "mise",
}

// wrapperArgument matches arguments of a wrapper before the command: options,
// assignments and numbers.
var wrapperArgument = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(-.*|\w+=.*|[0-9.]+[smhd]?)$`)
})

// harmlessOptions matches the options of CURL="curl -sS" that are not about data.
var harmlessOptions = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(-[fgikLlnNqsSv0-9]+|--(silent|show-error|fail|fail-with-body|location|insecure|compressed|verbose)| )*$`)
})

// shells run a script that is an argument.
var shells = []string{"sh", "bash", "zsh", "dash", "ash", "ksh"}

// clients are commands whose requests are not read.
var clients = []string{"wget", "http", "https", "xh", "xhs"}

// statement reads the requests of a statement that calls curl, or a shell with
// a script that does.
func (s *script) statement(stmt *syntax.Stmt) {
	call, ok := stmt.Cmd.(*syntax.CallExpr)
	if !ok {
		return
	}
	if s.call(stmt, call) || s.shift(call) {
		return
	}
	words := s.withArrays(call.Args)
	args := s.unwrap(words)
	if len(args) == 0 {
		return
	}
	switch name := s.name(args[0]); {
	case name == "curl":
		c := curl{script: s, stmt: stmt}
		c.replacer, c.replaced = s.replaced(words[:len(words)-len(args)])
		c.arguments(args[1:])
	case slices.Contains(clients, name):
		s.client(name, args[1:])
	default:
		s.nested(stmt, name, args[1:])
	}
}

// arguments reads the arguments of a call.
func (c *curl) arguments(args []*syntax.Word) {
	for _, w := range args {
		t := c.script.word(w)
		at := int(w.Pos().Offset())
		t.mark(at, int(w.End().Offset())-at)
		c.words = append(c.words, t)
		c.files = append(c.files, c.script.fileIn(w))
	}
	c.read()
}

// withArrays replaces "${NAME[@]}" by the elements of an array that is assigned
// once.
func (s *script) withArrays(args []*syntax.Word) (out []*syntax.Word) {
	for _, w := range args {
		w = ifSet(w)
		elements := []*syntax.Word{w}
		if array, ok := s.arrays[arrayName(w)]; ok {
			elements = array
		}
		for _, e := range elements {
			out = append(out, s.withArguments(e)...)
		}
	}
	return out
}

// ifSet returns WORD if w is ${NAME[@]+WORD} or ${1+WORD}, else w. Scripts use it
// for shells in which an empty list is not set.
func ifSet(w *syntax.Word) *syntax.Word {
	if len(w.Parts) != 1 {
		return w
	}
	p, ok := w.Parts[0].(*syntax.ParamExp)
	if !ok || p.Exp == nil || p.Exp.Word == nil || len(p.Exp.Word.Parts) != 1 || (p.Exp.Op != syntax.AlternateUnset && p.Exp.Op != syntax.AlternateUnsetOrNull) {
		return w
	}
	if _, quoted := p.Exp.Word.Parts[0].(*syntax.DblQuoted); !quoted {
		return w
	}
	return p.Exp.Word
}

// arrayName returns NAME if a word is "${NAME[@]}".
func arrayName(w *syntax.Word) string {
	parts := w.Parts
	if len(parts) != 1 {
		return ""
	}
	if q, ok := parts[0].(*syntax.DblQuoted); ok && len(q.Parts) == 1 {
		parts = q.Parts
	}
	p, ok := parts[0].(*syntax.ParamExp)
	if !ok || p.Param == nil || p.Index == nil || p.Excl || p.Length || p.Slice != nil || p.Repl != nil || p.Exp != nil {
		return ""
	}
	if index, ok := p.Index.(*syntax.Word); !ok || index.Lit() != "@" {
		return ""
	}
	return p.Param.Value
}

// name returns the name of a command without its folder, "" if it is not known.
// A variable with a default counts as the default.
func (s *script) name(w *syntax.Word) string {
	name := quotedOrLit(w)
	if name == "" {
		if t := s.word(commandDefault(w)); !t.hasHoles() {
			name = string(t.bytes)
			if command, options, ok := strings.Cut(name, " "); ok && harmlessOptions().MatchString(options) {
				name = command
			}
		}
	}
	return strings.TrimSuffix(path.Base(strings.TrimPrefix(name, `\`)), ".exe")
}

// commandDefault returns the default of a word that is ${NAME:-default}, else the
// word.
func commandDefault(w *syntax.Word) *syntax.Word {
	parts := w.Parts
	if len(parts) == 1 {
		if q, ok := parts[0].(*syntax.DblQuoted); ok {
			parts = q.Parts
		}
	}
	if len(parts) != 1 {
		return w
	}
	if p, ok := parts[0].(*syntax.ParamExp); ok && p.Exp != nil && p.Exp.Word != nil && (p.Exp.Op == syntax.DefaultUnset || p.Exp.Op == syntax.DefaultUnsetOrNull) {
		return p.Exp.Word
	}
	return w
}

// unwrap returns the arguments from a command that is read on, nil if there is
// none.
func (s *script) unwrap(args []*syntax.Word) []*syntax.Word {
	for i, w := range args {
		name := s.name(w)
		switch {
		case name == "curl" || slices.Contains(shells, name) || slices.Contains(clients, name) || name == "eval" || name == "ssh" || name == "su":
			return args[i:]
		case slices.Contains(runners, name):
			for k := i + 1; k < len(args); k++ {
				if name := s.name(args[k]); name == "curl" || slices.Contains(shells, name) && k+1 < len(args) {
					return args[k:]
				}
			}
			return nil
		case slices.Contains(wrappers, name):
		case i > 0 && (wrapperArgument().MatchString(quotedOrLit(w)) || strings.HasPrefix(args[i-1].Lit(), "-")):
		default:
			return nil
		}
	}
	return nil
}

// replaced returns the command that replaces a text in its arguments, and the
// text; "" if none.
func (s *script) replaced(wrapper []*syntax.Word) (by, text string) {
	if len(wrapper) == 0 {
		return "", ""
	}
	by = s.name(wrapper[0])
	if by == "find" || by == "parallel" {
		return by, "{}"
	}
	for i, w := range wrapper {
		option := quotedOrLit(w)
		switch {
		case by != "xargs":
		case option == "-I" && i+1 < len(wrapper):
			return by, quotedOrLit(wrapper[i+1])
		case option == "-i" || option == "--replace":
			return by, "{}"
		case strings.HasPrefix(option, "-I"):
			return by, option[2:]
		case strings.HasPrefix(option, "--replace="):
			return by, option[len("--replace="):]
		}
	}
	return "", ""
}

// quotedOrLit returns the text of a word without expansions. A word that begins
// with an assignment is one even if its value is not known.
func quotedOrLit(w *syntax.Word) string {
	parts := w.Parts
	if len(parts) == 1 {
		if q, ok := parts[0].(*syntax.DblQuoted); ok {
			parts = q.Parts
		}
	}
	if len(parts) > 1 {
		if lit, ok := parts[0].(*syntax.Lit); ok && strings.Contains(lit.Value, "=") {
			return lit.Value
		}
	}
	return w.Lit() + quotedText(w)
}

// client notes the request of a client whose arguments are not read.
func (s *script) client(name string, args []*syntax.Word) {
	method, sends := "POST", false
	for _, w := range args {
		option := string(s.upToHole(w))
		switch given, value, _ := strings.Cut(option, "="); {
		case slices.Contains(methods, option):
			method = option
		case given == "--method":
			method = value
		case name != "wget":
			sends = sends || strings.Contains(option, "=")
		default:
			sends = sends || slices.Contains([]string{"--post-data", "--post-file", "--body-data", "--body-file"}, given)
		}
	}
	for _, w := range args {
		t := s.word(w)
		if r, ok := request(method, t, t, "requests of "+name+" are not read, only those of curl"); ok && sends && r.Known && r.Kind != "" {
			s.out = append(s.out, r)
			return
		}
	}
}

// upToHole returns the text of a word up to its first variable.
func (s *script) upToHole(w *syntax.Word) string {
	t := s.word(w)
	return t.before()
}
