package preflight_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/preflight"
	"github.com/linqlint/linqlint/validate"
)

// gate sends a request through a Handler and reports its status, and whether
// the next handler was called.
func gate(r *http.Request, opts ...preflight.Option) (status int, passed bool) {
	w := httptest.NewRecorder()
	next := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { passed = true })
	preflight.Handler(next, opts...).ServeHTTP(w, r)
	return w.Code, passed
}

// TestPaths sends a bad body to spellings of an endpoint: none may pass.
func TestPaths(t *testing.T) {
	endpoints := []string{
		"/v3/messages", "/api/partner/v3/messages", "//v3/messages", "/v3//messages", "///v3///messages//", "/v3/./messages", "/v3/messages/.",
		"/v3/messages/", "/v3/messages//", "/x/../v3/messages", "/v3/x/../messages", "/v3/messages/x/..", "/v3/chats/../messages", "/V3/messages", "/v3/Messages", "/V3/MESSAGES/",
		"/v3%2Fmessages", "/v3%2fmessages", "%2Fv3/messages", "/v3/%6dessages", "/v3/%2e/messages", "/v3/x/%2e%2e/messages", "/v3/%2Fmessages", "/v3/messages%2F",
		"/v3/messages;a=b", "/v3;x/messages", `/v3\messages`, "/v3/messages?x=1", "/v3%252Fmessages",
		"/v3/chats/x/messages", "/v3/chats/a%2Fb/messages", "/v3/chats/a%2fb//messages/", "/V3/chats/A%2FB/messages", "/v3/chats/%2e%2e%2fx/messages",
	}
	for _, p := range endpoints {
		t.Run(p, func(t *testing.T) {
			if !strings.HasPrefix(p, "/") {
				p = "/" + p
			}
			r := httptest.NewRequest("POST", p, strings.NewReader(bad))
			status, passed := gate(r)
			require.False(t, passed)
			require.Equal(t, 400, status)

			var w wire
			_, err := preflight.Transport(&w).RoundTrip(request(t, "POST", "https://api.example.com"+p, strings.NewReader(bad)))
			require.Error(t, err)
			require.Empty(t, w.bodies)
		})
	}
	others := []string{"/v3/messages/x/y/z", "/messages", "/v3", "/", "/v3/chats//x", "/v3/messages-x", "/v2/messages", "/v3messages", "/v3/unknown/messages/x"}
	for _, p := range others {
		t.Run("not an endpoint: "+p, func(t *testing.T) {
			_, passed := gate(httptest.NewRequest("POST", p, strings.NewReader(bad)))
			require.True(t, passed)
		})
	}
}

func TestGate(t *testing.T) {
	with := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header[name] = append(r.Header[name], value) }
	}
	tests := []struct {
		name   string
		change func(*http.Request)
		status int
	}{
		{"no content type", func(*http.Request) {}, 400},
		{"a blank content type", with("Content-Type", "  "), 400},
		{"JSON in capitals", with("Content-Type", "Application/JSON; charset=utf-8"), 400},
		{"a suffix", with("Content-Type", "application/vnd.api+json"), 400},
		{"text", with("Content-Type", "text/plain"), 415},
		{"a form", with("Content-Type", "application/x-www-form-urlencoded"), 415},
		{"two types", func(r *http.Request) { r.Header["Content-Type"] = []string{"text/plain", "application/json"} }, 400},
		{"gzip", with("Content-Encoding", "gzip"), 415},
		{"identity, gzip", with("Content-Encoding", "identity, gzip"), 415},
		{"two encodings", func(r *http.Request) { r.Header["Content-Encoding"] = []string{"identity", "br"} }, 415},
		{"identity", with("Content-Encoding", "Identity"), 400},
		{"a blank encoding", with("Content-Encoding", " "), 400},
		{"a comma", with("Content-Encoding", " , "), 400},
		{"a method in small letters", func(r *http.Request) { r.Method = "post" }, 400},
		{"a nil body", func(r *http.Request) { r.Body = nil }, 400},
		{"no body", func(r *http.Request) { r.Body = http.NoBody }, 400},
		{"chunked", func(r *http.Request) { r.ContentLength, r.TransferEncoding = -1, []string{"chunked"} }, 400},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := httptest.NewRequest("POST", "/v3/messages", strings.NewReader(bad))
			test.change(r)
			status, passed := gate(r)
			require.Equal(t, test.status, status)
			require.Equal(t, status == 200, passed)
			if status == 415 {
				_, passed := gate(r, preflight.WithPassUnchecked())
				require.True(t, passed)
			}
		})
	}
}

