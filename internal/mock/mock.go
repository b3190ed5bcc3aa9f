// Package mock imitates Linq's Partner API v3 over HTTP for tests: it checks
// request bodies with the rules of package validate, keeps chats and messages
// in memory, and responds with the documented shapes. linqtest and
// `linqlint mock` are built on it. The package comment of linqtest lists what
// it does beyond the documentation.
//
// Everything that a server keeps is limited by [Config.History] and [MaxBytes].
package mock

import (
	"crypto/sha256"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock/apierror"
	"github.com/linqlint/linqlint/validate"
)

// DefaultHistory is how many messages are kept unless [Config.History] says
// otherwise.
const DefaultHistory = 10_000

// MaxBody is the largest request body that is read, in bytes. No limit is
// documented; an ordinary body has under 1 MiB.
const MaxBody = 8 << 20

// maxAccountBody is the largest body, in bytes, of a request that changes the
// account and not a message.
const maxAccountBody = 16 << 10

// defaultLines are the lines of an account that names none: numbers from the
// range reserved for fiction.
var defaultLines = []string{"+12025550100", "+12025550101"}

// Config is how a Server behaves. The zero Config is usable.
type Config struct {
	// Tokens are the accepted bearer tokens. If empty, any token is accepted,
	// but a request without one is still refused.
	Tokens []string
	// Lines are the account's numbers, E.164, the preferred first. If empty,
	// they are +12025550100 and +12025550101, and any other `from` becomes a line too.
	Lines []string
	// History is how many messages, attachments and accepted requests are
	// kept, each; the oldest are dropped. Less than 1 means DefaultHistory.
	History int
	// Validation is passed to validate.New for every kind.
	Validation []validate.Option
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Log is called after each request except those for the page, from the
	// request's goroutine; nil means never.
	Log func(Event)
	// Network says that other machines can reach the server: then the page needs
	// a token too, as the password of HTTP Basic authentication.
	Network bool
	// Hosts are further names that a Host header may have, without a port; "*"
	// accepts any. Addresses and localhost are always accepted: a web page can
	// reach the server by another name only if its owner controls that name (DNS
	// rebinding).
	Hosts []string
}

// Event is one request, for a log.
type Event struct {
	Method, Path string
	Status       int    // 0 if the connection was closed without a response
	Kind         string // or "" for what has no body
	Code         int    // of a refusal
	Detail       string // of a refusal: rule, pointer and message
	Warnings     int    // of an accepted body
	Replayed     bool   // an idempotency key was used again
	Fault        bool   // the response comes from Fail
	Took         time.Duration
	At           time.Time
	Body         []byte // of a request of a kind, as received; nil if it was not read
}

// Server is an http.Handler that behaves like the API. It is safe for
// concurrent use. [New] makes one; the zero Server is not usable.
type Server struct {
	config     Config
	tokens     [][sha256.Size]byte
	anyLine    bool
	now        func() time.Time
	validators map[*api.Kind]*validate.Validator

	mu    sync.Mutex
	state *state
	queue []queued       // faults of the next requests
	extra *http.ServeMux // endpoints of Handle; nil for none
}

// New returns a Server with no chats.
func New(c Config) *Server {
	s := &Server{config: c, now: c.Now, anyLine: len(c.Lines) == 0, validators: map[*api.Kind]*validate.Validator{}}
	if s.now == nil {
		s.now = time.Now
	}
	if s.config.History < 1 {
		s.config.History = DefaultHistory
	}
	for _, t := range c.Tokens {
		s.tokens = append(s.tokens, sha256.Sum256([]byte(t)))
	}
	for i := range api.Kinds {
		k := &api.Kinds[i]
		options := append(append([]validate.Option(nil), c.Validation...), validate.WithKind(validate.Kind(k.Name)))
		s.validators[k] = validate.New(options...)
	}
	s.state = newState(s.lines(), s.config.History)
	return s
}

func (s *Server) lines() []string {
	if s.anyLine {
		return defaultLines
	}
	return s.config.Lines
}

// HTTPServer returns an http.Server with limits against slow clients and large
// headers. Its Addr is not set.
func HTTPServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       time.Minute, // an upload of 100 MB on a slow disk still fits
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(slog.DiscardHandler, slog.LevelError), // clients' errors are not ours to print
	}
}

