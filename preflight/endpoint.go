package preflight

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// endpoint returns the kind whose endpoint a request is for, or nil. Servers
// differ in how they read a path, so each usual reading is tried: a path that
// one of them takes for an endpoint must not pass unchecked.
func endpoint(r *http.Request) *api.Kind {
	method := strings.ToUpper(r.Method)
	if r.URL.RawPath == "" && plain(r.URL.Path) {
		return kindOf(method, r.URL.Path)
	}
	for _, p := range [...]string{
		clean(r.URL.Path),                 // %2F separates segments
		decoded(clean(r.URL.RawPath)),     // %2F is part of a segment
		strings.ToLower(r.URL.Path),       // no cleaning at all
		clean(unescaped(r.URL.Path)),      // decoded twice
		clean(unparametrized(r.URL.Path)), // parameters of a segment are dropped
	} {
		if k := kindOf(method, p); k != nil {
			return k
		}
	}
	return nil
}

func kindOf(method, path string) *api.Kind {
	if k, ok := api.Endpoint(method, path); ok {
		return k
	}
	return nil
}

// plain reports whether every reading of a path is the same.
func plain(path string) bool {
	for i := 0; i < len(path); i++ {
		switch c := path[i]; {
		case 'A' <= c && c <= 'Z', c == '%', c == ';', c == '\\':
			return false
		case c == '/' && i+1 < len(path) && (path[i+1] == '/' || path[i+1] == '.'):
			return false
		}
	}
	return true
}

// clean resolves dot segments and repeated slashes, and lowers the case.
func clean(p string) string {
	if p == "" {
		return ""
	}
	return strings.ToLower(path.Clean("/" + strings.ReplaceAll(p, `\`, "/")))
}

// decoded decodes each segment of an escaped path, with "_" for the slashes in it:
// which text an id has does not matter.
func decoded(p string) string {
	segments := strings.Split(p, "/")
	for i, s := range segments {
		segments[i] = strings.ReplaceAll(unescaped(s), "/", "_")
	}
	return strings.Join(segments, "/")
}

// unescaped decodes a path, or returns it unchanged if its escapes are invalid.
func unescaped(p string) string {
	if u, err := url.PathUnescape(p); err == nil {
		return u
	}
	return p
}

// unparametrized drops what follows a semicolon in a segment.
func unparametrized(p string) string {
	segments := strings.Split(p, "/")
	for i, s := range segments {
		segments[i], _, _ = strings.Cut(s, ";")
	}
	return strings.Join(segments, "/")
}

// contentType and contentEncoding say why a body cannot be JSON, in the words
// of the log and of Linqlint-Detail; "" means that it can be. A body without a
// content type is taken for JSON.
func contentType(h http.Header) string {
	given := ""
	for _, t := range h["Content-Type"] {
		if strings.Contains(strings.ToLower(t), "json") {
			return ""
		}
		if given == "" {
			given = strings.TrimSpace(t)
		}
	}
	if given == "" {
		return ""
	}
	return "the content type is not JSON"
}

func contentEncoding(h http.Header) string {
	for _, value := range h["Content-Encoding"] {
		for coding := range strings.SplitSeq(value, ",") {
			if c := strings.TrimSpace(coding); c != "" && !strings.EqualFold(c, "identity") {
				return "the body has a content encoding"
			}
		}
	}
	return ""
}

// notJSON is contentType or else contentEncoding.
func notJSON(h http.Header) string {
	if reason := contentType(h); reason != "" {
		return reason
	}
	return contentEncoding(h)
}
