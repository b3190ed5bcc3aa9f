package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// GitHub writes workflow commands, which GitHub Actions shows as annotations of
// a pull request, and a job summary in Markdown.
type GitHub struct {
	out     *bufio.Writer
	summary io.WriteCloser // $GITHUB_STEP_SUMMARY, or nil
	rules   ruleCounts
	rows    []string // of the summary's table
	more    int      // findings without a row
}

// NewGitHub returns a writer of the github format.
func NewGitHub(o Options) *GitHub {
	return &GitHub{out: bufio.NewWriter(o.Out), summary: o.JobSummary}
}

// maxSummaryRows keeps a job summary below GitHub's limit of 1 MiB.
const maxSummaryRows = 200

// Batch writes the findings of b.
func (g *GitHub) Batch(b *Batch) error {
	for i := range b.Findings {
		f := &b.Findings[i]
		fmt.Fprintf(g.out, "::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s\n",
			githubLevel(f.Severity), escapeProperty(wire.Visible(b.Path)), f.Start.Line, f.End.Line, f.Start.Column, f.End.Column,
			escapeProperty("linqlint "+f.Rule), escapeData(plainText(f)))
		g.row(b, f)
	}
	if b.Problem != "" && b.Status == Unreadable {
		fmt.Fprintf(g.out, "::error file=%s,title=linqlint::%s\n", escapeProperty(wire.Visible(b.Path)), escapeData(wire.Visible(b.Problem)))
	}
	return g.out.Flush()
}

func (g *GitHub) row(b *Batch, f *Finding) {
	if g.summary == nil {
		return
	}
	g.rules.add(f)
	if len(g.rows) == maxSummaryRows {
		g.more++
		return
	}
	g.rows = append(g.rows, fmt.Sprintf("| %s | [%s](%s) | `%s:%d:%d` | %s |\n", f.Severity, f.Rule, f.DocURL(),
		escapeCell(b.Path), f.Start.Line, f.Start.Column, escapeCell(f.Message)))
}

// Flush writes buffered data.
func (g *GitHub) Flush() error { return g.out.Flush() }

// Close writes the job summary.
func (g *GitHub) Close(s *Summary) error {
	if err := g.out.Flush(); err != nil || g.summary == nil {
		return err
	}
	var b strings.Builder
	b.WriteString("## linqlint\n\n")
	b.Write(appendSummary(nil, Plain, s))
	if len(g.rows) > 0 {
		b.WriteString("\n| | rule | place | problem |\n|---|---|---|---|\n")
		b.WriteString(strings.Join(g.rows, ""))
	}
	if g.more > 0 {
		fmt.Fprintf(&b, "\n%s more.\n", Plural(g.more, "problem"))
	}
	_, err := io.WriteString(g.summary, b.String())
	if closeErr := g.summary.Close(); err == nil {
		err = closeErr
	}
	return err
}

func githubLevel(s validate.Severity) string {
	if s == validate.SeverityNote {
		return "notice"
	}
	return s.String()
}

// plainText returns a finding's message with its hint and the API's response, for
// formats with one text.
func plainText(f *Finding) string {
	text := wire.Visible(f.Message)
	if f.Hint != "" {
		text += "\n" + wire.Visible(f.Hint)
	}
	if f.APICode != 0 {
		text += "\nthe API " + responseText(&f.Diagnostic)
	}
	return text
}

// escapeData escapes the message of a workflow command.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// escapeProperty escapes the value of a workflow command's property.
func escapeProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}

// escapeCell makes text safe in a cell of a Markdown table.
func escapeCell(s string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ", "\r", " ", "<", "&lt;", "`", "'").Replace(wire.Visible(s))
}
