package linqtest

import (
	"errors"
	"fmt"
	"time"

	"github.com/linqlint/linqlint/internal/mock"
)

// Fault is what goes wrong with a request. The zero Fault changes nothing. Faults are
// comparable.
type Fault struct{ fault mock.Fault }

// MarshalJSON returns an error: a fault is for [Server.Fail].
func (Fault) MarshalJSON() ([]byte, error) {
	return nil, errors.New("linqtest: a fault has no JSON form")
}

// String describes the fault.
func (f Fault) String() string {
	switch {
	case f.fault.Cut:
		return "close the connection"
	case f.fault.DropResponse:
		return "drop the response"
	case f.fault.Code != 0:
		return fmt.Sprintf("respond with code %d", f.fault.Code)
	case f.fault.Delay != 0:
		return fmt.Sprintf("wait %v", f.fault.Delay)
	}
	return "no fault"
}

// ServerError responds with status 500 and code 3006.
func ServerError() Fault { return Refuse(3006) }

// RateLimited responds with status 429 and code 1007. The envelope and the
// Retry-After header have retryAfter, in seconds; less than 1 means 1.
func RateLimited(retryAfter int) Fault {
	return Fault{mock.Fault{Code: 1007, RetryAfter: retryAfter}}
}

// Refuse responds with a code of the API and its status, or 400 for a code that is
// newer than this version. It panics if the code does not have four digits.
func Refuse(code int) Fault {
	if code < 1000 || code > 9999 {
		panic(fmt.Sprintf("linqtest: Refuse: code is %d, expected 1000 to 9999", code))
	}
	return Fault{mock.Fault{Code: code}}
}

// Slow delays the request before it is handled.
func Slow(d time.Duration) Fault { return Fault{mock.Fault{Delay: d}} }

// CutConnection closes the connection without handling the request.
func CutConnection() Fault { return Fault{mock.Fault{Cut: true}} }

// DropResponse handles the request and closes the connection without a response:
// the case that idempotency keys are for.
func DropResponse() Fault { return Fault{mock.Fault{DropResponse: true}} }

// Fail applies f to each of the next times requests that have a token; times < 1
// changes nothing. Faults of several calls are queued: a request gets the first
// that is for it.
func (s *Server) Fail(f Fault, times int) { s.mock.Fail(f.fault, times) }

// FailAt is Fail for requests that match a pattern of [http.ServeMux], such as
// "POST /v3/messages". FailAt panics if the pattern is invalid or its path does not
// begin with /v3/, where the path of a request begins whatever the base URL.
func (s *Server) FailAt(pattern string, f Fault, times int) { s.mock.FailAt(pattern, f.fault, times) }
