package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) checkCommand(flags *checkFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [flags] PATH…",
		Short: "Check payloads (what linqlint does without a command)",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && !flags.byGit() {
				return usagef("check needs a file, a folder, a glob or -")
			}
			return nil
		},
		RunE:              func(cmd *cobra.Command, args []string) error { return a.check(cmd, flags, args) },
		ValidArgsFunction: completePaths,
	}
	flags.addTo(cmd)
	return cmd
}

// check runs the linter over the arguments, once or whenever they change.
func (a *app) check(cmd *cobra.Command, flags *checkFlags, args []string) error {
	if len(args) == 0 {
		args = []string{"."}
	}
	if flags.watch {
		return a.watch(cmd, flags, args)
	}
	return a.checkOnce(cmd, flags, args)
}

func (a *app) checkOnce(cmd *cobra.Command, flags *checkFlags, args []string) error {
	o, err := a.options(flags, args)
	if err != nil {
		return err
	}
	settings, err := a.newConfigs(flags, &o)
	if err != nil {
		return err
	}
	policy := settings.apply(&o)
	done, err := a.byGitOnly(cmd.Context(), flags, &o)
	if err != nil {
		return err
	}
	defer done()
	accepted, err := a.baseline(flags)
	if err != nil {
		return err
	}
	policy.accepted = accepted
	if err := a.protect(flags.writtenFiles(), flags, &o); err != nil {
		return err
	}
	if err := a.campaign(flags, &o); err != nil {
		return err
	}
	if err := a.outputs(flags, &o, slices.Contains(args, source.Stdin)); err != nil {
		return err
	}
	policy.bar = a.progress(flags, &o)
	out, err := lint.Run(cmd.Context(), o)
	// What was sorted is written even if the report of it could not be.
	if closed := a.closePartition(flags, o.Partition); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	a.sayUnfinished(flags, &out)
	out.Found[validate.Warning] += settings.stale(&out)
	if !flags.quiet {
		accepted.report(a, &out)
	}
	if o.Fix == lint.FixDiff && !flags.quiet {
		a.diffSummary(&out)
	}
	if flags.stats {
		a.stats(&out)
	}
	switch {
	case settings.broken:
		a.exit = ExitUsage
	case out.Failed:
		a.exit = ExitTrouble
	case out.Fails(o.FailOn), flags.diff && out.Changed > 0:
		a.exit = ExitProblems
	}
	return nil
}

// sayUnfinished says where an interrupted run can go on, and that a run judged
// nothing, which a report without findings would hide. The text format does so
// in its summary; the others are not read while one waits.
func (a *app) sayUnfinished(flags *checkFlags, out *lint.Outcome) {
	if !flags.quiet && !flags.diff && slices.Contains(flags.formats, "text") {
		return
	}
	switch {
	case out.Stopped.Early():
		a.say("%s", out.Stopped.String())
	case out.Checked == 0 && out.Skipped > 0 && !flags.quiet:
		a.say("nothing was checked; %s without payloads passed over", report.Plural(out.Skipped, "file"))
	}
}

// stats says how much was judged in what time.
func (a *app) stats(out *lint.Outcome) {
	seconds := max(out.Elapsed.Seconds(), 1e-6)
	a.say("%s, %s, %s in %s: %s/s, %.0f bodies/s",
		report.Plural(out.Files, "file"), report.Plural(out.Bodies, "body"), source.FormatSize(out.Bytes),
		out.Elapsed.Round(time.Microsecond), source.FormatSize(int64(float64(out.Bytes)/seconds)), float64(out.Bodies)/seconds)
}

