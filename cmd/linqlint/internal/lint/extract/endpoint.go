package extract

import (
	"net"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// anyWord replaces a variable in a URL.
const anyWord = "variable"

// request returns the request that sends body to url; ok is false if the
// endpoint takes no body. unchecked is why the body cannot be checked, or "".
func request(method string, url, body text, unchecked string) (r Request, ok bool) {
	u := url.filled(func(int) string { return anyWord })
	address := string(u.bytes)
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address = address[:i]
	}
	host, known := "", true
	if _, rest, absolute := strings.Cut(address, "://"); absolute {
		var path string
		host, path, _ = strings.Cut(rest, "/")
		address = "/" + path
		known = ours(host)
	}
	method, address = strings.ToUpper(method), "/"+strings.TrimLeft(address, "/")
	r = Request{Known: known, Unchecked: unchecked, body: body}
	if kind, ok := api.Endpoint(method, address); ok {
		r.Kind = validate.Kind(kind.Name)
		return r, true
	}
	if method == "" || method == "GET" || method == "HEAD" || !known || !isBelow(host, address) {
		return Request{}, false
	}
	r.Unchecked = "there are no rules for " + method + " " + strings.ReplaceAll(address, anyWord, "…")
	return r, true
}

// isBelow reports whether a path of a host that is [ours] is one of the API's.
func isBelow(host, path string) bool {
	if isAPI(host) {
		_, rest, ok := strings.Cut(path, "/v3/")
		return ok && rest != ""
	}
	if first, rest, ok := strings.Cut(path[1:], "/"); ok && strings.Contains(first, anyWord) {
		path = "/" + rest // $BASE/v3/messages
	}
	return api.IsBelow(path)
}

// ours reports whether a host is the API's, this machine, or a variable.
func ours(host string) bool {
	if at := strings.LastIndexByte(host, '@'); at >= 0 {
		host = host[at+1:]
	}
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(host)
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return strings.Contains(host, anyWord) || isAPI(host) ||
		host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}

// isAPI reports whether a host is one of the API's.
func isAPI(host string) bool {
	host = strings.ToLower(host)
	return host == "linqapp.com" || strings.HasSuffix(host, ".linqapp.com")
}
