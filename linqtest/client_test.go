package linqtest_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/linqtest"
)

// sendWith posts a body with a client and returns the status, 0 for an error.
func sendWith(t *testing.T, c *http.Client, url, body string) int {
	t.Helper()
	req, err := http.NewRequest("POST", url, strings.NewReader(body))
	require.NoError(t, err)
	res, err := c.Do(req)
	if err != nil {
		return 0
	}
	defer res.Body.Close()
	_, err = io.Copy(io.Discard, res.Body)
	require.NoError(t, err)
	return res.StatusCode
}

func TestClient(t *testing.T) {
	srv, err := linqtest.Start(linqtest.WithTokens("secret", "other"), nil)
	require.NoError(t, err)
	require.Equal(t, 202, sendWith(t, srv.Client(), srv.URL+"/v3/messages", hello))
	require.Equal(t, 401, sendWith(t, http.DefaultClient, srv.URL+"/v3/messages", hello))
	srv.Close()
	require.Zero(t, sendWith(t, srv.Client(), srv.URL+"/v3/messages", hello))
}

func TestTransport(t *testing.T) {
	srv := linqtest.NewServer(t)
	client := &http.Client{Transport: srv.Transport()}
	do := func(ctx context.Context, body io.Reader) (*http.Response, error) {
		req, err := http.NewRequestWithContext(ctx, "POST", "https://api.linqapp.com/api/partner/v3/messages", body)
		require.NoError(t, err)
		req.Header.Set("Authorization", "Bearer x")
		return client.Do(req)
	}
	res, err := do(t.Context(), strings.NewReader(hello))
	require.NoError(t, err)
	require.Equal(t, 202, res.StatusCode)
	body, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	require.Contains(t, string(body), `"chat_id"`)
	require.Len(t, srv.Sent(), 1)

	for _, fault := range []linqtest.Fault{linqtest.CutConnection(), linqtest.DropResponse()} {
		srv.Fail(fault, 1)
		_, err = do(t.Context(), strings.NewReader(hello))
		require.ErrorContains(t, err, "closed by a fault")
	}
	res, err = do(t.Context(), nil)
	require.NoError(t, err)
	require.Equal(t, 400, res.StatusCode, "no body")

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = do(ctx, strings.NewReader(hello))
	require.ErrorIs(t, err, context.Canceled)
	ctx, cancel = context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	srv.Fail(linqtest.Slow(time.Hour), 1)
	_, err = do(ctx, strings.NewReader(hello))
	require.ErrorIs(t, err, context.DeadlineExceeded)
}

// TestRequests counts the tries of a client, those that were refused too.
func TestRequests(t *testing.T) {
	srv := linqtest.NewServer(t)
	srv.Fail(linqtest.ServerError(), 2)
	for range 3 {
		sendWith(t, srv.Client(), srv.URL+"/api/partner/v3/messages", hello)
	}
	sendWith(t, srv.Client(), srv.URL+"/v3/messages", `{"to":[]}`)
	srv.Fail(linqtest.CutConnection(), 1)
	sendWith(t, srv.Client(), srv.URL+"/v3/messages", hello)
	sendWith(t, http.DefaultClient, srv.URL+"/v3/messages", hello)
	var status, codes []int
	for _, r := range srv.Requests() {
		status, codes = append(status, r.Status), append(codes, r.Code)
		require.Equal(t, "POST", r.Method)
	}
	// A client may try again by itself when a connection is closed.
	require.Equal(t, []int{500, 500, 202, 400}, status[:4])
	require.Equal(t, []int{3006, 3006, 0}, codes[:3])
	require.Contains(t, status, 0)
	require.Equal(t, 401, status[len(status)-1])
	require.Equal(t, hello, string(srv.Requests()[2].Body))
	require.Contains(t, srv.Requests()[3].Detail, "field-required")
	require.Len(t, srv.Sent(), 1)
}

func TestHandle(t *testing.T) {
	srv := linqtest.NewServer(t)
	srv.Handle("GET /v3/payments/{id}", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusTeapot)
		_, _ = io.WriteString(w, r.PathValue("id"))
	}))
	srv.Handle("GET /v3/chats", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) }))
	get := func(path string) (int, string) {
		res, err := srv.Client().Get(srv.URL + path)
		if err != nil {
			return 0, ""
		}
		defer res.Body.Close()
		body, err := io.ReadAll(res.Body)
		require.NoError(t, err)
		return res.StatusCode, string(body)
	}
	status, body := get("/api/partner/v3/payments/p1")
	require.Equal(t, 418, status)
	require.Equal(t, "p1", body)
	status, _ = get("/v3/chats")
	require.Equal(t, 410, status, "in place of the mock's own")
	status, _ = get("/v3/phone_numbers")
	require.Equal(t, 200, status)
	srv.Fail(linqtest.Refuse(2006), 1)
	status, _ = get("/v3/payments/p1")
	require.Equal(t, 403, status)
	require.Equal(t, 418, srv.Requests()[0].Status)
	require.Panics(t, func() { srv.Handle("GET payments", http.NotFoundHandler()) })
}

// TestFailAt queues faults for one endpoint only.
func TestFailAt(t *testing.T) {
	srv := linqtest.NewServer(t)
	srv.FailAt("POST /v3/chats/{id}/messages", linqtest.ServerError(), 1)
	srv.FailAt("POST /v3/messages", linqtest.RateLimited(1), 2)
	require.Equal(t, 429, sendWith(t, srv.Client(), srv.URL+"/api/partner/v3/messages", hello))
	require.Equal(t, 500, sendWith(t, srv.Client(), srv.URL+"/v3/chats/x/messages", hello))
	require.Equal(t, 400, sendWith(t, srv.Client(), srv.URL+"/v3/chats/x/messages", hello), "once only")
	require.Equal(t, 429, sendWith(t, srv.Client(), srv.URL+"/v3/messages", hello))
	require.Equal(t, 202, sendWith(t, srv.Client(), srv.URL+"/v3/messages", hello))
	require.Panics(t, func() { srv.FailAt("POST messages", linqtest.ServerError(), 1) })
}

func TestFaults(t *testing.T) {
	require.Equal(t, linqtest.Refuse(3006), linqtest.ServerError(), "comparable")
	require.Equal(t, "respond with code 1007", linqtest.RateLimited(3).String())
	require.Equal(t, "wait 1s", linqtest.Slow(time.Second).String())
	require.Equal(t, "close the connection", linqtest.CutConnection().String())
	require.Equal(t, "drop the response", linqtest.DropResponse().String())
	require.Equal(t, "no fault", linqtest.Fault{}.String())
	for _, code := range []int{-1, 0, 7, 999, 10000, 424242} {
		require.Panics(t, func() { linqtest.Refuse(code) })
	}
}