// options turns the flags into what a run needs.
func (a *app) options(flags *checkFlags, args []string) (lint.Options, error) {
	o := lint.Options{
		Args:      args,
		Finder:    source.Finder{Exclude: flags.exclude, NoIgnore: flags.noIgnore},
		Stdin:     a.env.Stdin,
		StdinName: cmp.Or(flags.stdinFilename, "<stdin>"),
		Max:       int(flags.max),
		MaxSize:   int64(flags.maxSize),
		Offset:    int64(flags.offset),
		Sample:    int(flags.sample),
	}
	for _, u := range flags.unique.values {
		o.Unique = append(o.Unique, lint.Unique(u))
	}
	o.Format, _ = source.ParseFormat(flags.input.value)
	o.Severity, _ = validate.ParseSeverity(flags.severity.value)
	o.FailOn = validate.Off
	if flags.failOn.value != "never" {
		o.FailOn, _ = validate.ParseSeverity(flags.failOn.value)
	}
	if err := flags.mending(&o, args); err != nil {
		return o, err
	}
	for _, glob := range flags.exclude {
		if !doublestar.ValidatePattern(glob) {
			return o, usagef("--exclude %q is a malformed glob", glob)
		}
	}
	if flags.stdinFilename != "" && len(args) > 0 && !slices.Contains(args, source.Stdin) {
		return o, usagef("--stdin-filename names standard input, which is not read without -")
	}
	if stdin := slices.Index(args, source.Stdin); stdin >= 0 && slices.Contains(args[stdin+1:], source.Stdin) {
		return o, usagef("- is given twice, and standard input can be read once")
	}
	return o, nil
}

// mending settles what happens with fixes.
func (f *checkFlags) mending(o *lint.Options, args []string) error {
	switch {
	case f.diff:
		o.Fix = lint.FixDiff
	case f.fix:
		o.Fix = lint.FixFiles
	case f.unsafeFixes:
		return usagef("--unsafe-fixes says which fixes --fix or --diff take; give one of them too")
	}
	o.Safety = validate.SafeOnly
	if f.unsafeFixes {
		o.Safety = validate.WithUnsafe
	}
	if f.diff && (f.statistics || !slices.Equal(f.formats, []string{"text"})) {
		return usagef("--diff shows changes and no report, and takes neither --format nor --statistics")
	}
	if f.fix && slices.Contains(args, source.Stdin) && len(args) > 1 {
		return usagef("--fix - writes the fixed body to standard output and takes no other path")
	}
	return nil
}

// outputs opens where the report goes. Standard output is for the diff or for
// the fixed body where there is one; the report then goes to standard error.
func (a *app) outputs(flags *checkFlags, o *lint.Options, stdin bool) error {
	o.Out = a.env.Stdout
	var file io.Closer
	if flags.output != "" {
		create := createReport
		if o.Fix == lint.FixFiles && stdin {
			create = createFile // for the fixed body
		}
		f, err := create(flags.output)
		if err != nil {
			return err
		}
		o.Out, file = f, f
	}
	reports := o.Out
	if o.Fix == lint.FixFiles && stdin {
		reports = a.env.Stderr
	}
	var err error
	if o.Fix == lint.FixDiff {
		o.Report = report.Multi{}
		if isTerminal(o.Out) {
			o.Out = onTerminal{o.Out}
		}
	} else {
		o.Report, err = a.reports(flags, reports)
	}
	if file != nil && err == nil {
		o.Report = report.Closing(o.Report, file)
	}
	return err
}

// validatorOptions returns what the flags say to every validator.
func (f *checkFlags) validatorOptions(o *lint.Options) []validate.Option {
	var opts []validate.Option
	if o.Severity == validate.Note || o.FailOn == validate.Note {
		opts = append(opts, validate.WithNotes())
	}
	if f.newChat {
		opts = append(opts, validate.AssumeNewChat())
	}
	if f.service.value != "" {
		opts = append(opts, validate.AssumeService(validate.Service(f.service.value)))
	}
	for _, ov := range f.overrides {
		opts = append(opts, validate.WithSeverity(ov.selector, ov.severity))
	}
	return opts
}

// troubleLine says what is the matter with a file.
func (a *app) troubleLine(path, message string) { a.say("%s: %s", path, message) }

// say prints a line on standard error. What it quotes may come from a payload
// and must stay on this line.
func (a *app) say(format string, args ...any) {
	fmt.Fprintf(a.env.Stderr, "linqlint: %s\n", report.Visible(fmt.Sprintf(format, args...)))
}

// diffSummary says what a diff comes to, beside it and not in it.
func (a *app) diffSummary(out *lint.Outcome) {
	parts := []string{"nothing to mend"}
	if out.Changed > 0 {
		parts[0] = "would mend " + report.Plural(out.Fixed, "problem") + " in " + report.Plural(out.Changed, "file")
	}
	remaining := out.Found[validate.Error] + out.Found[validate.Warning]
	if remaining > 0 {
		parts = append(parts, report.Plural(remaining, "problem")+" would remain")
	}
	a.say("%s", strings.Join(parts, "; "))
}
