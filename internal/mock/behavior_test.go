package mock_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/mock"
	"github.com/linqlint/linqlint/internal/mock/apierror"
	"github.com/linqlint/linqlint/validate"
)

const unknownID = "550e8400-e29b-41d4-a716-446655440000"

func TestAuthorization(t *testing.T) {
	tests := []struct {
		name, header string
		tokens       []string
		want         int
	}{
		{"no header", "", nil, 401},
		{"any token will do", "Bearer x", nil, 202},
		{"the scheme has no case", "bearer x", nil, 202},
		{"another scheme", "Basic x", nil, 401},
		{"an empty token", "Bearer ", nil, 401},
		{"the right one", "Bearer b", []string{"a", "b"}, 202},
		{"a wrong one", "Bearer c", []string{"a", "b"}, 401},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := newClient(t, mock.Config{Tokens: test.tokens})
			c.header.Set("Authorization", test.header)
			status, out, _ := c.do("POST", "/v3/messages", hello)
			require.Equal(t, test.want, status)
			if status == 401 {
				require.EqualValues(t, 2004, at(out, "error", "code"))
			}
		})
	}
}

// TestFromSelection walks through the three reasons of the reference page.
func TestFromSelection(t *testing.T) {
	c := newClient(t, mock.Config{})
	send := func(body string) map[string]any { return c.ok(202, "POST", "/api/partner/v3/messages", body) }
	first := send(hello)
	require.Equal(t, true, first["created_new_chat"])
	require.Equal(t, "new_best_number", at(first, "from_selection", "reason"))

	again := send(hello)
	require.Equal(t, false, again["created_new_chat"])
	require.Equal(t, map[string]any{"reason": "reused_active_chat", "reused_existing_chat": true}, again["from_selection"])
	require.Equal(t, first["chat_id"], again["chat_id"])
	require.Nil(t, again["previous_chat_id"])

	c.mock.FlagLine(first["from"].(string))
	withText := strings.Replace(hello, `{"to"`, `{"continuation_message":{"text":"it is us, from a new number"},"to"`, 1)
	moved := send(withText)
	require.Equal(t, map[string]any{"reason": "failover_flagged", "reused_existing_chat": false}, moved["from_selection"])
	require.Equal(t, first["chat_id"], moved["previous_chat_id"])
	require.NotEqual(t, first["from"], moved["from"])
	require.Equal(t, "it is us, from a new number", at(moved, "message", "parts").([]any)[0].(map[string]any)["value"])

	settled := send(withText) // the continuation is for the failover alone
	require.Equal(t, "reused_active_chat", at(settled, "from_selection", "reason"))
	require.Equal(t, moved["chat_id"], settled["chat_id"])
	require.Equal(t, "hello", at(settled, "message", "parts").([]any)[0].(map[string]any)["value"])
}

func TestRecipientsAreASet(t *testing.T) {
	c := newClient(t, mock.Config{})
	body := func(to string) string {
		return `{"to":[` + to + `],"message":{"parts":[{"type":"text","value":"x"}]}}`
	}
	group := c.ok(202, "POST", "/v3/messages", body(`"+14155550001","a@example.com"`))
	require.Equal(t, true, group["is_group"])
	other := c.ok(202, "POST", "/v3/messages", body(`"A@example.com","+14155550001"`))
	require.Equal(t, group["chat_id"], other["chat_id"], "neither order nor the case of an email matters")
	direct := c.ok(202, "POST", "/v3/messages", body(`"+14155550001","+14155550001"`))
	require.Equal(t, false, direct["is_group"], "a repeated recipient is one")
}

func TestExcludeFrom(t *testing.T) {
	c := newClient(t, mock.Config{Lines: []string{"+12025550100", "+12025550101"}})
	excluding := func(lines, to string) string {
		return `{"exclude_from":[` + lines + `],"to":["` + to + `"],"message":{"parts":[{"type":"text","value":"x"}]}}`
	}
	out := c.ok(202, "POST", "/v3/messages", excluding(`"+12025550100"`, "+14155550001"))
	require.Equal(t, "+12025550101", out["from"])
	again := c.ok(202, "POST", "/v3/messages", excluding(`"+12025550101"`, "+14155550001"))
	require.Equal(t, "+12025550101", again["from"], "an exclusion never moves a chat")
	c.refused(1005, "POST", "/v3/messages", excluding(`"+12025550100","+12025550101"`, "+14155550002"))
	c.mock.FlagLine("+12025550100")
	c.mock.FlagLine("+12025550101")
	c.refused(2015, "POST", "/v3/messages", excluding(`"+12025550199"`, "+14155550002"))
}

