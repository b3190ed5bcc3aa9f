package cli

import "github.com/spf13/cobra"

// noArguments refuses arguments.
func noArguments(name string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usagef("%s takes no arguments", name)
		}
		return nil
	}
}

// oneFile requires exactly one argument.
func oneFile(name string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usagef("%s requires one file, or - for standard input", name)
		}
		return nil
	}
}

func completePaths(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}
