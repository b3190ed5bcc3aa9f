package linqbeam

import (
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/linqlint/linqlint/internal/body"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// Workers find functions and types by name, in a process that never builds the
// pipeline: Beam wants them registered before its Init, so it is done here.
func init() {
	register.DoFn5x0[string, string, func([]byte), func([]byte), func(string, int64)](&checkFn{})
	register.Emitter1[[]byte]()
	register.Emitter2[string, int64]()
}

// checkFn judges one body after the other. Its exported fields travel to the
// workers as JSON.
type checkFn struct {
	Options Options

	validator *validate.Validator
	least     validate.Severity
	names     map[name]string // for counting: made once, not for each finding
}

// name tells apart what is counted of findings. A rule has one severity.
type name struct {
	rule     string
	severity validate.Severity
}

// Setup makes the validator, once in the life of a worker's copy of the
// function and not once a body: working the severities out costs as much as
// several bodies.
func (f *checkFn) Setup() {
	f.validator = f.Options.validator()
	f.names = map[name]string{}
	if f.least = f.Options.RejectAt; f.least == 0 {
		f.least = validate.Error
	}
}

// ProcessElement sends one body where its findings put it.
func (f *checkFn) ProcessElement(file, line string, clean, rejected func([]byte), count func(string, int64)) {
	line = trimLine(line)
	if line == "" {
		return
	}
	body := []byte(line) // emitted, too: elements belong to whoever receives them
	report := f.validator.JSON(body)
	pass := true
	for i := range report.Diagnostics {
		d := &report.Diagnostics[i]
		pass = pass && d.Severity < f.least
		count(f.named(d), 1)
	}
	if report.Truncated > 0 {
		count(Truncated, int64(report.Truncated))
	}
	if pass {
		count(Clean, 1)
		clean(body)
		return
	}
	count(Rejected, 1)
	rejected(appendRejected(nil, file, body, report.Diagnostics))
}

// named returns what d is counted as.
func (f *checkFn) named(d *validate.Diagnostic) string {
	key := name{d.Rule, d.Severity}
	text, ok := f.names[key]
	if !ok {
		text = d.Severity.String() + " " + d.Rule
		f.names[key] = text
	}
	return text
}

const bom = "\ufeff"

// trimLine removes what belongs to the file and not to the body: a carriage
// return, and a byte order mark. Which line of a file is the first one a
// worker cannot tell, so the mark is taken off any. It returns "" if nothing
// but JSON's white space is left.
func trimLine(line string) string {
	line = strings.TrimSuffix(strings.TrimPrefix(line, bom), "\r")
	if strings.Trim(line, " \t\r\n") == "" {
		return ""
	}
	return line
}

// appendRejected writes a body with what was found in it, as `linqlint
// --partition` does, without the line numbers that no worker knows.
func appendRejected(b []byte, file string, text []byte, found []validate.Diagnostic) []byte {
	b = wire.AppendString(append(b, `{"file":`...), file)
	b = append(body.AppendMember(append(b, ','), text), `,"diagnostics":[`...)
	for i := range found {
		if i > 0 {
			b = append(b, ',')
		}
		b = found[i].AppendJSON(b)
	}
	return append(b, "]}"...)
}
