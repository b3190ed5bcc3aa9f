// Command linqbeam checks campaigns of Linq's Partner API v3 on many machines:
// an Apache Beam pipeline that reads newline-delimited request bodies and
// writes the clean ones, the rejected ones with their diagnostics, and a summary
// by rule. docs/beam.md describes how to run it on Flink, Spark and Dataflow.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/linqlint/linqlint/contrib/beam/linqbeam"
)

// Exit codes, as linqlint's; rejected bodies are not a failure of the pipeline.
const (
	exitDone   = 0
	exitUsage  = 2
	exitFailed = 3
)

func main() {
	var set settings
	set.register(flag.CommandLine)
	flag.Parse()
	beam.Init() // does not return in a worker
	os.Exit(run(context.Background(), &set, flag.Args(), os.Stderr))
}

// errUsage marks errors of the command line.
type errUsage struct{ error }

// run builds and runs the pipeline, and turns errors into one line and an exit
// code.
func run(ctx context.Context, set *settings, args []string, stderr io.Writer) int {
	err := func() error {
		if err := set.check(args); err != nil {
			return errUsage{err}
		}
		if err := refuseOld(ctx, set); err != nil {
			return err
		}
		p, err := pipeline(set)
		if err != nil {
			return errUsage{err}
		}
		if err := beamx.Run(ctx, p); err != nil {
			return fmt.Errorf("the pipeline failed: %s", cause(err))
		}
		return nil
	}()
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(stderr, "linqbeam:", err)
	if errors.As(err, new(errUsage)) {
		return exitUsage
	}
	return exitFailed
}

// cause returns the last line of an error of Beam, which begins with the plan
// of the bundle and ends with the cause. Beam has logged all of it.
func cause(err error) string {
	text := strings.TrimSpace(err.Error())
	return strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
}

// pipeline builds the pipeline.
func pipeline(set *settings) (*beam.Pipeline, error) {
	p, s := beam.NewPipelineWithRoot()
	result, err := linqbeam.Check(s, linqbeam.Read(s, set.input), set.options)
	if err != nil {
		return nil, err
	}
	linqbeam.WriteLines(s, set.path(cleanFile), set.shards, result.Clean)
	linqbeam.WriteLines(s, set.path(rejectedFile), set.shards, result.Rejected)
	linqbeam.WriteSummary(s, set.path(summaryFile), result.Counts)
	return p, nil
}

// refuseOld fails if there are files of an earlier run. With another --shards
// some of them would remain beside the new ones, and messages would be sent twice.
func refuseOld(ctx context.Context, set *settings) error {
	fs, err := filesystem.New(ctx, set.output)
	if err != nil {
		return err
	}
	defer fs.Close()
	for _, glob := range []string{"clean*.ndjson", "rejected*.ndjson", summaryFile} {
		old, err := fs.List(ctx, set.path(glob))
		if err != nil {
			return fmt.Errorf("cannot list %s: %w", set.output, err)
		}
		if len(old) > 0 {
			return fmt.Errorf("%s is there from an earlier run, but --output must name a folder without one", old[0])
		}
	}
	return nil
}
