package main

import (
	"bytes"
	"cmp"
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

// program is a test program with mutants in it.
type program struct {
	built, recorded bool
	tests           []timed
}

// timed is a test: what it took, and the numbers of the mutants that it reaches.
type timed struct {
	name    string
	took    time.Duration
	reached []string
}

// maxMemory is the address space of a test in KiB: a mutant may allocate without
// end.
const maxMemory = 8 << 20

// minTime is the processor time that a test may take at least, and maxTime what it
// may wait: the machine may have other work.
const (
	minTime = 8 * time.Second
	maxTime = 5 * time.Minute
)

// switches is a file of the mutated package: which mutant is on, and which were
// reached.
const switches = `package %s

import (
	mutant_os "os"
	mutant_strconv "strconv"
)

var (
	mutant_on, mutant_log = mutant_start()
	mutant_seen           [%d]bool
)

func mutant_start() (on int, log *mutant_os.File) {
	on, _ = mutant_strconv.Atoi(mutant_os.Getenv("MUTANT"))
	if name := mutant_os.Getenv("MUTANT_LOG"); name != "" {
		log, _ = mutant_os.OpenFile(name, mutant_os.O_APPEND|mutant_os.O_CREATE|mutant_os.O_WRONLY, 0o600)
	}
	return on, log
}

func mutant_is(i int) bool {
	if mutant_log != nil && !mutant_seen[i] {
		mutant_seen[i] = true
		_, _ = mutant_log.WriteString(mutant_strconv.Itoa(i) + "\n")
	}
	return i == mutant_on
}

func mutant_one(on bool) int {
	if on {
		return 1
	}
	return 0
}
`

// overlay writes the sources with mutants in them, each with its switch, or the
// only one as it is.
func (r *runner) overlay(all []mutant, plain bool) {
	r.programs = make([]program, len(r.profile.tests))
	replace, files := map[string]string{}, map[string][]numbered{}
	for i, m := range all {
		files[m.file] = append(files[m.file], numbered{m, i + 1})
	}
	for file, some := range files {
		text, err := os.ReadFile(file)
		r.err = errors.Join(r.err, err)
		src := string(text)
		if m := some[0]; plain {
			src = src[:m.start] + m.plain + src[m.end:]
		} else {
			slices.SortFunc(some, func(a, b numbered) int { return cmp.Or(a.start-b.start, b.end-a.end, a.index-b.index) })
			src = render(src, some, 0, len(src))
		}
		replace[file] = r.write(filepath.Base(file), src)
	}
	if !plain {
		replace[filepath.Join(r.root, r.profile.dir, "zz_mutant.go")] = r.write("switches", fmt.Sprintf(switches, filepath.Base(r.profile.dir), len(all)+1))
	}
	text, _ := json.Marshal(map[string]any{"Replace": replace}) // of strings: it does not fail
	r.write("overlay.json", string(text))
}

// numbered is a mutant with its number in a program.
type numbered struct {
	mutant
	number int
}

// render returns a part of a source with the mutants in it, which are in order: one
// that contains others comes before them.
func render(src string, all []numbered, start, end int) string {
	var out strings.Builder
	for len(all) > 0 {
		m := all[0]
		n := 1
		for n < len(all) && all[n].start < m.end {
			n++
		}
		out.WriteString(src[start:m.start])
		for _, p := range m.switched {
			out.WriteString(p.text)
			switch {
			case p.on:
				fmt.Fprintf(&out, "mutant_is(%d)", m.number)
			case p.self:
				out.WriteString(line(src, m.start) + render(src, all[1:n], m.start, m.end))
			case p.end > 0:
				out.WriteString(line(src, p.start) + render(src, within(all[1:n], p.start, p.end), p.start, p.end))
			}
		}
		out.WriteString(line(src, m.end))
		start, all = m.end, all[n:]
	}
	out.WriteString(src[start:end])
	return out.String()
}

// line is a comment by which the compiler's messages have the lines of the source.
func line(src string, offset int) string {
	return fmt.Sprintf("/*line :%d:1*/", 1+strings.Count(src[:offset], "\n"))
}

// within returns the mutants in a part of a source.
func within(all []numbered, start, end int) []numbered {
	return slices.DeleteFunc(slices.Clone(all), func(m numbered) bool { return m.start < start || m.end > end })
}

// compile makes a program of the tests of a package, unless there is one.
func (r *runner) compile(i int) (output string, err error) {
	if r.programs[i].built {
		return "", nil
	}
	cmd := exec.Command("go", "test", "-c", "-overlay", filepath.Join(r.temp, "overlay.json"), "-vet=off", "-gcflags=-e", "-ldflags=-s -w", "-o", r.path(i), r.profile.tests[i])
	cmd.Dir, cmd.Env = r.root, append(os.Environ(), "GOWORK=") // this program runs without the workspace
	out, err := cmd.CombinedOutput()
	r.programs[i].built = err == nil
	return string(out), err
}

func (r *runner) path(i int) string { return filepath.Join(r.temp, strconv.Itoa(i)+".test") }

var (
	unfitTest = regexp.MustCompile("^Benchmark|" + unfit)
	testName  = regexp.MustCompile(`^\w+$`)
)

// list returns the tests of a program.
func (r *runner) list(i int) (names []string, err error) {
	if out, err := r.compile(i); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", r.profile.tests[i], err, out)
	}
	cmd := exec.Command(r.path(i), "-test.list", ".")
	cmd.Dir = filepath.Join(r.root, r.profile.tests[i])
	out, err := cmd.Output()
	for _, name := range strings.Fields(string(out)) {
		if testName.MatchString(name) && !unfitTest.MatchString(name) {
			names = append(names, name)
		}
	}
	return names, err
}

