package mock_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/mock"
)

// raw writes bytes to a mock and reads what comes back until it closes.
func raw(t *testing.T, address, text string) string {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer conn.Close()
	require.NoError(t, conn.SetDeadline(time.Now().Add(10*time.Second)))
	_, err = io.WriteString(conn, text)
	require.NoError(t, err)
	b, _ := io.ReadAll(conn) // a reset is a response too
	return string(b)
}

// TestHostileRequests sends what no client should, and checks after each that
// the server still responds.
func TestHostileRequests(t *testing.T) {
	c := newClient(t, mock.Config{})
	address := strings.TrimPrefix(c.url, "http://")
	head := "POST /v3/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\nConnection: close\r\n"
	tests := []struct{ name, text, want string }{
		{"not HTTP", "\x16\x03\x01\x00\xa5\x01\x00\r\n\r\n", "400"},
		{"no host", "GET /v3/chats HTTP/1.1\r\nConnection: close\r\n\r\n", "400"},
		{"a host of another's", "GET / HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n", "421"},
		{"a header without end", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + strings.Repeat("a", 80<<10) + "\r\n\r\n", "431"},
		{"a header with a control code", head + "X: a\x00b\r\n\r\n", "400"},
		{"two lengths", head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400"},
		{"a negative length", head + "Content-Length: -1\r\n\r\n", "400"},
		{"a broken chunk", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400"},
		{"a length that is too large", head + fmt.Sprintf("Content-Length: %d\r\n\r\n", int64(1)<<40) + strings.Repeat("a", 9<<20), "413"},
		{"a path out of the tree", "GET /upload/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "404"},
		{"a path that is not UTF-8", "GET /v3/chats/%ff%fe HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n", "400"},
		{"brackets without end", head + "Content-Length: 200000\r\n\r\n" + strings.Repeat("[", 200000), "400"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			// A server that refuses early may reset before the response is read.
			if got := raw(t, address, test.text); got != "" {
				require.Contains(t, strings.SplitN(got, "\r\n", 2)[0], test.want)
			} else {
				require.Equal(t, "413", test.want, "no response")
			}
			c.ok(200, "GET", "/v3/chats", "")
		})
	}
}

// TestSlowHeaders opens connections that never finish their headers: the
// server serves others meanwhile, and closes them.
func TestSlowHeaders(t *testing.T) {
	srv := httptest.NewUnstartedServer(nil)
	srv.Config = mock.HTTPServer(mock.New(mock.Config{}))
	require.LessOrEqual(t, srv.Config.ReadHeaderTimeout, 5*time.Second)
	srv.Config.ReadHeaderTimeout = 300 * time.Millisecond // the same mechanism, without the wait
	srv.Start()
	defer srv.Close()
	address := srv.Listener.Addr().String()
	var slow []net.Conn
	for range 100 {
		conn, err := net.Dial("tcp", address)
		require.NoError(t, err)
		defer conn.Close()
		_, err = io.WriteString(conn, "POST /v3/messages HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
		require.NoError(t, err)
		slow = append(slow, conn)
	}
	res, err := http.Get(srv.URL)
	require.NoError(t, err)
	res.Body.Close()
	require.Equal(t, 200, res.StatusCode)
	for _, conn := range slow {
		require.NoError(t, conn.SetReadDeadline(time.Now().Add(5*time.Second)))
		_, err := io.Copy(io.Discard, conn)
		require.NoError(t, err, "closed by the server, not by our deadline")
	}
}

// TestThousandConnections sends one message on each of 1000 connections that
// are open at once.
func TestThousandConnections(t *testing.T) {
	c := newClient(t, mock.Config{})
	address := strings.TrimPrefix(c.url, "http://")
	conns := make([]net.Conn, 1000)
	for i := range conns {
		conn, err := net.Dial("tcp", address)
		require.NoError(t, err)
		defer conn.Close()
		require.NoError(t, conn.SetDeadline(time.Now().Add(30*time.Second)))
		conns[i] = conn
	}
	var accepted atomic.Int64
	var wg sync.WaitGroup
	for _, conn := range conns {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Fprintf(conn, "POST /v3/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\nContent-Length: %d\r\n\r\n%s", len(hello), hello)
			res, err := http.ReadResponse(bufio.NewReader(conn), nil)
			if err == nil && res.StatusCode == 202 {
				accepted.Add(1)
			}
		}()
	}
	wg.Wait()
	require.EqualValues(t, len(conns), accepted.Load())
	require.Len(t, c.mock.Sent(), len(conns))
}

// BenchmarkSend sends the typical body over loopback connections, client and
// server in one process: `go test -bench Send -cpu 2 ./internal/mock`.
func BenchmarkSend(b *testing.B) {
	srv := httptest.NewUnstartedServer(nil)
	srv.Config = mock.HTTPServer(mock.New(mock.Config{}))
	srv.Start()
	defer srv.Close()
	body := typical(b)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	b.SetParallelism(8)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			req, err := http.NewRequest("POST", srv.URL+"/v3/messages", bytes.NewReader(body))
			if err != nil {
				b.Error(err)
				return
			}
			req.Header.Set("Authorization", "Bearer x")
			res, err := client.Do(req)
			if err != nil {
				b.Error(err)
				return
			}
			_, _ = io.Copy(io.Discard, res.Body)
			res.Body.Close()
			if res.StatusCode != 202 {
				b.Errorf("status is %d, but must be 202", res.StatusCode)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "sends/s")
}

// send calls the handler without a network.
func send(s *mock.Server, method, path, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	req := httptest.NewRequest(method, "http://localhost"+path, strings.NewReader(body))
	req.Header.Set("Authorization", "Bearer x")
	s.ServeHTTP(w, req)
	return w
}

// FuzzServe sends any body to any path, with the ids of things that exist in
// place of words, and requires a response whose body is JSON.
func FuzzServe(f *testing.F) {
	f.Add(uint8(0), "/v3/messages", hello)
	f.Add(uint8(0), "/v3/chats/CHAT/polls", `{"poll":{"options":[{"text":"a"},{"text":"b"}]}}`)
	f.Add(uint8(0), "/v3/messages/MESSAGE/reactions", `{"operation":"add","type":"love","part_index":0}`)
	f.Add(uint8(1), "/v3/messages/MESSAGE", `{"text":"x"}`)
	f.Add(uint8(2), "/v3/chats/CHAT/messages", "")
	f.Add(uint8(0), "/_mock/fault", `{"times":1,"code":1007}`)
	f.Add(uint8(3), "/upload/ATTACHMENT", "x")
	methods := []string{"POST", "PATCH", "GET", "PUT", "DELETE"}
	f.Fuzz(func(t *testing.T, method uint8, path, body string) {
		s := mock.New(mock.Config{History: 4})
		var made struct {
			ChatID  string `json:"chat_id"`
			Message struct{ ID string }
		}
		require.NoError(t, json.Unmarshal(send(s, "POST", "/v3/messages", hello).Body.Bytes(), &made))
		var upload struct {
			ID string `json:"attachment_id"`
		}
		require.NoError(t, json.Unmarshal(send(s, "POST", "/v3/attachments", `{"filename":"a","content_type":"text/plain","size_bytes":1}`).Body.Bytes(), &upload))
		path = strings.NewReplacer("CHAT", made.ChatID, "MESSAGE", made.Message.ID, "ATTACHMENT", upload.ID).Replace(path)
		if strings.Contains(path, "cut") || strings.Contains(path, "lose") || strings.Contains(body, "delay") {
			return // what waits or aborts has its own tests
		}
		req := httptest.NewRequest(methods[int(method)%len(methods)], "http://localhost/", strings.NewReader(body))
		req.URL.Path = path
		req.Header.Set("Authorization", "Bearer x")
		w := httptest.NewRecorder()
		s.ServeHTTP(w, req)
		require.NotZero(t, w.Code)
		if w.Header().Get("Content-Type") == "application/json" {
			require.True(t, json.Valid(w.Body.Bytes()), "%s", w.Body)
		}
		state, err := s.Snapshot()
		require.NoError(t, err)
		require.NoError(t, mock.New(mock.Config{}).Restore(state))
	})
}
