package mock

import (
	"net/http"
	"time"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock/apierror"
)

// Fault is what goes wrong with one request. The zero Fault is nothing.
type Fault struct {
	// Delay is how long the request waits first.
	Delay time.Duration
	// Code is answered instead of handling the request, with its envelope.
	Code int
	// RetryAfter goes with Code 1007, in seconds; 0 means 1.
	RetryAfter int
	// Cut closes the connection instead of handling the request.
	Cut bool
	// LoseAnswer handles the request and closes the connection instead of
	// answering, so that the client cannot know whether it was accepted.
	LoseAnswer bool
}

// Fail makes each of the next times requests to the API meet f. Several calls
// queue up.
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

// before does what comes before a request is handled; false means that it is
// answered already.
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
			panic(http.ErrAbortHandler) // the client has given up, as it would on a slow network
		}
	}
	if f.Cut {
		panic(http.ErrAbortHandler)
	}
	if f.Code != 0 {
		a := apierror.Coded(f.Code, "asked for by a fault")
		if f.Code == api.CodeRateLimit {
			a.RetryAfter = max(f.RetryAfter, 1)
		}
		s.refuse(w, e, a)
		return false
	}
	return true
}
