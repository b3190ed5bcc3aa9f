package cli

import (
	"slices"

	"github.com/spf13/cobra"
)

// subcommand is a command below the root.
type subcommand struct {
	name string
	make func(*app) *cobra.Command
}

// subcommands returns the commands below the root, but for cobra's own.
func subcommands() []subcommand {
	return []subcommand{
		{"check", (*app).checkCommand},
		{"explain", (*app).explainCommand},
		{"rules", (*app).rulesCommand},
		{"split", (*app).splitCommand},
		{"forecast", (*app).forecastCommand},
		{"preview", (*app).previewCommand},
		{"code", (*app).codeCommand},
		{"open", (*app).openCommand},
		{"schema", (*app).schemaCommand},
		{"lsp", (*app).lspCommand},
		{"mcp", (*app).mcpCommand},
		{"mock", (*app).mockCommand},
		{"conformance", (*app).conformanceCommand},
		{"baseline", (*app).baselineCommand},
		{"init", (*app).initCommand},
		{"config", (*app).configCommand},
		{"version", (*app).versionCommand},
		{"man", (*app).manCommand}, // hidden
	}
}

// addNamed adds the commands that the arguments name to the root, which are all
// that can run: making every command takes longer than checking a file.
func (a *app) addNamed(root *cobra.Command) {
	for _, name := range []string{"help", "completion", "man", cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd} {
		if slices.Contains(a.env.Args, name) { // which is about all commands
			a.addRest(root)
			return
		}
	}
	root.CompletionOptions.DisableDefaultCmd = true
	for _, c := range subcommands() {
		if slices.Contains(a.env.Args, c.name) {
			root.AddCommand(c.make(a))
		}
	}
}

// addRest adds the commands that the root does not have yet.
func (a *app) addRest(root *cobra.Command) {
	for _, c := range subcommands() {
		if !slices.ContainsFunc(root.Commands(), func(has *cobra.Command) bool { return has.Name() == c.name }) {
			root.AddCommand(c.make(a))
		}
	}
	root.CompletionOptions.DisableDefaultCmd = false
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
}

// commandNames returns the names that may be typed.
func commandNames() []string {
	names := []string{"completion", "help"}
	for _, c := range subcommands() {
		if c.name != "man" {
			names = append(names, c.name)
		}
	}
	slices.Sort(names)
	return names
}
