package lint

import (
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/mock"
	"github.com/linqlint/linqlint/validate"
)

// recorder sends requests to a mock and saves each response into the current
// folder.
type recorder struct {
	t     *testing.T
	mock  *mock.Server
	saved int
	calls map[string]bool // "POST /v3/chats/{}"
}

// send sends a request, which must succeed, and returns the response.
func (r *recorder) send(method, path, body string) string {
	r.t.Helper()
	req := httptest.NewRequest(method, "http://localhost/api/partner"+path, strings.NewReader(body))
	req.Header.Set("Authorization", "Bearer test")
	req.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	r.mock.ServeHTTP(w, req)
	require.Less(r.t, w.Code, 300, "%s %s: %s", method, path, w.Body)
	r.calls[method+" "+pattern(path)] = true
	r.save(w.Body.String())
	return w.Body.String()
}

func (r *recorder) save(text string) {
	r.saved++
	require.NoError(r.t, os.WriteFile(fmt.Sprintf("%d.json", r.saved), []byte(text), 0o644))
}

// pattern returns a path with {} for its ids.
func pattern(path string) string {
	path, _, _ = strings.Cut(path, "?")
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if strings.HasPrefix(s, "{") || len(s) == 36 {
			segments[i] = "{}"
		}
	}
	return strings.Join(segments, "/")
}

// first returns the first string of a member of that name.
func first(t *testing.T, response, name string) string {
	t.Helper()
	_, rest, ok := strings.Cut(response, `"`+name+`":"`)
	require.True(t, ok, "%s: %s", name, response)
	value, _, _ := strings.Cut(rest, `"`)
	return value
}

