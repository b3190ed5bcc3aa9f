package linqbeam

import (
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/linqlint/linqlint/internal/body"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// Workers find functions and types by name, in a process that never builds the
// pipeline: Beam requires their registration before its Init, so it is here.
func init() {
	register.DoFn5x0[string, string, func([]byte), func([]byte), func(string, int64)](&checkFn{})
	register.Emitter1[[]byte]()
	register.Emitter2[string, int64]()
}

// checkFn checks one body after the other. Its exported fields are sent to the
// workers as JSON.
type checkFn struct {
	Options Options

	validator *validate.Validator
	least     validate.Severity
	names     map[name]string // for counting: made once, not for each diagnostic
}

// name is the key of a count of diagnostics. A rule has one severity.
type name struct {
	rule     string
	severity validate.Severity
}

// Setup makes the validator, once for each worker's copy of the function and
// not for each body: resolving the severities costs as much as several bodies.
func (f *checkFn) Setup() {
	f.validator = f.Options.validator()
	f.names = map[name]string{}
	if f.least = f.Options.RejectAt; f.least == 0 {
		f.least = validate.SeverityError
	}
}

// ProcessElement emits one body as clean or rejected.
func (f *checkFn) ProcessElement(file, line string, clean, rejected func([]byte), count func(string, int64)) {
	line = trimLine(line)
	if line == "" {
		return
	}
	body := []byte(line) // a copy: elements belong to their receiver
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

// named returns the name under which d is counted.
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
// return, and a byte order mark. A worker does not know which line of a file
// is the first, so the mark is removed from any. It returns "" if nothing but
// JSON's white space is left.
func trimLine(line string) string {
	line = strings.TrimSuffix(strings.TrimPrefix(line, bom), "\r")
	if strings.Trim(line, " \t\r\n") == "" {
		return ""
	}
	return line
}

// appendRejected writes a body with its diagnostics, as `linqlint --partition`
// does, without line numbers, which workers do not know.
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
