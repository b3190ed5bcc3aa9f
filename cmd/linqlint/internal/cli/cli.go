// Package cli is the command line of linqlint: flags, commands and exit codes.
// Package lint does the work of a run, package report prints it.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/internal/wire"
)

// The exit codes.
const (
	ExitClean    = 0 // no problem at or above --fail-on
	ExitProblems = 1 // problems at or above --fail-on, shown or not
	ExitUsage    = 2 // an invalid command line or configuration
	ExitFailure  = 3 // something could not be read or written; takes precedence over 1
)

// Env is the environment of a command. All fields are required.
type Env struct {
	Args           []string // without the program's name
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
}

// Main runs the command and returns its exit code.
func Main(env Env) int {
	app := &app{env: env}
	root := app.root()
	root.SetArgs(env.Args)
	cmd, err := root.ExecuteC()
	var usage *usageError
	switch {
	case err == nil:
		return app.exit
	case errors.As(err, &usage):
		app.say("%s", usage.message)
		if usage.hint == seeHelp {
			usage.hint = "run " + cmd.CommandPath() + " --help for usage"
		}
		if usage.hint != "" {
			fmt.Fprintf(env.Stderr, "%s\n", wire.Visible(usage.hint))
		}
		return ExitUsage
	}
	app.say("%v", err)
	return ExitFailure
}

// app is the state of one command.
type app struct {
	env   Env
	exit  int
	flags *checkFlags // of the root and of check

	version bool // --version of the root
}

// usageError is an invalid command line or configuration. Every other error is
// a failure to read or write.
type usageError struct {
	message string
	hint    string // what to do instead, or ""
}

// Error returns the message without the hint.
func (e *usageError) Error() string { return e.message }

// seeHelp is the hint that refers to the help of the command.
const seeHelp = "--help"

func usagef(format string, args ...any) *usageError {
	return &usageError{message: fmt.Sprintf(format, args...), hint: seeHelp}
}

// root builds the commands.
func (a *app) root() *cobra.Command {
	a.flags = newCheckFlags()
	root := &cobra.Command{
		Use:           "linqlint [flags] PATH…",
		Short:         "Check request bodies of Linq's Partner API v3 before they are sent",
		Long:          rootLong,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.rootArgs,
		// Of every command.
		PersistentPreRunE: noEmptyFlag,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case a.version:
				_, err := io.WriteString(a.env.Stdout, versionLine())
				return err
			case len(args) == 0 && !a.flags.byGit():
				return a.bareRoot(cmd)
			}
			return a.check(args)
		},
		ValidArgsFunction: completePaths,
	}
	root.SetIn(a.env.Stdin)
	root.SetOut(a.env.Stdout)
	root.SetErr(a.env.Stderr)
	root.SetFlagErrorFunc(flagError)
	// This is not cobra's own flag: SetVersionTemplate links text/template, and with
	// it the methods of every type, since a template calls them by name.
	root.Flags().BoolVarP(&a.version, "version", "v", false, "version for linqlint")
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd, a.env.Stdout) })
	root.SetHelpCommand(a.helpCommand(root))
	a.flags.addTo(root)
	a.addNamed(root)
	return root
}

const rootLong = `linqlint checks request bodies of Linq's Partner API v3 before they are sent.

PATH is a file, a folder, a glob such as "payloads/**/*.json", or - for standard
input. In a folder, linqlint checks every *.json, *.jsonl and *.ndjson file that
holds payloads, and the requests in *.sh, *.bash, *.zsh, *.har, *.http and *.rest
files and Postman collections. It skips hidden folders, node_modules and what
.gitignore excludes.`

// rootArgs reports a mistyped command, which is not a path.
func (a *app) rootArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 || a.version {
		return nil
	}
	if _, err := os.Lstat(args[0]); err == nil {
		return nil
	}
	if near := spelling.Typed(args[0], commandNames()); near != "" {
		err := usagef("%q is neither a command nor a file", args[0])
		err.hint = fmt.Sprintf("did you mean %q?", near)
		return err
	}
	return nil
}

// bareRoot prints the help: a command without arguments does not wait for input.
func (a *app) bareRoot(cmd *cobra.Command) error {
	a.help(cmd, a.env.Stderr)
	a.exit = ExitUsage
	return nil
}
