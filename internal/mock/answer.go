package mock

import (
	"bytes"
	"encoding/json"
	"net/http"

	"github.com/linqlint/linqlint/internal/mock/apierror"
)

// answer is what a request gets: a JSON body, or a refusal.
type answer struct {
	status int
	body   []byte // nil for 204
	refuse *apierror.Answer
}

func refusal(a apierror.Answer) answer { return answer{status: a.Status, refuse: &a} }

// coded is the refusal of a documented code.
func coded(code int, detail string) answer { return refusal(apierror.Coded(code, detail)) }

// success encodes x. Our own shapes always encode.
func success(status int, x any) answer {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x); err != nil {
		return refusal(apierror.Answer{Status: http.StatusInternalServerError, Message: "the answer cannot be encoded", Detail: err.Error()})
	}
	return answer{status: status, body: b.Bytes()}
}

func (s *Server) write(w http.ResponseWriter, e *Event, a answer) {
	if a.refuse != nil {
		s.refuse(w, e, *a.refuse)
		return
	}
	e.Status = a.status
	if a.body != nil {
		w.Header().Set("Content-Type", "application/json")
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // a client that is gone needs no answer
}

func (s *Server) refuse(w http.ResponseWriter, e *Event, a apierror.Answer) {
	e.Status, e.Code, e.Detail = a.Status, a.Code, a.Detail
	if e.Detail == "" {
		e.Detail = a.Message
	}
	a.Write(w)
}