// TestResponsesInWalks saves a response of every endpoint of the mock, and the
// examples of the reference, into a folder: a walk reports nothing there.
func TestResponsesInWalks(t *testing.T) {
	examples, err := filepath.Glob("../../../../internal/mock/testdata/reference/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, examples)
	texts := make([]string, len(examples))
	for i, name := range examples {
		texts[i] = content(t, name)
	}
	inFolder(t, nil)
	r := recorder{t: t, mock: mock.New(mock.Config{Lines: []string{"+12025550100"}}), calls: map[string]bool{}}
	for _, text := range texts {
		r.save(text)
	}
	sendAll(t, &r)
	for _, endpoint := range mock.Endpoints() {
		require.True(t, r.calls[endpoint[0]+" "+pattern(endpoint[1])], "%v", endpoint)
	}
	o := options(nil, ".")
	o.Severity = validate.SeverityNote
	out, lines, warnings := results(t, o)
	require.Empty(t, lines)
	require.Empty(t, warnings)
	require.Zero(t, out.Bodies)
	require.Equal(t, r.saved, out.Skipped)
	require.Greater(t, out.Responses, 20)
}

// sendAll sends a request to every endpoint.
func sendAll(t *testing.T, r *recorder) {
	const parts = `"message":{"parts":[{"type":"text","value":"tea 🥤"}]}`
	upload := r.send("POST", "/v3/attachments", `{"filename":"cat.png","content_type":"image/png","size_bytes":5}`)
	image := first(t, upload, "attachment_id")
	r.send("GET", "/v3/attachments/"+image, "")

	group := first(t, r.send("POST", "/v3/chats", `{"from":"+12025550100","to":["+14155550001","+14155550002"],"message":{"parts":[{"type":"text","value":"@Kim","mention":"+14155550001","mention_range":[0,4]}]}}`), "id")
	sent := r.send("POST", "/v3/messages", `{"to":["+14155550003"],`+parts+`}`)
	chat := first(t, sent, "chat_id")
	_, message, _ := strings.Cut(sent, `"message":`)
	id := first(t, message, "id")
	inChat := "/v3/chats/" + chat
	r.send("POST", inChat+"/messages", `{`+parts+`}`)
	r.send("POST", inChat+"/messages", `{"message":{"parts":[{"type":"media","attachment_id":"`+image+`","sticker":true}]}}`)
	r.send("POST", inChat+"/messages", `{"message":{"parts":[{"type":"text","value":"tea","inline_stickers":[{"range":[0,3],"attachment_id":"`+image+`"}]}]}}`)
	r.send("POST", inChat+"/voicememo", `{"attachment_id":"`+image+`"}`)
	poll := r.send("POST", inChat+"/polls", `{"poll":{"options":[{"text":"a"},{"text":"b"}]}}`)
	pollID, option := first(t, poll, "message_id"), first(t, poll, "option_id")
	r.send("GET", "/v3/messages/"+pollID+"/poll", "")
	r.send("POST", "/v3/messages/"+pollID+"/poll/options", `{"options":[{"text":"c"}]}`)
	r.send("POST", "/v3/messages/"+pollID+"/poll/votes", `{"option_id":"`+option+`","operation":"add"}`)
	card := r.send("POST", inChat+"/messages", `{"message":{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.example.app","name":"App","team_id":"ABCDE12345"},"layout":{"caption":"a"},"url":"https://example.com"}]}}`)
	_, message, _ = strings.Cut(card, `"message":`)
	r.send("POST", "/v3/messages/"+first(t, message, "id")+"/update", `{"layout":{"caption":"b"}}`)

	reactions := "/v3/messages/" + id + "/reactions"
	sticker := first(t, r.send("POST", reactions, `{"operation":"add","type":"sticker","attachment_id":"`+image+`"}`), "id")
	r.send("PATCH", reactions+"/"+sticker, `{"placement":{"x":0.5,"scale":1.5}}`)
	r.send("PATCH", "/v3/messages/"+id, `{"text":"coffee"}`)
	r.send("GET", "/v3/messages/"+id, "")
	r.send("GET", "/v3/messages/"+id+"/thread", "")
	r.send("DELETE", "/v3/messages/"+id, "")

	r.send("PUT", "/v3/chats/"+group, `{"display_name":"Friends"}`)
	r.send("POST", "/v3/chats/"+group+"/participants", `{"handle":"a@example.com"}`)
	r.send("DELETE", "/v3/chats/"+group+"/participants", `{"handle":"a@example.com"}`)
	r.send("POST", inChat+"/background", `{"type":"color","variant":"mango"}`)
	for _, path := range []string{"", "/messages"} {
		r.send("GET", inChat+path, "")
	}
	r.send("GET", "/v3/chats", "")
	for _, path := range []string{"/typing", "/read", "/share_contact_card"} {
		r.send("POST", inChat+path, "")
	}
	r.send("DELETE", inChat+"/typing", "")
	r.send("DELETE", inChat+"/background", "")
	r.send("POST", "/v3/chats/"+group+"/leave", "")
	sendAccount(t, r)
}

// sendAccount sends a request to the endpoints that are not about messages.
func sendAccount(t *testing.T, r *recorder) {
	numbers := r.send("GET", "/v3/phone_numbers", "")
	r.send("GET", "/v3/phonenumbers", "")
	r.send("GET", "/v3/available_number", "")
	r.send("PUT", "/v3/phone_numbers/"+first(t, numbers, "id"), `{"forwarding_number":"+14155550001"}`)
	r.send("POST", "/v3/capability/check_imessage", `{"address":"+14155550001"}`)
	r.send("POST", "/v3/capability/check_rcs", `{"address":"+14155550001"}`)
	r.send("POST", "/v3/contact_card", `{"first_name":"Ann","phone_number":"+12025550100"}`)
	r.send("PATCH", "/v3/contact_card?phone_number=%2B12025550100", `{"last_name":"Lee"}`)
	r.send("GET", "/v3/contact_card", "")
	r.send("POST", "/v3/blocked_handles", `{"handle":"a@example.com","reason":"spam"}`)
	r.send("GET", "/v3/blocked_handles", "")
	r.send("DELETE", "/v3/blocked_handles", `{"handle":"a@example.com"}`)
	made := r.send("POST", "/v3/webhook-subscriptions", `{"target_url":"https://example.com/hook","subscribed_events":["message.received"]}`)
	hook := "/v3/webhook-subscriptions/" + first(t, made, "id")
	r.send("PUT", hook, `{"is_active":false}`)
	r.send("GET", hook, "")
	r.send("GET", "/v3/webhook-subscriptions", "")
	r.send("DELETE", hook, "")
}
