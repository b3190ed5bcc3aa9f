package cli

import (
	"fmt"
	"io"
	"time"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// progress is a line on standard error about a long file. It is also a report
// writer: it clears the line before findings are written to the same terminal.
type progress struct {
	report.Writer
	out          io.Writer
	begun, drawn time.Time // zero: not yet
	from         int64     // the bytes that were read when it began
}

const (
	// progressDelay is how long a file takes before it gets a line.
	progressDelay = time.Second
	// progressInterval is how often the line changes.
	progressInterval = 100 * time.Millisecond
)

// progress returns the progress line of a run, or nil if it must not be seen.
func (a *app) progress(flags *checkFlags, o *lint.Options) *progress {
	if flags.quiet || !isTerminal(a.env.Stderr) {
		return nil
	}
	p := &progress{out: a.env.Stderr, Writer: o.Report}
	o.Report = p
	return p
}

// show draws the line at a time.
func (p *progress) show(at lint.Progress, now time.Time) {
	if p.begun.IsZero() {
		p.begun, p.from = now, at.Done
	}
	if at.Last {
		p.clear()
		p.begun = time.Time{}
		return
	}
	elapsed := now.Sub(p.begun)
	if elapsed <= progressDelay || now.Sub(p.drawn) < progressInterval {
		return
	}
	p.drawn = now
	speed := float64(at.Done-p.from) / elapsed.Seconds()
	_, _ = fmt.Fprintf(p.out, "\r%s%s", progressText(at, speed), eraseLine)
}

// progressText describes how much of a file was read, at what speed in bytes per
// second, and, if its size is known, how long the rest takes.
func progressText(at lint.Progress, speed float64) string {
	text := report.Plural(at.Findings, "problem") + ", " + source.FormatSize(at.Done)
	if at.Total > 0 {
		text += fmt.Sprintf(" of %s (%d %%)", source.FormatSize(at.Total), at.Done*100/at.Total)
	}
	text += ", " + source.FormatSize(int64(speed)) + "/s"
	if at.Total > 0 && speed > 0 {
		left := time.Duration(float64(at.Total-at.Done) / speed * float64(time.Second))
		text += ", " + left.Round(time.Second).String() + " left"
	}
	return text
}

// eraseLine erases what follows the cursor on its line, as every terminal does.
const eraseLine = "\x1b[K"

// clear removes the line if there is one.
func (p *progress) clear() {
	if !p.drawn.IsZero() {
		_, _ = io.WriteString(p.out, "\r"+eraseLine)
		p.drawn = time.Time{}
	}
}

// Batch clears the line and writes the findings.
func (p *progress) Batch(b *report.Batch) error {
	if len(b.Findings) > 0 {
		p.clear()
	}
	return p.Writer.Batch(b)
}

// Close ends the report below the line.
func (p *progress) Close(s *report.Summary) error {
	p.clear()
	return p.Writer.Close(s)
}
