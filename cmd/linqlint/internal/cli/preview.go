package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/preview"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) previewCommand() *cobra.Command {
	var kind choice
	color := whenColored()
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
			opts := []preview.Option{preview.WithWidth(a.columns(a.env.Stdout)), preview.WithColor(a.color(color.value, a.env.Stdout))}
			if ruler {
				opts = append(opts, preview.WithRuler())
			}
			_, err = io.WriteString(a.env.Stdout, preview.Draw(r, opts...))
			return err
		},
	}
	kindFlag(cmd, &kind)
	cmd.Flags().BoolVar(&ruler, "ruler", false, "show a ruler of UTF-16 code units below each text, with the decorations' ranges")
	choiceFlag(cmd, &color, "color", colorUsage)
	return cmd
}
