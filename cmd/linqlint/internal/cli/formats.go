package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/suggest"
)

// formats are the report formats in the order of the help.
var formats = []struct {
	name string
	new  func(report.Options) report.Writer
}{
	{"text", func(o report.Options) report.Writer { return report.NewText(o) }},
	{"json", func(o report.Options) report.Writer { return report.NewJSON(o) }},
	{"jsonl", func(o report.Options) report.Writer { return report.NewJSONL(o) }},
	{"sarif", func(o report.Options) report.Writer { return report.NewSARIF(o) }},
	{"github", func(o report.Options) report.Writer { return report.NewGitHub(o) }},
	{"gitlab", func(o report.Options) report.Writer { return report.NewGitLab(o) }},
	{"junit", func(o report.Options) report.Writer { return report.NewJUnit(o) }},
	{"checkstyle", func(o report.Options) report.Writer { return report.NewCheckstyle(o) }},
	{"compact", func(o report.Options) report.Writer { return report.NewCompact(o) }},
	{"html", func(o report.Options) report.Writer { return report.NewHTML(o) }},
	{"agent", func(o report.Options) report.Writer { return report.NewAgent(o) }},
}

func formatNames() []string {
	names := make([]string, len(formats))
	for i := range formats {
		names[i] = formats[i].name
	}
	return names
}

// reports builds what --format asks for. stdout is where the reports without
// a file go; at most one may.
func (a *app) reports(flags *checkFlags, stdout io.Writer) (report.Writer, error) {
	var all report.Multi
	toStdout := ""
	var err error
	for _, value := range flags.formats {
		name, file, toFile := strings.Cut(value, "=")
		o := report.Options{Out: stdout, Quiet: flags.quiet}
		if name == "github" {
			if o.JobSummary, err = a.jobSummary(); err != nil {
				return nil, err
			}
		}
		if !toFile {
			if toStdout != "" {
				return nil, usagef("--format %s and --format %s both go to standard output; FORMAT=FILE sends one to a file", toStdout, name)
			}
			toStdout = name
			o.Color, o.Width = a.color(flags, stdout), a.columns(stdout)
		}
		build := formatNamed(name)
		if flags.statistics {
			if name != "text" {
				return nil, usagef("--statistics goes with --format text, not with %s", name)
			}
			build = func(o report.Options) report.Writer { return report.NewStatistics(o) }
		}
		if build == nil {
			return nil, usagef("--format takes %s, not %q%s", orList(formatNames()), name, suggest.DidYouMean(name, formatNames()))
		}
		if toFile {
			f, err := createReport(file)
			if err != nil {
				return nil, err
			}
			o.Out = f
			all = append(all, report.Closing(build(o), f))
			continue
		}
		all = append(all, build(o))
	}
	return all, nil
}

func formatNamed(name string) func(report.Options) report.Writer {
	for i := range formats {
		if formats[i].name == name {
			return formats[i].new
		}
	}
	return nil
}

// jobSummary opens the file in which GitHub Actions looks for Markdown to show
// with a job, or returns nil where there is none.
func (a *app) jobSummary() (io.WriteCloser, error) {
	name := a.env.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return nil, nil
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("the job summary cannot be written: %w", err)
	}
	return f, nil
}

// createReport creates a file for a report, which is not to be written over a
// payload.
func createReport(name string) (*os.File, error) {
	if holdsPayload(name) {
		return nil, usagef("%s holds a payload, and a report would be written over it", name)
	}
	return createFile(name)
}

// createFile creates a file that the user asked for.
func createFile(name string) (*os.File, error) {
	if name == "" {
		return nil, usagef("the name of the file to write is empty")
	}
	if name == source.Stdin {
		return nil, usagef("standard output is where a report goes without a file; ./- names a file called -")
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, cannotWrite(name, err)
	}
	return f, nil
}

// writeWhole writes a file that is there whole or not at all.
func writeWhole(name string, data []byte) error {
	if name == source.Stdin {
		return usagef("the name of a file is needed; ./- names one called -")
	}
	if holdsPayload(name) {
		return usagef("%s holds a payload, and would be written over", name)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return cannotWrite(name, err)
	}
	defer os.Remove(f.Name()) // nothing is left of it after the rename
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return cannotWrite(name, err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return cannotWrite(name, err)
	}
	return nil
}

// cannotWrite names a file once: the errors of package os do so themselves,
// with the call that failed.
func cannotWrite(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("cannot write %s: %w", name, err)
}

// color decides whether out gets colours. A flag wins over NO_COLOR, which
// wins over FORCE_COLOR, which wins over what out is.
func (a *app) color(flags *checkFlags, out io.Writer) report.Color {
	force := a.env.Getenv("FORCE_COLOR")
	switch {
	case flags.color.value == "always":
		return report.Colored
	case flags.color.value == "never", a.env.Getenv("NO_COLOR") != "":
		return report.Plain
	case force != "" && force != "0" && force != "false":
		return report.Colored
	case isTerminal(out) && a.env.Getenv("TERM") != "dumb":
		return report.Colored
	}
	return report.Plain
}

func isTerminal(out io.Writer) bool {
	f, ok := out.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// columns returns the width of the terminal that out is, or 0.
func (a *app) columns(out io.Writer) int {
	if f, ok := out.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			return width
		}
	}
	return 0
}

// onTerminal shows what it is given instead of letting a terminal obey it, but
// for tabs and line ends. A diff in a file or a pipe stays as it is, or git
// could not apply it.
type onTerminal struct{ io.Writer }

// Write takes whole code points.
func (o onTerminal) Write(p []byte) (int, error) {
	var shown strings.Builder
	rest := string(p)
	for rest != "" {
		end := strings.IndexAny(rest, "\t\n")
		if end < 0 {
			end = len(rest)
		}
		shown.WriteString(report.Visible(rest[:end]))
		if end < len(rest) {
			shown.WriteByte(rest[end])
			end++
		}
		rest = rest[end:]
	}
	_, err := io.WriteString(o.Writer, shown.String())
	return len(p), err
}
