package preflight_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/preflight"
	"github.com/linqlint/linqlint/validate"
)

const (
	base = "https://api.example.com/api/partner"
	good = `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"hello"}]}}`
	warn = `{"to":["+14155559876"],"message":{"effect":{"name":"confetti"},"parts":[{"type":"text","value":"hello"}]}}`
	bad  = `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"a"},{"type":"text","value":"b"}]}}`
	card = `{"message":{"preferred_service":"SMS","parts":[{"type":"imessage_app","app":{"bundle_id":"a","name":"b","team_id":"A1B2C3D4E5"},"layout":{"caption":"c"}}]}}`
)

// wire is a RoundTripper that records what it is given.
type wire struct {
	bodies  []string
	lengths []int64
	fail    int // how many of the first requests fail
}

func (w *wire) RoundTrip(req *http.Request) (*http.Response, error) {
	body := ""
	if req.Body != nil {
		b, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		req.Body.Close()
		body = string(b)
	}
	w.bodies, w.lengths = append(w.bodies, body), append(w.lengths, req.ContentLength)
	if len(w.bodies) <= w.fail {
		return nil, errors.New("connection reset")
	}
	return &http.Response{StatusCode: 202, Header: http.Header{}, Body: http.NoBody, Request: req}, nil
}

// body reads a text and records how far it was read, and whether it was closed.
type body struct {
	io.Reader
	read   int
	closed bool
}

func (b *body) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	b.read += n
	return n, err
}

func (b *body) Close() error {
	b.closed = true
	return nil
}

func request(t *testing.T, method, url string, body io.Reader) *http.Request {
	t.Helper()
	req, err := http.NewRequest(method, url, body)
	require.NoError(t, err)
	req.Header.Set("Content-Type", "application/json")
	return req
}

func TestTransport(t *testing.T) {
	tests := []struct {
		name, method, url, body string
		sent                    bool
	}{
		{"a good body", "POST", base + "/v3/messages", good, true},
		{"a warning does not stop a request", "POST", base + "/v3/messages", warn, true},
		{"a bad body", "POST", base + "/v3/messages", bad, false},
		{"no base path", "POST", "http://127.0.0.1:1/v3/messages", bad, false},
		{"a query changes nothing", "POST", base + "/v3/messages?x=1", bad, false},
		{"an empty body", "POST", base + "/v3/messages", "", false},
		{"not JSON", "POST", base + "/v3/messages", "{", false},
		{"the body of another kind", "PATCH", base + "/v3/messages/x", good, false},
		{"another endpoint", "POST", base + "/v3/payment_requests", bad, true},
		{"another method", "PUT", base + "/v3/messages", bad, true},
		{"another API", "POST", "https://example.com/messages", bad, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var w wire
			client := &http.Client{Transport: preflight.Transport(&w)}
			res, err := client.Do(request(t, test.method, test.url, strings.NewReader(test.body)))
			if test.sent {
				require.NoError(t, err)
				res.Body.Close()
				require.Equal(t, []string{test.body}, w.bodies)
				require.Equal(t, []int64{int64(len(test.body))}, w.lengths)
				return
			}
			require.Empty(t, w.bodies)
			var refused *preflight.Error
			require.ErrorAs(t, err, &refused)
			require.False(t, refused.Report.OK())
			require.ErrorContains(t, refused, "was not sent: invalid ")
			var invalid *validate.InvalidError
			require.ErrorAs(t, err, &invalid)
		})
	}
}

