package cli

import (
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/internal/wire"
)

// color decides whether out gets colors, by the value of --color. It takes
// precedence over NO_COLOR, which takes precedence over FORCE_COLOR, which takes
// precedence over whether out is a terminal.
func (a *app) color(when string, out io.Writer) report.Color {
	force := a.env.Getenv("FORCE_COLOR")
	switch {
	case when == "always":
		return report.Colored
	case when == "never", a.env.Getenv("NO_COLOR") != "":
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

// columns returns the width of out if it is a terminal, or 0.
func (a *app) columns(out io.Writer) int {
	if f, ok := out.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			return width
		}
	}
	return 0
}

// onTerminal makes control characters visible, except tabs and line ends. A
// diff in a file or a pipe is left as it is, since git must be able to apply it.
type onTerminal struct{ io.Writer }

// Write writes p, which must end at the end of a code point.
func (o onTerminal) Write(p []byte) (int, error) {
	var shown strings.Builder
	rest := string(p)
	for rest != "" {
		end := strings.IndexAny(rest, "\t\n")
		if end < 0 {
			end = len(rest)
		}
		shown.WriteString(wire.Visible(rest[:end]))
		if end < len(rest) {
			shown.WriteByte(rest[end])
			end++
		}
		rest = rest[end:]
	}
	_, err := io.WriteString(o.Writer, shown.String())
	return len(p), err
}
