package preflight_test

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/linqtest"
	"github.com/linqlint/linqlint/preflight"
)

// TestSDKThroughProxy lets the vendor's TypeScript SDK send through a reverse
// proxy with the Handler.
func TestSDKThroughProxy(t *testing.T) {
	dir := filepath.Join("..", "linqtest", "testdata", "sdk")
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "@linqapp", "sdk")); err != nil {
		t.Fatal("linqtest/testdata/sdk/node_modules is missing: run npm ci --prefix linqtest/testdata/sdk")
	}
	srv := linqtest.NewServer(t)
	target, err := url.Parse(srv.URL)
	require.NoError(t, err)
	proxy := httptest.NewServer(preflight.Handler(httputil.NewSingleHostReverseProxy(target)))
	defer proxy.Close()

	cmd := exec.Command("node", "proxy.mjs")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "LINQ_BASE_URL="+proxy.URL)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Len(t, srv.Sent(), 2, "the bad bodies did not reach the API")
}

// TestNetHTTP sends over a real connection with a plain http.Client.
func TestNetHTTP(t *testing.T) {
	srv := linqtest.NewServer(t)
	client := &http.Client{Transport: preflight.Transport(withToken{})}
	res, err := client.Post(srv.URL+"/v3/messages", "application/json", strings.NewReader(good))
	require.NoError(t, err)
	res.Body.Close()
	require.Equal(t, 202, res.StatusCode)
	_, err = client.Post(srv.URL+"/v3/messages", "application/json", strings.NewReader(bad))
	require.ErrorContains(t, err, "parts-consecutive-text")
	require.Len(t, srv.Sent(), 1)
	require.Equal(t, good, string(srv.Sent()[0].Body))
}

// withToken adds a bearer token to each request.
type withToken struct{}

func (withToken) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Authorization", "Bearer test")
	return http.DefaultTransport.RoundTrip(req)
}
