package cli_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) != "linqlint" {
		catchIgnored()
	}
	testscript.Main(m, map[string]func(){
		"linqlint": func() {
			os.Exit(cli.Main(cli.Env{Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}))
		},
	})
}

// catchIgnored catches the signals that the tests' parent ignores, as a shell does for what
// it runs in the background. The programs that tests start would inherit that.
func catchIgnored() {
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		if signal.Ignored(s) {
			signal.Notify(make(chan os.Signal, 1), s)
		}
	}
}

// TestScripts runs the command as a user would: every flag and every exit code
// is in one of testdata/script.
func TestScripts(t *testing.T) { runScripts(t, "testdata/script") }

func runScripts(t *testing.T, dir string) { runScriptsBelow(t, dir, "") }

// runScriptsBelow runs the scripts of dir in folders below root, or of the
// system's folder for temporary files. What needs modes and symbolic links is
// marked [rights] there: root may lie on a file system without them.
func runScriptsBelow(t *testing.T, dir, root string) {
	testscript.Run(t, testscript.Params{
		Dir:                 dir,
		WorkdirRoot:         root,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			// The developer's settings must not change the output.
			env.Setenv("NO_COLOR", "")
			env.Setenv("FORCE_COLOR", "")
			return nil
		},
		Cmds: scriptCommands,
		Condition: func(name string) (bool, error) {
			if name != "rights" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return root == "", nil
		},
	})
}

// scriptCommands are what the scripts have beside testscript's own commands.
var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){"exits": exits}

// exits runs "exits CODE linqlint ARGS…" and requires exactly this exit code;
// testscript's own ! accepts any failure.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s\n%s%s", got, args[0], ts.ReadFile("stdout"), ts.ReadFile("stderr"))
	}
}

// linqlint runs the command in this process.
func linqlint(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = cli.Main(cli.Env{
		Args: args, Stdin: bytes.NewReader([]byte(stdin)), Stdout: &out, Stderr: &errs,
		Getenv: func(string) string { return "" },
	})
	return code, out.String(), errs.String()
}
