package mock

import (
	"net/http"
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

// Fail applies f to each of the next times requests to the API. Faults of
// several calls are queued.
func (s *Server) Fail(f Fault, times int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for range min(times, maxFaults-len(s.queue)) {
		s.queue = append(s.queue, f)
	}
}

// maxFaults bounds the queue, since the control endpoint fills it too.
const maxFaults = 100_000

func (s *Server) takeFault() Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) == 0 {
		return Fault{}
	}
	f := s.queue[0]
	s.queue = s.queue[1:]
	return f
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
