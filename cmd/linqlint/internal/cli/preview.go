package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/preview"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) previewCommand() *cobra.Command {
	kind := choice{allowed: kindNames(), word: "KIND"}
	color := &checkFlags{color: choice{value: "auto", allowed: []string{"auto", "always", "never"}, word: "WHEN"}}
	ruler := false
	cmd := &cobra.Command{
		Use:   "preview [flags] FILE",
		Short: "Draw a message in the terminal",
		Long: "preview draws the body in FILE (- is standard input) as its recipient sees it:\n" +
			"bubbles with bold, italic, strikethrough and underline, and boxes for media, links\n" +
			"and cards. Animations and effects, which a terminal cannot show, are named.",
		Example:           "  linqlint preview --ruler order.json",
		Args:              oneFile("preview"),
		ValidArgsFunction: completePaths,
		RunE: func(_ *cobra.Command, args []string) error {
			r, _, err := a.readRequest(args[0], validate.Kind(kind.value))
			if r == nil {
				return err
			}
			opts := []preview.Option{preview.WithWidth(a.columns(a.env.Stdout)), preview.WithColor(a.color(color, a.env.Stdout))}
			if ruler {
				opts = append(opts, preview.WithRuler())
			}
			_, err = io.WriteString(a.env.Stdout, preview.Draw(r, opts...))
			return err
		},
	}
	cmd.Flags().Var(&kind, "kind", "the kind of the body, instead of detecting it")
	cmd.Flags().BoolVar(&ruler, "ruler", false, "show a ruler of UTF-16 code units below each text, with the decorations' ranges")
	cmd.Flags().Var(&color.color, "color", "use colors: auto, always or never; auto respects NO_COLOR and FORCE_COLOR")
	completeChoices(cmd, map[string][]string{"kind": kind.allowed, "color": color.color.allowed})
	return cmd
}