func TestCreateChat(t *testing.T) {
	c := newClient(t, mock.Config{Lines: []string{"+12025550100"}})
	body := `{"from":"+12025550100","to":["+14155550001"],"message":{"parts":[{"type":"text","value":"x"}]}}`
	chat := at(c.ok(201, "POST", "/v3/chats", body), "chat").(map[string]any)
	require.Equal(t, "HEALTHY", at(chat, "health_status", "status"))
	again := at(c.ok(201, "POST", "/v3/chats", body), "chat").(map[string]any)
	require.Equal(t, chat["id"], again["id"], "kept")
	c.refused(2005, "POST", "/v3/chats", strings.Replace(body, "+12025550100", "+12025550111", 1))

	withEffect := strings.Replace(body, `"parts"`, `"effect":{"type":"screen","name":"confetti"},"parts"`, 1)
	c.ok(201, "POST", "/v3/chats", withEffect) // the chat is there already
	c.refused(1005, "POST", "/v3/chats", strings.Replace(withEffect, "+14155550001", "+14155550002", 1))
}

func TestIdempotency(t *testing.T) {
	c := newClient(t, mock.Config{})
	keyed := strings.Replace(hello, `"parts"`, `"idempotency_key":"k","parts"`, 1)
	first := c.ok(202, "POST", "/v3/messages", keyed)
	require.Equal(t, first, c.ok(202, "POST", "/v3/messages", keyed), "the same response, not a second message")
	chat, id := first["chat_id"].(string), at(first, "message", "id").(string)
	require.Len(t, c.ok(200, "GET", "/v3/chats/"+chat+"/messages", "")["messages"], 1)
	require.Len(t, c.mock.Sent(), 1)

	c.header.Set("Idempotency-Key", "k")
	require.Equal(t, first, c.ok(202, "POST", "/v3/messages", hello), "the header says the same as the member")
	c.header.Set("Idempotency-Key", "other")
	require.NotEqual(t, id, at(c.ok(202, "POST", "/v3/messages", hello), "message", "id"))
	c.header.Del("Idempotency-Key")

	poll := `{"poll":{"options":[{"text":"a"},{"text":"b"}],"idempotency_key":"p"}}`
	require.Equal(t, c.ok(202, "POST", "/v3/chats/"+chat+"/polls", poll), c.ok(202, "POST", "/v3/chats/"+chat+"/polls", poll))

	c.ok(204, "DELETE", "/v3/messages/"+id, "")
	c.refused(2002, "GET", "/v3/messages/"+id, "")
	c.refused(2002, "POST", "/v3/messages", keyed) // a deleted message is never sent again
}

// TestIdempotencyUnderLoad sends one key from many connections at once.
func TestIdempotencyUnderLoad(t *testing.T) {
	c := newClient(t, mock.Config{})
	keyed := strings.Replace(hello, `"parts"`, `"idempotency_key":"k","parts"`, 1)
	var wg sync.WaitGroup
	ids := make([]any, 50)
	for i := range ids {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_, out, _ := c.do("POST", "/v3/messages", keyed)
			ids[i] = at(out, "message", "id")
		}()
	}
	wg.Wait()
	for _, id := range ids {
		require.Equal(t, ids[0], id)
	}
	require.Len(t, c.mock.Sent(), 1)
}

func TestOptOut(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, _ := c.chat()
	c.mock.OptOut("+14155559876")
	c.refused(2024, "POST", "/v3/messages", hello)
	c.refused(2024, "POST", "/v3/chats/"+chat+"/messages", helloChat)
	require.Equal(t, "OPTED_OUT", at(c.ok(200, "GET", "/v3/chats/"+chat, ""), "health_status", "status"))
	c.ok(202, "POST", "/v3/messages", strings.Replace(hello, `{"to"`, `{"override_optout":true,"to"`, 1))
	c.refused(2024, "POST", "/v3/messages", hello) // the override held for one request
	c.ok(202, "POST", "/v3/messages", strings.Replace(hello, `"+14155559876"`, `"+14155559876","+14155550001"`, 1))
	c.mock.OptIn("+14155559876")
	c.ok(202, "POST", "/v3/messages", hello)
}

