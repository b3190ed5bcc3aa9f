package mock_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/mock"
)

// client talks to a mock over a real connection.
type client struct {
	t      *testing.T
	mock   *mock.Server
	url    string
	header http.Header
}

func newClient(t *testing.T, c mock.Config) *client {
	t.Helper()
	s := mock.New(c)
	srv := httptest.NewUnstartedServer(nil)
	srv.Config = mock.HTTPServer(s)
	srv.Start()
	t.Cleanup(srv.Close)
	return &client{t: t, mock: s, url: srv.URL, header: http.Header{"Authorization": {"Bearer test"}, "Content-Type": {"application/json"}}}
}

// do sends a request and returns the response; out is its body as JSON, if any.
func (c *client) do(method, path, body string) (status int, out map[string]any, header http.Header) {
	c.t.Helper()
	req, err := http.NewRequest(method, c.url+path, strings.NewReader(body))
	require.NoError(c.t, err)
	req.Header = c.header.Clone()
	res, err := http.DefaultClient.Do(req)
	require.NoError(c.t, err)
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	require.NoError(c.t, err)
	if len(bytes.TrimSpace(raw)) > 0 {
		require.NoError(c.t, json.Unmarshal(raw, &out), "%s", raw)
	}
	return res.StatusCode, out, res.Header
}

// ok sends a request that must be accepted with that status.
func (c *client) ok(status int, method, path, body string) map[string]any {
	c.t.Helper()
	got, out, header := c.do(method, path, body)
	require.Equal(c.t, status, got, "%v %v", out, header)
	return out
}

// refused sends a request that must get that code, and returns the envelope's
// error.
func (c *client) refused(code int, method, path, body string) map[string]any {
	c.t.Helper()
	_, out, _ := c.do(method, path, body)
	require.Equal(c.t, false, out["success"], "%v", out)
	e := out["error"].(map[string]any)
	require.EqualValues(c.t, code, e["code"], "%v", out)
	return e
}

// at walks down a JSON value by member names.
func at(v any, names ...string) any {
	for _, n := range names {
		v = v.(map[string]any)[n]
	}
	return v
}

const (
	hello     = `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"hello"}]}}`
	helloChat = `{"message":{"parts":[{"type":"text","value":"hello"}]}}`
)

// chat sends a first message and returns its chat's and its own id.
func (c *client) chat() (chatID, messageID string) {
	c.t.Helper()
	out := c.ok(202, "POST", "/v3/messages", hello)
	return out["chat_id"].(string), at(out, "message", "id").(string)
}
