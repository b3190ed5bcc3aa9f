// Package linqtest helps to test programs that send through Linq's Partner API
// v3: [NewServer] starts a stand-in for the API on a loopback port, and
// [AssertSendable] and [AssertRule] judge a body without any server.
//
// # What the server does
//
// A request needs a bearer token. Its body is checked by the rules of package
// validate for the kind that its method and path make it, below any base URL;
// an error is answered with the documented envelope, its status and the code
// of the first error in the body. What was accepted gets the documented status
// and shape, and is kept: chats, messages, reactions, polls, attachments. The
// server knows the endpoints of the request kinds, and GET /v3/chats, GET
// /v3/chats/{id}, GET /v3/chats/{id}/messages, GET and DELETE
// /v3/messages/{id}, GET /v3/messages/{id}/poll and GET /v3/attachments/{id}.
//
// # What it assumes
//
// The members and types of the answers come from the API reference, from the
// types of the vendor's TypeScript SDK (0.28.2), and for polls from its Go SDK
// (0.38.3). Where these are silent, the server does this:
//
//   - Accepted messages are delivered at once: the answer to a send says
//     pending, every later GET says delivered, never read.
//   - The service of a chat is the first message's preferred_service, else
//     iMessage. No recipient lacks a service.
//   - The answer's message is the code's documented one; the header
//     Linqlint-Detail tells the rule, the pointer and the reason.
//   - An error whose code nobody documents is answered as 1003.
//   - messages.create takes the first line that is neither flagged nor
//     excluded. chats.create takes any from unless [Lines] names some (then
//     another one gets 2005), and uses the chat that the line has with exactly
//     these recipients, if any.
//   - An idempotency key belongs to its endpoint (with the id in the path) and
//     gets the first answer again, whatever the second body says.
//   - Opt-outs block direct chats only, as the Go SDK describes them.
//   - A flagged line makes its chats CRITICAL.
//   - Pages of messages go from the newest to the oldest, 20 unless limit says
//     otherwise, 100 at most, as the documentation has it for chats.
//   - A reply_to may name any message; a part_index beyond the message, a
//     poll's endpoint for another message, and an id that is no uuid get 1005.
//   - One reaction of the line stands on a part; a new one replaces it.
//   - An edited text loses its decorations.
//   - Media by URL is not downloaded: size_bytes is 0 and mime_type goes by
//     the extension. A media part may name an attachment before its file is
//     uploaded. Uploaded files are counted, compared with size_bytes, and
//     thrown away; download_url has the documented form and is not served.
//   - The url of an app card without one is "". An app clip is answered like a
//     link, a message with an experience with no parts.
//   - Bodies over 8 MiB get 413.
//
// # Memory
//
// The newest [History] messages, attachments and accepted requests are kept; a
// chat goes with its last message, and a key with its message.
package linqtest

import (
	"net"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/linqlint/linqlint/internal/mock"
	"github.com/linqlint/linqlint/validate"
)

// Sent is one request that the server accepted.
type Sent = mock.Sent

// Server is a running stand-in for the API. It is safe for concurrent use.
type Server struct {
	// URL is the base URL, "http://127.0.0.1:port": paths such as /v3/messages
	// are appended to it, as to the API's own.
	URL string

	mock *mock.Server
	http *httptest.Server
}

// Option configures a [Server].
type Option interface{ apply(*mock.Config) }

type option func(*mock.Config)

func (o option) apply(c *mock.Config) { o(c) }

// Tokens makes the server accept these bearer tokens and no other. Without it
// any token will do, but there must be one.
func Tokens(tokens ...string) Option {
	return option(func(c *mock.Config) { c.Tokens = append(c.Tokens, tokens...) })
}

// Lines names the account's numbers (E.164), the best first. Without it there
// are two numbers of the fictional range +1 202 555 01xx, and chats.create may
// name any other.
func Lines(numbers ...string) Option {
	return option(func(c *mock.Config) { c.Lines = append(c.Lines, numbers...) })
}

// History sets how many messages, attachments and accepted requests are kept,
// each; n under 1 means 10000.
func History(n int) Option { return option(func(c *mock.Config) { c.History = n }) }

// Validation passes options to the rules, such as a severity that turns a
// warning into a refusal.
func Validation(opts ...validate.Option) Option {
	return option(func(c *mock.Config) { c.Validation = append(c.Validation, opts...) })
}

// Clock sets what the server takes for the time; nil means time.Now.
func Clock(now func() time.Time) Option { return option(func(c *mock.Config) { c.Now = now }) }

// NewServer starts a server on a free loopback port. It is closed when the
// test ends.
func NewServer(tb testing.TB, opts ...Option) *Server {
	tb.Helper()
	config := mock.Config{Hosts: mock.AnyHost} // a test may dial it under the API's own name
	for _, o := range opts {
		o.apply(&config)
	}
	// httptest's own listener may be moved to other addresses by a flag.
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatalf("linqtest: cannot listen on a loopback port: %v", err)
	}
	s := &Server{mock: mock.New(config)}
	s.http = &httptest.Server{Listener: listener, Config: mock.HTTPServer(s.mock)}
	s.http.Start()
	s.URL = s.http.URL
	tb.Cleanup(s.Close)
	return s
}

// Close stops the server and waits for the requests under way. It may be
// called more than once.
func (s *Server) Close() { s.http.Close() }

// Sent lists the requests that were accepted, the oldest first. A repeated
// idempotency key is no second one.
func (s *Server) Sent() []Sent { return s.mock.Sent() }

// Reset forgets everything, as if the server had just started.
func (s *Server) Reset() { s.mock.Reset() }

// FlagLine flags a line: the next messages.create to recipients whose chat
// lives on it is a failover. A number that is no line becomes one.
func (s *Server) FlagLine(number string) { s.mock.FlagLine(number) }

// UnflagLine takes the flag away.
func (s *Server) UnflagLine(number string) { s.mock.UnflagLine(number) }

// OptOut makes sends to a person fail with 403 and code 2024, as after STOP.
func (s *Server) OptOut(handle string) { s.mock.OptOut(handle) }

// OptIn takes an opt-out back.
func (s *Server) OptIn(handle string) { s.mock.OptIn(handle) }

// Fault is what goes wrong with a request.
type Fault struct{ fault mock.Fault }

// ServerError answers 500 with code 3006.
func ServerError() Fault { return Refuse(3006) }

// RateLimited answers 429 with code 1007 and retry_after in seconds, 1 at
// least, in the envelope and as the Retry-After header.
func RateLimited(retryAfter int) Fault {
	return Fault{mock.Fault{Code: 1007, RetryAfter: retryAfter}}
}

// Refuse answers with a documented code.
func Refuse(code int) Fault { return Fault{mock.Fault{Code: code}} }

// Slow lets the request wait before it is handled.
func Slow(d time.Duration) Fault { return Fault{mock.Fault{Delay: d}} }

// CutConnection closes the connection without handling the request.
func CutConnection() Fault { return Fault{mock.Fault{Cut: true}} }

// LoseAnswer handles the request and closes the connection without an answer:
// the case that idempotency keys are for.
func LoseAnswer() Fault { return Fault{mock.Fault{LoseAnswer: true}} }

// Fail makes each of the next times requests meet the fault. Several calls
// queue up.
func (s *Server) Fail(f Fault, times int) { s.mock.Fail(f.fault, times) }