func TestAttachments(t *testing.T) {
	c := newClient(t, mock.Config{})
	made := c.ok(200, "POST", "/v3/attachments", `{"filename":"photo.jpg","content_type":"image/jpeg","size_bytes":5}`)
	id := made["attachment_id"].(string)
	require.Equal(t, "pending", c.ok(200, "GET", "/v3/attachments/"+id, "")["status"])

	put := func(content string) int {
		req, err := http.NewRequest("PUT", made["upload_url"].(string), strings.NewReader(content))
		require.NoError(t, err)
		res, err := http.DefaultClient.Do(req) // presigned: without a token
		require.NoError(t, err)
		defer res.Body.Close()
		_, _ = io.Copy(io.Discard, res.Body)
		return res.StatusCode
	}
	require.Equal(t, 400, put("too long for it"))
	require.Equal(t, "failed", c.ok(200, "GET", "/v3/attachments/"+id, "")["status"])
	require.Equal(t, 200, put("12345"))
	require.Equal(t, "complete", c.ok(200, "GET", "/v3/attachments/"+id, "")["status"])

	media := func(id string) string {
		return `{"to":["+14155559876"],"message":{"parts":[{"type":"media","attachment_id":"` + id + `"}]}}`
	}
	part := at(c.ok(202, "POST", "/v3/messages", media(strings.ToUpper(id))), "message", "parts").([]any)[0].(map[string]any)
	require.Equal(t, "photo.jpg", part["filename"])
	require.EqualValues(t, 5, part["size_bytes"])
	c.refused(2003, "POST", "/v3/messages", media(unknownID))
	c.refused(2003, "GET", "/v3/attachments/"+unknownID, "")

	chat, _ := c.chat()
	memo := c.ok(202, "POST", "/v3/chats/"+chat+"/voicememo", `{"voice_memo_url":"https://example.com/a/memo.m4a"}`)
	require.Equal(t, "memo.m4a", at(memo, "voice_memo", "voice_memo", "filename"))
	require.Equal(t, chat, at(memo, "voice_memo", "chat", "id"))
	c.ok(202, "POST", "/v3/chats/"+chat+"/voicememo", `{"attachment_id":"`+id+`"}`)
	c.refused(2003, "POST", "/v3/chats/"+chat+"/voicememo", `{"attachment_id":"`+unknownID+`"}`)
}

func TestPages(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, first := c.chat()
	for i := range 6 {
		c.ok(202, "POST", "/v3/chats/"+chat+"/messages", fmt.Sprintf(`{"message":{"parts":[{"type":"text","value":"%d"}]}}`, i))
	}
	var ids []any
	query := url.Values{"limit": {"3"}}
	for page := 0; ; page++ {
		out := c.ok(200, "GET", "/v3/chats/"+chat+"/messages?"+query.Encode(), "")
		for _, m := range out["messages"].([]any) {
			ids = append(ids, at(m, "id"))
		}
		if out["next_cursor"] == nil {
			require.Equal(t, 2, page)
			break
		}
		query.Set("cursor", out["next_cursor"].(string))
		c.ok(202, "POST", "/v3/chats/"+chat+"/messages", helloChat) // what comes later moves no page
	}
	require.Len(t, ids, 7)
	require.Equal(t, first, ids[6], "the newest first")
	c.refused(1005, "GET", "/v3/chats/"+chat+"/messages?limit=0", "")
	c.refused(1005, "GET", "/v3/chats/"+chat+"/messages?limit=x", "")
	c.refused(1005, "GET", "/v3/chats/"+chat+"/messages?cursor=!", "")
	c.refused(2001, "GET", "/v3/chats/"+unknownID+"/messages", "")

	c.ok(202, "POST", "/v3/messages", strings.Replace(hello, "+14155559876", "+14155550001", 1))
	list := c.ok(200, "GET", "/v3/chats?limit=1", "")
	require.Len(t, list["chats"], 1)
	rest := c.ok(200, "GET", "/v3/chats?limit=1&cursor="+list["next_cursor"].(string), "")
	require.Equal(t, chat, at(rest["chats"].([]any)[0], "id"))
	require.Nil(t, rest["next_cursor"])
	require.Len(t, c.ok(200, "GET", "/v3/chats?to=%2B14155550001", "")["chats"], 1)
	require.Empty(t, c.ok(200, "GET", "/v3/chats?from=%2B14155550001", "")["chats"])
}

