package cli

import (
	"fmt"
	"io"
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
		Short: "Run a language server (LSP) for editors on standard input and output",
		Long: "lsp runs a language server with diagnostics, quick fixes, hover, completion,\n" +
			"formatting and a preview for request bodies. An editor starts it and communicates\n" +
			"over standard input and output; see docs/editors.md.",
		Args: noArguments("lsp"),
		RunE: func(*cobra.Command, []string) error {
			ctx, stop := untilSignal()
			defer stop()
			server := lsp.New(lsp.Options{Version: version(), File: configuredFile})
			if err := server.Serve(ctx, a.stdio()); err != nil {
				return fmt.Errorf("lsp: %w", err)
			}
			return nil
		},
	}
	// Clients with several transports pass the one they use.
	cmd.Flags().Bool("stdio", true, "use standard input and output, the only transport")
	return cmd
}

// configuredFile returns what the nearest linqlint.jsonc sets for the file at a
// path. It is read each time a document is opened. An invalid one is ignored;
// opened itself, it shows its errors.
func configuredFile(file string) lsp.File {
	dir := filepath.Dir(file)
	if filepath.Base(file) == config.Name {
		return lsp.File{Check: func(text []byte) []validate.Diagnostic {
			_, found := config.Parse(file, filepath.ToSlash(dir), text)
			return found
		}}
	}
	c := nearestConfig(dir)
	if c == nil {
		return lsp.File{Keep: func(d *validate.Diagnostic) bool {
			config.ExplainKnown(d)
			return true
		}}
	}
	at := source.Absolute(file)
	kind, _ := c.Kind(at)
	_, excluded := c.Excluded(at)
	out := lsp.File{Options: c.Options(), Payload: kind != "", Ignored: excluded}
	if kind != "" {
		out.Options = append(out.Options, validate.WithKind(kind))
	}
	out.Keep = func(d *validate.Diagnostic) bool {
		config.ExplainKnown(d)
		return !c.Ignored(at, d, time.Now())
	}
	return out
}

// nearestConfig returns the config of a folder, nil if there is none or it is
// invalid.
func nearestConfig(dir string) *config.Config {
	name, ok, _ := config.Find(dir)
	if !ok {
		return nil
	}
	text, err := config.Read(name)
	if err != nil {
		return nil
	}
	c, found := config.Parse(name, filepath.ToSlash(filepath.Dir(name)), text)
	if len(found) > 0 {
		return nil
	}
	return c
}

// stdio returns standard input and output as one stream.
func (a *app) stdio() io.ReadWriteCloser { return &stdio{Reader: a.env.Stdin, Writer: a.env.Stdout} }

type stdio struct {
	io.Reader
	io.Writer
	once sync.Once
}

// Close closes standard input if possible, which ends a pending read. A server
// that takes two streams calls it twice.
func (s *stdio) Close() (err error) {
	s.once.Do(func() {
		if c, ok := s.Reader.(io.Closer); ok {
			err = c.Close()
		}
	})
	return err
}
