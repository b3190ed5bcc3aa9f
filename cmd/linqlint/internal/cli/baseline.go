package cli

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/baseline"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// acceptance is the effect of --baseline on a run.
type acceptance struct {
	set      *baseline.Set // nil without a baseline
	name     string
	accepted int
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
		out.hint = "create one with linqlint baseline PATH…"
		return nil, out
	}
	accepted.set, err = baseline.Parse(text, filepath.Dir(source.Absolute(flags.baseline)))
	if err != nil {
		return nil, usagef("--baseline %s: %v", flags.baseline, err)
	}
	return accepted, nil
}

// report prints how many problems were accepted, and how many in the baseline
// did not occur. The latter does not fail: the run may cover only some files.
func (c *acceptance) report(a *app, out *lint.Outcome) {
	if c.set == nil {
		return
	}
	gone := ""
	if n := c.set.Len(); n > 0 && !out.Stopped.Early() {
		gone = fmt.Sprintf("; %s in it did not occur (update it with linqlint baseline)", report.Plural(n, "problem"))
	}
	a.warn(c.name, report.Plural(c.accepted, "problem")+" accepted"+gone)
}

func (a *app) baselineCommand() *cobra.Command {
	flags := newCheckFlags()
	cmd := &cobra.Command{
		Use:   "baseline [flags] PATH…",
		Short: "Write the current problems to a file for --baseline",
		Long:  "baseline writes the current problems to a file: --output FILE, by default\n" + baseline.Name + ". A check with --baseline FILE accepts them and\nreports only new ones. Indenting a file or moving lines makes no problem new.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("baseline requires a file, a folder, a glob or -")
			}
			return nil
		},
		RunE:              func(cmd *cobra.Command, args []string) error { return a.writeBaseline(cmd, flags, args) },
		ValidArgsFunction: completePaths,
	}
	flags.addTo(cmd)
	return cmd
}

// collecting is a report writer that adds every finding to a baseline.
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

// Close does nothing.
func (c collecting) Close(*report.Summary) error { return nil }

func (a *app) writeBaseline(cmd *cobra.Command, flags *checkFlags, args []string) error {
	switch {
	case flags.fix, flags.diff, flags.baseline != "", flags.max.value > 0:
		return usagef("baseline does not take --fix, --diff, --baseline or --max")
	case flags.byGit(), flags.watch, flags.partition != "", flags.sample.value > 1, flags.offset.value > 0:
		return usagef("baseline does not take --staged, --since, --watch, --partition, --sample or --offset: it records every problem")
	case flags.summary, !slices.Equal(flags.formats, []string{"text"}):
		return usagef("baseline does not take --format or --summary")
	}
	name := cmp.Or(flags.output, baseline.Name)
	o, err := a.options(flags, args)
	if err != nil {
		return err
	}
	settings, err := a.newConfigs(flags, &o)
	if err != nil {
		return err
	}
	settings.apply(&o)
	if err := a.checkOutputConflicts([]string{name}, flags, &o); err != nil {
		return err
	}
	set := baseline.New(filepath.Dir(source.Absolute(name)))
	o.Report, o.Out = collecting{set}, a.env.Stdout
	ctx, stop := untilSignal()
	defer stop()
	out, err := lint.Run(ctx, o)
	if err != nil {
		return err
	}
	if out.Failed {
		a.exit = ExitFailure
	}
	if err := writeWhole(name, set.Append(nil)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.env.Stdout, "wrote %s to %s\n", report.Plural(set.Len(), "problem"), name)
	return err
}
