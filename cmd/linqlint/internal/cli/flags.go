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

// checkFlags are the flags of check and of the root command, which runs check.
type checkFlags struct {
	kind, input, service choice
	stdinFilename        string
	exclude              []string
	noIgnore             bool
	staged, watch        bool
	since                string
	maxSize              size

	config          string
	noConfig        bool
	baseline        string
	overrides       []override
	newChat         bool
	summary, timing bool

	formats          []string
	output           string
	severity, failOn choice
	color            choice
	max              number[int] // 0: no limit
	quiet            bool

	fix, unsafeFixes, diff bool

	partition string
	unique    choices
	sample    number[int] // 0: every line
	offset    number[int64]

	groups []flagGroup
}

// flagGroup is a heading of the help and the flags below it.
type flagGroup struct {
	title string
	set   *pflag.FlagSet
}

// defaultMaxSize is the default of --max-size, in bytes.
const defaultMaxSize = 16 << 20

func newCheckFlags() *checkFlags {
	f := &checkFlags{maxSize: defaultMaxSize}
	f.kind = anyKind()
	f.input = choice{allowed: source.FormatNames(), word: "FORMAT"}
	f.service = choice{allowed: []string{string(validate.ServiceIMessage), string(validate.ServiceSMS), string(validate.ServiceRCS)}, word: "SERVICE"}
	f.severity = choice{value: "warning", allowed: []string{"note", "warning", "error"}, word: "LEVEL"}
	f.failOn = choice{value: "error", allowed: []string{"error", "warning", "note", "never"}, word: "LEVEL"}
	f.color = whenColored()
	f.max.must = "must be a number; 0 means no limit"
	f.sample.least, f.sample.must = 1, "must be a number from 1"
	f.offset.must = "must be a number of bytes from 0"
	f.unique = choices{allowed: lint.Uniques()}
	f.inputGroup()
	f.rulesGroup()
	f.reportGroup()
	f.fixGroup()
	f.campaignGroup()
	return f
}

func (f *checkFlags) group(title string) *pflag.FlagSet {
	set := pflag.NewFlagSet(title, pflag.ContinueOnError)
	set.SortFlags = false
	f.groups = append(f.groups, flagGroup{title, set})
	return set
}

func (f *checkFlags) inputGroup() {
	g := f.group("Input")
	g.Var(&f.kind, "kind", "the kind of every body, instead of detecting it")
	g.Var(&f.input, "input", "the format of every input: json (one body), ndjson (one body per line), array\n(the elements of a root array), or requests in curl (a shell script), har,\nhttp or postman; default: by extension and content")
	g.StringVar(&f.stdinFilename, "stdin-filename", "", "report standard input as this `PATH`, and use its extension")
	g.StringArrayVar(&f.exclude, "exclude", nil, "skip files and folders that match this `GLOB` in walks; repeatable")
	g.StringVar(&f.config, "config", "", "use this `FILE` instead of the nearest linqlint.jsonc above each file")
	g.BoolVar(&f.noConfig, "no-config", false, "ignore linqlint.jsonc files")
	g.BoolVar(&f.noIgnore, "no-ignore", false, "also walk hidden folders, node_modules and what .gitignore excludes")
	g.Var(&f.maxSize, "max-size", "the largest body to read")
	g.BoolVar(&f.staged, "staged", false, "check what is staged in Git; PATH is optional")
	g.StringVar(&f.since, "since", "", "check only files that changed since the merge base with this `COMMIT` in Git")
	g.BoolVar(&f.watch, "watch", false, "check again whenever a file changes, until interrupted")
}

func (f *checkFlags) rulesGroup() {
	g := f.group("Rules (SELECTOR is an id, a family such as decoration-*, or *; the last match wins)")
	for _, o := range []struct {
		name, usage string
		severity    validate.Severity
	}{
		{"error", "report matching rules as errors; repeatable, like the next three", validate.SeverityError},
		{"warn", "report matching rules as warnings", validate.SeverityWarning},
		{"note", "report matching rules as notes", validate.SeverityNote},
		{"off", "do not report matching rules", validate.SeverityOff},
	} {
		g.Var(overrideFlag{&f.overrides, o.severity}, o.name, o.usage)
	}
	g.BoolVar(&f.newChat, "new-chat", false, "assume that every chats.create is the first message to its recipients")
	g.Var(&f.service, "service", "assume this preferred_service: iMessage, SMS or RCS")
}

func (f *checkFlags) reportGroup() {
	g := f.group("Report")
	g.StringArrayVar(&f.formats, "format", []string{"text"}, "`FORMAT` or FORMAT=FILE; repeatable; without FILE it goes to standard output:\n"+foldList(formatNames(), 60))
	g.StringVar(&f.output, "output", "", "write to this `FILE` instead of standard output")
	g.Var(&f.severity, "severity", "the lowest severity to show: note, warning or error")
	g.Var(&f.failOn, "fail-on", "exit with code 1 at this severity or above: error, warning, note or never")
	g.StringVar(&f.baseline, "baseline", "", "accept the problems in this `FILE`, written by linqlint baseline")
	g.Var(&f.max, "max", "show at most this many problems; 0 means no limit")
	g.BoolVarP(&f.quiet, "quiet", "q", false, "print problems only, without a summary")
	g.BoolVar(&f.summary, "summary", false, "print the number of problems per rule instead of each problem")
	g.BoolVar(&f.timing, "timing", false, "print the size, time and speed of the run to standard error")
	g.Var(&f.color, "color", colorUsage)
}

func (f *checkFlags) fixGroup() {
	g := f.group("Fixes")
	g.BoolVar(&f.fix, "fix", false, "apply safe fixes to files; with -, write the fixed body to standard output")
	g.BoolVar(&f.unsafeFixes, "unsafe-fixes", false, "with --fix or --diff, also apply fixes that guess the intent")
	g.BoolVar(&f.diff, "diff", false, "print what --fix would change, without changing it; exit 1 if anything")
}

func (f *checkFlags) campaignGroup() {
	g := f.group("Campaigns (newline-delimited files of any size, also .gz and .zst)")
	g.StringVar(&f.partition, "partition", "", "write bodies to clean.ndjson and rejected.ndjson in this `FOLDER`; bodies with\nproblems at or above --fail-on are rejected")
	g.Var(&f.unique, "unique", "report values that occur in more than one body: idempotency-key or recipient;\nrepeatable")
	g.Var(&f.sample, "sample", "check one line in N")
	g.Var(&f.offset, "offset", "start at this byte of the file, as printed by an interrupted run")
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

// addTo adds the flags to a command.
func (f *checkFlags) addTo(cmd *cobra.Command) {
	cmd.Flags().SortFlags = false
	for _, g := range f.groups {
		cmd.Flags().AddFlagSet(g.set)
	}
	for name, values := range map[string][]string{
		"kind": f.kind.allowed, "input": f.input.allowed, "service": f.service.allowed, "severity": f.severity.allowed,
		"fail-on": f.failOn.allowed, "unique": f.unique.allowed, "color": f.color.allowed, "format": formatNames(),
	} {
		completeNames(cmd, name, values)
	}
	for _, name := range []string{"error", "warn", "note", "off"} {
		_ = cmd.RegisterFlagCompletionFunc(name, completeRules(rules.Configurable))
	}
}

// completeRules completes the selectors of the rules that choose returns.
func completeRules(choose func(selector string) []string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return selectors(choose), cobra.ShellCompDirectiveNoFileComp
	}
}
