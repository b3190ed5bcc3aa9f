package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/mcp"
)

func (a *app) mcpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp",
		Short: "Run a tool server (MCP) on standard input and output",
		Long: "mcp runs a server of the Model Context Protocol with the tools lint, fix, explain,\n" +
			"build and forecast. A client starts it and communicates over standard input and\n" +
			"output. The tools read and write no files.",
		Args: noArguments("mcp"),
		RunE: func(*cobra.Command, []string) error {
			ctx, stop := untilSignal()
			defer stop()
			stream := a.stdio()
			if err := mcp.Serve(ctx, version(), stream, stream); err != nil && ctx.Err() == nil {
				return fmt.Errorf("mcp: %w", err)
			}
			return nil
		},
	}
}
