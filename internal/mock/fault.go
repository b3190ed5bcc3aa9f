package mock

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock/apierror"
)

// Fault is what goes wrong with one request. The zero Fault changes nothing.
type Fault struct {
	// Delay is how long the request waits first.
	Delay time.Duration
	// Code is the API code to respond with instead of handling the request; 0
	// means none.
	Code int
	// RetryAfter is sent with code 1007, in seconds; less than 1 means 1.
	RetryAfter int
	// Cut closes the connection instead of handling the request.
	Cut bool
	// DropResponse handles the request, but closes the connection without a
	// response, so that the client cannot know whether it was accepted.
	DropResponse bool
}

// queued is a fault for some of the next requests.
type queued struct {
	Fault
	at    *http.ServeMux // has the pattern of the requests; nil for all
	times int
}

// Fail applies f to each of the next times requests to the API. Faults of
// several calls are queued.
func (s *Server) Fail(f Fault, times int) { s.enqueue(queued{Fault: f, times: times}) }

// FailAt is Fail for the requests that match a pattern of [http.ServeMux], such as
// "POST /v3/messages". It panics if the pattern is invalid or can never match.
func (s *Server) FailAt(pattern string, f Fault, times int) {
	mustMatch(pattern)
	mux := http.NewServeMux()
	mux.HandleFunc(pattern, func(http.ResponseWriter, *http.Request) {})
	s.enqueue(queued{f, mux, times})
}

func (s *Server) enqueue(q queued) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if q.times > 0 && len(s.queue) < maxFaults {
		s.queue = append(s.queue, q)
	}
}

// maxFaults limits the queue, which the control endpoint fills too, and the times
// of one command.
const maxFaults = 100_000

// takeFault returns the first fault in the queue that is for a request.
func (s *Server) takeFault(r *http.Request) Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.queue {
		q := &s.queue[i]
		if q.at != nil && !matches(q.at, r) {
			continue
		}
		f := q.Fault
		if q.times--; q.times == 0 {
			s.queue = slices.Delete(s.queue, i, i+1)
		}
		return f
	}
	return Fault{}
}

// mustMatch panics if no request can match a pattern: the path of one begins with
// /v3/, and its host is any.
func mustMatch(pattern string) {
	path := pattern
	if _, rest, ok := strings.Cut(pattern, " "); ok {
		path = strings.TrimLeft(rest, " \t")
	}
	if path != "/" && !strings.HasPrefix(path, "/v3/") {
		panic("mock: path of pattern " + strconv.Quote(pattern) + " does not begin with /v3/")
	}
}

// matches reports whether a handler of mux matches a request, whose path counts
// from /v3 on.
func matches(mux *http.ServeMux, r *http.Request) bool {
	_, pattern := mux.Handler(below(r))
	return pattern != ""
}

// below returns a request with its path from /v3 on: the API's base URL has a
// path.
func below(r *http.Request) *http.Request {
	i := strings.Index(r.URL.Path, "/v3/")
	if i <= 0 {
		return r
	}
	u := *r.URL
	u.Path, u.RawPath = u.Path[i:], ""
	copied := *r
	copied.URL = &u
	return &copied
}

// before applies f before the request is handled; false means that a response
// has been written.
func (f Fault) before(s *Server, w http.ResponseWriter, r *http.Request, e *Event) bool {
	if f == (Fault{}) {
		return true
	}
	e.Fault = true
	if f.Delay > 0 {
		timer := time.NewTimer(f.Delay)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-r.Context().Done():
			panic(http.ErrAbortHandler) // the client gave up, as on a slow network
		}
	}
	if f.Cut {
		panic(http.ErrAbortHandler)
	}
	if f.Code != 0 {
		a := apierror.Coded(f.Code, "a fault was set for this request")
		if f.Code == api.CodeRateLimit {
			a.RetryAfter = max(f.RetryAfter, 1)
		}
		s.refuse(w, e, a)
		return false
	}
	return true
}
