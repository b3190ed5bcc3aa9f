// Package linqtest is for tests of programs that send through Linq's Partner API v3:
// [NewServer] starts a mock of the API on a loopback port, and [AssertSendable] and
// [AssertRule] check a body without a server.
//
// All functions and methods are safe for concurrent use.
//
// # What the server does
//
// A request needs a bearer token. Its body is checked by the rules of package
// validate as the kind of its method and path, below any base URL. A body with
// errors gets the documented envelope with the status and code of its first
// error. An accepted request gets the documented status and shape, and changes
// what the server keeps: chats, messages, reactions, polls, attachments. Every
// response has an X-Trace-ID. The server knows the endpoints of the request
// kinds, and those that clients call around a send:
//
//   - GET of chats, messages, threads, polls and attachments, DELETE of messages,
//   - typing, read, share_contact_card and leave of a chat, its participants, its
//     name and its background,
//   - phone numbers, capabilities, contact cards, blocked handles and webhook
//     subscriptions. It sends no webhook events.
//
// # What it assumes
//
// The members and types of the responses are those of the API reference, of the
// vendor's TypeScript SDK (0.28.2), and for polls of its Go SDK (0.38.3). Where
// these say nothing, the server does this:
//
//   - Accepted messages are delivered at once: the response to a send says
//     pending, every later GET says delivered, never read.
//   - The service of a chat is the first message's preferred_service, else
//     iMessage. No recipient lacks a service.
//   - The message of an error is the documented one of its code; the header
//     Linqlint-Detail has the rule, the pointer and the diagnostic.
//   - An error without a documented code becomes 1003.
//   - messages.create takes the first line that is neither flagged nor
//     excluded. chats.create takes any from unless [WithLines] is given (then
//     another one gets 2005), and uses the chat that the line has with exactly
//     these recipients, if any.
//   - An idempotency key is valid for its endpoint (with the id in the path) and
//     gets the first response again, whatever the second body is.
//   - Opt-outs block direct chats only, as the Go SDK describes them.
//   - A flagged line makes its chats CRITICAL.
//   - Pages of messages go from the newest to the oldest, 20 by default and 100
//     at most, as documented for chats.
//   - A reply_to may name any message; a part_index beyond the message, a
//     poll's endpoint for another message, and an id that is not a UUID get 1005.
//   - The line has one reaction to each part besides stickers; a new one replaces
//     it. Where a sticker is placed is not kept.
//   - A chat's display_name is its recipients, separated by commas, until it is
//     set. Every address can be reached by iMessage and RCS.
//   - An edited text loses its decorations.
//   - Media by URL is not downloaded: size_bytes is 0 and mime_type is by the
//     extension. A media part may name an attachment before its file is
//     uploaded. The size of an uploaded file is compared with size_bytes, and the
//     file is discarded; download_url has the documented form and is not served.
//   - The url of an app card without one is "". An app clip is in responses like
//     a link; a message with an experience has no parts.
//   - Bodies over 8 MiB get 413.
//
// # Memory
//
// [WithHistory] limits how many messages, attachments and accepted requests are
// kept, each, and 64 MiB of each; the oldest are dropped. A chat is dropped with
// its last message, a key with its message, and a line that a request has added
// with its last chat. A poll has at most 1000 options, a part 100 stickers.
package linqtest

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/linqlint/linqlint/internal/mock"
	"github.com/linqlint/linqlint/validate"
)

// Sent is a request that the server accepted.
type Sent struct {
	Kind      validate.Kind
	Body      []byte          // as received; must not be modified
	Report    validate.Report // its warnings
	At        time.Time       // by the server's clock
	ChatID    string          // "" for a request that is about no chat
	MessageID string          // of the new message, or of the one that the request changes
	From      string          // the line
	To        []string        // the recipients
}

// Request is a request that the server received, accepted or not.
type Request struct {
	Method, Path string
	Body         []byte    // as received, must not be modified; nil if it was not read, as with a fault
	At           time.Time // by the server's clock
	Status       int       // of the response; 0 if the connection was closed without one
	Code         int       // of an error, else 0
	Detail       string    // of an error: the rule, the pointer and the message
}

