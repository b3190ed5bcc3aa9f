package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// outcome is what became of a mutant.
type outcome string

const (
	killed   outcome = "killed"
	late     outcome = "late" // killed, by a test that took too long
	survived outcome = "SURVIVED"
	same     outcome = "same"    // listed as equivalent
	invalid  outcome = "invalid" // does not compile, and does not count
)

// maxMemory is the address space of a test in KiB: a mutant may allocate without
// end.
const maxMemory = 8 << 20

// runner runs the tests of a profile over a build overlay; the tree is not
// changed.
type runner struct {
	profile    profile
	root, temp string
	timeout    time.Duration
	err        error // of a file that could not be read or written
}

// batch takes mutants from the start of all that do not overlap, for one program.
func batch(all []mutant) (taken []mutant) {
	for _, m := range all {
		if !slices.ContainsFunc(taken, func(o mutant) bool { return o.file == m.file && m.line <= o.last && o.line <= m.last }) {
			taken = append(taken, m)
		}
	}
	return taken
}

// switches is a file of the mutated package: which mutant is on.
const switches = `package %s
import "os"
var mutant_on = os.Getenv("MUTANT")
func mutant_one(on bool) int { if on { return 1 }; return 0 }
`

// write writes a file of the overlay.
func (r *runner) write(name, text string) (path string) {
	path = filepath.Join(r.temp, name)
	r.err = errors.Join(r.err, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// build compiles the tests with mutants in them, each with its switch, or the only
// one as it is. It returns those that do not compile.
func (r *runner) build(all []mutant, plain bool) (failed []mutant, err error) {
	sources, replace := map[string]string{}, map[string]string{}
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(a, b mutant) int { return b.start - a.start }) // from the end: the offsets before it stay
	for _, m := range sorted {
		src, ok := sources[m.file]
		if !ok {
			text, err := os.ReadFile(m.file)
			src, r.err = string(text), errors.Join(r.err, err)
		}
		with := m.plain
		if !plain {
			with = fmt.Sprintf(m.switched, "(mutant_on == "+strconv.Quote(m.id)+")")
		}
		sources[m.file] = src[:m.start] + with + src[m.end:]
	}
	for file, src := range sources {
		replace[file] = r.write(filepath.Base(file), src)
	}
	if !plain {
		replace[filepath.Join(r.root, r.profile.dir, "zz_mutant.go")] = r.write("switches", fmt.Sprintf(switches, filepath.Base(r.profile.dir)))
	}
	overlay, _ := json.Marshal(map[string]any{"Replace": replace}) // of strings: it does not fail
	file := r.write("overlay.json", string(overlay))
	for i, pkg := range r.profile.tests {
		cmd := exec.Command("go", "test", "-c", "-overlay", file, "-vet=off", "-gcflags=-e", "-ldflags=-s -w", "-o", r.program(i), pkg)
		cmd.Dir = r.root
		if out, err := cmd.CombinedOutput(); err != nil {
			failed := slices.DeleteFunc(slices.Clone(all), func(m mutant) bool { return !m.fails(string(out)) })
			if len(failed) == 0 {
				r.err = errors.Join(r.err, fmt.Errorf("%s: %w\n%s", pkg, err, out))
			}
			return failed, r.err
		}
	}
	return nil, r.err
}

var place = regexp.MustCompile(`(?m)^(\S+?\.go):(\d+):\d+: `)

// fails reports whether the compiler's output has an error in what m replaces.
func (m mutant) fails(output string) bool {
	return slices.ContainsFunc(place.FindAllStringSubmatch(output, -1), func(at []string) bool {
		line, _ := strconv.Atoi(at[2])
		return strings.HasSuffix(m.file, "/"+filepath.Base(at[1])) && m.line <= line && line <= m.last
	})
}

func (r *runner) program(i int) string { return filepath.Join(r.temp, strconv.Itoa(i)+".test") }

// run runs the tests with the mutant of that id on.
func (r *runner) run(id string) (outcome, []byte) {
	for i, pkg := range r.profile.tests {
		cmd := exec.Command("sh", "-c", fmt.Sprintf(`ulimit -v %d; exec "$0" "$@"`, maxMemory), r.program(i),
			"-test.failfast", "-test.timeout", r.timeout.String(), "-test.skip", unfit)
		cmd.Dir, cmd.Env = filepath.Join(r.root, pkg), append(os.Environ(), "MUTANT="+id)
		if out, err := cmd.CombinedOutput(); err != nil {
			if bytes.Contains(out, []byte("panic: test timed out")) {
				return late, out
			}
			return killed, out
		}
	}
	return survived, nil
}

// try runs mutants: together in one program, and those that do not compile there
// alone. It calls done with each outcome.
func (r *runner) try(all []mutant, done func(mutant, outcome)) error {
	alone := slices.DeleteFunc(slices.Clone(all), func(m mutant) bool { return m.switched != "" })
	all = slices.DeleteFunc(slices.Clone(all), func(m mutant) bool { return m.switched == "" })
	failed, err := r.build(all, false)
	for ; len(failed) > 0; failed, err = r.build(all, false) {
		alone = append(alone, failed...)
		all = slices.DeleteFunc(all, func(m mutant) bool { return slices.Contains(failed, m) })
	}
	if err != nil {
		return err
	}
	begun := time.Now()
	if out, report := r.run(""); out != survived {
		return errors.New("the tests fail without a mutant:\n" + string(report))
	}
	r.timeout = max(2*time.Minute, 5*time.Since(begun))
	for _, m := range all {
		out, _ := r.run(m.id)
		done(m, out)
	}
	for _, m := range alone {
		out := invalid
		if failed, err := r.build([]mutant{m}, true); err == nil && len(failed) == 0 {
			out, _ = r.run("")
		}
		r.err = nil // of a compiler's error elsewhere, such as an import that is not used
		done(m, out)
	}
	return nil
}
