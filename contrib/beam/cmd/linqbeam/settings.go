package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/linqlint/linqlint/contrib/beam/linqbeam"
	"github.com/linqlint/linqlint/validate"
)

// The files below --output.
const (
	cleanFile    = "clean.ndjson"
	rejectedFile = "rejected.ndjson"
	summaryFile  = "summary.json"
)

// settings are the flags of the command. Those of Beam and its runners are on
// the same command line.
type settings struct {
	input   string
	output  string
	shards  int
	options linqbeam.Options
}

// register adds the flags to fs. They have the names and meanings of
// linqlint's.
func (set *settings) register(fs *flag.FlagSet) {
	fs.StringVar(&set.input, "input", "", "the newline-delimited `FILES` to check, a glob: gs://bucket/campaign/*.ndjson (required)")
	fs.StringVar(&set.output, "output", "", "the `FOLDER` to write clean.ndjson, rejected.ndjson and summary.json to (required)")
	fs.IntVar(&set.shards, "shards", 1, "write clean and rejected bodies to this many files each, each by one worker")
	fs.Func("kind", "the kind of every body, instead of detecting it", func(text string) error {
		set.options.Kind = validate.Kind(text)
		return nil
	})
	fs.Func("service", "assume this preferred_service: iMessage, SMS or RCS", func(text string) error {
		set.options.Service = validate.Service(text)
		return nil
	})
	fs.BoolVar(&set.options.NewChat, "new-chat", false, "assume that every chats.create is the first message to its recipients")
	fs.BoolVar(&set.options.Notes, "notes", false, "also report notes, as --fail-on note does")
	fs.Func("fail-on", "the lowest `LEVEL` that rejects a body: error, warning or note (default error)", func(text string) (err error) {
		set.options.RejectAt, err = level(text)
		return err
	})
	for _, f := range []struct {
		name, usage string
		severity    validate.Severity
	}{
		{"error", "report rules that match this `SELECTOR` (an id, a family such as decoration-*, or *) as errors; repeatable, like the next three; the last match wins", validate.SeverityError},
		{"warn", "report rules that match this `SELECTOR` as warnings", validate.SeverityWarning},
		{"note", "report rules that match this `SELECTOR` as notes", validate.SeverityNote},
		{"off", "do not report rules that match this `SELECTOR`", validate.SeverityOff},
	} {
		fs.Func(f.name, f.usage, func(selector string) error {
			set.options.Rules = append(set.options.Rules, linqbeam.Override{Selector: selector, Severity: f.severity})
			return nil
		})
	}
}

// level reads the severity of --fail-on.
func level(text string) (validate.Severity, error) {
	s, ok := validate.ParseSeverity(text)
	if !ok || s == validate.SeverityOff {
		return 0, errors.New("must be error, warning or note")
	}
	return s, nil
}

// check finds errors that the flag parser cannot find. [linqbeam.Check] checks
// the options.
func (set *settings) check(args []string) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("argument %q is not taken, but files are named by --input", args[0])
	case set.input == "":
		return errors.New("--input is missing, but must name the files to check")
	case set.output == "":
		return errors.New("--output is missing, but must name the folder to write to")
	case set.shards < 1:
		return fmt.Errorf("--shards is %d, but must be at least 1", set.shards)
	}
	return nil
}

// path names a file below --output, on any file system.
func (set *settings) path(file string) string {
	return strings.TrimSuffix(set.output, "/") + "/" + file
}
