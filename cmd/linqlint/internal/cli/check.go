package cli

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [flags] PATH…",
		Short: "Check payloads (the default command)",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && !a.flags.byGit() {
				return usagef("check requires a file, a folder, a glob or -")
			}
			return nil
		},
		RunE:              func(_ *cobra.Command, args []string) error { return a.check(args) },
		ValidArgsFunction: completePaths,
	}
	a.flags.addTo(cmd)
	return cmd
}

// check runs the linter over the arguments, once or whenever they change.
func (a *app) check(args []string) error {
	if len(args) == 0 {
		args = []string{"."}
	}
	ctx, stop := a.checkContext(args)
	defer stop()
	if a.flags.watch {
		return a.watch(ctx, a.flags, args)
	}
	return a.checkOnce(ctx, a.flags, args)
}

// checkContext returns the context of a check, which a signal ends.
func (a *app) checkContext(args []string) (context.Context, context.CancelFunc) {
	if a.flags.fix || a.flags.watch || len(a.flags.writtenFiles()) > 0 || slices.Contains(args, source.Stdin) {
		return untilSignal()
	}
	return untilLateSignal()
}

func (a *app) checkOnce(ctx context.Context, flags *checkFlags, args []string) error {
	o, err := a.options(flags, args)
	if err != nil {
		return err
	}
	done, err := a.byGitOnly(ctx, flags, &o)
	if err != nil {
		return err
	}
	defer done()
	p, err := a.prepare(flags, &o)
	if err != nil {
		return err
	}
	out, err := lint.Run(ctx, o)
	// The partition is complete even if the report could not be written.
	if closed := a.closePartition(flags, o.Partition); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	a.conclude(flags, &o, p, &out)
	return nil
}

// prepare sets the policy and the outputs of a run. Everything that can be
// refused is refused before a file is opened.
func (a *app) prepare(flags *checkFlags, o *lint.Options) (*policy, error) {
	specs, err := flags.reportSpecs()
	if err != nil {
		return nil, err
	}
	settings, err := a.newConfigs(flags, o)
	if err != nil {
		return nil, err
	}
	p := settings.apply(o)
	if p.accepted, err = a.baseline(flags); err != nil {
		return nil, err
	}
	if err := a.checkOutputConflicts(flags.writtenFiles(), flags, o); err != nil {
		return nil, err
	}
	if err := flags.checkCampaign(o); err != nil {
		return nil, err
	}
	if err := a.openOutputs(flags, specs, o); err != nil {
		return nil, err
	}
	p.line = a.progress(flags, o)
	return p, nil
}

// conclude prints what follows the report, and sets the exit code.
func (a *app) conclude(flags *checkFlags, o *lint.Options, p *policy, out *lint.Outcome) {
	a.sayUnfinished(flags, out)
	out.Found[validate.SeverityWarning] += p.stale(out)
	if !flags.quiet {
		p.accepted.report(a, out)
	}
	if o.Fix == lint.FixDiff && !flags.quiet {
		a.diffSummary(out)
	}
	if flags.timing {
		a.timing(out)
	}
	switch {
	case p.broken:
		a.exit = ExitUsage
	case out.Failed:
		a.exit = ExitFailure
	case out.Fails(o.FailOn), flags.diff && out.Changed > 0:
		a.exit = ExitProblems
	}
}

// sayUnfinished prints where an interrupted run can be resumed, and that a run
// checked nothing. The text format has both in its summary.
func (a *app) sayUnfinished(flags *checkFlags, out *lint.Outcome) {
	if !flags.quiet && !flags.diff && slices.Contains(flags.formats, "text") {
		return
	}
	switch {
	case out.Stopped.Early():
		a.say("%s", out.Stopped.String())
	case out.Unchecked > out.Notes && !flags.quiet:
		a.say("%s not checked (--severity note names them)", report.Plural(out.Unchecked, "request"))
	case out.Checked == 0 && out.Skipped > 0 && !flags.quiet:
		a.say("nothing was checked; %s", out.SkippedText())
	}
}

// timing prints how much was checked in what time.
func (a *app) timing(out *lint.Outcome) {
	seconds := max(out.Elapsed.Seconds(), 1e-6)
	a.say("%s, %s, %s in %s: %s/s, %.0f bodies/s",
		report.Plural(out.Files, "file"), report.Plural(out.Bodies, "body"), source.FormatSize(out.Bytes),
		out.Elapsed.Round(time.Microsecond), source.FormatSize(int64(float64(out.Bytes)/seconds)), float64(out.Bodies)/seconds)
}

// stdinName returns the path that standard input is reported as.
func (f *checkFlags) stdinName() string { return cmp.Or(f.stdinFilename, "<stdin>") }

