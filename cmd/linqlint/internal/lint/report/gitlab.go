package report

import (
	"bufio"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// GitLab writes a code quality report, a JSON array as GitLab reads it.
type GitLab struct {
	out    *bufio.Writer
	w      wire.Writer
	prints fingerprints
}

// NewGitLab returns a writer of the gitlab format.
func NewGitLab(o Options) *GitLab {
	g := &GitLab{out: bufio.NewWriter(o.Out)}
	g.w.Open('[')
	return g
}

// Batch writes the findings of b.
func (g *GitLab) Batch(b *Batch) error {
	for i := range b.Findings {
		f := &b.Findings[i]
		g.w.Open('{')
		g.text("description", f.Message)
		g.text("check_name", f.Rule)
		g.text("fingerprint", g.prints.of(b, f))
		g.text("severity", gitlabSeverity(f.Severity))
		g.w.Name("location")
		g.w.Open('{')
		g.text("path", b.Path)
		g.w.Name("lines")
		g.w.Open('{')
		g.w.Name("begin")
		g.w.Int(int64(f.Start.Line))
		g.w.Name("end")
		g.w.Int(int64(f.End.Line))
		g.w.Close('}')
		g.w.Close('}')
		g.w.Close('}')
		g.w.B = append(g.w.B, '\n')
	}
	_, err := g.out.Write(wire.EscapeControls(g.w.B))
	g.w.B = g.w.B[:0]
	return err
}

func (g *GitLab) text(name, value string) {
	g.w.Name(name)
	g.w.Text(value)
}

// Flush writes buffered data.
func (g *GitLab) Flush() error { return g.out.Flush() }

// Close ends the array.
func (g *GitLab) Close(*Summary) error {
	g.w.Close(']')
	if _, err := g.out.Write(append(g.w.B, '\n')); err != nil {
		return err
	}
	return g.out.Flush()
}

func gitlabSeverity(s validate.Severity) string {
	switch s {
	case validate.SeverityError:
		return "major"
	case validate.SeverityWarning:
		return "minor"
	}
	return "info"
}
