package builder_test

import (
	"bytes"
	"flag"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite docs/guide.md from the examples")

var guideExample = regexp.MustCompile("(?s)<!-- example: (\\w+) -->\n(?:\n```go\n.*?\n```\n\n```text\n.*?\n```\n)?")

// TestGuide checks that docs/guide.md has the code of example_guide_test.go, where
// it runs.
func TestGuide(t *testing.T) {
	const file = "../docs/guide.md"
	given, err := os.ReadFile(file)
	require.NoError(t, err)
	src, err := os.ReadFile("example_guide_test.go")
	require.NoError(t, err)
	require.Contains(t, string(given), "```go\n"+string(regexp.MustCompile(`(?s)import \(.*?\n\)\n`).Find(src))+"```\n", "the imports of the examples")
	examples := guideExamples(t)
	used := 0
	want := guideExample.ReplaceAllStringFunc(string(given), func(marker string) string {
		name := guideExample.FindStringSubmatch(marker)[1]
		require.Contains(t, examples, name)
		used++
		return "<!-- example: " + name + " -->\n" + examples[name]
	})
	require.Equal(t, len(examples), used, "every case is in the guide")
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
		return
	}
	require.Equal(t, want, string(given), "docs/guide.md is stale: go test ./builder -run TestGuide -update")
}

// guideExamples returns the code of each case with its output, as Markdown.
func guideExamples(t *testing.T) map[string]string {
	const file = "example_guide_test.go"
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, file, src, parser.ParseComments)
	require.NoError(t, err)
	out := map[string]string{}
	for _, d := range parsed.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		text := string(src[fset.Position(f.Body.Lbrace).Offset+1 : fset.Position(f.Body.Rbrace).Offset])
		code, output, ok := strings.Cut(text, "\t// Output:\n")
		require.True(t, ok, f.Name.Name)
		formatted, err := format.Source([]byte(code))
		require.NoError(t, err)
		var lines bytes.Buffer
		for _, l := range strings.Split(strings.TrimSpace(output), "\n") {
			lines.WriteString(strings.TrimPrefix(strings.TrimSpace(l), "// ") + "\n")
		}
		name := strings.TrimPrefix(f.Name.Name, "Example_")
		out[name] = "\n```go\n" + dedented(string(formatted)) + "\n```\n\n```text\n" + lines.String() + "```\n"
	}
	return out
}

func dedented(code string) string {
	lines := strings.Split(strings.Trim(code, "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(l, "\t")
	}
	return strings.Join(lines, "\n")
}
