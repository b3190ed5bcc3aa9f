// Package apierror writes the error envelope of the API, for packages that
// respond in its place: mock and preflight.
package apierror

import (
	"encoding/hex"
	"math/rand/v2"
	"net/http"
	"strconv"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// DetailHeader carries the first error of a refused body: its rule, pointer
// and message. The API has no such header; the envelope stays as documented.
const DetailHeader = "Linqlint-Detail"

// TraceHeader is on every response of the API; of an error it equals trace_id.
const TraceHeader = "X-Trace-Id"

// Error is a refusal: an HTTP status with the API's error envelope. The zero
// Error means success.
type Error struct {
	Status     int    // HTTP
	Code       int    // 0 for what the documentation has no code for
	Message    string // of the envelope
	RetryAfter int    // seconds; 0 unless Status is 429
	Detail     string // for DetailHeader and logs, or ""
}

// Coded returns the error with a documented code; detail adds to its message.
func Coded(code int, detail string) Error {
	e := api.ErrorNamed(code)
	if e == nil {
		return Error{Status: http.StatusBadRequest, Code: code, Message: "Invalid request", Detail: detail}
	}
	return Error{Status: e.Status, Code: e.Code, Message: e.Message, Detail: detail}
}

// FromReport returns the API's error for the first error of a report; ok is
// false if the report has none. An error without a documented code becomes 1003,
// invalid request body.
func FromReport(r validate.Report) (a Error, ok bool) {
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		if d.Severity != validate.SeverityError {
			continue
		}
		code := d.APICode
		if api.ErrorNamed(code) == nil {
			code = api.CodeInvalidBody
		}
		detail := d.Rule + ": "
		if d.Pointer != "" {
			detail += d.Pointer + ": "
		}
		return Coded(code, detail+d.Message), true
	}
	return Error{}, false
}

// TraceID returns a random trace_id: 32 hexadecimal digits, as in the
// documentation's example.
func TraceID() string {
	var b [16]byte
	for i, word := range [2]uint64{rand.Uint64(), rand.Uint64()} {
		for k := range 8 {
			b[i*8+k] = byte(word >> (8 * k))
		}
	}
	return hex.EncodeToString(b[:])
}

// Append appends the envelope.
func (a Error) Append(b []byte, traceID string) []byte {
	w := wire.Writer{B: b}
	w.Open('{')
	w.Name("success")
	w.Bool(false)
	w.Name("error")
	w.Open('{')
	w.Name("status")
	w.Int(int64(a.Status))
	w.Name("code")
	w.Int(int64(a.Code))
	w.Member("message", a.Message)
	w.Member("doc_url", api.ErrorDocURL(a.Code))
	if a.RetryAfter > 0 {
		w.Name("retry_after")
		w.Int(int64(a.RetryAfter))
	}
	w.Close('}')
	w.Member("trace_id", traceID)
	w.Close('}')
	return w.B
}

// SetHeader sets the headers that go with the envelope: Content-Type,
// Retry-After, and the detail, whose bytes outside printable ASCII are escaped
// as in a Go string.
func (a Error) SetHeader(h http.Header) {
	h.Set("Content-Type", "application/json")
	if a.RetryAfter > 0 {
		h.Set("Retry-After", strconv.Itoa(a.RetryAfter))
	}
	if a.Detail != "" {
		h.Set(DetailHeader, headerText(a.Detail))
	}
}

// Write writes the whole response. Its trace_id is that of [TraceHeader], which it
// sets unless it is set.
func (a Error) Write(w http.ResponseWriter) {
	trace := w.Header().Get(TraceHeader)
	if trace == "" {
		trace = TraceID()
		w.Header().Set(TraceHeader, trace)
	}
	a.SetHeader(w.Header())
	w.WriteHeader(a.Status)
	_, _ = w.Write(a.Append(nil, trace)) // fails only when the client is gone
}

// maxHeaderText is the longest detail in bytes: it may quote the body.
const maxHeaderText = 1024

func headerText(s string) string {
	quoted := strconv.QuoteToASCII(s[:min(len(s), maxHeaderText)])
	quoted = quoted[1 : len(quoted)-1]
	out := make([]byte, 0, len(quoted))
	for i := 0; i < len(quoted); i++ {
		if quoted[i] == '\\' && i+1 < len(quoted) && quoted[i+1] == '"' {
			continue // a quotation mark needs no escape in a header
		}
		out = append(out, quoted[i])
	}
	return string(out)
}
