package preflight

import (
	"bytes"
	"io"
	"net/http"
	"strconv"

	"github.com/linqlint/linqlint/internal/mock/apierror"
	"github.com/linqlint/linqlint/validate"
)

// Error is the error of a request that was not sent because its body has errors. An
// http.Client wraps it in a *url.Error: use [errors.As]. It wraps a
// [*validate.InvalidError], so that [errors.Is] finds [validate.ErrInvalid].
type Error struct {
	Method, Path string
	Report       validate.Report
}

// Error returns the method, the path and the first error of the body.
func (e *Error) Error() string {
	return e.Method + " " + e.Path + " was not sent: " + e.invalid().Error()
}

// Unwrap returns a *validate.InvalidError with the report.
func (e *Error) Unwrap() error { return e.invalid() }

func (e *Error) invalid() error { return &validate.InvalidError{Report: e.Report} }

// Transport returns an [http.RoundTripper] that checks each request to the API before
// next sends it; a nil next means [http.DefaultTransport]. A body that is checked is
// buffered. CloseIdleConnections of an http.Client is forwarded to next. A Transport is
// safe for concurrent use if next is. It panics if an option is mistyped.
//
// The vendor's SDKs take the error for a broken connection and try again: use
// [Middleware] or [WithResponse] with them.
func Transport(next http.RoundTripper, opts ...Option) http.RoundTripper {
	return &transport{next: next, checker: newChecker(refuse, opts)}
}

type transport struct {
	next http.RoundTripper
	*checker
}

// RoundTrip implements http.RoundTripper. It never changes req.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	send, refused, err := t.check(req)
	switch {
	case err != nil:
		return nil, err
	case refused == nil:
		return t.base().RoundTrip(send)
	case t.outcome == respond:
		return response(req, refused.Report), nil
	}
	return nil, refused
}

func (t *transport) base() http.RoundTripper {
	if t.next == nil {
		return http.DefaultTransport
	}
	return t.next
}

// CloseIdleConnections closes those of the wrapped http.RoundTripper, for
// [http.Client.CloseIdleConnections].
func (t *transport) CloseIdleConnections() {
	if c, ok := t.base().(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}

// Middleware is [Transport] as a function between a client and the network, the form
// that option.WithMiddleware of the vendor's Go SDK takes. For a body with errors it
// returns the [*Error] together with a response whose header X-Should-Retry is false,
// so that the SDK does not try again.
func Middleware(opts ...Option) func(*http.Request, func(*http.Request) (*http.Response, error)) (*http.Response, error) {
	c := newChecker(refuse, opts)
	return func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
		send, refused, err := c.check(req)
		switch {
		case err != nil:
			return nil, err
		case refused == nil:
			return next(send)
		case c.outcome == respond:
			return response(req, refused.Report), nil
		}
		return response(req, refused.Report), refused
	}
}

// check checks a request. send is what to send: req, or a copy of it whose body
// reads the same. With refused or err the body of req is closed, as a
// RoundTripper must do.
func (c *checker) check(req *http.Request) (send *http.Request, refused *Error, err error) {
	v := c.validator(req)
	if v == nil {
		c.noRules(req)
		return req, nil, nil
	}
	if reason := c.cannotCheck(req); reason != "" {
		c.unchecked(req, reason)
		return req, nil, nil
	}
	send = req
	var data []byte
	if req.Body != nil && req.Body != http.NoBody {
		b, whole, err := c.read(req.Body, req.ContentLength)
		if err != nil {
			req.Body.Close()
			return nil, nil, err
		}
		copied := *req
		send, data = &copied, b.data.Bytes()
		if !whole {
			c.unchecked(req, "it is over the limit")
			send.Body = b.rest()
			return send, nil, nil
		}
		// What is sent again is what was checked, whatever GetBody of req returns.
		send.Body, send.GetBody = b, nil
		if req.GetBody != nil {
			send.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }
		}
	}
	report := c.report(req, v, data)
	if c.outcome == pass || report.OK() {
		return send, nil, nil
	}
	if req.Body != nil {
		req.Body.Close()
	}
	return nil, &Error{Method: req.Method, Path: req.URL.Path, Report: report}, nil
}

// cannotCheck says why the body of a request is sent unread, or "".
func (c *checker) cannotCheck(req *http.Request) string {
	if reason := notJSON(req.Header); reason != "" {
		return reason
	}
	if req.Body == nil || req.Body == http.NoBody {
		return ""
	}
	if req.ContentLength > c.max {
		return "it is over the limit"
	}
	// net/http: with a body, a length of 0 means unknown.
	if req.ContentLength < 1 && req.GetBody == nil && !c.streams {
		return "its length is not known"
	}
	return ""
}

// response returns the API's response to a body with this report.
func response(req *http.Request, r validate.Report) *http.Response {
	a, _ := apierror.FromReport(r)
	body := a.Append(nil, apierror.TraceID())
	header := http.Header{noRetry: {"false"}}
	a.SetHeader(header)
	return &http.Response{
		Status: strconv.Itoa(a.Status) + " " + http.StatusText(a.Status), StatusCode: a.Status,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: header, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)), Request: req,
	}
}
