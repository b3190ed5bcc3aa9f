package cli

import (
	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/suggest"
	"github.com/linqlint/linqlint/internal/body/schema"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [KIND]",
		Short: "Print a JSON Schema (2020-12) of the bodies of a kind, or of all",
		Long: "schema prints a JSON Schema (2020-12) of the bodies of a kind, or one that takes the\n" +
			"bodies of every kind, for editors and tools that do not run linqlint. It knows types,\n" +
			"required members, enums, lengths, patterns and formats; what depends on several members\n" +
			"at once only linqlint checks.",
		Example: "  linqlint schema > linq.schema.json\n  linqlint schema messages.create",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("schema takes one kind")
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(kindNames(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(_ *cobra.Command, args []string) error {
			text := schema.All
			if len(args) > 0 {
				kind := validate.Kind(args[0])
				if !kind.Valid() {
					err := usagef("there is no kind %q%s", args[0], suggest.DidYouMean(args[0], kindNames()))
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
