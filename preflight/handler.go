package preflight

import (
	"bytes"
	"net/http"

	"github.com/linqlint/linqlint/internal/mock/apierror"
	"github.com/linqlint/linqlint/validate"
)

// Handler returns an http.Handler that checks each request to an endpoint of
// the API and hands it to next: a proxy in front of the API, or a service of
// one's own with the same paths. A body with errors is answered as the API
// would, with its status (400 or 409) and error envelope, unless [LogOnly]
// lets it pass. A body that does not arrive whole is not judged: next gets
// what came, and the error after it.
func Handler(next http.Handler, opts ...Option) http.Handler {
	c := newChecker(answer, opts)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := c.validator(r)
		if v == nil || !c.readable(r.ContentLength) {
			next.ServeHTTP(w, r)
			return
		}
		report, r := c.receive(r, v)
		if a, bad := apierror.FromReport(report); bad && c.outcome != pass {
			a.Write(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// receive reads the body of a request and returns the request with a body that
// reads the same.
func (c *checker) receive(r *http.Request, v *validate.Validator) (validate.Report, *http.Request) {
	var b bytes.Buffer
	if r.ContentLength > 0 {
		b.Grow(int(min(r.ContentLength, keptBuffer)) + bytes.MinRead)
	}
	whole, err := c.fill(&b, r.Body)
	copied := *r
	if err != nil || !whole {
		// The error comes again where next reads on.
		copied.Body = replay(b.Bytes(), r.Body, r.Body)
		return validate.Report{}, &copied
	}
	copied.Body = replay(b.Bytes(), nil, r.Body)
	return c.report(r, v, b.Bytes()), &copied
}
