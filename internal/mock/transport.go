package mock

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strconv"
)

// errCut is what a client gets for a connection that a fault has closed.
var errCut = errors.New("mock: the connection was closed by a fault")

// RoundTrip handles a request in process, without a connection. It implements
// [http.RoundTripper].
func (s *Server) RoundTrip(req *http.Request) (res *http.Response, err error) {
	r := req.Clone(req.Context())
	if r.Body == nil {
		r.Body = http.NoBody
	}
	defer r.Body.Close()
	if r.Host == "" {
		r.Host = r.URL.Host
	}
	r.RequestURI, r.RemoteAddr = r.URL.RequestURI(), "127.0.0.1:0"
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	w := &recorded{header: http.Header{}}
	defer func() {
		switch p := recover(); {
		case p == nil:
		case p != any(http.ErrAbortHandler):
			panic(p)
		default:
			if res, err = nil, r.Context().Err(); err == nil {
				err = errCut
			}
		}
	}()
	s.ServeHTTP(w, r)
	w.WriteHeader(http.StatusOK)
	return &http.Response{
		Status: strconv.Itoa(w.status) + " " + http.StatusText(w.status), StatusCode: w.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.header, Body: io.NopCloser(&w.body), ContentLength: int64(w.body.Len()), Request: req,
	}, nil
}

// recorded is a response in memory.
type recorded struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (w *recorded) Header() http.Header { return w.header }

func (w *recorded) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
}

func (w *recorded) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}

// statusWriter notes the status of a response.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}
