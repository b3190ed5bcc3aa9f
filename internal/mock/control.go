package mock

import (
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock/apierror"
	"github.com/linqlint/linqlint/internal/wire"
)

// controlPath is where programs in other languages reach what a Go test calls
// as methods. It needs the token like the API.
const controlPath = "/_mock/"

// FlagLine marks a line as flagged: messages.create leaves its chats. A number
// that is not a line yet becomes one.
func (s *Server) FlagLine(number string) { s.setFlag(number, s.now().UTC().Truncate(time.Millisecond)) }

// UnflagLine removes the flag.
func (s *Server) UnflagLine(number string) { s.setFlag(number, time.Time{}) }

func (s *Server) setFlag(number string, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.state.line(number)
	if l == nil {
		l = &line{Number: number}
		s.state.lines = append(s.state.lines, l)
	}
	l.Flagged, l.FlaggedAt = !at.IsZero(), at
}

// OptOut makes sends to a person fail with 2024, as if they had written STOP.
func (s *Server) OptOut(handle string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state.optedOut[strings.ToLower(handle)] = s.now().UTC().Truncate(time.Millisecond)
}

// OptIn removes an opt-out, as if the person had written again.
func (s *Server) OptIn(handle string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.state.optedOut, strings.ToLower(handle))
}

// Sent returns the accepted requests that have a body, the oldest first.
func (s *Server) Sent() []Sent {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.state.sent)
}

// Reset deletes everything: chats, attachments, keys, flags, faults.
func (s *Server) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state, s.queue = newState(s.lines(), s.config.History), nil
}

// controlRequest is the body of a POST to the control path.
type controlRequest struct {
	Times      int    `json:"times"`       // of a fault; 0 means 1
	Code       int    `json:"code"`        // of fault
	RetryAfter int    `json:"retry_after"` // seconds
	DelayMS    int    `json:"delay_ms"`
	Handle     string `json:"handle"` // of opt_out and opt_in
	Line       string `json:"line"`   // of flag and unflag
}

// control handles GET /_mock/sent and POST /_mock/ fault, cut, drop_response,
// flag, unflag, opt_out, opt_in and reset.
func (s *Server) control(w http.ResponseWriter, r *http.Request, e *Event) {
	command := strings.TrimPrefix(r.URL.Path, controlPath)
	if command == "sent" && r.Method == http.MethodGet {
		s.write(w, e, response{status: http.StatusOK, body: sentJSON(s.Sent())})
		return
	}
	var o controlRequest
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 64<<10))
	if err == nil && len(body) > 0 {
		err = json.Unmarshal(body, &o)
	}
	if err != nil {
		s.refuse(w, e, apierror.Coded(api.CodeInvalidBody, err.Error()))
		return
	}
	if r.Method != http.MethodPost || !s.run(command, o) {
		s.refuse(w, e, apierror.Error{Status: http.StatusNotFound, Message: "Not found", Detail: "unknown command: " + r.Method + " " + r.URL.Path})
		return
	}
	s.write(w, e, response{status: http.StatusNoContent})
}

func (s *Server) run(command string, o controlRequest) bool {
	delay := time.Duration(o.DelayMS) * time.Millisecond
	switch command {
	case "fault":
		s.Fail(Fault{Code: o.Code, RetryAfter: o.RetryAfter, Delay: delay}, max(o.Times, 1))
	case "cut":
		s.Fail(Fault{Cut: true, Delay: delay}, max(o.Times, 1))
	case "drop_response":
		s.Fail(Fault{DropResponse: true, Delay: delay}, max(o.Times, 1))
	case "flag":
		s.FlagLine(o.Line)
	case "unflag":
		s.UnflagLine(o.Line)
	case "opt_out":
		s.OptOut(o.Handle)
	case "opt_in":
		s.OptIn(o.Handle)
	case "reset":
		s.Reset()
	default:
		return false
	}
	return true
}

// sentJSON returns accepted requests as JSON, with their bodies as received.
func sentJSON(list []Sent) []byte {
	var w wire.Writer
	w.Open('[')
	for i := range list {
		s := &list[i]
		w.Open('{')
		w.Member("kind", string(s.Kind))
		w.Member("at", s.At.Format(time.RFC3339Nano))
		w.Member("chat_id", s.ChatID)
		w.Member("message_id", s.MessageID)
		w.Member("from", s.From)
		w.Texts("to", s.To)
		w.Name("body")
		w.Raw(s.Body)
		w.Close('}')
	}
	w.Close(']')
	return w.B
}
