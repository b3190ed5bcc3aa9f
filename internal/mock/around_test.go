package mock_test

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/mock"
)

// TestTraceID checks that every response has an X-Trace-ID, and that an error
// has the same trace_id.
func TestTraceID(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, id := c.chat()
	seen := map[string]bool{}
	for _, r := range []struct{ method, path, body string }{
		{"POST", "/v3/messages", hello}, {"POST", "/v3/messages", "{"}, {"GET", "/v3/chats/" + chat, ""}, {"GET", "/v3/none", ""},
		{"POST", "/v3/chats/" + chat + "/typing", ""}, {"POST", "/v3/messages/" + id + "/reactions", `{"operation":"add","type":"love"}`},
		{"PUT", "/v3/messages", ""}, {"POST", "/_mock/opt_in", `{"handle":"+14155550001"}`}, {"PUT", "/upload/x", ""}, {"DELETE", "/v3/messages/" + id, ""},
	} {
		_, out, header := c.do(r.method, r.path, r.body)
		trace := header.Get("X-Trace-ID")
		require.Regexp(t, "^[0-9a-f]{32}$", trace, "%s %s", r.method, r.path)
		require.False(t, seen[trace], "a trace id of its own")
		seen[trace] = true
		if out["trace_id"] != nil {
			require.Equal(t, trace, out["trace_id"])
		}
	}
}

func TestFaultStatus(t *testing.T) {
	c := newClient(t, mock.Config{})
	for code, status := range map[int]int{2006: 403, 2008: 403, 2026: 403, 3001: 500, 5001: 500, 3006: 500, 2004: 401} {
		c.mock.Fail(mock.Fault{Code: code}, 1)
		got, out, _ := c.do("POST", "/v3/messages", hello)
		require.Equal(t, status, got)
		require.EqualValues(t, code, at(out, "error", "code"))
		require.EqualValues(t, status, at(out, "error", "status"))
	}
}

func TestDisplayName(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat := at(c.ok(201, "POST", "/v3/chats", `{"from":"+12025550100","to":["+14155550001","a@example.com"],"message":{"parts":[{"type":"text","value":"x"}]}}`), "chat").(map[string]any)
	require.Equal(t, "+14155550001, a@example.com", chat["display_name"])
	require.Equal(t, "+14155550001, a@example.com", c.ok(200, "GET", "/v3/chats/"+chat["id"].(string), "")["display_name"])
}

func TestFromIsNotARecipient(t *testing.T) {
	c := newClient(t, mock.Config{})
	c.refused(1005, "POST", "/v3/chats", `{"from":"+12025550100","to":["+14155550001","+12025550100"],"message":{"parts":[{"type":"text","value":"x"}]}}`)
}

// TestMentions checks the members of a text part since 2026-09-01.
func TestMentions(t *testing.T) {
	c := newClient(t, mock.Config{})
	send := func(part string) map[string]any {
		out := c.ok(202, "POST", "/v3/messages", `{"to":["+14155550001","+14155550002"],"message":{"parts":[`+part+`]}}`)
		return at(out, "message", "parts").([]any)[0].(map[string]any)
	}
	plain := send(`{"type":"text","value":"hi"}`)
	require.Contains(t, plain, "mentions")
	require.Nil(t, plain["mentions"])
	require.Contains(t, plain, "inline_stickers")
	require.Nil(t, plain["inline_stickers"])
	ranged := send(`{"type":"text","value":"🎉 Ann","mention":"+14155550001","mention_range":[3,6]}`)
	require.Equal(t, []any{map[string]any{"handle": "+14155550001", "is_me": false, "range": []any{3.0, 6.0}}}, ranged["mentions"])
	whole := send(`{"type":"text","value":"🎉 Ann","mention":"+14155550001"}`)
	require.Equal(t, []any{0.0, 6.0}, at(whole["mentions"].([]any)[0], "range"), "the whole value, in UTF-16 code units")
}