func TestEditReactUpdate(t *testing.T) {
	c := newClient(t, mock.Config{})
	_, id := c.chat()
	edited := c.ok(200, "PATCH", "/v3/messages/"+id, `{"text":"hello again"}`)
	require.Equal(t, "hello again", edited["parts"].([]any)[0].(map[string]any)["value"])
	c.refused(1005, "PATCH", "/v3/messages/"+id, `{"text":"x","part_index":1}`)
	c.refused(2002, "PATCH", "/v3/messages/"+unknownID, `{"text":"x"}`)

	reactions := func() []any {
		return c.ok(200, "GET", "/v3/messages/"+id, "")["parts"].([]any)[0].(map[string]any)["reactions"].([]any)
	}
	c.ok(202, "POST", "/v3/messages/"+id+"/reactions", `{"operation":"add","type":"love"}`)
	c.ok(202, "POST", "/v3/messages/"+id+"/reactions", `{"operation":"add","type":"custom","custom_emoji":"🎉"}`)
	require.Len(t, reactions(), 1, "one of ours a part")
	require.Equal(t, "🎉", at(reactions()[0], "custom_emoji"))
	c.ok(202, "POST", "/v3/messages/"+id+"/reactions", `{"operation":"remove","type":"love"}`)
	require.Len(t, reactions(), 1, "another one is not removed")
	c.ok(202, "POST", "/v3/messages/"+id+"/reactions", `{"operation":"remove","type":"custom","custom_emoji":"🎉"}`)
	require.Empty(t, reactions())

	card := `{"to":["+14155559876"],"message":{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.example.app","name":"App","team_id":"A1B2C3D4E5","app_store_id":9007199254740993},"layout":{"caption":"your move"},"url":"https://example.com/1"}]}}`
	sent := c.ok(202, "POST", "/v3/messages", card)
	cardID := at(sent, "message", "id").(string)
	updated := c.ok(202, "POST", "/v3/messages/"+cardID+"/update", `{"layout":{"caption":"my move"},"interactive":false}`)
	require.NotEqual(t, cardID, at(updated, "message", "id"), "a new message in place of the card")
	part := at(updated, "message", "parts").([]any)[0]
	require.Equal(t, "App", at(part, "app", "name"), "inherited")
	require.Equal(t, map[string]any{"caption": "my move"}, at(part, "layout"))
	c.refused(1005, "POST", "/v3/messages/"+id+"/update", `{"layout":{"caption":"x"},"interactive":true}`)
}

func TestPolls(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, notAPoll := c.chat()
	made := c.ok(202, "POST", "/v3/chats/"+chat+"/polls", `{"poll":{"options":[{"text":"a"},{"text":"b"}]}}`)
	id := made["message_id"].(string)
	option := at(made, "poll", "options").([]any)[0].(map[string]any)
	for _, name := range []string{"can_be_edited", "creator_handle", "option_id", "text", "voters"} {
		require.Contains(t, option, name)
	}
	vote := func(operation string) map[string]any {
		return c.ok(202, "POST", "/v3/messages/"+id+"/poll/votes", `{"operation":"`+operation+`","option_id":"`+option["option_id"].(string)+`"}`)
	}
	require.EqualValues(t, 1, at(vote("add"), "poll", "total_voters"))
	require.EqualValues(t, 1, at(vote("add"), "poll", "total_voters"), "a vote counts once")
	require.EqualValues(t, 0, at(vote("remove"), "poll", "total_voters"))
	more := c.ok(202, "POST", "/v3/messages/"+id+"/poll/options", `{"options":[{"text":"c"}]}`)
	require.Len(t, at(more, "poll", "options"), 3)
	require.Equal(t, more, c.ok(200, "GET", "/v3/messages/"+id+"/poll", ""))
	c.ok(202, "POST", "/v3/messages/"+id+"/reactions", `{"operation":"add","type":"like"}`)
	require.Len(t, c.ok(200, "GET", "/v3/messages/"+id+"/poll", "")["reactions"], 1)
	c.refused(1005, "POST", "/v3/messages/"+id+"/reactions", `{"operation":"add","type":"like","part_index":1}`)
	c.refused(1005, "POST", "/v3/messages/"+id+"/poll/votes", `{"operation":"add","option_id":"`+unknownID+`"}`)
	c.refused(1005, "POST", "/v3/messages/"+notAPoll+"/poll/options", `{"options":[{"text":"c"}]}`)
	c.refused(1005, "GET", "/v3/messages/"+notAPoll+"/poll", "")
}