// TestPassedUnread has requests whose body is not read before it is sent.
func TestPassedUnread(t *testing.T) {
	tests := []struct {
		name   string
		length int64
		change func(*http.Request)
		opts   []preflight.Option
	}{
		{"a stream", -1, nil, nil},
		{"a stream, as net/http makes it", 0, nil, nil},
		{"over the limit", int64(len(bad)), nil, []preflight.Option{preflight.WithMaxBody(int64(len(bad)) - 1)}},
		{"compressed", int64(len(bad)), func(r *http.Request) { r.Header.Set("Content-Encoding", "gzip") }, nil},
		{"another content type", int64(len(bad)), func(r *http.Request) { r.Header.Set("Content-Type", "multipart/form-data; boundary=x") }, nil},
		{"another endpoint", int64(len(bad)), func(r *http.Request) { r.URL.Path = "/upload" }, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := &body{Reader: strings.NewReader(bad)}
			req := request(t, "POST", base+"/v3/messages", b)
			req.ContentLength = test.length
			if test.change != nil {
				test.change(req)
			}
			unread := roundTrip(func(r *http.Request) (*http.Response, error) {
				require.Same(t, req, r)
				require.Zero(t, b.read)
				return (&wire{}).RoundTrip(r)
			})
			_, err := preflight.Transport(unread, test.opts...).RoundTrip(req)
			require.NoError(t, err)
			require.True(t, b.closed)
		})
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestBodyWithoutGetBody checks that the original is read and replaced by a copy.
func TestBodyWithoutGetBody(t *testing.T) {
	tests := []struct {
		name, text string
		length     int64
		opts       []preflight.Option
		sent       bool
	}{
		{"good", good, int64(len(good)), nil, true},
		{"bad", bad, int64(len(bad)), nil, false},
		{"a good stream", good, -1, []preflight.Option{preflight.WithStreams()}, true},
		{"a bad stream", bad, -1, []preflight.Option{preflight.WithStreams()}, false},
		{"a stream over the limit", bad, -1, []preflight.Option{preflight.WithStreams(), preflight.WithMaxBody(10)}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := &body{Reader: strings.NewReader(test.text)}
			req := request(t, "POST", base+"/v3/messages", b)
			req.ContentLength = test.length
			var w wire
			_, err := preflight.Transport(&w, test.opts...).RoundTrip(req)
			require.True(t, b.closed, "the original is closed in any case")
			require.Same(t, b, req.Body, "the request stays as it is")
			if test.sent {
				require.NoError(t, err)
				require.Equal(t, []string{test.text}, w.bodies)
				require.Equal(t, []int64{test.length}, w.lengths)
			} else {
				require.Error(t, err)
				require.Empty(t, w.bodies)
			}
		})
	}
}

// TestReadError returns the error of a body that cannot be read.
func TestReadError(t *testing.T) {
	broken := errors.New("read failed")
	b := &body{Reader: io.MultiReader(strings.NewReader(good[:10]), errReader{broken})}
	req := request(t, "POST", base+"/v3/messages", b)
	req.ContentLength = int64(len(good))
	_, err := preflight.Transport(&wire{}).RoundTrip(req)
	require.ErrorIs(t, err, broken)
	require.True(t, b.closed)

}

type errReader struct{ err error }

func (r errReader) Read([]byte) (int, error) { return 0, r.err }

// TestRetry sends the same request again, as retrying clients do.
func TestRetry(t *testing.T) {
	w := wire{fail: 2}
	transport := preflight.Transport(&w)
	req := request(t, "POST", base+"/v3/messages", strings.NewReader(good))
	for {
		_, err := transport.RoundTrip(req)
		if err == nil {
			break
		}
		again, err := req.GetBody()
		require.NoError(t, err)
		req = req.Clone(context.Background())
		req.Body = again
	}
	require.Equal(t, []string{good, good, good}, w.bodies)
}

// TestRedirect follows a 307 with the same body.
func TestRedirect(t *testing.T) {
	var got []string
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		got = append(got, r.URL.Path+" "+string(b))
		if r.URL.Path == "/v3/messages" {
			http.Redirect(w, r, "/eu/v3/messages", http.StatusTemporaryRedirect)
		}
	}))
	defer srv.Close()
	client := &http.Client{Transport: preflight.Transport(nil)}
	res, err := client.Post(srv.URL+"/v3/messages", "application/json", strings.NewReader(good))
	require.NoError(t, err)
	res.Body.Close()
	require.Equal(t, []string{"/v3/messages " + good, "/eu/v3/messages " + good}, got)
}

func TestWithResponse(t *testing.T) {
	tests := []struct {
		name, url, body string
		status          int
		want            string
	}{
		{"400", "/v3/messages", bad, 400, `"code":1004,"message":"Invalid message content","doc_url":"https://docs.linqapp.com/error/codes/1xxx/1004/"}`},
		{"409", "/v3/chats/x/messages", card, 409, `"code":2018`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var w wire
			client := &http.Client{Transport: preflight.Transport(&w, preflight.WithResponse())}
			res, err := client.Post(base+test.url, "application/json", strings.NewReader(test.body))
			require.NoError(t, err)
			b, err := io.ReadAll(res.Body)
			require.NoError(t, err)
			require.Equal(t, test.status, res.StatusCode)
			require.Equal(t, fmt.Sprintf("%d %s", test.status, http.StatusText(test.status)), res.Status)
			require.Contains(t, string(b), test.want)
			require.Equal(t, "application/json", res.Header.Get("Content-Type"))
			require.NotEmpty(t, res.Header.Get("Linqlint-Detail"))
			require.Empty(t, w.bodies)
		})
	}
}

