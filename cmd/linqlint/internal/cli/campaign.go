package cli

import (
	"io"
	"math"
	"os"
	"path/filepath"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// campaign settles what the flags for long files ask for.
func (a *app) campaign(flags *checkFlags, o *lint.Options) error {
	file := o.Args[0]
	if file == source.Stdin {
		file = o.StdinName
	}
	switch {
	case o.Sample > 1 && o.Fix != 0:
		return usagef("--sample judges some of the lines, and --fix and --diff are about all of them")
	case flags.partition != "" && (o.Sample > 1 || o.Fix != 0):
		return usagef("--partition puts every body somewhere, and goes neither with --sample nor with --fix or --diff")
	case o.Offset > 0 && len(o.Args) > 1:
		return usagef("--offset is a place in one file, and there are %d paths", len(o.Args))
	case o.Offset > 0 && o.Fix != 0:
		return usagef("--offset goes neither with --fix nor with --diff")
	case o.Offset > 0 && source.Compressed(file):
		return usagef("--offset needs a file that is not compressed")
	case o.Offset > 0 && o.Format != source.NDJSON && source.FormatOf(file) != source.NDJSON:
		return usagef("--offset needs a file with a body a line; say --input ndjson if %s is one", file)
	case o.Offset > sizeOf(o.Args[0]):
		return usagef("--offset %d is beyond the end of %s, which has %d bytes", o.Offset, o.Args[0], sizeOf(o.Args[0]))
	case flags.partition == "":
		return nil
	}
	return a.partition(flags, o)
}

// sizeOf is the size of a file in bytes; without bound for what has none, which
// the run itself says more of.
func sizeOf(name string) int64 {
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		return info.Size()
	}
	return math.MaxInt64
}

// partition creates the two files of --partition. A run that goes on from an
// offset adds to them.
func (a *app) partition(flags *checkFlags, o *lint.Options) error {
	if err := os.MkdirAll(flags.partition, 0o755); err != nil {
		return cannotWrite(flags.partition, err)
	}
	mode := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if o.Offset > 0 {
		mode = os.O_WRONLY | os.O_CREATE | os.O_APPEND
	}
	var files [2]*os.File
	for i, name := range partitionFiles {
		f, err := os.OpenFile(filepath.Join(flags.partition, name), mode, 0o644)
		if err != nil {
			return cannotWrite(filepath.Join(flags.partition, name), err)
		}
		files[i] = f
	}
	o.Partition = report.NewPartition(files[0], files[1])
	return nil
}

// closePartition ends the two files and says what went where.
func (a *app) closePartition(flags *checkFlags, p *report.Partition) error {
	if p == nil {
		return nil
	}
	if err := p.Close(); err != nil {
		return cannotWrite(flags.partition, err)
	}
	if !flags.quiet {
		a.say("%s: %d clean, %d rejected", flags.partition, p.Passed, p.Rejected)
	}
	return nil
}

// progress returns the progress bar of a run, or nil if it must not be seen.
func (a *app) progress(flags *checkFlags, o *lint.Options) *progress {
	if flags.quiet || !isTerminal(a.env.Stderr) {
		return nil
	}
	p := &progress{out: a.env.Stderr, Writer: o.Report}
	o.Report = p
	return p
}

// progress is a bar on standard error. It is also a report, which takes the
// bar away before findings are written to the same terminal.
type progress struct {
	report.Writer
	out   io.Writer
	bar   *progressbar.ProgressBar
	begun time.Time
}

// slow is how long a file takes before it gets a bar.
const slow = time.Second

func (p *progress) show(at lint.Progress) {
	if p.begun.IsZero() {
		p.begun = time.Now()
	}
	if p.bar == nil && !at.Last && time.Since(p.begun) > slow {
		p.bar = progressbar.NewOptions64(at.Total, progressbar.OptionSetWriter(p.out), progressbar.OptionShowBytes(true),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(30),
			progressbar.OptionSetElapsedTime(true), progressbar.OptionSetPredictTime(true), progressbar.OptionUseANSICodes(true))
	}
	if p.bar == nil {
		return
	}
	p.bar.Describe(report.Plural(at.Findings, "problem"))
	_ = p.bar.Set64(at.Done)
	if at.Last {
		_ = p.bar.Finish()
		p.bar, p.begun = nil, time.Time{}
	}
}

// Batch writes findings where the bar was.
func (p *progress) Batch(b *report.Batch) error {
	if p.bar != nil && len(b.Findings) > 0 {
		_ = p.bar.Clear()
	}
	return p.Writer.Batch(b)
}

// Close ends the report below the bar.
func (p *progress) Close(s *report.Summary) error {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	return p.Writer.Close(s)
}