// TestRefusals checks which code and status an error of the body gets.
func TestRefusals(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, _ := c.chat()
	tests := []struct {
		name, path, body string
		status, code     int
		detail           string
	}{
		{"not JSON", "/v3/messages", `{`, 400, 1003, "json-syntax"},
		{"no body", "/v3/messages", ``, 400, 1003, "json-syntax"},
		{"no recipients", "/v3/messages", `{"message":{"parts":[{"type":"text","value":"x"}]}}`, 400, 1001, "field-required"},
		{"two texts", "/v3/chats/" + chat + "/messages", `{"message":{"parts":[{"type":"text","value":"x"},{"type":"text","value":"y"}]}}`, 400, 1004, "parts-consecutive-text: /message/parts/1: "},
		{"an app card over SMS", "/v3/chats/" + chat + "/messages", `{"message":{"preferred_service":"SMS","parts":[{"type":"imessage_app","app":{"bundle_id":"a","name":"b","team_id":"A1B2C3D4E5"},"layout":{"caption":"c"}}]}}`, 409, 2018, "app-service"},
		{"a chat that does not exist", "/v3/chats/" + unknownID + "/messages", helloChat, 404, 2001, "no chat"},
		{"a chat id that is none", "/v3/chats/x/messages", helloChat, 400, 1005, "not a UUID"},
		{"a text of other letters in the detail", "/v3/messages", `{"to":["ü"],"message":{"parts":[{"type":"text","value":"x"}]}}`, 400, 1002, `\u00fc`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, out, header := c.do("POST", test.path, test.body)
			require.Equal(t, test.status, status, "%v", out)
			require.EqualValues(t, test.code, at(out, "error", "code"))
			require.Equal(t, fmt.Sprintf("https://docs.linqapp.com/error/codes/%dxxx/%d/", test.code/1000, test.code), at(out, "error", "doc_url"))
			require.Contains(t, header.Get(apierror.DetailHeader), test.detail)
		})
	}
	status, _, _ := c.do("PUT", "/v3/messages", "")
	require.Equal(t, 405, status)
	status, _, _ = c.do("GET", "/v3/nothing", "")
	require.Equal(t, 404, status)
}

func TestFaults(t *testing.T) {
	var events []mock.Event
	var mu sync.Mutex
	c := newClient(t, mock.Config{Log: func(e mock.Event) { mu.Lock(); events = append(events, e); mu.Unlock() }})
	c.mock.Fail(mock.Fault{Code: 1007, RetryAfter: 7}, 1)
	status, out, header := c.do("POST", "/v3/messages", hello)
	require.Equal(t, 429, status)
	require.EqualValues(t, 7, at(out, "error", "retry_after"))
	require.Equal(t, "7", header.Get("Retry-After"))

	c.mock.Fail(mock.Fault{Code: 3006}, 2)
	c.refused(3006, "POST", "/v3/messages", hello)
	c.refused(3006, "GET", "/v3/chats", "")
	require.Empty(t, c.mock.Sent())

	// POSTs that a transport does not repeat by itself
	post := func() error {
		req, err := http.NewRequest("POST", c.url+"/v3/messages", strings.NewReader(hello))
		require.NoError(t, err)
		req.Header, req.GetBody = c.header.Clone(), nil
		res, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(req)
		if err == nil {
			res.Body.Close()
		}
		return err
	}
	c.mock.Fail(mock.Fault{Cut: true}, 1)
	require.Error(t, post())
	require.Empty(t, c.mock.Sent())
	c.mock.Fail(mock.Fault{DropResponse: true}, 1)
	require.Error(t, post())
	require.Len(t, c.mock.Sent(), 1, "accepted, though the client cannot know")

	mu.Lock()
	defer mu.Unlock()
	require.Len(t, events, 5)
	require.Equal(t, []int{429, 500, 500, 0, 0}, []int{events[0].Status, events[1].Status, events[2].Status, events[3].Status, events[4].Status})
}

