package main

import (
	"path/filepath"
	"slices"
	"strings"
)

// profile says what is mutated under a name, and which tests must notice it.
type profile struct {
	dir   string   // of the package, from the root of the tree
	only  []string // the files to mutate; none: all of the package
	omit  []string // the files with texts or generated code
	tests []string // the packages whose tests are run, in order
}

var profiles = map[string]profile{
	"validate":    {dir: "validate", omit: []string{"rules_table.go", "sentences.go"}, tests: []string{"./validate", "./rules"}},
	"decorations": {dir: "decorations", omit: []string{"conjunct_table.go"}, tests: []string{"./decorations"}},
	"builder":     {dir: "builder", tests: []string{"./builder"}},
	"scan":        {dir: "internal/scan", tests: []string{"./internal/scan", "./validate", "./builder"}},
	"place":       {dir: "internal/place", tests: []string{"./internal/place", "./validate", "./builder"}},
	"spelling":    {dir: "internal/spelling", tests: []string{"./internal/spelling", "./validate"}},
	"markdown":    {dir: "markdown", tests: []string{"./markdown"}},
	"forecast":    {dir: "forecast", tests: []string{"./forecast"}},
	"fix":         {dir: "cmd/linqlint/internal/lint", only: []string{"fix.go"}, tests: []string{"./cmd/linqlint/internal/lint"}},
}

// unfit matches the tests that are not run: those of time and memory, which fail
// at random on a loaded machine, and those that cannot see a mutant, since they
// start the go command or read sources.
const unfit = "Linear|Hostile|Alloc|Budget|Often|Million|Watch|Sizes|Deps|Dependencies|Imports|Matcher|Reference|Start"

// mutants returns every mutant of a profile.
func (p profile) mutants(root string) (all []mutant, err error) {
	files, err := filepath.Glob(filepath.Join(root, p.dir, "*.go"))
	for _, f := range files {
		base := filepath.Base(f)
		if err != nil || strings.HasSuffix(base, "_test.go") || slices.Contains(p.omit, base) || len(p.only) > 0 && !slices.Contains(p.only, base) {
			continue
		}
		var some []mutant
		some, err = mutants(root, f)
		all = append(all, some...)
	}
	return all, err
}
