// Package mock is a stand-in for Linq's Partner API v3 over HTTP: it checks
// the bodies that it gets with the rules of package validate, keeps chats and
// messages in memory, and answers in the documented shapes. linqtest and
// `linqlint mock` are its two skins; what it does beyond the documentation is
// said in linqtest's package comment.
//
// Everything that is kept is bounded by [Config.History].
package mock

import (
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
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

// DefaultLines are the lines of an account that names none: numbers of the
// range that is kept for fiction.
var DefaultLines = []string{"+12025550100", "+12025550101"}

// Config is how a Server behaves. The zero Config is usable.
type Config struct {
	// Tokens are the accepted bearer tokens; none means that any will do, but
	// a request without one is still refused.
	Tokens []string
	// Lines are the account's numbers, E.164, the best first. None means
	// DefaultLines, and then any `from` is taken for a line too.
	Lines []string
	// History is how many messages, attachments and accepted requests are kept
	// each; the oldest go first. Under 1 means DefaultHistory.
	History int
	// Validation is passed to validate.New for every kind.
	Validation []validate.Option
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Log is called after each request but those for the page, from the
	// request's goroutine; nil means never.
	Log func(Event)
	// Hosts says which Host headers are answered. The zero value answers
	// those of this machine only, so that no web page reaches the server
	// under a name of its own.
	Hosts Hosts
}

// Hosts says which Host headers are answered.
type Hosts uint8

// The hosts.
const (
	LoopbackHosts Hosts = iota // localhost and loopback addresses
	AnyHost
)

// Event is one request, for a log.
type Event struct {
	Method, Path string
	Status       int    // 0 if the connection was cut
	Kind         string // or "" for what has no body
	Code         int    // of a refusal
	Detail       string // of a refusal: rule, pointer and message
	Warnings     int    // of an accepted body
	Replayed     bool   // answered from an idempotency key
	Fault        bool   // the answer was asked for with Fail
	Took         time.Duration
}

// Server is an http.Handler that answers as the API. It is safe for
// concurrent use; make it with [New].
type Server struct {
	config     Config
	tokens     [][sha256.Size]byte
	anyLine    bool
	now        func() time.Time
	validators map[*api.Kind]*validate.Validator

	mu    sync.Mutex
	state state
	queue []Fault // what the next requests meet
}

// New returns a Server without chats.
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
		return DefaultLines
	}
	return s.config.Lines
}

// HTTPServer returns an http.Server with limits that hold against slow and
// oversized clients. Its Addr is not set.
func HTTPServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       time.Minute, // an upload of 100 MB on a slow disk still fits
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(slog.DiscardHandler, slog.LevelError), // what clients do wrong is theirs to see
	}
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	e := Event{Method: r.Method, Path: r.URL.Path}
	onPage := r.URL.Path == "/" && (r.Method == http.MethodGet || r.Method == http.MethodHead)
	if s.config.Log != nil && !onPage { // the page asks again every few seconds
		defer func() { // also when the handler aborts the connection
			e.Took = time.Since(start)
			s.config.Log(e)
		}()
	}
	if s.config.Hosts == LoopbackHosts && !loopback(r.Host) {
		s.refuse(w, &e, apierror.Answer{Status: http.StatusMisdirectedRequest, Message: "this server answers requests to localhost only"})
		return
	}
	switch {
	case onPage:
		s.page(w)
	case strings.HasPrefix(r.URL.Path, uploadPath):
		s.upload(w, r, &e)
	case !s.authorized(r):
		s.refuse(w, &e, apierror.Coded(api.CodeUnauthorized, ""))
	case strings.HasPrefix(r.URL.Path, controlPath):
		s.control(w, r, &e)
	default:
		s.api(w, r, &e)
	}
}

// api answers a request to the API itself, after the fault that waits for it.
func (s *Server) api(w http.ResponseWriter, r *http.Request, e *Event) {
	fault := s.takeFault()
	if !fault.before(s, w, r, e) {
		return
	}
	var a answer
	if kind, ok := api.Endpoint(r.Method, r.URL.Path); ok {
		e.Kind = kind.Name
		a = s.post(w, r, kind, e)
	} else {
		a = s.other(r)
	}
	if fault.LoseAnswer {
		panic(http.ErrAbortHandler)
	}
	s.write(w, e, a)
}

// post checks the body of a request and hands it on.
func (s *Server) post(w http.ResponseWriter, r *http.Request, kind *api.Kind, e *Event) answer {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxBody))
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return refusal(apierror.Answer{Status: http.StatusRequestEntityTooLarge, Code: api.CodeInvalidBody, Message: "Invalid request body", Detail: "the body is larger than 8388608 bytes, which are read at most"})
	} else if err != nil {
		return refusal(apierror.Coded(api.CodeInvalidBody, "the body did not arrive whole"))
	}
	report := s.validators[kind].JSON(body)
	if a, bad := apierror.FromReport(report); bad {
		return refusal(a)
	}
	e.Warnings = report.Count(validate.Warning)
	in := request{kind: kind, body: body, report: report, header: r.Header, base: base(r), path: r.URL.Path}
	a := s.accept(&in)
	e.Replayed = in.replayed
	return a
}

// authorized reports whether the request has a bearer token, and a right one
// where there are such.
func (s *Server) authorized(r *http.Request) bool {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") || strings.TrimSpace(token) == "" {
		return false
	}
	if len(s.tokens) == 0 {
		return true
	}
	sum, found := sha256.Sum256([]byte(strings.TrimSpace(token))), 0
	for i := range s.tokens { // all of them, so that the time tells nothing
		found |= subtle.ConstantTimeCompare(sum[:], s.tokens[i][:])
	}
	return found == 1
}

// loopback reports whether a Host header names this machine.
func loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback()
	}
	return strings.EqualFold(host, "localhost") || strings.HasSuffix(strings.ToLower(host), ".localhost")
}

// base is the URL that the client reached this server by.
func base(r *http.Request) string { return "http://" + r.Host }