// TestEndpointsAroundASend calls what clients call before and after a send.
func TestEndpointsAroundASend(t *testing.T) {
	c := newClient(t, mock.Config{Lines: []string{"+12025550100"}})
	chat, id := c.chat()
	for _, r := range []struct{ method, path string }{
		{"POST", "/typing"}, {"DELETE", "/typing"}, {"POST", "/read"}, {"POST", "/share_contact_card"}, {"DELETE", "/background"},
	} {
		require.Empty(t, c.ok(204, r.method, "/v3/chats/"+chat+r.path, ""))
		c.refused(2001, r.method, "/v3/chats/"+unknownID+r.path, "")
		c.refused(1005, r.method, "/v3/chats/nonsense"+r.path, "")
	}
	require.Equal(t, "accepted", c.ok(202, "POST", "/v3/chats/"+chat+"/leave", "")["status"])

	numbers := c.ok(200, "GET", "/v3/phone_numbers", "")["phone_numbers"].([]any)
	require.Len(t, numbers, 1)
	require.Equal(t, "+12025550100", at(numbers[0], "phone_number"))
	require.Equal(t, "HEALTHY", at(numbers[0], "health_status", "status"))
	c.mock.FlagLine("+12025550100")
	require.Equal(t, "CRITICAL", at(c.ok(200, "GET", "/v3/phonenumbers", "")["phone_numbers"].([]any)[0], "reputation", "status"))
	c.refused(2015, "GET", "/v3/available_number", "")
	c.mock.UnflagLine("+12025550100")
	require.Equal(t, "+12025550100", c.ok(200, "GET", "/v3/available_number", "")["phone_number"])

	require.Empty(t, c.ok(200, "GET", "/v3/webhook-subscriptions", "")["subscriptions"])
	require.Empty(t, c.ok(200, "GET", "/v3/contact_card", "")["contact_cards"])
	require.Empty(t, c.ok(200, "GET", "/v3/blocked_handles", "")["blocked_handles"])
	c.refused(2002, "GET", "/v3/webhook-subscriptions/"+unknownID, "")

	reply := `{"message":{"reply_to":{"message_id":"` + id + `"},"parts":[{"type":"text","value":"a reply"}]}}`
	c.ok(202, "POST", "/v3/chats/"+chat+"/messages", reply)
	c.ok(202, "POST", "/v3/chats/"+chat+"/messages", helloChat)
	c.ok(202, "POST", "/v3/chats/"+chat+"/messages", reply)
	thread := c.ok(200, "GET", "/v3/messages/"+id+"/thread?order=asc&limit=2", "")
	require.Len(t, thread["messages"], 2)
	require.Equal(t, id, at(thread["messages"].([]any)[0], "id"))
	rest := c.ok(200, "GET", "/v3/messages/"+id+"/thread?order=asc&limit=2&cursor="+thread["next_cursor"].(string), "")
	require.Len(t, rest["messages"], 1)
	require.Len(t, c.ok(200, "GET", "/v3/messages/"+id+"/thread", "")["messages"], 3)
	c.refused(2002, "GET", "/v3/messages/"+unknownID+"/thread", "")
}

// TestHostNames sends Host headers of which only some may be accepted.
func TestHostNames(t *testing.T) {
	c := newClient(t, mock.Config{Hosts: []string{"mock.test"}})
	for host, want := range map[string]int{
		"localhost": 200, "LOCALHOST.": 200, "localhost:80": 200, "a.localhost": 200, "127.0.0.1": 200, "127.0.0.1:99": 200, "[::1]": 200, "[::1]:99": 200,
		"192.168.1.5:8080": 200, "0.0.0.0": 200, "mock.test": 200, "MOCK.test:8080": 200,
		"evil.example": 421, "127.0.0.1.evil.example": 421, "localhost.evil.example": 421, "evil.example:80": 421, "0x7f.1": 421, "127.1": 421, "2130706433": 421,
		"x.mock.test": 421, "127.0.0.1:evil": 200, "localhost:80:80": 421, "evil-localhost": 421, "mock.test.evil.example": 421,
	} {
		req, err := http.NewRequest("GET", c.url+"/v3/chats", nil)
		require.NoError(t, err)
		req.Host, req.Header = host, c.header
		res, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		res.Body.Close()
		require.Equal(t, want, res.StatusCode, host)
	}
}

// TestNetwork checks that a server which others can reach shows nothing without
// the token.
func TestNetwork(t *testing.T) {
	c := newClient(t, mock.Config{Network: true, Tokens: []string{"secret"}})
	get := func(path string, auth func(*http.Request)) int {
		req, err := http.NewRequest("GET", c.url+path, nil)
		require.NoError(t, err)
		auth(req)
		res, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		defer res.Body.Close()
		if path == "/" && res.StatusCode == 401 {
			require.Contains(t, res.Header.Get("WWW-Authenticate"), "Basic ")
		}
		return res.StatusCode
	}
	nothing := func(*http.Request) {}
	basic := func(password string) func(*http.Request) {
		return func(r *http.Request) { r.SetBasicAuth("any", password) }
	}
	bearer := func(r *http.Request) { r.Header.Set("Authorization", "Bearer secret") }
	require.Equal(t, 401, get("/", nothing))
	require.Equal(t, 401, get("/", basic("guess")))
	require.Equal(t, 200, get("/", basic("secret")))
	require.Equal(t, 200, get("/", bearer))
	require.Equal(t, 401, get("/_mock/sent", nothing))
	require.Equal(t, 401, get("/_mock/sent", basic("secret")), "a browser sends Basic by itself, also for other sites")
	require.Equal(t, 200, get("/_mock/sent", bearer))
	require.Equal(t, 401, get("/v3/chats", basic("secret")))
}

