package cli

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// readRequest reads the body of a command that accepts bodies with errors, and
// prints how many it has. If the body cannot be parsed it prints the problem and
// returns nil.
func (a *app) readRequest(path string, kind validate.Kind) (builder.Request, []byte, error) {
	body, err := a.readBody(path)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %s", wire.Visible(path), source.ErrorText(err))
	}
	r, err := builder.Parse(body, validate.WithKind(kind))
	if err != nil {
		a.problems(path, "", err)
		return nil, nil, nil
	}
	if n := validate.JSON(body, validate.WithKind(r.Kind())).Count(validate.SeverityError); n > 0 {
		a.say("%s: the body has %s; linqlint check shows them", path, report.Plural(n, "error"))
	}
	return r, body, nil
}

// readBody reads the body that a command takes.
func (a *app) readBody(path string) ([]byte, error) {
	if path == source.Stdin {
		text, err := source.ReadAll(a.env.Stdin, -1, defaultMaxSize, nil)
		return text, limited(err)
	}
	return readWhole(path, defaultMaxSize)
}

// readWhole reads a file of at most limit bytes. It does not wait for a FIFO.
func readWhole(path string, limit int64) ([]byte, error) {
	f, info, err := source.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := source.ReadAll(f, info.Size(), limit, nil)
	return text, limited(err)
}

// limited replaces the error of a body that is too large by one without
// --max-size, which only check has.
func limited(err error) error {
	var tooLarge *source.TooLargeError
	if errors.As(err, &tooLarge) {
		return errors.New("larger than " + source.FormatSize(tooLarge.Limit))
	}
	return err
}

// problems prints the errors of a body, one per line.
func (a *app) problems(path, which string, err error) {
	a.exit = ExitProblems
	var invalid *validate.InvalidError
	if !errors.As(err, &invalid) {
		a.say("%s: %s%v", path, which, err)
		return
	}
	for _, d := range invalid.Report.Diagnostics {
		if d.Severity == validate.SeverityError {
			a.say("%s: %s%s: %s (%s)", path, which, cmp.Or(d.Pointer, "the body"), d.Message, d.Rule)
		}
	}
}
