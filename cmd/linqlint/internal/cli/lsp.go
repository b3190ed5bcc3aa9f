package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/config"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lsp"
	"github.com/linqlint/linqlint/validate"
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
			server := lsp.New(lsp.Options{Version: version(), File: configuredFile})
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

// configuredFile tells what the nearest linqlint.jsonc says of the file at a
// path. It is read each time: an editor asks when it opens a document. A wrong
// one holds for nothing; opened itself, it shows what is wrong.
func configuredFile(file string) lsp.File {
	dir := filepath.Dir(file)
	if filepath.Base(file) == config.Name {
		return lsp.File{Check: func(text []byte) []validate.Diagnostic {
			_, found := config.Parse(file, filepath.ToSlash(dir), text)
			return found
		}}
	}
	name, ok := config.Find(dir)
	if !ok {
		return lsp.File{}
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return lsp.File{}
	}
	c, found := config.Parse(name, filepath.ToSlash(filepath.Dir(name)), text)
	if len(found) > 0 {
		return lsp.File{}
	}
	at := source.Absolute(file)
	kind, _ := c.Kind(at)
	_, excluded := c.Excluded(at)
	out := lsp.File{Options: c.Options(), Payload: kind != "", Ignored: excluded}
	if kind != "" {
		out.Options = append(out.Options, validate.WithKind(kind))
	}
	out.Keep = func(d *validate.Diagnostic) bool { return !c.Ignored(at, d, time.Now()) }
	return out
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