func TestLog(t *testing.T) {
	for _, only := range []bool{false, true} {
		var text bytes.Buffer
		logger := slog.New(slog.NewTextHandler(&text, nil))
		option := preflight.WithLog(logger)
		if only {
			option = preflight.WithLogOnly(logger)
		}
		var w wire
		transport := preflight.Transport(&w, option, preflight.WithValidation(validate.WithNotes()))
		_, err := transport.RoundTrip(request(t, "POST", base+"/v3/messages", strings.NewReader(bad)))
		require.Equal(t, only, err == nil)
		_, err = transport.RoundTrip(request(t, "POST", base+"/v3/messages", strings.NewReader(warn)))
		require.NoError(t, err)
		note := strings.Replace(good, "hello", "**hello**", 1)
		_, err = transport.RoundTrip(request(t, "POST", base+"/v3/messages", strings.NewReader(note)))
		require.NoError(t, err)
		require.Regexp(t, `level=ERROR .*rule=parts-consecutive-text pointer=/message/parts/1 kind=messages.create method=POST path=/api/partner/v3/messages`, text.String())
		require.Regexp(t, `level=WARN .*rule=effect-incomplete`, text.String())
		require.Regexp(t, `level=INFO .*rule=text-markdown`, text.String())
		for _, path := range []string{"/v3/chats/1/new", "/v3/lines"} {
			_, err = transport.RoundTrip(request(t, "POST", base+path, strings.NewReader("{}")))
			require.NoError(t, err)
			require.Regexp(t, `level=WARN msg="request body is not checked: there are no rules for this endpoint" method=POST path=/api/partner`+path, text.String())
		}
		require.NotContains(t, text.String(), "+14155559876", "the log has no recipient")
	}
}

func TestHandler(t *testing.T) {
	var got []string
	next := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		got = append(got, fmt.Sprintf("%s %v", b, err))
	})
	unchecked := []preflight.Option{preflight.WithPassUnchecked()}
	tests := []struct {
		name   string
		body   io.Reader
		length int64
		opts   []preflight.Option
		status int
		want   []string
	}{
		{"good", strings.NewReader(good), int64(len(good)), nil, 200, []string{good + " <nil>"}},
		{"bad", strings.NewReader(bad), int64(len(bad)), nil, 400, nil},
		{"bad, only logged", strings.NewReader(bad), int64(len(bad)), []preflight.Option{preflight.WithLogOnly(slog.New(slog.DiscardHandler))}, 200, []string{bad + " <nil>"}},
		{"a good stream", strings.NewReader(good), -1, nil, 200, []string{good + " <nil>"}},
		{"a bad stream", strings.NewReader(bad), -1, nil, 400, nil},
		{"over the limit", strings.NewReader(good), int64(len(good)), []preflight.Option{preflight.WithMaxBody(9)}, 413, nil},
		{"at the limit", strings.NewReader(good), int64(len(good)), []preflight.Option{preflight.WithMaxBody(int64(len(good)))}, 200, []string{good + " <nil>"}},
		{"no limit", strings.NewReader(good), int64(len(good)), []preflight.Option{preflight.WithMaxBody(math.MaxInt64)}, 200, []string{good + " <nil>"}},
		{"no limit, a stream", strings.NewReader(good), -1, []preflight.Option{preflight.WithMaxBody(math.MaxInt64), preflight.WithStreams()}, 200, []string{good + " <nil>"}},
		{"no limit, a bad stream", strings.NewReader(bad), -1, []preflight.Option{preflight.WithMaxBody(math.MaxInt64)}, 400, nil},
		{"a negative limit", strings.NewReader(bad), int64(len(bad)), []preflight.Option{preflight.WithMaxBody(-5)}, 400, nil},
		{"a stream over the limit", strings.NewReader(good), -1, []preflight.Option{preflight.WithMaxBody(9)}, 413, nil},
		{"a stream at the limit", strings.NewReader(good), -1, []preflight.Option{preflight.WithMaxBody(int64(len(good)))}, 200, []string{good + " <nil>"}},
		{"over a limit of another handler", http.MaxBytesReader(nil, io.NopCloser(strings.NewReader(good)), 9), -1, nil, 413, nil},
		{"it ends early", io.MultiReader(strings.NewReader(`{"to"`), errReader{io.ErrUnexpectedEOF}), 99, nil, 400, nil},
		{"unchecked: a stream", strings.NewReader(bad), -1, unchecked, 200, []string{bad + " <nil>"}},
		{"unchecked: a checked stream", strings.NewReader(bad), -1, append(unchecked, preflight.WithStreams()), 400, nil},
		{"unchecked: over the limit", strings.NewReader(bad), int64(len(bad)), append(unchecked, preflight.WithMaxBody(9)), 200, []string{bad + " <nil>"}},
		{"unchecked: a stream over the limit", strings.NewReader(bad), -1, append(unchecked, preflight.WithMaxBody(9), preflight.WithStreams()), 200, []string{bad + " <nil>"}},
		{"unchecked: it ends early", io.MultiReader(strings.NewReader(`{"to"`), errReader{io.ErrUnexpectedEOF}), 99, unchecked, 200, []string{`{"to" unexpected EOF`}},
		{"only logged: over the limit", strings.NewReader(bad), int64(len(bad)), []preflight.Option{preflight.WithLogOnly(slog.New(slog.DiscardHandler)), preflight.WithMaxBody(9)}, 200, []string{bad + " <nil>"}},
		{"a nil option", strings.NewReader(bad), int64(len(bad)), []preflight.Option{nil}, 400, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got = nil
			r := httptest.NewRequest("POST", "/v3/messages", test.body)
			r.ContentLength = test.length
			w := httptest.NewRecorder()
			preflight.Handler(next, test.opts...).ServeHTTP(w, r)
			require.Equal(t, test.status, w.Code)
			require.Equal(t, test.want, got)
			if w.Code != 200 {
				require.Equal(t, "false", w.Header().Get("X-Should-Retry"))
				require.Contains(t, w.Body.String(), `"success":false`)
			}
		})
	}
}

