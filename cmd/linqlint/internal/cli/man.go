package cli

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manCommand writes a manual page per command, for packagers. It is hidden.
func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "man DIR",
		Short:  "Write manual pages",
		Hidden: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("man requires one folder")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return cannotWrite(args[0], err)
			}
			root := cmd.Root()
			for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
				if cmd != root && !cmd.IsAvailableCommand() {
					continue
				}
				name := filepath.Join(args[0], manName(cmd)+".1")
				if err := os.WriteFile(name, []byte(manPage(cmd)), 0o644); err != nil {
					return cannotWrite(name, err)
				}
			}
			return nil
		},
	}
}

// manName returns the name of a command's page, such as linqlint-check.
func manName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manPage formats the help of a command with the macros of man(7). It has no
// date, so that builds are reproducible.
func manPage(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"linqlint %s\" \"linqlint\"\n", strings.ToUpper(manName(cmd)), version())
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", manText(manName(cmd)), manText(cmd.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", manText(usageLine(cmd)))
	fmt.Fprintf(&b, ".SH DESCRIPTION\n%s\n", manText(cmp.Or(cmd.Long, cmd.Short)))
	first := true
	ownFlags(cmd).VisitAll(func(f *pflag.Flag) {
		if first {
			b.WriteString(".SH OPTIONS\n")
			first = false
		}
		b.WriteString(manFlag(f))
	})
	if cmd.Flags().Lookup("fail-on") != nil {
		fmt.Fprintf(&b, ".SH EXIT STATUS\n.nf\n%s.fi\n", manText(strings.TrimPrefix(exitCodes, "Exit codes:\n")))
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", manText(cmd.Example))
	}
	if cmd.HasParent() {
		b.WriteString(".SH SEE ALSO\n.BR linqlint (1)\n")
	} else if cmd.HasAvailableSubCommands() {
		b.WriteString(".SH COMMANDS\n")
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				fmt.Fprintf(&b, ".TP\n.BR %s (1)\n%s\n", manText(manName(c)), manText(c.Short))
			}
		}
	}
	return b.String()
}

// manFlag formats one flag.
func manFlag(f *pflag.Flag) string {
	value, usage := pflag.UnquoteUsage(f)
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	text := ".TP\n\\fB" + manText(name) + "\\fR"
	if value != "" {
		text += " \\fI" + manText(value) + "\\fR"
	}
	return text + "\n" + manText(usage) + "\n"
}

// manText escapes what roff interprets: backslashes, hyphens, and periods and
// apostrophes that begin a line.
func manText(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
