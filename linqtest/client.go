package linqtest

import "net/http"

// Client returns a client that adds a bearer token that the server accepts to
// requests without one. Its connections are closed with the server.
func (s *Server) Client() *http.Client { return s.client }

// withToken adds a bearer token to requests without one.
type withToken struct {
	next  http.RoundTripper
	token string
}

func (t withToken) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.Header.Get("Authorization") == "" {
		req = req.Clone(req.Context())
		req.Header.Set("Authorization", "Bearer "+t.token)
	}
	return t.next.RoundTrip(req)
}

// Transport returns an http.RoundTripper that calls the server in process,
// whatever the host of a URL. It uses no connection and no goroutine, so that it
// works in a bubble of testing/synctest, in which the server was not started or was
// started with [WithoutNetwork]. Requests need a token.
func (s *Server) Transport() http.RoundTripper { return s.mock }
