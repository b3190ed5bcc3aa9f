package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/baseline"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// acceptance is what --baseline does in a run.
type acceptance struct {
	set  *baseline.Set // nil: no baseline
	name string
	took int
}

// baseline reads the file of --baseline.
func (a *app) baseline(flags *checkFlags) (*acceptance, error) {
	accepted := &acceptance{name: flags.baseline}
	if flags.baseline == "" {
		return accepted, nil
	}
	text, err := readWhole(flags.baseline, maxSize)
	if err != nil {
		out := usagef("--baseline %s: %s", flags.baseline, source.ErrorText(err))
		out.hint = "linqlint baseline PATH… writes one"
		return nil, out
	}
	accepted.set, err = baseline.Parse(text, filepath.Dir(source.Absolute(flags.baseline)))
	if err != nil {
		return nil, usagef("--baseline %s: %v", flags.baseline, err)
	}
	return accepted, nil
}

// report says how many findings were accepted, and how many accepted ones are
// gone by now. A run over less than everything cannot tell the latter, so it is
// said and nothing more.
func (c *acceptance) report(a *app, out *lint.Outcome) {
	if c.set == nil {
		return
	}
	gone := ""
	if n := c.set.Len(); n > 0 && !out.Stopped.Early() {
		gone = fmt.Sprintf("; %s of it did not occur (linqlint baseline writes it anew)", report.Plural(n, "problem"))
	}
	a.troubleLine(c.name, report.Plural(c.took, "problem")+" accepted"+gone)
}

func (a *app) baselineCommand() *cobra.Command {
	flags := newCheckFlags()
	cmd := &cobra.Command{
		Use:   "baseline [flags] PATH…",
		Short: "Accept today's problems: write a file for --baseline",
		Long:  "baseline writes today's problems to a file (--output FILE, else\n" + baseline.Name + "). A check with --baseline FILE accepts them and\nreports only new ones; neither re-indenting nor moved lines make one new.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("baseline needs a file, a folder, a glob or -")
			}
			return nil
		},
		RunE:              func(cmd *cobra.Command, args []string) error { return a.writeBaseline(cmd, flags, args) },
		ValidArgsFunction: completePaths,
	}
	flags.addTo(cmd)
	return cmd
}

// collecting is a report that puts every finding into a baseline.
type collecting struct{ set *baseline.Set }

// Batch adds the findings of b.
func (c collecting) Batch(b *report.Batch) error {
	for i := range b.Findings {
		c.set.Add(b, &b.Findings[i])
	}
	return nil
}

// Flush does nothing: the baseline is written at the end.
func (c collecting) Flush() error { return nil }

// Close ends the report.
func (c collecting) Close(*report.Summary) error { return nil }

func (a *app) writeBaseline(cmd *cobra.Command, flags *checkFlags, args []string) error {
	switch {
	case flags.fix, flags.diff, flags.baseline != "", flags.max > 0:
		return usagef("baseline takes no --fix, --diff, --baseline or --max")
	case flags.byGit(), flags.watch, flags.partition != "", flags.sample > 1, flags.offset > 0:
		return usagef("baseline takes all that is in its files, and no --staged, --since, --watch, --partition, --sample or --offset")
	}
	name := flags.output
	if name == "" {
		name = baseline.Name
	}
	o, err := a.options(flags, args)
	if err != nil {
		return err
	}
	settings, err := a.newConfigs(flags, &o)
	if err != nil {
		return err
	}
	settings.apply(&o)
	if err := a.protect([]string{name}, flags, &o); err != nil {
		return err
	}
	set := baseline.New(filepath.Dir(source.Absolute(name)))
	o.Report, o.Out = collecting{set}, a.env.Stdout
	out, err := lint.Run(cmd.Context(), o)
	if err != nil {
		return err
	}
	if out.Failed {
		a.exit = ExitTrouble
	}
	if err := writeWhole(name, set.Append(nil)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.env.Stdout, "%s written to %s\n", report.Plural(set.Len(), "problem"), name)
	return err
}
