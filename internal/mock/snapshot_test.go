package mock_test

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/mock"
)

func typical(tb testing.TB) []byte {
	tb.Helper()
	body, err := os.ReadFile("../../testdata/bench/typical.json")
	require.NoError(tb, err)
	return body
}

// TestSnapshot restarts a server that holds one of everything.
func TestSnapshot(t *testing.T) {
	c := newClient(t, mock.Config{})
	keyed := strings.Replace(hello, `"parts"`, `"idempotency_key":"k","parts"`, 1)
	first := c.ok(202, "POST", "/v3/messages", keyed)
	chat, id := first["chat_id"].(string), at(first, "message", "id").(string)
	c.ok(202, "POST", "/v3/messages", string(typical(t)))
	c.ok(202, "POST", "/v3/chats/"+chat+"/polls", `{"poll":{"options":[{"text":"a"},{"text":"b"}]}}`)
	c.ok(202, "POST", "/v3/messages/"+id+"/reactions", `{"operation":"add","type":"love"}`)
	c.ok(202, "POST", "/v3/chats/"+chat+"/messages", `{"message":{"parts":[{"type":"imessage_app","app":{"bundle_id":"a","name":"b","team_id":"A1B2C3D4E5"},"layout":{"caption":"c"}}]}}`)
	c.ok(202, "POST", "/v3/chats/"+chat+"/messages", `{"message":{"parts":[{"type":"link","value":"https://example.com/"}]}}`)
	upload := c.ok(200, "POST", "/v3/attachments", `{"filename":"a.png","content_type":"image/png","size_bytes":1}`)["attachment_id"].(string)
	c.mock.OptOut("+14155550001")
	c.mock.FlagLine("+12025550101")
	paths := []string{"/v3/chats", "/v3/chats/" + chat, "/v3/chats/" + chat + "/messages", "/v3/messages/" + id, "/v3/attachments/" + upload}

	state, err := c.mock.Snapshot()
	require.NoError(t, err)
	d := newClient(t, mock.Config{})
	require.NoError(t, d.mock.Restore(state))
	for _, p := range paths {
		require.Equal(t, c.ok(200, "GET", p, ""), d.ok(200, "GET", p, ""), p)
	}
	require.Equal(t, first, d.ok(202, "POST", "/v3/messages", keyed), "keys are kept")
	d.refused(2024, "POST", "/v3/messages", strings.Replace(hello, "+14155559876", "+14155550001", 1))
	again, err := d.mock.Snapshot()
	require.NoError(t, err)
	require.JSONEq(t, string(state), string(again))

	small := newClient(t, mock.Config{History: 1})
	require.NoError(t, small.mock.Restore(state))
	require.Len(t, small.ok(200, "GET", "/v3/chats", "")["chats"], 1, "only what the history holds")
	small.ok(202, "POST", "/v3/messages", hello)
}

func TestRestoreRefuses(t *testing.T) {
	chat := `{"serial":1,"id":"c","line":"+1","to":["+2"]}`
	tests := []struct{ name, state, want string }{
		{"no JSON", `{`, "cannot read state"},
		{"another version", `{"version":2}`, "version 2, expected 1"},
		{"a chat without recipients", `{"version":1,"chats":[{"id":"c"}]}`, "no recipients"},
		{"a chat twice", `{"version":1,"chats":[` + chat + `,` + chat + `]}`, "duplicate id"},
		{"null for a chat", `{"version":1,"chats":[null]}`, "a chat"},
		{"a message without chat", `{"version":1,"messages":[{"serial":1,"id":"m","chat_id":"c"}]}`, "no chat"},
		{"messages out of order", `{"version":1,"chats":[` + chat + `],"messages":[{"serial":2,"id":"m","chat_id":"c"},{"serial":1,"id":"n","chat_id":"c"}]}`, "out of order"},
		{"a part of no type", `{"version":1,"chats":[` + chat + `],"messages":[{"serial":2,"id":"m","chat_id":"c","parts":[{}]}]}`, "part type"},
		{"null for a key", `{"version":1,"chats":[` + chat + `],"messages":[{"serial":2,"id":"m","chat_id":"c","replies":[null]}]}`, "null"},
		{"null for an attachment", `{"version":1,"attachments":[null]}`, "attachment"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := mock.New(mock.Config{})
			require.ErrorContains(t, s.Restore([]byte(test.state)), test.want)
		})
	}
}

// FuzzRestore checks that no state file crashes the server or its page.
func FuzzRestore(f *testing.F) {
	f.Add([]byte(`{"version":1,"chats":[{"serial":1,"id":"c","line":"+1","to":["+2"]}],"messages":[{"serial":2,"id":"m","chat_id":"c","parts":[{"type":"text","value":"x","text_decorations":[{"range":[-1,9]}]}]}]}`))
	f.Fuzz(func(t *testing.T, state []byte) {
		s := mock.New(mock.Config{History: 2})
		if s.Restore(state) != nil {
			return
		}
		for range 3 {
			send(s, "POST", "/v3/messages", hello)
		}
		send(s, "GET", "/", "")
		send(s, "GET", "/v3/chats", "")
		_, err := s.Snapshot()
		require.NoError(t, err)
	})
}

// TestPage shows a conversation: marked up, escaped, loading nothing.
func TestPage(t *testing.T) {
	c := newClient(t, mock.Config{})
	c.ok(202, "POST", "/v3/messages", `{"to":["+14155559876"],"message":{"effect":{"name":"confetti","type":"screen"},"parts":[
		{"type":"text","value":"<script>🎉 Sale","text_decorations":[{"range":[8,10],"style":"bold"},{"range":[11,15],"animation":"shake"}]},
		{"type":"media","url":"https://cdn.example.com/a.jpg"}]}}`)
	res, err := http.Get(c.url)
	require.NoError(t, err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	page := string(b)
	require.Contains(t, page, `&lt;script&gt;</span><span class="bold`)
	require.Contains(t, page, "🎉</span>")
	require.Contains(t, page, `shake">Sale</span>`)
	require.Contains(t, page, "effect confetti")
	require.Contains(t, page, "a.jpg (image/jpeg)")
	require.NotContains(t, page, "https://cdn.example.com")
	require.Contains(t, res.Header.Get("Content-Security-Policy"), "default-src 'none'")
}
