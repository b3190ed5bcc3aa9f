// Command newrule writes the skeleton of a rule into the file of its family:
// make rule ID=parts-example SEVERITY=warning. The tests of package validate
// then say what is still missing.
package main

import (
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/linqlint/linqlint/validate"
)

func main() {
	id := flag.String("id", "", "the rule's id, such as parts-example")
	severity := flag.String("severity", "warning", "error, warning or note")
	dir := flag.String("dir", "validate", "the folder of package validate")
	flag.Parse()
	file, err := scaffold(os.DirFS(*dir), *id, *severity, func(name string, data []byte) error {
		return os.WriteFile(filepath.Join(*dir, name), data, 0o644)
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "newrule:", err)
		os.Exit(2)
	}
	fmt.Printf("wrote %s into %s; CONTRIBUTING.md says what comes next\n", *id, filepath.Join(*dir, file))
}

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

// scaffold adds a rule behind the last one of its family, by the first word of
// its id, and returns the name of the file that it wrote.
func scaffold(dir fs.FS, id, severity string, write func(name string, data []byte) error) (string, error) {
	s, ok := validate.ParseSeverity(severity)
	switch {
	case !idForm.MatchString(id):
		return "", fmt.Errorf("id %q is not kebab-case with its family first, such as parts-example", id)
	case !ok || s == validate.Off:
		return "", fmt.Errorf("severity %q is not error, warning or note", severity)
	}
	if _, exists := validate.RuleByID(id); exists {
		return "", fmt.Errorf("rule %s exists", id)
	}
	family, _, _ := strings.Cut(id, "-")
	files, err := fs.Glob(dir, "rules_*.go")
	if err != nil {
		return "", err
	}
	for _, name := range files {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return "", err
		}
		at, err := afterFamily(data, family)
		if err != nil {
			return "", err
		}
		if at < 0 {
			continue
		}
		text, err := format.Source([]byte(string(data[:at]) + ",\n" + skeleton(id, s) + string(data[at:])))
		if err != nil {
			return "", err
		}
		return name, write(name, text)
	}
	return "", errors.New("no rule has the family " + family + ": put the first one of a family into a file by hand")
}

// afterFamily returns the offset behind the last rule of a family in a source
// file, -1 if it has none.
func afterFamily(source []byte, family string) (int, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "", source, 0)
	if err != nil {
		return -1, err
	}
	at := -1
	ast.Inspect(file, func(n ast.Node) bool {
		list, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		for _, element := range list.Elts {
			if strings.HasPrefix(idOf(element), family+"-") {
				at = max(at, files.Position(element.End()).Offset)
			}
		}
		return true
	})
	return at, nil
}

// idOf is the value of member ID in a composite literal, or "".
func idOf(n ast.Expr) string {
	rule, ok := n.(*ast.CompositeLit)
	if !ok {
		return ""
	}
	for _, member := range rule.Elts {
		pair, ok := member.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		name, ok := pair.Key.(*ast.Ident)
		value, isLit := pair.Value.(*ast.BasicLit)
		if ok && isLit && name.Name == "ID" {
			return strings.Trim(value.Value, "\"`")
		}
	}
	return ""
}

func skeleton(id string, s validate.Severity) string {
	name := strings.ToUpper(s.String()[:1]) + s.String()[1:]
	return `{
	ID: "` + id + `",
	Severity: ` + name + `,
	Title: "", // one clause, lower-case start, no final stop
	Help: "", // Markdown: what goes wrong and how to cure it
	Sources: nil, // where it is written; an error has at least one
	Kinds: nil, // nil: every kind
	Bad: nil, // at least two, with every (rule, pointer) that they yield
	Good: nil, // at least two
}`
}
