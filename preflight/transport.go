package preflight

import (
	"bytes"
	"io"
	"net/http"
	"strconv"

	"github.com/linqlint/linqlint/internal/mock/apierror"
	"github.com/linqlint/linqlint/validate"
)

// Error is a request that was not sent because its body has errors. An
// http.Client returns it inside a *url.Error; errors.As finds it, and the
// *validate.InvalidError in it.
type Error struct {
	Method, Path string
	Report       validate.Report
}

// Error names the first error of the body.
func (e *Error) Error() string {
	return e.Method + " " + e.Path + " was not sent: " + e.invalid().Error()
}

// Unwrap returns a *validate.InvalidError with the report.
func (e *Error) Unwrap() error { return e.invalid() }

func (e *Error) invalid() error { return &validate.InvalidError{Report: e.Report} }

// Transport returns an http.RoundTripper that checks each request to the API
// and hands it to next; nil means http.DefaultTransport. It is safe for
// concurrent use if next is.
func Transport(next http.RoundTripper, opts ...Option) http.RoundTripper {
	return &transport{next: next, checker: newChecker(refuse, opts)}
}

type transport struct {
	next    http.RoundTripper
	checker *checker
}

// RoundTrip implements http.RoundTripper. It never changes req.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	next := t.next
	if next == nil {
		next = http.DefaultTransport
	}
	v := t.checker.validator(req)
	if v == nil {
		return next.RoundTrip(req)
	}
	report, send, err := t.check(req, v)
	if err != nil {
		closeBody(req)
		return nil, err
	}
	if t.checker.outcome == pass || report.OK() {
		return next.RoundTrip(send)
	}
	closeBody(req)
	if a, bad := apierror.FromReport(report); bad && t.checker.outcome == answer {
		return response(req, a), nil
	}
	return nil, &Error{Method: req.Method, Path: req.URL.Path, Report: report}
}

// check reads the body of a request without taking it away. send is req, or a
// copy of it with the body that was read in place of the original's.
func (t *transport) check(req *http.Request, v *validate.Validator) (report validate.Report, send *http.Request, err error) {
	c := t.checker
	if req.Body == nil || req.Body == http.NoBody {
		return c.report(req, v, nil), req, nil
	}
	length := req.ContentLength
	if length == 0 {
		length = -1 // net/http's convention for a body that is there
	}
	if req.GetBody == nil && !c.readable(length) || length > c.max {
		return validate.Report{}, req, nil
	}
	if req.GetBody != nil {
		return t.checkCopy(req, v)
	}
	var b bytes.Buffer // not from the pool: it goes on with the request
	whole, err := c.fill(&b, req.Body)
	if err != nil {
		return validate.Report{}, nil, err
	}
	copied := *req
	send = &copied
	if !whole {
		send.Body = replay(b.Bytes(), req.Body, req.Body)
		return validate.Report{}, send, nil
	}
	send.Body = replay(b.Bytes(), nil, req.Body)
	return c.report(req, v, b.Bytes()), send, nil
}

// checkCopy checks a second copy of the body, which GetBody gives.
func (t *transport) checkCopy(req *http.Request, v *validate.Validator) (validate.Report, *http.Request, error) {
	body, err := req.GetBody()
	if err != nil {
		return validate.Report{}, nil, err
	}
	b := buffers.Get().(*bytes.Buffer)
	defer release(b)
	whole, err := t.checker.fill(b, body)
	if closed := body.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return validate.Report{}, nil, err
	}
	if !whole {
		return validate.Report{}, req, nil
	}
	return t.checker.report(req, v, b.Bytes()), req, nil
}

func closeBody(req *http.Request) {
	if req.Body != nil {
		req.Body.Close() // a RoundTripper closes it in any case
	}
}

// response is what the API would answer.
func response(req *http.Request, a apierror.Answer) *http.Response {
	body := a.Append(nil, apierror.TraceID())
	header := http.Header{}
	a.SetHeader(header)
	return &http.Response{
		Status: strconv.Itoa(a.Status) + " " + http.StatusText(a.Status), StatusCode: a.Status,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: header, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)), Request: req,
	}
}
