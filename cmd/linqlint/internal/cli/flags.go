package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// checkFlags are the flags of check and of the root command, which is check
// by its short name.
type checkFlags struct {
	kind, input, service choice
	stdinFilename        string
	exclude              []string
	noIgnore             bool
	staged, watch        bool
	since                string
	maxSize              size

	config            string
	noConfig          bool
	baseline          string
	overrides         []override
	newChat           bool
	statistics, stats bool

	formats          []string
	output           string
	severity, failOn choice
	color            choice
	max              count
	quiet            bool

	fix, unsafeFixes, diff bool

	partition string
	unique    choices
	sample    oneIn
	offset    byteOffset

	groups []flagGroup
}

// flagGroup is a heading of the help and what stands below it.
type flagGroup struct {
	title string
	set   *pflag.FlagSet
}

// defaultMaxSize is the most bytes of a body unless --max-size says otherwise.
const defaultMaxSize = 16 << 20

func newCheckFlags() *checkFlags {
	f := &checkFlags{maxSize: defaultMaxSize}
	f.kind = choice{allowed: kindNames(), word: "KIND"}
	f.input = choice{allowed: source.FormatNames(), word: "FORMAT"}
	f.service = choice{allowed: []string{string(validate.IMessage), string(validate.SMS), string(validate.RCS)}, word: "SERVICE"}
	f.severity = choice{value: "warning", allowed: []string{"note", "warning", "error"}, word: "LEVEL"}
	f.failOn = choice{value: "error", allowed: []string{"error", "warning", "note", "never"}, word: "LEVEL"}
	f.color = choice{value: "auto", allowed: []string{"auto", "always", "never"}, word: "WHEN"}
	f.unique = choices{allowed: lint.Uniques()}
	f.inputGroup()
	f.rulesGroup()
	f.reportGroup()
	f.fixGroup()
	f.campaignGroup()
	return f
}

func kindNames() []string {
	var names []string
	for _, k := range validate.Kinds() {
		names = append(names, string(k))
	}
	return names
}

func (f *checkFlags) group(title string) *pflag.FlagSet {
	set := pflag.NewFlagSet(title, pflag.ContinueOnError)
	set.SortFlags = false
	f.groups = append(f.groups, flagGroup{title, set})
	return set
}

func (f *checkFlags) inputGroup() {
	g := f.group("Input")
	g.Var(&f.kind, "kind", "what every body is, instead of detecting it")
	g.Var(&f.input, "input", "how bodies lie in every input: json (one a file), ndjson (one a line),\narray (the elements of a root array), or in requests: curl (a shell script),\nhar, http, postman; else by extension and content")
	g.StringVar(&f.stdinFilename, "stdin-filename", "", "the `PATH` that standard input is shown as, and whose extension counts")
	g.StringArrayVar(&f.exclude, "exclude", nil, "leave out of walks what this `GLOB` fits; repeatable")
	g.StringVar(&f.config, "config", "", "use this `FILE` instead of the nearest linqlint.jsonc upwards from each file")
	g.BoolVar(&f.noConfig, "no-config", false, "use no linqlint.jsonc")
	g.BoolVar(&f.noIgnore, "no-ignore", false, "walk into hidden folders, node_modules and what .gitignore names")
	g.Var(&f.maxSize, "max-size", "the largest body that is read")
	g.BoolVar(&f.staged, "staged", false, "what is about to be committed, as it will be (git); PATH may be left out")
	g.StringVar(&f.since, "since", "", "only files that changed since the branch left this `COMMIT`, and new ones (git)")
	g.BoolVar(&f.watch, "watch", false, "check again whenever a file changes, until interrupted")
}

