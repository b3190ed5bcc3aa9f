package code

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// golang writes a main package that builds the body and sends it.
func (p *program) golang() (string, error) {
	if p.view.LoneSurrogates && p.hasLoneName() {
		return "", errors.New("a member's name has a lone surrogate, which a Go string cannot hold")
	}
	c := &chain{program: p}
	expression := c.expression()
	if c.err != nil {
		return "", c.err
	}
	imports := []string{"log", "net/http", "os"}
	url := `"` + api.BaseURL + p.path(func(variable string) string { return `"+os.Getenv("` + variable + `")+"` }) + `"`
	url = strings.TrimSuffix(url, `+""`)
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n")
	for _, path := range imports {
		b.WriteString("\t" + strconv.Quote(path) + "\n")
	}
	b.WriteString("\n\t\"github.com/linqlint/linqlint/builder\"\n")
	if c.decorations {
		b.WriteString("\t\"github.com/linqlint/linqlint/decorations\"\n")
	}
	if c.validate {
		b.WriteString("\t\"github.com/linqlint/linqlint/validate\"\n")
	}
	b.WriteString(")\n\nfunc main() {\n")
	if p.bare {
		b.WriteString("\t// " + bareNote + "\n")
	}
	b.WriteString("\tbody, err := " + expression + ".\n\t\tBuild()\n" + `	if err != nil {
		log.Fatal(err)
	}
	req, err := http.NewRequest("` + p.kind.Method + `", ` + url + `, body.Reader())
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("LINQ_API_V3_API_KEY"))
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	log.Print(resp.Status)
}
`)
	return b.String(), nil
}

// hasLoneName reports whether a member's name has a lone surrogate.
func (p *program) hasLoneName() bool {
	nodes := p.view.Nodes
	for i, n := range nodes {
		if n.Kind != scan.Object {
			continue
		}
		for name := i + 1; name < int(n.Next); name = int(nodes[name+1].Next) {
			if nodes[name].Flags&scan.LoneSurrogate != 0 {
				return true
			}
		}
	}
	return false
}

// quote writes a Go string literal, raw if that avoids escapes, as for the JSON of
// a member.
func quote(s string) string {
	if strings.Contains(s, `"`) && strconv.CanBackquote(s) && !strings.ContainsFunc(s, wire.IsControl) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// quoteAll writes a list of string arguments.
func quoteAll(texts []string) string {
	quoted := make([]string, len(texts))
	for i, s := range texts {
		quoted[i] = quote(s)
	}
	return strings.Join(quoted, ", ")
}

// named returns the Go name of an enum value: "happy_birthday" is HappyBirthday.
// ok is false for a value that is not in the enum.
func named(value string, enum []string) (name string, ok bool) {
	if !slices.Contains(enum, value) {
		return "", false
	}
	for _, word := range strings.Split(value, "_") {
		name += strings.ToUpper(word[:1]) + word[1:]
	}
	return name, true
}
