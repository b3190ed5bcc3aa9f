package mock

import (
	"bytes"
	"encoding/json"
	"net/http"

	"github.com/linqlint/linqlint/internal/mock/apierror"
)

// response is what is sent back: a JSON body, or a refusal.
type response struct {
	status int
	body   []byte // nil for 204
	refuse *apierror.Error
}

func refusal(a apierror.Error) response { return response{status: a.Status, refuse: &a} }

// coded is the refusal with a documented code.
func coded(code int, detail string) response { return refusal(apierror.Coded(code, detail)) }

// success encodes x, which never fails for the shapes of this package.
func success(status int, x any) response {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x); err != nil {
		return refusal(apierror.Error{Status: http.StatusInternalServerError, Message: "the response cannot be encoded", Detail: err.Error()})
	}
	return response{status: status, body: b.Bytes()}
}

func (s *Server) write(w http.ResponseWriter, e *Event, a response) {
	if a.refuse != nil {
		s.refuse(w, e, *a.refuse)
		return
	}
	e.Status = a.status
	if a.body != nil {
		w.Header().Set("Content-Type", "application/json")
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // fails only when the client is gone
}

func (s *Server) refuse(w http.ResponseWriter, e *Event, a apierror.Error) {
	e.Status, e.Code, e.Detail = a.Status, a.Code, a.Detail
	if e.Detail == "" {
		e.Detail = a.Message
	}
	a.Write(w)
}