// ServeHTTP handles one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	e := Event{Method: r.Method, Path: r.URL.Path, At: s.time()}
	onPage := r.URL.Path == "/" && (r.Method == http.MethodGet || r.Method == http.MethodHead)
	if !onPage { // the page reloads every few seconds
		defer func() { // also when the handler aborts the connection
			e.Took = time.Since(start)
			s.note(e)
		}()
	}
	trace := apierror.TraceID()
	w.Header().Set(apierror.TraceHeader, trace)
	if !s.accepts(r.Host) {
		s.refuse(w, &e, apierror.Error{Status: http.StatusMisdirectedRequest, Message: "the mock does not accept this host name"})
		return
	}
	switch {
	case onPage && s.config.Network && !s.mayRead(r):
		w.Header().Set("WWW-Authenticate", `Basic realm="linqlint mock: any user, the token as password", charset="UTF-8"`)
		s.refuse(w, &e, apierror.Coded(api.CodeUnauthorized, ""))
	case onPage:
		s.page(w)
	case strings.HasPrefix(r.URL.Path, uploadPath):
		s.upload(w, r, &e)
	case !s.authorized(r):
		s.refuse(w, &e, apierror.Coded(api.CodeUnauthorized, ""))
	case strings.HasPrefix(r.URL.Path, controlPath):
		s.control(w, r, &e)
	default:
		s.api(w, r, &e, trace)
	}
}

// note logs a request, and keeps it if it was to the API.
func (s *Server) note(e Event) {
	if s.config.Log != nil {
		s.config.Log(e)
	}
	if strings.Contains(e.Path, "/v3/") {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.state.requests.add(e)
	}
}

// Requests returns the requests to the API, accepted or not, the oldest first.
func (s *Server) Requests() []Event {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.state.requests.items)
}

// Handle adds an endpoint, or replaces one of the mock's own. The pattern is that
// of [http.ServeMux]; its path begins with /v3. The handler is called after the
// token and the faults were checked. Handle panics if the pattern is invalid or
// conflicts with an earlier one.
func (s *Server) Handle(pattern string, h http.Handler) {
	mustMatch(pattern)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.extra == nil {
		s.extra = http.NewServeMux()
	}
	s.extra.Handle(pattern, h)
}

// handler returns the handler that Handle has set for a request, or nil.
func (s *Server) handler(r *http.Request) http.Handler {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.extra == nil || !matches(s.extra, r) {
		return nil
	}
	mux := s.extra
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { mux.ServeHTTP(w, below(r)) })
}

// api handles a request to the API itself, after the fault that is queued for it.
func (s *Server) api(w http.ResponseWriter, r *http.Request, e *Event, trace string) {
	fault := s.takeFault(r)
	if !fault.before(s, w, r, e) {
		return
	}
	if h := s.handler(r); h != nil {
		if fault.DropResponse {
			h.ServeHTTP(&recorded{header: http.Header{}}, r)
			panic(http.ErrAbortHandler)
		}
		status := &statusWriter{ResponseWriter: w}
		h.ServeHTTP(status, r)
		e.Status = max(status.status, http.StatusOK)
		return
	}
	var a response
	if kind, ok := api.Endpoint(r.Method, r.URL.Path); ok {
		e.Kind = kind.Name
		a = s.post(w, r, kind, e, trace)
	} else {
		a = s.other(r, trace)
	}
	if fault.DropResponse {
		panic(http.ErrAbortHandler)
	}
	s.write(w, e, a)
}

// post checks the body of a request and handles it.
func (s *Server) post(w http.ResponseWriter, r *http.Request, kind *api.Kind, e *Event, trace string) response {
	limit := int64(MaxBody)
	if ofAccount(kind) {
		limit = maxAccountBody
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return refusal(apierror.Error{Status: http.StatusRequestEntityTooLarge, Code: api.CodeInvalidBody, Message: "Invalid request body", Detail: "the body is over " + strconv.FormatInt(limit, 10) + " bytes"})
	} else if err != nil {
		return refusal(apierror.Coded(api.CodeInvalidBody, "the body ended early"))
	}
	e.Body = body
	report := s.validators[kind].JSON(body)
	if a, bad := apierror.FromReport(report); bad {
		return refusal(a)
	}
	e.Warnings = report.Count(validate.SeverityWarning)
	in := request{kind: kind, body: body, report: report, header: r.Header, base: base(r), path: r.URL.Path, query: r.URL.Query(), trace: trace}
	a := s.accept(&in)
	e.Replayed = in.replayed
	return a
}