func TestControlRefuses(t *testing.T) {
	c := newClient(t, mock.Config{})
	for _, r := range []struct{ command, body string }{
		{"fault", `{"code":-1}`}, {"fault", `{"code":999999999}`}, {"fault", `{"times":-5}`}, {"fault", `{"times":1000000000}`}, {"fault", `{"delay_ms":-1}`},
		{"fault", `{"delay_ms":9223372036854775807}`}, {"fault", `{"delay_ms":9300000000000}`}, {"fault", `{"retry_after":-1}`}, {"cut", `{"times":-1}`},
		{"flag", `{"line":"<b>"}`}, {"flag", `{}`}, {"opt_out", `{}`}, {"opt_out", `{"handle":"` + strings.Repeat("a", 321) + `"}`},
	} {
		status, out, _ := c.do("POST", "/_mock/"+r.command, r.body)
		require.Equal(t, 400, status, "%s %s", r.command, r.body)
		require.EqualValues(t, 1005, at(out, "error", "code"))
	}
	c.refused(1003, "POST", "/_mock/fault", `{"cod":1007}`)
	c.refused(1003, "POST", "/_mock/fault", `[]`)
	c.ok(202, "POST", "/v3/messages", hello) // no fault was queued
}

// TestBounds checks that what many requests leave behind is limited.
func TestBounds(t *testing.T) {
	s := mock.New(mock.Config{History: 50})
	state := func() map[string]any {
		t.Helper()
		b, err := s.Snapshot()
		require.NoError(t, err)
		var m map[string]any
		require.NoError(t, json.Unmarshal(b, &m))
		return m
	}
	for i := range 200 {
		n := strconv.Itoa(100 + i)
		body := `{"from":"+12025550` + n + `","to":["+14155550001"],"message":{"parts":[{"type":"text","value":"x"}]}}`
		require.Equal(t, 201, send(s, "POST", "/v3/chats", body).Code)
		s.OptOut("+14155551" + n)
		s.FlagLine("+1202556" + n)
		require.Equal(t, 200, send(s, "POST", "/v3/attachments", `{"filename":"a","content_type":"text/plain","size_bytes":1}`).Code)
	}
	m := state()
	require.LessOrEqual(t, len(m["lines"].([]any)), 102, "the two of the account, and added ones")
	require.Len(t, m["opted_out"], 50)
	require.Len(t, m["chats"], 50)
	require.Len(t, m["attachments"], 50)
	require.Len(t, s.Sent(), 50)

	s.OptIn("+14155551299")
	s.OptOut("+14155551298") // again
	require.Len(t, state()["opted_out"], 49)
}

func TestPollOptionsAreLimited(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, _ := c.chat()
	options := func(n int) string { return strings.TrimSuffix(strings.Repeat(`{"text":"o"},`, n), ",") }
	distinct := func(n int) string {
		out := options(n)
		for i := range n {
			out = strings.Replace(out, `"o"`, strconv.Quote(strconv.Itoa(i)), 1)
		}
		return out
	}
	poll := c.ok(202, "POST", "/v3/chats/"+chat+"/polls", `{"poll":{"options":[`+distinct(600)+`]}}`)
	id := poll["message_id"].(string)
	c.refused(1005, "POST", "/v3/messages/"+id+"/poll/options", `{"options":[`+distinct(600)+`]}`)
	c.ok(202, "POST", "/v3/messages/"+id+"/poll/options", `{"options":[`+distinct(400)+`]}`)
	c.refused(1005, "POST", "/v3/messages/"+id+"/poll/options", `{"options":[{"text":"one more"}]}`)
}

// TestBytesAreLimited sends more than MaxBytes: the oldest messages and requests
// are dropped.
func TestBytesAreLimited(t *testing.T) {
	s := mock.New(mock.Config{})
	large := strings.Repeat(`"`+strings.Repeat("x", 1000)+`",`, 7000) // 7 MB in an unknown member
	for i := range 12 {
		body := `{"to":["+1415555000` + strconv.Itoa(i%10) + `"],"message":{"idempotency_key":"k` + strconv.Itoa(i) + `","parts":[{"type":"text","value":"x"}],"padding":[` + large + `1]}}`
		require.Equal(t, 202, send(s, "POST", "/v3/messages", body).Code)
	}
	var total int
	for _, sent := range s.Sent() {
		total += len(sent.Body)
	}
	require.LessOrEqual(t, total, mock.MaxBytes)
	require.Greater(t, total, mock.MaxBytes/2)
	b, err := s.Snapshot()
	require.NoError(t, err)
	var m struct{ Messages []json.RawMessage }
	require.NoError(t, json.Unmarshal(b, &m))
	require.Less(t, len(m.Messages), 12)
	require.NotEmpty(t, m.Messages)
}

func TestRestoreKeepsTheLimits(t *testing.T) {
	s := mock.New(mock.Config{})
	require.ErrorContains(t, s.Restore([]byte(`{"version":1,"serial":9223372036854775807}`)), "too large")
	require.NoError(t, s.Restore([]byte(`{"version":1,"lines":[null,{"number":"+12025550100","added":true},{"number":"+12025550100"}]}`)))
	require.Equal(t, 202, send(s, "POST", "/v3/messages", hello).Code)
}