// options returns the options of a run.
func (a *app) options(flags *checkFlags, args []string) (lint.Options, error) {
	o := lint.Options{
		Args:      args,
		Finder:    source.Finder{Exclude: flags.exclude, NoIgnore: flags.noIgnore},
		Stdin:     a.env.Stdin,
		StdinName: flags.stdinName(),
		Root:      a.roots().git,
		Max:       flags.max.value,
		MaxSize:   int64(flags.maxSize),
		Offset:    flags.offset.value,
		Sample:    flags.sample.value,
	}
	for _, u := range flags.unique.values {
		o.Unique = append(o.Unique, lint.Unique(u))
	}
	o.Format, _ = source.ParseFormat(flags.input.value)
	o.Severity, _ = validate.ParseSeverity(flags.severity.value)
	o.FailOn = validate.SeverityOff
	if flags.failOn.value != "never" {
		o.FailOn, _ = validate.ParseSeverity(flags.failOn.value)
	}
	if err := flags.setFixes(&o, args); err != nil {
		return o, err
	}
	for _, glob := range flags.exclude {
		if _, err := source.ParseGlob(glob); err != nil {
			return o, usagef("invalid --exclude glob %q: %v", glob, err)
		}
	}
	if flags.stdinFilename != "" && len(args) > 0 && !slices.Contains(args, source.Stdin) {
		return o, usagef("--stdin-filename requires the path -")
	}
	if stdin := slices.Index(args, source.Stdin); stdin >= 0 && slices.Contains(args[stdin+1:], source.Stdin) {
		return o, usagef("duplicate path -: standard input can be read only once")
	}
	return o, nil
}

// setFixes sets which fixes a run applies, and how.
func (f *checkFlags) setFixes(o *lint.Options, args []string) error {
	switch {
	case f.diff:
		o.Fix = lint.FixDiff
	case f.fix:
		o.Fix = lint.FixFiles
	case f.unsafeFixes:
		return usagef("--unsafe-fixes requires --fix or --diff")
	}
	o.Safety = validate.FixSafe
	if f.unsafeFixes {
		o.Safety = validate.FixAll
	}
	if f.diff && (f.summary || !slices.Equal(f.formats, []string{"text"})) {
		return usagef("--diff writes no report and cannot be combined with --format or --summary")
	}
	if f.fix && slices.Contains(args, source.Stdin) && len(args) > 1 {
		return usagef("--fix - writes the fixed body to standard output and takes no other path")
	}
	return nil
}

// openOutputs opens what a run writes: all of it, or none.
func (a *app) openOutputs(flags *checkFlags, specs []reportSpec, o *lint.Options) error {
	var files outputs
	err := a.partition(flags, o, &files)
	if err == nil {
		err = a.openReports(flags, specs, o, &files)
	}
	if err == nil {
		err = files.begin()
	}
	if err != nil {
		files.abandon()
	}
	return err
}

// openReports opens where the report goes. Standard output is for the diff or
// the fixed body if there is one; the report then goes to standard error.
func (a *app) openReports(flags *checkFlags, specs []reportSpec, o *lint.Options, files *outputs) error {
	o.Out = a.env.Stdout
	fixedToStdout := o.Fix == lint.FixFiles && slices.Contains(o.Args, source.Stdin)
	var file *os.File
	if flags.output != "" {
		open := files.openReport
		if fixedToStdout {
			open = files.open
		}
		var err error
		if file, err = open(flags.output); err != nil {
			return err
		}
		o.Out = file
	}
	reports := o.Out
	if fixedToStdout {
		reports = a.env.Stderr
	}
	var err error
	if o.Fix == lint.FixDiff {
		o.Report = report.Multi{}
		if isTerminal(o.Out) {
			o.Out = onTerminal{o.Out}
		}
	} else {
		o.Report, err = a.reports(flags, specs, reports, files)
	}
	if file != nil && err == nil {
		o.Report = report.Closing(o.Report, file)
	}
	return err
}

// validatorOptions returns the options that the flags set in every validator.
func (f *checkFlags) validatorOptions(o *lint.Options) []validate.Option {
	var opts []validate.Option
	if o.Severity == validate.SeverityNote || o.FailOn == validate.SeverityNote {
		opts = append(opts, validate.WithNotes())
	}
	if f.newChat {
		opts = append(opts, validate.WithNewChat())
	}
	if f.service.value != "" {
		opts = append(opts, validate.WithService(validate.Service(f.service.value)))
	}
	for _, ov := range f.overrides {
		opts = append(opts, validate.WithSeverity(ov.selector, ov.severity))
	}
	return opts
}

// warn prints what is wrong with a file.
func (a *app) warn(path, message string) { a.say("%s: %s", path, message) }

// say prints a line on standard error. Control characters are made visible,
// since arguments may come from a payload.
func (a *app) say(format string, args ...any) {
	fmt.Fprintf(a.env.Stderr, "linqlint: %s\n", wire.Visible(fmt.Sprintf(format, args...)))
}

// diffSummary prints how much a diff changes. Standard output is for the diff.
func (a *app) diffSummary(out *lint.Outcome) {
	text := "nothing to fix"
	if out.Changed > 0 {
		text = "would fix " + report.Plural(out.Fixed, "problem") + " in " + report.Plural(out.Changed, "file")
	}
	if n := out.Found[validate.SeverityError] + out.Found[validate.SeverityWarning]; n > 0 {
		text += "; " + report.Plural(n, "problem") + " would remain"
	}
	a.say("%s", text)
}