// reaching returns the tests of a program that reach a mutant, the quick ones
// first. Each test is run once for that.
func (r *runner) reaching(i, mutant int) (tests []timed, err error) {
	p := &r.programs[i]
	if !p.recorded {
		names, err := r.list(i)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			t := timed{name: name, took: r.took[r.profile.tests[i]+" "+name]}
			if mutant > 0 {
				if t, err = r.record(i, t); err != nil {
					return nil, err
				}
			}
			p.tests = append(p.tests, t)
		}
		slices.SortStableFunc(p.tests, func(a, b timed) int { return cmp.Compare(a.took, b.took) })
		p.recorded = true
	}
	for _, t := range p.tests {
		if mutant == 0 || slices.Contains(t.reached, strconv.Itoa(mutant)) {
			tests = append(tests, t)
		}
	}
	return tests, nil
}

// record runs a test without a mutant.
func (r *runner) record(i int, t timed) (timed, error) {
	log := filepath.Join(r.temp, "reached")
	_ = os.Remove(log)
	begun := time.Now()
	if out, report := r.exec(i, []timed{t}, "MUTANT_LOG="+log); out != survived {
		return t, fmt.Errorf("%s fails without a mutant:\n%s", t.name, report)
	}
	t.took = time.Since(begun)
	r.took[r.profile.tests[i]+" "+t.name] = t.took
	reached, _ := os.ReadFile(log) // none: no mutant is reached
	t.reached = strings.Fields(string(reached))
	return t, nil
}

// exec runs some tests of a program, with bounds of memory and of time.
func (r *runner) exec(i int, tests []timed, env string) (outcome, []byte) {
	names, limit := make([]string, len(tests)), minTime
	for k, t := range tests {
		names[k] = t.name
		limit += 10 * t.took
	}
	cmd := exec.Command("sh", "-c", fmt.Sprintf(`ulimit -v %d; ulimit -t %d; exec "$0" "$@"`, maxMemory, int(limit.Seconds())), r.path(i),
		"-test.failfast", "-test.timeout", maxTime.String(), "-test.run", "^("+strings.Join(names, "|")+")$")
	cmd.Dir, cmd.Env = filepath.Join(r.root, r.profile.tests[i]), append(os.Environ(), env, "RAPID_NOFAILFILE=1") // a mutant's failure is not to be tried again
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return survived, out
	case errors.As(err, &exit) && !exit.Exited() || bytes.Contains(out, []byte("panic: test timed out")):
		return late, out
	}
	return killed, out
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
