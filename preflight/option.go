package preflight

import (
	"log/slog"
	"math"
	"net/http"

	"github.com/linqlint/linqlint/validate"
)

// DefaultMaxBody is the length, in bytes, up to which bodies are checked unless
// [WithMaxBody] is given. Ordinary bodies have less than a tenth of it.
const DefaultMaxBody = 8 << 20

// Option configures a [Transport], a [Middleware] or a [Handler]. A nil Option
// is skipped.
type Option interface{ apply(*checker) }

type option func(*checker)

func (o option) apply(c *checker) { o(c) }

// WithValidation passes options to the rules, such as severities and known names. The
// kind is always that of the endpoint, whatever [validate.WithKind] says.
func WithValidation(opts ...validate.Option) Option {
	return option(func(c *checker) { c.options = append(c.options, opts...) })
}

// WithLog writes every diagnostic to l: errors at slog.LevelError, warnings at
// LevelWarn, notes at LevelInfo. A body that passes unchecked is logged at
// LevelWarn. The body itself is not logged. A nil l means [slog.Default].
func WithLog(l *slog.Logger) Option {
	return option(func(c *checker) { c.log = orDefault(l) })
}

// WithLogOnly is [WithLog], but no request is refused, whether it has errors or cannot be
// checked. Of WithLogOnly and [WithResponse], the last one counts.
func WithLogOnly(l *slog.Logger) Option {
	return option(func(c *checker) { c.log, c.outcome, c.passUnchecked = orDefault(l), pass, true })
}

// WithOnReport calls f with the report of each body that was checked, before the request
// is sent or refused. f is called concurrently, and must neither read the body of the
// request nor change the report. A nil f is never called.
func WithOnReport(f func(*http.Request, validate.Report)) Option {
	return option(func(c *checker) { c.onReport = f })
}

// WithResponse makes a Transport or Middleware return the API's response to a
// body with errors, with its status (400 or 409) and error envelope, instead of
// an error. The header Linqlint-Detail has the rule, the pointer and the message
// of the first error; X-Should-Retry: false keeps the vendor's SDKs from trying
// again. A Handler always does this.
func WithResponse() Option { return option(func(c *checker) { c.outcome = respond }) }

// WithMaxBody sets the length, in bytes, up to which bodies are checked; n < 1 means
// [DefaultMaxBody], [math.MaxInt64] means any length.
func WithMaxBody(n int64) Option {
	if n < 1 {
		n = DefaultMaxBody
	}
	return option(func(c *checker) { c.max = min(n, math.MaxInt64-1) })
}

// WithStreams also checks bodies of unknown length that cannot be read twice, and
// buffers them for that. One that is longer than the limit of [WithMaxBody] is sent
// unchecked. A Handler needs this option only with [WithPassUnchecked].
func WithStreams() Option { return option(func(c *checker) { c.streams = true }) }

// WithPassUnchecked makes a Handler accept the bodies that it cannot check, among them
// bodies of unknown length unless [WithStreams] is given. A Transport and a Middleware
// always accept them.
func WithPassUnchecked() Option { return option(func(c *checker) { c.passUnchecked = true }) }

func orDefault(l *slog.Logger) *slog.Logger {
	if l == nil {
		return slog.Default()
	}
	return l
}
