// Package steps counts the statements that the library executes in a test, so that a
// test of linear time does not depend on a clock. The standard library is not counted.
//
// A test compiles itself once more with the counters of coverage and starts that
// program for each input, with a variable of the environment that names the input.
package steps

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Compile compiles the tests of the current folder with counters and returns the
// path of the program.
func Compile(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "counting.exe")
	out, err := exec.Command("go", "test", "-c", "-vet=off", "-tags", "acceptance", "-covermode", "atomic", "-coverpkg", "github.com/linqlint/linqlint/...", "-o", program, ".").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program
}

// Count runs one test of a program of Compile with a variable, NAME=VALUE, added to
// its environment, and returns how many statements of the library it executed.
func Count(t *testing.T, program, test, variable string) (sum int) {
	t.Helper()
	profile := filepath.Join(t.TempDir(), "profile")
	cmd := exec.Command(program, "-test.run", "^"+test+"$", "-test.coverprofile", profile)
	cmd.Env = append(os.Environ(), variable)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	f, err := os.Open(profile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "mode: ") {
			continue
		}
		var block string
		var statements, count int
		if _, err := fmt.Sscan(lines.Text(), &block, &statements, &count); err != nil {
			t.Fatalf("%q: %v", lines.Text(), err)
		}
		sum += statements * count
	}
	if err := lines.Err(); err != nil || sum == 0 {
		t.Fatalf("%d statements: %v", sum, err)
	}
	return sum
}