// Server is a running mock of the API, made by [NewServer] or [Start]: the methods of the
// zero Server panic. It is safe for concurrent use.
type Server struct {
	// URL is the base URL, "http://127.0.0.1:port", to which paths such as
	// /v3/messages are appended. See [WithoutNetwork] for a server without a port.
	URL string

	mock   *mock.Server
	http   *httptest.Server // nil without a network
	client *http.Client
}

// NewServer starts a server on a free loopback port for the time of a test. It panics
// if an option is mistyped. In a bubble of testing/synctest a port keeps the clock from
// moving: start the server outside of the bubble, or use [WithoutNetwork].
func NewServer(tb testing.TB, opts ...Option) *Server {
	tb.Helper()
	s, err := Start(opts...)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(s.Close)
	return s
}

// Start starts a server on a free loopback port, for use without a test, as in TestMain.
// The caller must close it. The error is that of listening on the port. Start panics if
// an option is mistyped.
func Start(opts ...Option) (*Server, error) {
	c := config{Config: mock.Config{Hosts: []string{"*"}}} // a test may dial it by the API's host name
	for _, o := range opts {
		if o != nil {
			o.apply(&c)
		}
	}
	s := &Server{mock: mock.New(c.Config)}
	token := "token"
	if len(c.Tokens) > 0 {
		token = c.Tokens[0]
	}
	if c.inProcess {
		s.URL, s.client = "http://linqtest.invalid", &http.Client{Transport: withToken{s.mock, token}}
		return s, nil
	}
	// A flag can move httptest's own listener to another address.
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("linqtest: cannot listen on a loopback port: %w", err)
	}
	s.http = &httptest.Server{Listener: listener, Config: mock.HTTPServer(s.mock)}
	s.http.Start()
	s.URL = s.http.URL
	s.client = &http.Client{Transport: withToken{s.http.Client().Transport, token}}
	return s, nil
}

// Close stops the server and waits for the requests in flight. It may be called
// more than once.
func (s *Server) Close() {
	if s.http != nil {
		s.http.Close()
	}
}

// Handle adds an endpoint that the server does not know, or replaces one. The
// pattern is that of [http.ServeMux], such as "GET /v3/payments/{id}". The handler
// is called after the token and the faults were checked, and gets a path that begins
// with /v3/, whatever the base URL. Handle panics if the pattern is invalid,
// conflicts with an earlier one, or has a path that does not begin with /v3/.
func (s *Server) Handle(pattern string, h http.Handler) { s.mock.Handle(pattern, h) }

// Requests returns the requests to the API, accepted or not, the oldest first: a
// client that tries again makes several.
func (s *Server) Requests() []Request {
	var out []Request
	for _, e := range s.mock.Requests() {
		out = append(out, Request{e.Method, e.Path, e.Body, e.At, e.Status, e.Code, e.Detail})
	}
	return out
}

// Sent returns the requests that were accepted, the oldest first. A request
// that repeats an idempotency key is not in it.
func (s *Server) Sent() []Sent {
	var out []Sent
	for _, m := range s.mock.Sent() {
		out = append(out, Sent(m))
	}
	return out
}

// Reset deletes everything, as if the server had just started.
func (s *Server) Reset() { s.mock.Reset() }

// FlagLine flags a line: the next messages.create to recipients whose chat is on
// it is a failover. A number that is not a line becomes one.
func (s *Server) FlagLine(number string) { s.mock.FlagLine(number) }

// UnflagLine removes the flag.
func (s *Server) UnflagLine(number string) { s.mock.UnflagLine(number) }

// OptOut makes sends to a person fail with 403 and code 2024, as after STOP.
func (s *Server) OptOut(handle string) { s.mock.OptOut(handle) }

// OptIn removes an opt-out.
func (s *Server) OptIn(handle string) { s.mock.OptIn(handle) }
