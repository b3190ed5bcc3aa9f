package preflight

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/api"
)

// BaseURL is the base URL of the API, for [NewRequest].
const BaseURL = api.BaseURL

// NewRequest returns a request that sends a body to its endpoint below baseURL, usually
// [BaseURL]. The ids are those in the path, in their order, such as the id of the chat
// for chats.messages.send. The caller sets the Authorization header.
//
// It returns an error for an empty body, a kind without an endpoint, another number of
// ids than the path has, an id that is empty, "." or "..", and a baseURL that is not an
// http or https URL with a host, has a query or a fragment, or ends in /v3, with which
// the paths begin.
func NewRequest(ctx context.Context, baseURL string, body builder.Body, ids ...string) (*http.Request, error) {
	kind := body.Kind()
	path := kind.Path(ids...)
	switch want := strings.Count(kind.Path(), "{"); {
	case body.Len() == 0:
		return nil, fmt.Errorf("preflight: the body is empty")
	case path == "":
		return nil, fmt.Errorf("preflight: %s has no endpoint", kind)
	case want != len(ids):
		return nil, fmt.Errorf("preflight: path of %s is %s: got %d ids, expected %d", kind, kind.Path(), len(ids), want)
	}
	for i, id := range ids {
		switch id {
		case "":
			return nil, fmt.Errorf("preflight: id %d of %s is empty", i+1, kind.Path())
		case ".", "..": // no percent-encoding keeps these from being removed on the way
			return nil, fmt.Errorf("preflight: id %d of %s is %q", i+1, kind.Path(), id)
		}
	}
	if err := checkBase(baseURL); err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, kind.Method(), strings.TrimRight(baseURL, "/")+path, body.Reader())
	if err != nil {
		return nil, fmt.Errorf("preflight: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	return req, nil
}

// checkBase returns why a path cannot be appended to a base URL.
func checkBase(base string) error {
	u, err := url.Parse(base)
	switch {
	case err != nil:
		return fmt.Errorf("preflight: invalid base URL: %w", err)
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("preflight: base URL %q does not start with https:// or http://", base)
	case u.Host == "":
		return fmt.Errorf("preflight: base URL %q has no host", base)
	case strings.ContainsAny(base, "?#"):
		return fmt.Errorf("preflight: base URL %q has a query or a fragment", base)
	case strings.HasSuffix(strings.TrimRight(base, "/"), "/v3"):
		return fmt.Errorf("preflight: base URL %q ends in /v3, with which the paths begin", base)
	}
	return nil
}
