package cli

import (
	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/internal/body/schema"
	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [KIND]",
		Short: "Print a JSON Schema (2020-12) for one kind of body, or for all",
		Long: "schema prints a JSON Schema (2020-12) for one kind of body, or one schema for all\n" +
			"kinds, for editors and tools that do not run linqlint. It covers types, required\n" +
			"members, enums, lengths, patterns and formats. Rules about several members at once\n" +
			"are checked only by linqlint.",
		Example: "  linqlint schema > linq.schema.json\n  linqlint schema messages.create",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("schema takes at most one kind")
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(kindNames(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(_ *cobra.Command, args []string) error {
			text := schema.All
			if len(args) > 0 {
				kind := validate.Kind(args[0])
				if !kind.Valid() {
					err := usagef("unknown kind %q%s", args[0], spelling.DidYouMean(args[0], kindNames()))
					err.hint = "the kinds are " + orList(kindNames())
					return err
				}
				text = func() []byte { return schema.Kind(kind) }
			}
			_, err := a.env.Stdout.Write(text())
			return err
		},
	}
}
