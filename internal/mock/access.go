package mock

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"slices"
	"strings"
)

// authorized reports whether the request has a bearer token, and an accepted
// one if the configuration names any.
func (s *Server) authorized(r *http.Request) bool {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.EqualFold(scheme, "Bearer") && s.accepted(strings.TrimSpace(token))
}

// mayRead reports whether a request for the page has a token, as browsers send
// it.
func (s *Server) mayRead(r *http.Request) bool {
	_, password, ok := r.BasicAuth()
	return ok && s.accepted(password) || s.authorized(r)
}

func (s *Server) accepted(token string) bool {
	if len(s.tokens) == 0 {
		return token != ""
	}
	sum, found := sha256.Sum256([]byte(token)), 0
	for i := range s.tokens { // all of them, so that timing reveals nothing
		found |= subtle.ConstantTimeCompare(sum[:], s.tokens[i][:])
	}
	return found == 1
}

// accepts reports whether a Host header is an address, localhost, or a name of
// the configuration.
func (s *Server) accepts(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if inner, ok := strings.CutPrefix(host, "["); ok {
		host = strings.TrimSuffix(inner, "]")
	}
	if net.ParseIP(host) != nil {
		return true
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return host == "localhost" || strings.HasSuffix(host, ".localhost") ||
		slices.ContainsFunc(s.config.Hosts, func(name string) bool { return name == "*" || strings.EqualFold(name, host) })
}

// base returns the URL by which the client reached this server.
func base(r *http.Request) string { return "http://" + r.Host }
