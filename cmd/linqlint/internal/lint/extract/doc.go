// Package extract reads request bodies from files with requests: shell scripts
// with curl, HAR captures, .http files and Postman collections. The method and
// the path of a request give the kind of its body. Diagnostics have their
// position in the file, through all quotes and escapes around the body.
//
// A body may have variables: $NAME or $(command) in a script, {{name}} in the
// other formats. Such a body is checked several times, with different stand-in
// values. A diagnostic about a value with a variable is dropped; of the others,
// those that all stand-ins have in common are reported, so they are right
// whatever the variables hold. A variable of a script that is assigned once is
// replaced by its value.
package extract

import (
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// Request is a request of a file whose body is one of the API's.
type Request struct {
	Kind validate.Kind // "" if no kind has the endpoint; then Unchecked says so
	// Known is true if the request goes to the API's host, to this machine, where
	// a mock may listen, or to a host from a variable. A request to any other host
	// may be for another API.
	Known bool
	// File is the file that holds the body, relative to the file of the request;
	// "" if the body is in the same file.
	File string

	// Unchecked is why the body of a request to the API cannot be checked, for
	// example because all of it is a variable; "" if it can.
	Unchecked string

	body text
}

// Fault is why a file cannot be read in its format.
type Fault struct {
	Offset  int // bytes
	Message string
}

// Error returns the message, without the place.
func (f *Fault) Error() string { return f.Message }

// Read returns the requests of a file in their order. An error is a *[Fault] and
// comes with the requests before it. The format must be one for which
// [HasRequests] is true.
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

// HasRequests reports whether files of the format hold requests, not bodies.
func HasRequests(format source.Format) bool { return format >= source.Curl && format <= source.Postman }
