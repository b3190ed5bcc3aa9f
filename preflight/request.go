package preflight

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/api"
)

// BaseURL is the base URL of the API, for [NewRequest].
const BaseURL = api.BaseURL

// NewRequest returns a request that sends a body to its endpoint below baseURL.
// The ids are those of the path, such as the chat's for chats.messages.send, in
// their order. The caller sets the Authorization header. The error says that the
// body is empty or of a kind without an endpoint, that ids are missing or too
// many, or that baseURL is invalid.
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
	req, err := http.NewRequestWithContext(ctx, kind.Method(), strings.TrimSuffix(baseURL, "/")+path, body.Reader())
	if err != nil {
		return nil, fmt.Errorf("preflight: invalid base URL %q: %w", baseURL, err)
	}
	if req.URL.Scheme == "" || req.URL.Host == "" {
		return nil, fmt.Errorf("preflight: base URL %q has no scheme or no host", baseURL)
	}
	req.Header.Set("Content-Type", "application/json")
	return req, nil
}