// TestConcurrent shares one Transport between goroutines; it is for the race
// detector.
func TestConcurrent(t *testing.T) {
	ok := roundTrip(func(r *http.Request) (*http.Response, error) {
		b, err := io.ReadAll(r.Body)
		if err == nil && string(b) != good {
			err = errors.New("another body was sent")
		}
		return &http.Response{StatusCode: 202, Body: http.NoBody}, err
	})
	transport := preflight.Transport(ok)
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				req, err := http.NewRequest("POST", base+"/v3/messages", strings.NewReader(good))
				if err == nil {
					_, err = transport.RoundTrip(req)
				}
				if err != nil {
					t.Error(err)
				}
			}
		}()
	}
	wg.Wait()
}

// typical returns a request with the body of the benchmarks.
func typical(tb testing.TB) *http.Request {
	tb.Helper()
	text, err := os.ReadFile("../testdata/bench/typical.json")
	require.NoError(tb, err)
	req, err := http.NewRequest("POST", base+"/v3/messages", bytes.NewReader(text))
	require.NoError(tb, err)
	req.Header.Set("Content-Type", "application/json")
	return req
}

// again returns req with its body as it was before it was sent.
func again(tb testing.TB, req *http.Request) *http.Request {
	body, err := req.GetBody()
	require.NoError(tb, err)
	req.Body = body
	return req
}

var accepted = &http.Response{StatusCode: 202, Body: http.NoBody}

func nowhere(*http.Request) (*http.Response, error) { return accepted, nil }

// BenchmarkTransport is what a check adds to a request with the typical body:
// `go test -bench Transport ./preflight`.
func BenchmarkTransport(b *testing.B) {
	transport, req := preflight.Transport(roundTrip(nowhere)), typical(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := transport.RoundTrip(again(b, req)); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzTransport sends any body: either it does not leave, or it leaves as it is.
func FuzzTransport(f *testing.F) {
	for _, s := range []string{good, warn, bad, "", "{", "\xff"} {
		f.Add([]byte(s), true)
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, text []byte, again bool) {
		req, err := http.NewRequest("POST", base+"/v3/messages", bytes.NewReader(text))
		require.NoError(t, err)
		if !again {
			req.GetBody = nil
		}
		var w wire
		_, err = preflight.Transport(&w, preflight.WithStreams()).RoundTrip(req)
		require.Equal(t, validate.JSON(text, validate.WithKind(validate.KindMessagesCreate)).OK(), err == nil)
		if err == nil {
			require.Equal(t, []string{string(text)}, w.bodies)
		} else {
			require.Empty(t, w.bodies)
		}
	})
}
