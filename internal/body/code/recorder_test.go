//go:build acceptance

package code

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// received is a request that a server received.
type received struct {
	method, path, auth, contentType, body string
}

// recorder is a local server in place of the API.
type recorder struct {
	*httptest.Server
	mu   sync.Mutex
	seen []received
}

func newRecorder(t *testing.T) *recorder {
	r := &recorder{}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		r.seen = append(r.seen, received{req.Method, req.URL.Path, req.Header.Get("Authorization"), req.Header.Get("Content-Type"), string(body)})
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusAccepted)
		_, _ = io.WriteString(w, "{}")
	}))
	t.Cleanup(r.Close)
	return r
}

// environment returns the variables that the programs read.
func (r *recorder) environment() []string {
	return append(os.Environ(), "CHAT_ID=chat-1", "MESSAGE_ID=message-1", "REACTION_ID=reaction-1", "PHONE_NUMBER_ID=id-1", "WEBHOOK_SUBSCRIPTION_ID=id-1", "LINQ_API_V3_API_KEY=key-1", "LINQ_API_V3_BASE_URL="+r.URL)
}

// requireSent checks that the server received want, in that order.
func (r *recorder) requireSent(t *testing.T, want []sample) {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	require.Len(t, r.seen, len(want))
	for i, s := range want {
		got := r.seen[i]
		body, kind := s.body, api.KindNamed(string(s.kind))
		if s.kind == validate.KindMessage {
			body, kind = `{"message":`+body+`}`, api.KindNamed(api.ChatsMessagesSend)
		}
		require.Equal(t, kind.Method, got.method, s.name)
		require.Equal(t, strings.NewReplacer("{chatId}", "chat-1", "{messageId}", "message-1", "{reactionId}", "reaction-1", "{id}", "id-1").Replace(kind.Path), got.path, s.name)
		require.Equal(t, "Bearer key-1", got.auth, s.name)
		require.Equal(t, "application/json", got.contentType, s.name)
		require.Equal(t, value(t, body), value(t, got.body), "%s:\n%s\n%s", s.name, body, got.body)
	}
}

// value decodes a body so that equal numbers are equal values.
func value(t *testing.T, body string) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader([]byte(body)))
	d.UseNumber()
	var v any
	require.NoError(t, d.Decode(&v), "%s", body)
	return alike(v)
}

func alike(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = alike(v[k])
		}
	case []any:
		for i := range v {
			v[i] = alike(v[i])
		}
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64()
		if f == float64(int64(f)) {
			return int64(f)
		}
		return f
	}
	return v
}
