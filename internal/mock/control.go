package mock

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strconv"
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
func (s *Server) FlagLine(number string) { s.setFlag(number, s.time()) }

// UnflagLine removes the flag.
func (s *Server) UnflagLine(number string) { s.setFlag(number, time.Time{}) }

func (s *Server) setFlag(number string, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.state.lineOf(number)
	l.Flagged, l.FlaggedAt = !at.IsZero(), at
}

// OptOut makes sends to a person fail with 2024, as if they had written STOP.
func (s *Server) OptOut(handle string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state.optOut(handle, s.time())
}

// OptIn removes an opt-out, as if the person had written again.
func (s *Server) OptIn(handle string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state.optIn(handle)
}

// Sent returns the accepted requests that have a body, the oldest first.
func (s *Server) Sent() []Sent {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.state.sent.items)
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
	DelayMS    int64  `json:"delay_ms"`
	Handle     string `json:"handle"` // of opt_out and opt_in
	Line       string `json:"line"`   // of flag and unflag
}

const (
	maxCode    = 9999
	maxDelayMS = 24 * 60 * 60 * 1000
	maxHandle  = 320 // bytes: the longest email address
)

// check returns what is wrong with the members, or "".
func (c *controlRequest) check(command string) string {
	outside := func(name string, n, most int64) string {
		if n >= 0 && n <= most {
			return ""
		}
		return name + " is " + strconv.FormatInt(n, 10) + ", expected 0 to " + strconv.FormatInt(most, 10)
	}
	for _, problem := range []string{
		outside("times", int64(c.Times), maxFaults), outside("code", int64(c.Code), maxCode),
		outside("retry_after", int64(c.RetryAfter), maxDelayMS/1000), outside("delay_ms", c.DelayMS, maxDelayMS),
	} {
		if problem != "" {
			return problem
		}
	}
	switch command {
	case "opt_out", "opt_in":
		if c.Handle == "" || len(c.Handle) > maxHandle {
			return "handle must have 1 to " + strconv.Itoa(maxHandle) + " bytes"
		}
	case "flag", "unflag":
		if !isNumber(c.Line) {
			return "line must be an E.164 number"
		}
	}
	return ""
}

// isNumber reports whether s is a plus and 2 to 15 digits.
func isNumber(s string) bool {
	digits, ok := strings.CutPrefix(s, "+")
	return ok && len(digits) >= 2 && len(digits) <= 15 && strings.Trim(digits, "0123456789") == ""
}

// control handles GET /_mock/sent and POST /_mock/ fault, cut, drop_response,
// flag, unflag, opt_out, opt_in and reset.
func (s *Server) control(w http.ResponseWriter, r *http.Request, e *Event) {
	command := strings.TrimPrefix(r.URL.Path, controlPath)
	if command == "sent" && r.Method == http.MethodGet {
		s.write(w, e, response{status: http.StatusOK, body: sentJSON(s.Sent())})
		return
	}
	var c controlRequest
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 64<<10))
	if err == nil && len(body) > 0 {
		d := json.NewDecoder(bytes.NewReader(body))
		d.DisallowUnknownFields()
		err = d.Decode(&c)
	}
	if err != nil {
		s.refuse(w, e, apierror.Coded(api.CodeInvalidBody, err.Error()))
		return
	}
	if problem := c.check(command); problem != "" {
		s.refuse(w, e, apierror.Coded(api.CodeInvalidParameter, problem))
		return
	}
	if r.Method != http.MethodPost || !s.run(command, c) {
		s.refuse(w, e, apierror.Error{Status: http.StatusNotFound, Message: "Not found", Detail: "unknown command: " + r.Method + " " + r.URL.Path})
		return
	}
	s.write(w, e, response{status: http.StatusNoContent})
}

func (s *Server) run(command string, c controlRequest) bool {
	delay := time.Duration(c.DelayMS) * time.Millisecond
	switch command {
	case "fault":
		s.Fail(Fault{Code: c.Code, RetryAfter: c.RetryAfter, Delay: delay}, max(c.Times, 1))
	case "cut":
		s.Fail(Fault{Cut: true, Delay: delay}, max(c.Times, 1))
	case "drop_response":
		s.Fail(Fault{DropResponse: true, Delay: delay}, max(c.Times, 1))
	case "flag":
		s.FlagLine(c.Line)
	case "unflag":
		s.UnflagLine(c.Line)
	case "opt_out":
		s.OptOut(c.Handle)
	case "opt_in":
		s.OptIn(c.Handle)
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
