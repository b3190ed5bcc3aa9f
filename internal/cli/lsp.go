package cli

import (
	"fmt"
	"io"
	"sync"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/internal/lsp"
)

func (a *app) lspCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Serve editors: the Language Server Protocol on standard input and output",
		Long: "lsp is a language server: diagnostics, quick fixes, hover, completion, formatting\n" +
			"and a preview for request bodies in JSON and NDJSON files. An editor starts it and\n" +
			"talks to it over standard input and output; docs/editors.md says how to set one up.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("lsp takes no argument")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			server := lsp.New(lsp.Options{Version: version()})
			if err := server.Serve(cmd.Context(), a.stdio()); err != nil {
				return fmt.Errorf("lsp: %w", err)
			}
			return nil
		},
	}
	// Clients that know several transports name the one they use.
	cmd.Flags().Bool("stdio", true, "use standard input and output, the one transport")
	return cmd
}

// stdio is standard input and output as one stream.
func (a *app) stdio() io.ReadWriteCloser { return &stdio{Reader: a.env.Stdin, Writer: a.env.Stdout} }

type stdio struct {
	io.Reader
	io.Writer
	once sync.Once
}

// Close closes standard input where it can be closed, so that a read of it
// ends. A server that takes the two as two streams closes it twice.
func (s *stdio) Close() (err error) {
	s.once.Do(func() {
		if c, ok := s.Reader.(io.Closer); ok {
			err = c.Close()
		}
	})
	return err
}
