package api

import "strings"

// Endpoint returns the kind whose requests go to method and path. The path is
// a URL's, without its query, below any base URL: "/v3/messages" and
// "/api/partner/v3/messages" are one endpoint. ok is false where no kind's
// body goes.
func Endpoint(method, path string) (kind *Kind, ok bool) {
	for i := range Kinds {
		k := &Kinds[i]
		if k.Method == method && k.Method != "" {
			if _, ok := MatchPath(k.Path, path); ok {
				return k, true
			}
		}
	}
	return nil, false
}

// MatchPath reports whether path ends in the segments of pattern, one of which
// may be a placeholder such as {chatId}: id is what is there. A single
// slash at the end of path is ignored.
func MatchPath(pattern, path string) (id string, ok bool) {
	path = strings.TrimSuffix(path, "/")
	for pattern != "" {
		p, want := lastSegment(pattern)
		q, got := lastSegment(path)
		switch {
		case p < 0 || q < 0 || got == "":
			return "", false
		case want[0] == '{':
			id = got
		case want != got:
			return "", false
		}
		pattern, path = pattern[:p], path[:q]
	}
	return id, true
}

// IsBelow reports whether path is below the API's base URL, whether a request
// kind has it or not: /api/partner/v3/ and more, or /v3/ and a first segment
// that the path of a kind has.
func IsBelow(path string) bool {
	if _, rest, ok := strings.Cut(path, "/api/partner/v3/"); ok {
		return rest != ""
	}
	rest, ok := strings.CutPrefix(path, "/v3/")
	if !ok {
		return false
	}
	resource, _, _ := strings.Cut(rest, "/")
	for i := range Kinds {
		if first, _, _ := strings.Cut(strings.TrimPrefix(Kinds[i].Path, "/v3/"), "/"); first == resource && first != "" {
			return true
		}
	}
	return false
}

// lastSegment splits off what follows the last slash; at is -1 without one.
func lastSegment(path string) (at int, segment string) {
	at = strings.LastIndexByte(path, '/')
	return at, path[at+1:]
}
