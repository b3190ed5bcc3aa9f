package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/mcp"
)

func (a *app) mcpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp",
		Short: "Serve tools: the Model Context Protocol on standard input and output",
		Long: "mcp is a server of the Model Context Protocol with the tools lint, fix, explain,\n" +
			"build and forecast. A client starts it and talks to it over standard input and output;\n" +
			"it reads and writes nothing else.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("mcp takes no argument")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			stream := a.stdio()
			if err := mcp.Serve(cmd.Context(), version(), stream, stream); err != nil && cmd.Context().Err() == nil {
				return fmt.Errorf("mcp: %w", err)
			}
			return nil
		},
	}
}
