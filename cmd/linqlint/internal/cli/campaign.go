package cli

import (
	"fmt"
	"math"
	"os"
	"path/filepath"

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
