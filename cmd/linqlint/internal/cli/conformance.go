package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/conformance"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/rules"
)

// tokenVariable is the environment variable with the API key, as in the vendor's
// SDKs.
const tokenVariable = "LINQ_API_V3_API_KEY"

func (a *app) conformanceCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "conformance",
		Short: "Compare the rules with the real API",
		Long: "conformance sends bodies that the API is documented to reject, to a recipient of\n" +
			"your own, and records what it responds: see linqlint conformance run --help.",
		Args: noArguments("conformance"),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.conformanceRunCommand(), a.conformanceReportCommand())
	return cmd
}

// conformanceFlags are the flags of conformance run.
type conformanceFlags struct {
	send                             bool
	baseURL, to, from, observer, out string
	interval                         time.Duration
	includeValid                     bool
	rules                            []string
}

func (a *app) conformanceRunCommand() *cobra.Command {
	var f conformanceFlags
	cmd := &cobra.Command{
		Use:   "run [flags] --to HANDLE",
		Short: "Send the rules' bad examples to the API, or print what would be sent",
		Long: "run prints the bad examples of the rules that Linq's documentation states, as they\n" +
			"would be sent, and the examples that are not run. With --send, it sends them one at\n" +
			"a time, with the API key in " + tokenVariable + ", prints a table of the responses\n" +
			"and writes them to a file without handles and phone numbers. Each body has --to as\n" +
			"its only recipient. A message that the API accepts is delivered: use a handle of\n" +
			"your own. The exit code is 1 if a response is not what the rules say.",
		Example: "  linqlint conformance run --to +12025550123\n  linqlint conformance run --to +12025550123 --send",
		Args:    noArguments("run"),
		RunE:    func(*cobra.Command, []string) error { return a.conformanceRun(f) },
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.send, "send", false, "send the requests; without it, print them")
	flags.StringVar(&f.to, "to", "", "the only recipient, a `HANDLE` of your own: an E.164 number or email address; required")
	flags.StringVar(&f.from, "from", "", "a `NUMBER` (E.164) of the account, for examples that create a chat")
	flags.StringVar(&f.baseURL, "base-url", api.BaseURL, "the `URL` that the paths are below; https, or a host on this machine")
	flags.DurationVar(&f.interval, "interval", time.Second, "the `TIME` between two requests; at least 100ms off this machine")
	flags.StringArrayVar(&f.rules, "rule", nil, "run only the examples of this `RULE` or family such as parts-*; repeatable")
	flags.BoolVar(&f.includeValid, "include-valid", false, "also send the good examples: each is delivered to --to")
	flags.StringVar(&f.observer, "observer", "unnamed", "your `NAME`, for the record")
	flags.StringVar(&f.out, "output", "conformance.json", "write the record to this new `FILE`")
	_ = cmd.RegisterFlagCompletionFunc("rule", completeRules(rules.Select))
	return cmd
}

// check refuses flags that could send a body to the wrong place.
func (f *conformanceFlags) check(token string) error {
	err := conformance.CheckBaseURL(f.baseURL)
	switch {
	case err != nil:
		return usagef("invalid --base-url %q: %v", f.baseURL, err)
	case f.to == "":
		return usagef("conformance run requires --to, the only recipient of every body")
	case !conformance.IsHandle(f.to):
		return usagef("invalid --to %q: must be an E.164 number or email address", f.to)
	case f.from != "" && !conformance.IsLine(f.from):
		return usagef("invalid --from %q: must be an E.164 number such as +12025550100", f.from)
	case f.interval < 100*time.Millisecond && !conformance.OnLoopback(f.baseURL):
		return usagef("invalid --interval %s: must be at least 100ms", f.interval)
	case f.interval < 0:
		return usagef("invalid --interval %s: must not be negative", f.interval)
	case f.send && token == "":
		return usagef("--send requires the API key in the environment variable %s", tokenVariable)
	}
	return nil
}

// plan returns the requests of a run, and the examples that it leaves out.
func (f *conformanceFlags) plan() ([]conformance.Request, []conformance.Skipped, error) {
	requests, skipped := conformance.Plan(conformance.Settings{To: f.to, From: f.from, Valid: f.includeValid})
	if len(f.rules) == 0 {
		return requests, skipped, nil
	}
	ids, err := selectedAll(f.rules)
	if err != nil {
		return nil, nil, err
	}
	requests = slices.DeleteFunc(requests, func(q conformance.Request) bool { return !slices.Contains(ids, q.Rule) })
	skipped = slices.DeleteFunc(skipped, func(s conformance.Skipped) bool { return !slices.Contains(ids, s.Rule) })
	return requests, skipped, nil
}

