//go:build acceptance

package mock_test

import (
	"io"
	"net/http"
	"net/url"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/mock"
)

// TestManySends checks that the history bounds the memory: after 200,000 sends to
// ten thousand chats the heap is as large as after the first 50,000. It calls the
// handler without a network.
func TestManySends(t *testing.T) {
	s := mock.New(mock.Config{History: 1000})
	const total = 200_000
	var early uint64
	var out discard
	req := http.Request{Method: "POST", Host: "localhost", URL: &url.URL{Path: "/v3/messages"}, Header: http.Header{"Authorization": {"Bearer x"}}}
	for i := range total {
		n := strconv.Itoa(1_000_000 + i)
		body := `{"to":["+1415555` + n[len(n)-4:] + `"],"message":{"idempotency_key":"` + n + `","parts":[{"type":"text","value":"hello"}]}}`
		req.Body = io.NopCloser(strings.NewReader(body))
		s.ServeHTTP(&out, &req)
		if i == total/4 {
			early = heap()
		}
	}
	require.Equal(t, total, out.accepted)
	require.Less(t, heap(), early+early/8+1<<20)
	runtime.KeepAlive(s)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// discard is a ResponseWriter that counts what was accepted.
type discard struct {
	header   http.Header
	accepted int
}

func (d *discard) Header() http.Header {
	if d.header == nil {
		d.header = http.Header{}
	}
	return d.header
}
func (d *discard) Write(b []byte) (int, error) { return len(b), nil }
func (d *discard) WriteHeader(status int) {
	if status == 202 {
		d.accepted++
	}
}