// TestReplacedBody checks the body that is sent where GetBody returns another.
func TestReplacedBody(t *testing.T) {
	for _, test := range []struct {
		name, sent, stale string
		ok                bool
	}{{"a bad body over a good one", bad, good, false}, {"a good body over a bad one", good, bad, true}} {
		t.Run(test.name, func(t *testing.T) {
			req := request(t, "POST", base+"/v3/messages", strings.NewReader(test.stale))
			req.Body, req.ContentLength = io.NopCloser(strings.NewReader(test.sent)), int64(len(test.sent))
			var w wire
			var retried string
			transport := preflight.Transport(roundTrip(func(r *http.Request) (*http.Response, error) {
				again, err := r.GetBody()
				require.NoError(t, err)
				b, err := io.ReadAll(again)
				require.NoError(t, err)
				retried = string(b)
				return w.RoundTrip(r)
			}))
			_, err := transport.RoundTrip(req)
			if !test.ok {
				require.Error(t, err)
				require.Empty(t, w.bodies)
				return
			}
			require.NoError(t, err)
			require.Equal(t, []string{test.sent}, w.bodies)
			require.Equal(t, test.sent, retried, "a retry sends what was checked")
		})
	}
}

func TestMiddleware(t *testing.T) {
	var w wire
	res, err := preflight.Middleware()(request(t, "POST", base+"/v3/messages", strings.NewReader(good)), w.RoundTrip)
	require.NoError(t, err)
	require.Equal(t, 202, res.StatusCode)

	res, err = preflight.Middleware()(request(t, "POST", base+"/v3/messages", strings.NewReader(bad)), w.RoundTrip)
	var refused *preflight.Error
	require.ErrorAs(t, err, &refused)
	require.Equal(t, "false", res.Header.Get("X-Should-Retry"))

	res, err = preflight.Middleware(preflight.WithResponse())(request(t, "POST", base+"/v3/chats/x/messages", strings.NewReader(card)), w.RoundTrip)
	require.NoError(t, err)
	require.Equal(t, 409, res.StatusCode)
	require.Equal(t, "false", res.Header.Get("X-Should-Retry"))

	broken := request(t, "POST", base+"/v3/messages", io.NopCloser(errReader{io.ErrUnexpectedEOF}))
	broken.ContentLength = 9
	_, err = preflight.Middleware()(broken, w.RoundTrip)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	require.Equal(t, []string{good}, w.bodies)
}

// TestTries sends as the vendor's SDKs do: they try again after an error or a
// status of 409, unless a response says not to.
func TestTries(t *testing.T) {
	middleware := preflight.Middleware()
	for _, text := range []string{bad, strings.Replace(card, `{"message"`, `{"to":["+14155559876"],"message"`, 1)} {
		tries := 0
		for range 3 {
			tries++
			res, err := middleware(request(t, "POST", base+"/v3/messages", strings.NewReader(text)), (&wire{}).RoundTrip)
			if res != nil && res.Header.Get("X-Should-Retry") == "false" || res != nil && err == nil && res.StatusCode != 409 {
				break
			}
		}
		require.Equal(t, 1, tries)
	}
}

type idle struct{ closed bool }

func (i *idle) RoundTrip(*http.Request) (*http.Response, error) { return nil, errors.New("unused") }
func (i *idle) CloseIdleConnections()                           { i.closed = true }

func TestCloseIdleConnections(t *testing.T) {
	next := &idle{}
	(&http.Client{Transport: preflight.Transport(next)}).CloseIdleConnections()
	require.True(t, next.closed)
	(&http.Client{Transport: preflight.Transport(&wire{})}).CloseIdleConnections() // has no such method
}

func TestWithOnReport(t *testing.T) {
	var got []string
	hook := preflight.WithOnReport(func(r *http.Request, report validate.Report) {
		got = append(got, r.URL.Path+" "+string(report.Kind))
	})
	transport := preflight.Transport(&wire{}, hook)
	for _, text := range []string{good, bad} {
		_, _ = transport.RoundTrip(request(t, "POST", base+"/v3/messages", strings.NewReader(text)))
	}
	gate(httptest.NewRequest("POST", "/v3/messages", strings.NewReader(bad)), hook)
	require.Equal(t, []string{"/api/partner/v3/messages messages.create", "/api/partner/v3/messages messages.create", "/v3/messages messages.create"}, got)
}
