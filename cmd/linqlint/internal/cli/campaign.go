package cli

import (
	"fmt"
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

// checkCampaign refuses combinations of the flags for long files.
func (f *checkFlags) checkCampaign(o *lint.Options) error {
	file := o.Args[0]
	if file == source.Stdin {
		file = o.StdinName
	}
	switch {
	case o.Sample > 1 && o.Fix != 0:
		return usagef("--sample checks some of the lines and cannot be combined with --fix or --diff")
	case f.partition != "" && (o.Sample > 1 || o.Fix != 0):
		return usagef("--partition cannot be combined with --sample, --fix or --diff")
	case o.Offset > 0 && len(o.Args) > 1:
		return usagef("--offset requires exactly one path, not %d", len(o.Args))
	case o.Offset > 0 && o.Fix != 0:
		return usagef("--offset cannot be combined with --fix or --diff")
	case o.Offset > 0 && source.Compressed(file):
		return usagef("--offset requires a file that is not compressed")
	case o.Offset > 0 && o.Format != source.NDJSON && source.FormatOf(file) != source.NDJSON:
		return usagef("--offset requires a file with one body per line; use --input ndjson if %s is one", file)
	case o.Offset > sizeOf(o.Args[0]):
		return usagef("--offset %d is beyond the end of %s, which has %d bytes", o.Offset, o.Args[0], sizeOf(o.Args[0]))
	}
	return nil
}

// sizeOf returns the size of a regular file in bytes, and a very large number
// for anything else, which the run itself reports.
func sizeOf(name string) int64 {
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		return info.Size()
	}
	return math.MaxInt64
}

// partition opens the two files of --partition. A run that continues at an
// offset appends to them.
func (a *app) partition(flags *checkFlags, o *lint.Options, files *outputs) error {
	if flags.partition == "" {
		return nil
	}
	if err := source.CheckOutputFolder(filepath.Join(flags.partition, partitionFiles[0]), "."); err != nil {
		return fmt.Errorf("cannot write %s: %w", flags.partition, err)
	}
	if err := os.MkdirAll(flags.partition, 0o755); err != nil {
		return cannotWrite(flags.partition, err)
	}
	open := files.open
	if o.Offset > 0 {
		open = files.openAppending
	}
	var opened [2]*os.File
	for i, name := range partitionFiles {
		f, err := open(filepath.Join(flags.partition, name))
		if err != nil {
			return err
		}
		opened[i] = f
	}
	o.Partition = report.NewPartition(opened[0], opened[1])
	return nil
}

// closePartition closes the two files and prints how many bodies are in each.
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

// progress is a bar on standard error. It is also a report writer: it clears
// the bar before findings are written to the same terminal.
type progress struct {
	report.Writer
	out   io.Writer
	bar   *progressbar.ProgressBar
	begun time.Time
}

// barDelay is how long a file takes before it gets a bar.
const barDelay = time.Second

func (p *progress) show(at lint.Progress) {
	if p.begun.IsZero() {
		p.begun = time.Now()
	}
	if p.bar == nil && !at.Last && time.Since(p.begun) > barDelay {
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

// Batch clears the bar and writes the findings.
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
