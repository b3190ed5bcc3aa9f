package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/internal/spelling"
)

// reportFormat is a format of reports.
type reportFormat struct {
	name       string
	new        func(report.Options) report.Writer
	paths      pathBase
	jobSummary bool // it also writes the job summary of GitHub Actions
}

// pathBase is what the paths in a report are relative to.
type pathBase int

const (
	asGiven    pathBase = iota
	inCheckout          // for CI services, relative to the checkout
	inCI                // as inCheckout in a CI job, and as given elsewhere
)

// formats are the report formats in the order of the help.
var formats = []reportFormat{
	{name: "text", new: func(o report.Options) report.Writer { return report.NewText(o) }},
	{name: "json", new: func(o report.Options) report.Writer { return report.NewJSON(o) }},
	{name: "jsonl", new: func(o report.Options) report.Writer { return report.NewJSONL(o) }},
	{name: "sarif", new: func(o report.Options) report.Writer { return report.NewSARIF(o) }, paths: inCheckout},
	{name: "github", new: func(o report.Options) report.Writer { return report.NewGitHub(o) }, paths: inCheckout, jobSummary: true},
	{name: "gitlab", new: func(o report.Options) report.Writer { return report.NewGitLab(o) }, paths: inCheckout},
	{name: "junit", new: func(o report.Options) report.Writer { return report.NewJUnit(o) }, paths: inCheckout},
	{name: "checkstyle", new: func(o report.Options) report.Writer { return report.NewCheckstyle(o) }, paths: inCheckout},
	{name: "compact", new: func(o report.Options) report.Writer { return report.NewCompact(o) }, paths: inCI},
	{name: "html", new: func(o report.Options) report.Writer { return report.NewHTML(o) }},
	{name: "agent", new: func(o report.Options) report.Writer { return report.NewAgent(o) }},
}

func formatNames() []string {
	names := make([]string, len(formats))
	for i := range formats {
		names[i] = formats[i].name
	}
	return names
}

// reportSpec is one --format.
type reportSpec struct {
	reportFormat
	file   string // "" unless toFile
	toFile bool
}

// reportSpecs parses every --format, before any file is opened. At most one
// report may go to standard output.
func (f *checkFlags) reportSpecs() ([]reportSpec, error) {
	var specs []reportSpec
	toStdout := ""
	for _, value := range f.formats {
		var s reportSpec
		s.name, s.file, s.toFile = strings.Cut(value, "=")
		for i := range formats {
			if formats[i].name == s.name {
				s.reportFormat = formats[i]
			}
		}
		switch {
		case s.new == nil:
			return nil, usagef("invalid --format %q: must be %s%s", s.name, orList(formatNames()), spelling.DidYouMean(s.name, formatNames()))
		case f.summary && s.name != "text":
			return nil, usagef("--summary requires --format text, not %s", s.name)
		case f.summary:
			s.new = func(o report.Options) report.Writer { return report.NewStatistics(o) }
		}
		if s.toFile {
			if err := checkOutputName(s.file); err != nil {
				return nil, err
			}
		} else if toStdout != "" {
			return nil, usagef("--format %s and --format %s both go to standard output; use FORMAT=FILE for one of them", toStdout, s.name)
		} else {
			toStdout = s.name
		}
		specs = append(specs, s)
	}
	return specs, nil
}

// reports opens what the specs ask for. Reports without a file go to stdout.
func (a *app) reports(flags *checkFlags, specs []reportSpec, stdout io.Writer, files *outputs) (report.Writer, error) {
	var all report.Multi
	roots := a.roots()
	for _, s := range specs {
		o := report.Options{Out: stdout, Quiet: flags.quiet, Root: roots.report.Dir()}
		if s.jobSummary {
			var err error
			if o.JobSummary, err = a.jobSummary(); err != nil {
				return nil, err
			}
		}
		if !s.toFile {
			o.Color, o.Width = a.color(flags.color.value, stdout), a.columns(stdout)
			all = append(all, s.writer(o, roots))
			continue
		}
		f, err := files.openReport(s.file)
		if err != nil {
			return nil, err
		}
		o.Out = f
		all = append(all, report.Closing(s.writer(o, roots), f))
	}
	return all, nil
}

// writer returns the writer of a report.
func (s *reportSpec) writer(o report.Options, r roots) report.Writer {
	w := s.new(o)
	if s.paths == inCheckout || s.paths == inCI && r.ci {
		return rooted{w, r.report}
	}
	return w
}

// jobSummary opens the file in which GitHub Actions looks for Markdown to show
// with a job, or returns nil if there is none.
func (a *app) jobSummary() (io.WriteCloser, error) {
	name := a.env.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return nil, nil
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("cannot write the job summary: %w", err)
	}
	return f, nil
}
