package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// write creates a module with a package and its tests.
func write(t *testing.T, files map[string]string) (root string) {
	t.Helper()
	root = t.TempDir()
	for name, text := range files {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

var module = map[string]string{
	"go.mod": "module example.com/m\n\ngo 1.24\n",
	"p/p.go": `package p

const limit = 3

var log []string

// Fits reports whether n fits.
func Fits(n int, force bool) bool {
	if n < 0 {
		log = append(log, "negative")
		note("negative")
	}
	return n <= limit && !force
}

func note(s string) { log = append(log, s) }
`,
	"p/p_test.go": `package p

import "testing"

func TestFits(t *testing.T) {
	if !Fits(3, false) || Fits(4, false) || Fits(3, true) {
		t.Fatal()
	}
}
`,
}

func TestMutants(t *testing.T) {
	root := write(t, module)
	all, err := (profile{dir: "p"}).mutants(root)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range all {
		got = append(got, strings.TrimPrefix(m.id, "p/p.go "))
	}
	want := []string{
		"const: 3 to 4", "const: 3 to 2",
		"Fits: n < 0 to true", "Fits: n < 0 to false", "Fits: n < 0 to n <= 0", "Fits: n < 0 to n >= 0", "Fits: 0 to 1",
		`Fits: drop note("negative")`,
		"Fits: n <= limit && !force to n <= limit || !force", "Fits: n <= limit to n < limit", "Fits: n <= limit to n > limit", "Fits: drop ! of force",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// TestOutcomes runs every mutant of a package whose tests do not look at negative
// numbers: those of that branch survive, and the others are killed.
func TestOutcomes(t *testing.T) {
	root := write(t, module)
	p := profile{dir: "p", tests: []string{"./p"}}
	all, err := p.mutants(root)
	if err != nil {
		t.Fatal(err)
	}
	r := &runner{profile: p, root: root, temp: t.TempDir(), took: map[string]time.Duration{}}
	count := map[outcome]int{}
	err = r.try(ranked(all, 5, ""), func(m mutant, out outcome) {
		count[out]++
		if branch := strings.Contains(m.id, "n < 0") || strings.Contains(m.id, "0 to 1") || strings.Contains(m.id, "note"); branch != (out == survived) {
			t.Errorf("%s %s", m.id, out)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if count[killed] != 6 || count[survived] != 6 {
		t.Error(count)
	}
}

// TestOutcomeElsewhere: a mutant with which a package that imports the mutated one does
// not compile is not valid, and ends nothing.
func TestOutcomeElsewhere(t *testing.T) {
	root := write(t, map[string]string{
		"go.mod":      module["go.mod"],
		"p/p.go":      "package p\n\nconst Size = 3\n",
		"p/p_test.go": "package p\n\nimport \"testing\"\n\nfunc TestNothing(*testing.T) {}\n",
		"q/q.go":      "package q\n\nimport \"example.com/m/p\"\n\nvar All = [p.Size]int([3]int{})\n",
		"q/q_test.go": "package q\n\nimport \"testing\"\n\nfunc TestNothing(*testing.T) {}\n",
	})
	p := profile{dir: "p", tests: []string{"./p", "./q"}}
	all, err := p.mutants(root)
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	r := &runner{profile: p, root: root, temp: t.TempDir(), took: map[string]time.Duration{}}
	err = r.try(ranked(all, 5, ""), func(m mutant, out outcome) {
		if out != invalid {
			t.Errorf("%s %s", m.id, out)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestReaching: a test that does not reach a mutant is not run for it, and the quick
// ones are run first.
func TestReaching(t *testing.T) {
	tests := parts([]timed{{name: "a", took: 20 * time.Millisecond}, {name: "b", took: 20 * time.Millisecond}, {name: "c", took: 20 * time.Millisecond}, {name: "d", took: time.Minute}})
	if len(tests) != 3 || len(tests[0]) != 2 || tests[1][0].name != "c" || tests[2][0].name != "d" {
		t.Error(tests)
	}
}

func TestEquivalents(t *testing.T) {
	file := filepath.Join(t.TempDir(), "testing.md")
	if err := os.WriteFile(file, []byte("# Testing\n\n- `a.go f: 1 to 2`: no caller passes it.\n- not `one`: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := equivalents(file)
	if err != nil || len(got) != 1 || !got["a.go f: 1 to 2"] {
		t.Error(got, err)
	}
}

// TestStale: an entry of the list that has no mutant any more is named, if its folder
// is one of those that are measured.
func TestStale(t *testing.T) {
	all := []mutant{{id: "a/a.go f: 1 to 2"}}
	got := stale(all, map[string]bool{"a/a.go f: 1 to 2": true, "a/gone.go g: 1 to 2": true, "a/a.go f: 2 to 3": true, "b/b.go f: 1 to 2": true})
	if !slices.Equal(got, []string{"a/a.go f: 2 to 3", "a/gone.go g: 1 to 2"}) {
		t.Error(got)
	}
}