func (f *checkFlags) rulesGroup() {
	g := f.group("Rules (SELECTOR is an id, a family such as decoration-*, or *; the last one that fits wins)")
	for _, o := range []struct {
		name, usage string
		severity    validate.Severity
	}{
		{"error", "report these as errors; repeatable, as the next three are", validate.Error},
		{"warn", "report these as warnings", validate.Warning},
		{"note", "report these as notes", validate.Note},
		{"off", "do not report these", validate.Off},
	} {
		g.Var(overrideFlag{&f.overrides, o.severity}, o.name, o.usage)
	}
	g.BoolVar(&f.newChat, "new-chat", false, "take every chats.create for the first message to its recipients")
	g.Var(&f.service, "service", "judge as if this were the preferred_service: iMessage, SMS or RCS")
}

func (f *checkFlags) reportGroup() {
	g := f.group("Report")
	g.StringArrayVar(&f.formats, "format", []string{"text"}, "`FORMAT` or FORMAT=FILE; repeatable; one may go to standard output:\n"+foldList(formatNames(), 60))
	g.StringVar(&f.output, "output", "", "write what goes to standard output to this `FILE`")
	g.Var(&f.severity, "severity", "the least severity shown: note, warning or error")
	g.Var(&f.failOn, "fail-on", "the least severity that makes the exit code 1: error, warning, note or\nnever")
	g.StringVar(&f.baseline, "baseline", "", "accept the problems of this `FILE`, which linqlint baseline writes")
	g.Var(&f.max, "max", "show at most this many problems in the whole run")
	g.BoolVarP(&f.quiet, "quiet", "q", false, "problems only: no summary")
	g.BoolVar(&f.statistics, "statistics", false, "counts by rule in place of the problems (with --format text)")
	g.BoolVar(&f.stats, "stats", false, "say how much was judged in what time, on standard error")
	g.Var(&f.color, "color", "colours: auto, always or never; NO_COLOR and FORCE_COLOR count for auto")
}

func (f *checkFlags) fixGroup() {
	g := f.group("Fixes")
	g.BoolVar(&f.fix, "fix", false, "apply the fixes that keep the message the same; - goes to standard output")
	g.BoolVar(&f.unsafeFixes, "unsafe-fixes", false, "with --fix or --diff: also those that guess what was meant")
	g.BoolVar(&f.diff, "diff", false, "show what --fix would change and change nothing; exit 1 if it would")
}

func (f *checkFlags) campaignGroup() {
	g := f.group("Campaigns (newline-delimited files of any size, also .gz and .zst)")
	g.StringVar(&f.partition, "partition", "", "write the bodies to clean.ndjson and rejected.ndjson in this `FOLDER`; what\n--fail-on names is rejected, with its findings")
	g.Var(&f.unique, "unique", "report what occurs in two bodies: idempotency-key or recipient; repeatable")
	g.Var(&f.sample, "sample", "judge one line in N")
	g.Var(&f.offset, "offset", "begin at this byte of the one file, as the summary of an interrupted run says")
}

// foldList writes "a, b or c" on lines of at most width bytes.
func foldList(names []string, width int) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(orList(names)) {
		if column > 0 && column+1+len(word) > width {
			b.WriteByte('\n')
			column = 0
		} else if column > 0 {
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}

// addTo gives a command the flags.
func (f *checkFlags) addTo(cmd *cobra.Command) {
	cmd.Flags().SortFlags = false
	for _, g := range f.groups {
		cmd.Flags().AddFlagSet(g.set)
	}
	for name, values := range map[string][]string{
		"kind": f.kind.allowed, "input": f.input.allowed, "service": f.service.allowed, "severity": f.severity.allowed,
		"fail-on": f.failOn.allowed, "unique": f.unique.allowed, "color": f.color.allowed, "format": formatNames(),
	} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
	for _, name := range []string{"error", "warn", "note", "off"} {
		_ = cmd.RegisterFlagCompletionFunc(name, completeRules(rules.Configurable))
	}
}

// completeRules completes what choose says that rules are.
func completeRules(choose func(selector string) []string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return selectors(choose), cobra.ShellCompDirectiveNoFileComp
	}
}
