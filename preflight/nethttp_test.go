package preflight_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/linqtest"
	"github.com/linqlint/linqlint/preflight"
)

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
