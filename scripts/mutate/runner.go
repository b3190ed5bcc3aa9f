package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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

// runner runs the tests of a profile over a build overlay; the tree is not
// changed.
type runner struct {
	profile    profile
	root, temp string
	programs   []program
	took       map[string]time.Duration // what each test took without a mutant
	err        error                    // of a file that could not be read or written
}

// try runs mutants: together in one program, and those that do not compile there
// alone. It calls done with each outcome.
func (r *runner) try(all []mutant, done func(mutant, outcome)) error {
	alone := slices.DeleteFunc(slices.Clone(all), func(m mutant) bool { return m.switched != nil })
	all = slices.DeleteFunc(slices.Clone(all), func(m mutant) bool { return m.switched == nil })
	r.overlay(all, false)
	failed, err := r.failing(all)
	for ; len(failed) > 0; failed, err = r.failing(all) {
		alone = append(alone, failed...)
		all = slices.DeleteFunc(all, func(m mutant) bool { return slices.ContainsFunc(failed, func(f mutant) bool { return f.id == m.id }) })
		r.overlay(all, false)
	}
	if err != nil {
		return err
	}
	for i, m := range all {
		out, err := r.run(i + 1)
		if err != nil {
			return err
		}
		done(m, out)
	}
	for _, m := range alone {
		r.overlay([]mutant{m}, true)
		out := invalid
		if failed, err := r.failing([]mutant{m}); err == nil && len(failed) == 0 {
			if out, err = r.run(0); err != nil {
				return err
			}
		}
		r.err = nil // of a compiler's error elsewhere, such as an import that is not used
		done(m, out)
	}
	return r.err
}

// failing compiles the first program, and returns the mutants that do not compile
// there.
func (r *runner) failing(all []mutant) ([]mutant, error) {
	out, err := r.compile(0)
	if err == nil {
		return nil, r.err
	}
	failed := slices.DeleteFunc(slices.Clone(all), func(m mutant) bool { return !m.fails(out) })
	// An integer is mostly what does not compile, where it is not an int.
	if some := slices.DeleteFunc(slices.Clone(failed), func(m mutant) bool { return !m.integer }); len(some) > 0 {
		failed = some
	}
	if len(failed) == 0 {
		r.err = errors.Join(r.err, fmt.Errorf("%s: %w\n%s", r.profile.tests[0], err, out))
	}
	return failed, r.err
}

var place = regexp.MustCompile(`(?m)^(\S+?\.go):(\d+):\d+: `)

// fails reports whether the compiler's output has an error in what m replaces.
func (m mutant) fails(output string) bool {
	return slices.ContainsFunc(place.FindAllStringSubmatch(output, -1), func(at []string) bool {
		return strings.HasSuffix(m.file, "/"+filepath.Base(at[1])) && m.line <= number(at[2]) && number(at[2]) <= m.last
	})
}

// run runs the tests that reach the mutant of that number, the quick ones first; 0
// is the only mutant of a program without switches, for which all tests are run.
func (r *runner) run(mutant int) (outcome, error) {
	for i := range r.profile.tests {
		tests, err := r.reaching(i, mutant)
		if err != nil && mutant == 0 && !r.programs[i].built {
			return invalid, nil // what the package's users need of it is gone
		}
		if err != nil {
			return survived, err
		}
		for _, some := range parts(tests) {
			if out, _ := r.exec(i, some, fmt.Sprint("MUTANT=", mutant)); out != survived {
				return out, nil
			}
		}
	}
	return survived, nil
}

// parts divides tests, which ascend by their time, into runs: each may take four
// times as long as the one before, so that a mutant is mostly killed by the first,
// and one that survives costs few processes.
func parts(tests []timed) (all [][]timed) {
	for limit := 50 * time.Millisecond; len(tests) > 0; limit *= 4 {
		n, sum := 0, time.Duration(0)
		for ; n < len(tests) && (n == 0 || sum+tests[n].took <= limit); n++ {
			sum += tests[n].took
		}
		all, tests = append(all, tests[:n]), tests[n:]
	}
	return all
}

// write writes a file of the overlay.
func (r *runner) write(name, text string) (path string) {
	path = filepath.Join(r.temp, name)
	r.err = errors.Join(r.err, os.WriteFile(path, []byte(text), 0o600))
	return path
}
