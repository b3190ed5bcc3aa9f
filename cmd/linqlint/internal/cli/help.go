package cli

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spf13/pflag"

	"github.com/linqlint/linqlint/internal/spelling"
)

// help writes a command's help. Cobra's own lists the thirty flags of check in
// one alphabetical column.
func (a *app) help(cmd *cobra.Command, out io.Writer) {
	if !cmd.HasParent() {
		a.addRest(cmd)
	}
	var b strings.Builder
	b.WriteString(strings.TrimSpace(cmp.Or(cmd.Long, cmd.Short)) + "\n\nUsage:\n")
	if cmd.Runnable() {
		b.WriteString("  " + usageLine(cmd) + "\n")
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString("  " + cmd.CommandPath() + " COMMAND\n\nCommands:\n")
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() || c.Name() == "help" {
				fmt.Fprintf(&b, "  %-11s %s\n", c.Name(), c.Short)
			}
		}
	}
	if cmd.Flags().Lookup("fail-on") != nil {
		for _, g := range a.flags.groups {
			b.WriteString("\n" + g.title + ":\n" + g.set.FlagUsages())
		}
		b.WriteString("\n" + exitCodes)
	} else if usages := ownFlags(cmd).FlagUsages(); usages != "" {
		b.WriteString("\nFlags:\n" + usages)
	}
	if cmd.Example != "" {
		b.WriteString("\nExamples:\n" + cmd.Example + "\n")
	}
	if _, err := io.WriteString(out, b.String()); err != nil {
		a.say("cannot write the help: %v", err)
		a.exit = ExitFailure
	}
}

const exitCodes = `Exit codes:
  0  no problem at or above --fail-on
  1  problems at or above --fail-on, shown or not
  2  invalid command line or configuration
  3  something could not be read or written; the rest was checked
`

func usageLine(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return cmd.Use
	}
	return cmd.Parent().CommandPath() + " " + cmd.Use
}

// ownFlags returns the flags of a command except --help, which all have.
func ownFlags(cmd *cobra.Command) *pflag.FlagSet {
	set := pflag.NewFlagSet(cmd.Name(), pflag.ContinueOnError)
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" && !f.Hidden {
			set.AddFlag(f)
		}
	})
	return set
}

// helpCommand returns the command "linqlint help COMMAND".
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show the help of a command",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return usagef("unknown command %q%s", strings.Join(args, " "), spelling.DidYouMean(strings.Join(args, " "), commandNames()))
			}
			return cmd.Help()
		},
	}
}
