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
// endpoint takes no body.
func request(method string, url, body text) (r Request, ok bool) {
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
	kind, ok := api.Endpoint(strings.ToUpper(method), "/"+strings.TrimLeft(address, "/"))
	if !ok {
		return Request{}, false
	}
	return Request{Kind: validate.Kind(kind.Name), Known: known, body: body}, true
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
	return strings.Contains(host, anyWord) || host == "linqapp.com" || strings.HasSuffix(host, ".linqapp.com") ||
		host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}
