// Package preflight checks the request bodies of Linq's Partner API v3 where a
// program sends or receives them over HTTP. [Transport] wraps the
// [http.RoundTripper] of any client, [Middleware] does the same for the vendor's SDK,
// and [Handler] wraps the [http.Handler] of a service that receives such bodies.
// [NewRequest] makes the request that sends a body of package builder.
//
// # Which requests are checked
//
// A request is checked if its method and path are those of a request kind, such as
// POST /v3/messages, below any base URL. Dot segments, repeated and trailing slashes,
// percent-encoding and case make no difference in a path. Other requests are not
// touched. One with a body for an endpoint of the API without rules is logged as
// unchecked.
//
// # What happens to a body
//
// A body without errors is sent byte for byte as it is, even after a redirect or a
// retry. A body with errors is refused: a Transport returns an [*Error] with the
// report, and a Handler responds as the API would. Warnings never stop a request;
// [WithLog] and [WithOnReport] show them.
//
// A body cannot be checked if it
//
//   - has a content type other than JSON,
//   - has a content encoding,
//   - is longer than [WithMaxBody] allows, or
//   - has no known length and cannot be read twice (a stream), in a Transport
//     without [WithStreams].
//
// A Transport sends such a body unchanged and unread. A Handler refuses it with status
// 413 or 415 unless [WithPassUnchecked] is given.
package preflight

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// checker is what Transport and Handler share. It does not change after it was
// made.
type checker struct {
	options       []validate.Option
	log           *slog.Logger // nil: none
	onReport      func(*http.Request, validate.Report)
	outcome       outcome
	max           int64 // bytes
	streams       bool
	passUnchecked bool
	validators    []*validate.Validator // by the index in api.Kinds
}

// outcome is what happens to a body with errors.
type outcome uint8

const (
	refuse  outcome = iota + 1 // an error
	respond                    // the API's response
	pass
)

func newChecker(o outcome, opts []Option) *checker {
	c := &checker{outcome: o, max: DefaultMaxBody}
	for _, opt := range opts {
		if opt != nil {
			opt.apply(c)
		}
	}
	for i := range api.Kinds {
		options := append(append([]validate.Option(nil), c.options...), validate.WithKind(validate.Kind(api.Kinds[i].Name)))
		c.validators = append(c.validators, validate.New(options...))
	}
	return c
}

// validator returns what checks the body of a request, or nil if its endpoint
// is not that of a request kind.
func (c *checker) validator(r *http.Request) *validate.Validator {
	kind := endpoint(r)
	for i := range api.Kinds {
		if &api.Kinds[i] == kind {
			return c.validators[i]
		}
	}
	return nil
}

// report checks a body, logs the diagnostics and calls the hook.
func (c *checker) report(r *http.Request, v *validate.Validator, body []byte) validate.Report {
	report := v.JSON(body)
	if c.onReport != nil {
		c.onReport(r, report)
	}
	if c.log == nil {
		return report
	}
	for i := range report.Diagnostics {
		d := &report.Diagnostics[i]
		c.log.LogAttrs(r.Context(), level(d.Severity), d.Message, slog.String("rule", d.Rule), slog.String("pointer", d.Pointer),
			slog.String("kind", string(report.Kind)), slog.String("method", r.Method), slog.String("path", r.URL.Path), slog.Int("offset", d.Start.Offset))
	}
	return report
}

// unchecked logs that a body passes without a check.
func (c *checker) unchecked(r *http.Request, reason string) {
	if c.log != nil {
		c.log.LogAttrs(r.Context(), slog.LevelWarn, "request body is not checked: "+reason, slog.String("method", r.Method), slog.String("path", r.URL.Path))
	}
}

// noRules logs that the body of a request to an endpoint of the API passes
// because no kind has that endpoint.
func (c *checker) noRules(r *http.Request) {
	if c.log != nil && r.Body != nil && r.Body != http.NoBody && api.IsBelow(r.URL.Path) {
		c.unchecked(r, "there are no rules for this endpoint")
	}
}

func level(s validate.Severity) slog.Level {
	switch s {
	case validate.SeverityError:
		return slog.LevelError
	case validate.SeverityWarning:
		return slog.LevelWarn
	default:
		return slog.LevelInfo
	}
}

// buffered is a request body that was read, or the beginning of one. A checked
// request needs no other allocation.
type buffered struct {
	bytes.Reader
	data     bytes.Buffer
	limited  io.LimitedReader
	original io.ReadCloser
}

// read reads the original up to the limit and one byte more; whole is false if
// there is more than the limit.
func (c *checker) read(original io.ReadCloser, length int64) (b *buffered, whole bool, err error) {
	b = &buffered{original: original, limited: io.LimitedReader{R: original, N: c.max + 1}}
	if length > 0 {
		b.data.Grow(int(min(length, 1<<20)) + bytes.MinRead)
	}
	_, err = b.data.ReadFrom(&b.limited)
	b.Reset(b.data.Bytes())
	return b, int64(b.data.Len()) <= c.max, err
}

// Close closes the original.
func (b *buffered) Close() error { return b.original.Close() }

// rest returns a body that reads what was read, and then the rest of the
// original or its error.
func (b *buffered) rest() io.ReadCloser {
	return struct {
		io.Reader
		io.Closer
	}{io.MultiReader(&b.Reader, b.original), b.original}
}
