package rules

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with a file of testdata/golden.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "go test ./rules -update writes it")
	require.Empty(t, cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")), "go test ./rules -update rewrites it")
}

// TestGolden writes every bad example of every rule as a reader gets to see it,
// one file a family: what the body is, what is said of it and where, and what
// each fix makes of it. Read the difference of an -update as a user would.
func TestGolden(t *testing.T) {
	var families []string
	texts := map[string]*strings.Builder{}
	for _, r := range All() {
		family, _, _ := strings.Cut(r.ID, "-")
		if !aboutBodies(&r) {
			continue
		}
		if texts[family] == nil {
			families = append(families, family)
			texts[family] = &strings.Builder{}
		}
		for i := range r.Bad {
			describe(texts[family], &r, &r.Bad[i])
		}
	}
	for _, family := range families {
		t.Run(family, func(t *testing.T) { golden(t, family+".txt", texts[family].String()) })
	}
}

func describe(w *strings.Builder, r *Rule, e *Example) {
	fmt.Fprintf(w, "# %s: %s (%s)\n\n%s\n", r.ID, e.Title, e.Kind, shown(e.Body))
	for _, d := range e.validator().JSON([]byte(e.Body)).Diagnostics {
		fmt.Fprintf(w, "%s %s %s %s\n", d.Severity, d.Rule, pointed(d.Pointer), span(d.Start, d.End))
		fmt.Fprintf(w, "    %s\n", d.Message)
		if d.Hint != "" {
			fmt.Fprintf(w, "    hint: %s\n", d.Hint)
		}
		for _, rel := range d.Related {
			fmt.Fprintf(w, "    see %s %s: %s\n", pointed(rel.Pointer), span(rel.Start, rel.End), rel.Message)
		}
		for _, f := range d.Fixes {
			safety := "unsafe"
			if f.Safe {
				safety = "safe"
			}
			fixed, _ := validate.Apply([]byte(e.Body), []validate.Diagnostic{{Fixes: []validate.Fix{f}}}, validate.FixAll)
			fmt.Fprintf(w, "    fix (%s): %s\n", safety, f.Title)
			w.WriteString(indented(shown(string(fixed))))
		}
	}
	w.WriteString("\n")
}

func pointed(pointer string) string {
	if pointer == "" {
		return "at the root"
	}
	return "at " + pointer
}

// span is line:column-column, in UTF-16 code units, from 1.
func span(start, end validate.Position) string {
	if start.Line == end.Line {
		return fmt.Sprintf("%d:%d-%d", start.Line, start.Column, end.Column)
	}
	return fmt.Sprintf("%d:%d-%d:%d", start.Line, start.Column, end.Line, end.Column)
}

// shown is a body with its middle left out where it is long, and with what a
// text file cannot show in escapes.
func shown(body string) string {
	const head, tail = 240, 120
	if len(body) > head+tail+40 {
		body = fmt.Sprintf("%s …%d bytes… %s", strings.ToValidUTF8(body[:head], ""), len(body)-head-tail, strings.ToValidUTF8(body[len(body)-tail:], ""))
	}
	var out strings.Builder
	for _, line := range strings.SplitAfter(body, "\n") {
		quoted := fmt.Sprintf("%+q", strings.TrimSuffix(line, "\n"))
		if !strings.ContainsAny(line, "\x00\r\ufeff\u00a0\u200b\ufffd") {
			quoted = `"` + strings.TrimSuffix(line, "\n") + `"`
		}
		out.WriteString("  " + quoted[1:len(quoted)-1] + "\n")
	}
	return out.String()
}

func indented(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n    ") + "\n"
}
