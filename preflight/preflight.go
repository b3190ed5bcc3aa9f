// Package preflight checks the request bodies of Linq's Partner API v3 where a
// program sends or receives them over HTTP: [Transport] wraps the
// http.RoundTripper of any client, [Handler] the http.Handler of a service
// that takes such bodies from others.
//
// A request is checked when its method and path are those of a request kind
// (POST /v3/messages, below any base URL), its content type is JSON or not
// given, and its body is not encoded. Everything else passes untouched and
// unread:
//
//   - other endpoints and other content types,
//   - a body longer than [MaxBody] allows,
//   - a body whose length is not known beforehand (a stream), unless
//     [CheckStreams] says otherwise.
//
// The body that goes on is the one that came, byte by byte, and GetBody is
// kept, so that redirects and retries see the same.
//
// A body with errors is refused: by default Transport returns an [*Error],
// which holds the report, and Handler answers as the API would. Warnings never
// stop a request; [Log] shows them.
package preflight

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// DefaultMaxBody is the longest body that is read unless [MaxBody] says
// otherwise, in bytes. No ordinary body needs a tenth of it.
const DefaultMaxBody = 8 << 20

// Option configures a [Transport] or a [Handler].
type Option interface{ apply(*checker) }

type option func(*checker)

func (o option) apply(c *checker) { o(c) }

// Validation passes options to the rules: severities, members newer than this
// version. The kind always comes from the endpoint.
func Validation(opts ...validate.Option) Option {
	return option(func(c *checker) { c.options = append(c.options, opts...) })
}

// Log writes every diagnostic to l: errors at slog.LevelError, warnings at
// LevelWarn, notes at LevelInfo. A nil l means slog.Default().
func Log(l *slog.Logger) Option {
	return option(func(c *checker) { c.log = orDefault(l) })
}

// LogOnly is [Log], and lets requests with errors pass.
func LogOnly(l *slog.Logger) Option {
	return option(func(c *checker) { c.log, c.outcome = orDefault(l), pass })
}

// Answer makes a Transport answer a body with errors as the API would, with
// its status (400 or 409) and error envelope, instead of returning an error.
// The header Linqlint-Detail tells the rule, the pointer and the reason. A
// Handler does so anyway.
func Answer() Option { return option(func(c *checker) { c.outcome = answer }) }

// MaxBody sets the longest body that is read, in bytes; a longer one passes
// unread. n under 1 means [DefaultMaxBody].
func MaxBody(n int64) Option { return option(func(c *checker) { c.max = n }) }

// CheckStreams also checks bodies whose length is not known beforehand. They
// are buffered up to the limit of [MaxBody]; a longer one then passes on.
func CheckStreams() Option { return option(func(c *checker) { c.streams = true }) }

func orDefault(l *slog.Logger) *slog.Logger {
	if l == nil {
		return slog.Default()
	}
	return l
}

// outcome is what becomes of a body with errors.
type outcome uint8

const (
	refuse outcome = iota + 1
	answer
	pass
)

// checker is what Transport and Handler share. It is not changed after New.
type checker struct {
	options    []validate.Option
	log        *slog.Logger // nil: none
	outcome    outcome
	max        int64
	streams    bool
	validators []*validate.Validator // by the position in api.Kinds
}

func newChecker(o outcome, opts []Option) *checker {
	c := &checker{outcome: o}
	for _, opt := range opts {
		opt.apply(c)
	}
	if c.max < 1 {
		c.max = DefaultMaxBody
	}
	for i := range api.Kinds {
		options := append(append([]validate.Option(nil), c.options...), validate.WithKind(validate.Kind(api.Kinds[i].Name)))
		c.validators = append(c.validators, validate.New(options...))
	}
	return c
}

// validator returns what checks the body of a request, or nil if nothing does.
func (c *checker) validator(r *http.Request) *validate.Validator {
	kind, ok := api.Endpoint(r.Method, r.URL.Path)
	if !ok || !checkable(r.Header) {
		return nil
	}
	for i := range api.Kinds {
		if &api.Kinds[i] == kind {
			return c.validators[i]
		}
	}
	return nil
}

// checkable reports whether the headers let a body be JSON as it stands.
func checkable(h http.Header) bool {
	if e := h.Get("Content-Encoding"); e != "" && !strings.EqualFold(e, "identity") {
		return false
	}
	t := h.Get("Content-Type")
	return t == "" || strings.Contains(t, "json") || strings.Contains(strings.ToLower(t), "json")
}

// known reports whether the body's length is known and within the limit, or
// whether it is to be read all the same.
func (c *checker) readable(length int64) bool {
	if length < 0 {
		return c.streams
	}
	return length <= c.max
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// keptBuffer is the largest buffer that is kept for the next request, in bytes.
const keptBuffer = 1 << 20

func release(b *bytes.Buffer) {
	if b.Cap() <= keptBuffer {
		b.Reset()
		buffers.Put(b)
	}
}

// fill reads at most the limit and one byte more into b; whole is false if
// there is more than the limit.
func (c *checker) fill(b *bytes.Buffer, r io.Reader) (whole bool, err error) {
	_, err = b.ReadFrom(io.LimitReader(r, c.max+1))
	return int64(b.Len()) <= c.max, err
}

// report checks a body and writes the log.
func (c *checker) report(r *http.Request, v *validate.Validator, body []byte) validate.Report {
	report := v.JSON(body)
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

func level(s validate.Severity) slog.Level {
	switch s {
	case validate.Error:
		return slog.LevelError
	case validate.Warning:
		return slog.LevelWarn
	default:
		return slog.LevelInfo
	}
}

// rest is a body that was read in part: what was read, then the others, closed
// as one.
type rest struct {
	io.Reader
	io.Closer
}

// replay is a body that was read whole. Closing it closes the original.
func replay(read []byte, more io.Reader, original io.Closer) io.ReadCloser {
	if more == nil {
		return rest{bytes.NewReader(read), original}
	}
	return rest{io.MultiReader(bytes.NewReader(read), more), original}
}
