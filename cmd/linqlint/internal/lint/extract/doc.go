// Package extract takes request bodies out of the files in which people keep
// their requests: shell scripts with curl, HAR captures, .http files and
// Postman collections. The kind of a body is known from the method and the
// path that it is sent to, and what is found in it is reported at its place in
// the file, through whatever quotes and escapes it stands in there.
//
// A body may hold variables: $NAME or $(command) in a script, {{name}} in the
// others. What such a body is reported for holds whatever the variables hold:
// it is checked with several stand-ins for them, nothing is reported of a value
// that has one in it, and elsewhere only what all of the stand-ins have in
// common. A script's variable that is assigned once, to a text, is that text.
package extract

import (
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// Request is a request of a file whose body is one of the API's.
type Request struct {
	Kind validate.Kind
	// Known says that it goes to the API: to its host, to this machine (where a
	// fake may listen) or to a host that a variable names. A body that goes to
	// some other host may be another API's.
	Known bool
	// File is the file in which the body is, relative to the one it was found
	// in; "" where the body stands in that one.
	File string

	body text
}

// Fault is why a file cannot be read as what it is said to be.
type Fault struct {
	Offset  int // bytes
	Message string
}

// Error returns the message, without the place.
func (f *Fault) Error() string { return f.Message }

// Read returns the requests of a file in the order in which they stand there.
// The error is a *[Fault]; with it come the requests before it, if any. The
// format must be one that [HasRequests] requests.
func Read(format source.Format, file []byte) ([]Request, error) {
	switch format {
	case source.Curl:
		return readShell(file)
	case source.HAR:
		return readHAR(file)
	case source.HTTP:
		return readHTTP(file), nil
	case source.Postman:
		return readPostman(file)
	}
	return nil, &Fault{Message: "the format holds bodies, not requests"}
}

// HasRequests reports whether files of the format hold requests.
func HasRequests(format source.Format) bool { return format >= source.Curl && format <= source.Postman }