func (a *app) conformanceRun(f conformanceFlags) error {
	token := a.env.Getenv(tokenVariable)
	if err := f.check(token); err != nil {
		return err
	}
	requests, skipped, err := f.plan()
	if err != nil {
		return err
	}
	if !f.send {
		return a.conformancePlan(requests, skipped)
	}
	ctx, stop := untilSignal()
	defer stop()
	file, err := os.OpenFile(f.out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, os.ErrExist) {
		return usagef("--output %s already exists", f.out)
	} else if err != nil {
		return cannotWrite(f.out, err)
	}
	defer file.Close()
	record := &conformance.Record{
		Version: conformance.Version, Date: time.Now().UTC().Format(time.DateOnly), Observer: f.observer, BaseURL: f.baseURL,
		Linqlint: version(), Results: []conformance.Result{}, Skipped: skipped,
	}
	client := conformance.Client{HTTP: conformance.NewClient(), BaseURL: f.baseURL, Token: token, Interval: f.interval, Secrets: []string{f.to, f.from}}
	failed := client.Run(ctx, requests, func(r conformance.Result) {
		record.Results = append(record.Results, r)
		if r.Verdict.Deviates() {
			a.exit = ExitProblems
		}
		_, _ = a.env.Stdout.Write(conformance.AppendResult(nil, r)) // the record has it too
	})
	if errors.Is(failed, context.Canceled) {
		failed = errors.New("interrupted: the record has what was sent before")
	}
	if len(record.Results) == 0 {
		file.Close()
		os.Remove(f.out)
		return failed
	}
	// The file comes first: the requests cannot be sent again if the summary fails.
	if err := errors.Join(record.Write(file), file.Close()); err != nil {
		return cannotWrite(f.out, err)
	}
	if _, err := a.env.Stdout.Write(conformance.AppendSummary(nil, record.Results)); err != nil {
		return err
	}
	a.say("%s: %s, %s not run", f.out, report.Plural(len(record.Results), "result"), report.Plural(len(skipped), "example"))
	return failed
}

// maxShownBody is how much of a body a dry run prints, in bytes.
const maxShownBody = 200

// conformancePlan prints what would be sent.
func (a *app) conformancePlan(requests []conformance.Request, skipped []conformance.Skipped) error {
	var b []byte
	for _, q := range requests {
		b = fmt.Appendf(b, "%s\n  ", q.Line())
		body := string(q.Body)
		if len(body) > maxShownBody {
			body = strings.ToValidUTF8(body[:maxShownBody], "") + "…"
		}
		b = fmt.Appendf(b, "%s\n", wire.Visible(body))
	}
	for _, s := range skipped {
		b = fmt.Appendf(b, "not run  %s: %s (%s)\n", s.Rule, s.Example, s.Reason)
	}
	b = fmt.Appendf(b, "%s would be sent with --send, %s not run\n", report.Plural(len(requests), "request"), report.Plural(len(skipped), "example"))
	_, err := a.env.Stdout.Write(b)
	return err
}

func (a *app) conformanceReportCommand() *cobra.Command {
	var accept []string
	var write string
	cmd := &cobra.Command{
		Use:   "report [flags] FILE…",
		Short: "Print the records of runs, and merge them into the rules",
		Long: "report prints the table of the records in FILE. With --accept and --write, it adds\n" +
			"the responses to the examples of the accepted rules to rules/observed.json, from\n" +
			"where explain, docs/rules.md and the page have them.",
		Example: "  linqlint conformance report conformance.json --accept 'parts-*' --write rules/observed.json",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("report requires the file of a record")
			}
			if (len(accept) > 0) != (write != "") {
				return usagef("--accept and --write require each other")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.conformanceReport(args, accept, write) },
	}
	cmd.Flags().StringArrayVar(&accept, "accept", nil, "accept the responses for this `RULE` or family such as parts-*; repeatable")
	cmd.Flags().StringVar(&write, "write", "", "add what is accepted to this `FILE`, rules/observed.json")
	_ = cmd.RegisterFlagCompletionFunc("accept", completeRules(rules.Select))
	return cmd
}

func (a *app) conformanceReport(files, accept []string, write string) error {
	var records []*conformance.Record
	for _, file := range files {
		r, err := readAs(file, conformance.Read)
		if err != nil {
			return err
		}
		records = append(records, r)
	}
	if _, err := a.env.Stdout.Write(conformance.AppendTable(nil, records...)); err != nil || write == "" {
		return err
	}
	ids, err := selectedAll(accept)
	if err != nil {
		return err
	}
	return a.mergeObserved(records, ids, write)
}

// readAs reads a file with read; an error names the file.
func readAs[T any](file string, read func([]byte) (T, error)) (v T, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return v, fmt.Errorf("cannot read %s: %s", file, source.ErrorText(err))
	}
	if v, err = read(data); err != nil {
		return v, fmt.Errorf("%s: %w", file, err)
	}
	return v, nil
}

// mergeObserved adds the records' results for some rules to a file.
func (a *app) mergeObserved(records []*conformance.Record, ids []string, file string) error {
	observed, err := readAs(file, conformance.ReadObserved)
	if err != nil {
		return err
	}
	added := 0
	for _, r := range records {
		added += observed.Add(r, func(rule string) bool { return slices.Contains(ids, rule) })
	}
	if err := replaceFile(file, observed.Append(nil)); err != nil {
		return err
	}
	a.say("%s: %s added; run make generate", file, report.Plural(added, "observation"))
	return nil
}

// replaceFile replaces an existing file atomically.
func replaceFile(file string, content []byte) error {
	before, err := os.Stat(file)
	if err != nil {
		return cannotWrite(file, err)
	}
	r, err := source.Replace(file, before)
	if err != nil {
		return cannotWrite(file, err)
	}
	if _, err := r.Write(content); err != nil {
		r.Discard()
		return cannotWrite(file, err)
	}
	return r.Commit()
}