func TestControl(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, _ := c.chat()
	c.ok(204, "POST", "/_mock/opt_out", `{"handle":"+14155559876"}`)
	c.refused(2024, "POST", "/v3/messages", hello)
	c.ok(204, "POST", "/_mock/opt_in", `{"handle":"+14155559876"}`)
	c.ok(204, "POST", "/_mock/fault", `{"code":1007,"retry_after":3,"times":2}`)
	require.EqualValues(t, 3, c.refused(1007, "POST", "/v3/messages", hello)["retry_after"])
	c.refused(1007, "POST", "/v3/messages", hello)
	c.ok(204, "POST", "/_mock/flag", `{"line":"+12025550100"}`)
	require.Equal(t, "CRITICAL", at(c.ok(200, "GET", "/v3/chats/"+chat, ""), "health_status", "status"))
	c.ok(204, "POST", "/_mock/unflag", `{"line":"+12025550100"}`)
	require.Equal(t, "HEALTHY", at(c.ok(200, "GET", "/v3/chats/"+chat, ""), "health_status", "status"))

	req, err := http.NewRequest("GET", c.url+"/_mock/sent", nil)
	require.NoError(t, err)
	req.Header = c.header
	res, err := http.DefaultClient.Do(req)
	require.NoError(t, err)
	defer res.Body.Close()
	var sent []map[string]any
	require.NoError(t, json.NewDecoder(res.Body).Decode(&sent))
	require.Len(t, sent, 1)
	require.Equal(t, "messages.create", sent[0]["kind"])
	require.Equal(t, "hello", at(sent[0], "body", "message", "parts").([]any)[0].(map[string]any)["value"])

	c.ok(204, "POST", "/_mock/reset", "")
	require.Empty(t, c.mock.Sent())
	status, _, _ := c.do("POST", "/_mock/nothing", "")
	require.Equal(t, 404, status)
	c.refused(1003, "POST", "/_mock/fault", "{")
	c.header.Del("Authorization")
	c.refused(2004, "POST", "/_mock/reset", "")
}

// TestSent lists what was accepted, with warnings, and nothing else.
func TestSent(t *testing.T) {
	c := newClient(t, mock.Config{})
	c.refused(1002, "POST", "/v3/messages", strings.Replace(hello, "+1", "", 1))
	body := strings.Replace(hello, `"parts"`, `"effect":{"name":"confetti"},"parts"`, 1)
	c.ok(202, "POST", "/v3/messages", body)
	sent := c.mock.Sent()
	require.Len(t, sent, 1)
	require.Equal(t, validate.KindMessagesCreate, sent[0].Kind)
	require.Equal(t, body, string(sent[0].Body))
	require.Equal(t, "effect-incomplete", sent[0].Report.Diagnostics[0].Rule)
	require.Equal(t, []string{"+14155559876"}, sent[0].To)
}

// TestHistory keeps only so much.
func TestHistory(t *testing.T) {
	c := newClient(t, mock.Config{History: 3})
	keyed := func(n int) string {
		return fmt.Sprintf(`{"to":["+1415555000%d"],"message":{"idempotency_key":"k%d","parts":[{"type":"text","value":"x"}]}}`, n, n)
	}
	first := c.ok(202, "POST", "/v3/messages", keyed(0))
	for i := 1; i < 6; i++ {
		c.ok(202, "POST", "/v3/messages", keyed(i))
	}
	c.refused(2001, "GET", "/v3/chats/"+first["chat_id"].(string), "")
	c.refused(2002, "GET", "/v3/messages/"+at(first, "message", "id").(string), "")
	require.Len(t, c.ok(200, "GET", "/v3/chats", "")["chats"], 3)
	require.Len(t, c.mock.Sent(), 3)
	again := c.ok(202, "POST", "/v3/messages", keyed(0))
	require.NotEqual(t, first["chat_id"], again["chat_id"], "a forgotten key is new")
}
