package mock_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock"
)

const stickerID = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"

func TestChatsUpdate(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, _ := c.chat()
	require.Equal(t, chat, c.ok(200, "PUT", "/v3/chats/"+chat, `{"display_name":"Friends"}`)["chat_id"])
	c.ok(200, "PUT", "/v3/chats/"+chat, `{"group_chat_icon":"https://example.com/a.png"}`)
	got := c.ok(200, "GET", "/v3/chats/"+chat, "")
	require.Equal(t, "Friends", got["display_name"])
	require.Equal(t, "https://example.com/a.png", got["group_chat_icon"])
	c.refused(2001, "PUT", "/v3/chats/"+unknownID, `{"display_name":"x"}`)
	status, _, _ := c.do("PUT", "/v3/chats/"+chat, `{"display_name":"`+strings.Repeat("x", 20000)+`"}`)
	require.Equal(t, 413, status)
}

func TestParticipants(t *testing.T) {
	c := newClient(t, mock.Config{})
	group := c.ok(202, "POST", "/v3/messages", `{"to":["+14155550001","+14155550002"],"message":{"parts":[{"type":"text","value":"x"}]}}`)["chat_id"].(string)
	path := "/v3/chats/" + group + "/participants"
	added := c.ok(202, "POST", path, `{"handle":"a@example.com"}`)
	require.Regexp(t, "^[0-9a-f]{32}$", added["trace_id"])
	c.ok(202, "POST", path, `{"handle":"A@example.com"}`) // is there already
	require.Len(t, c.ok(200, "GET", "/v3/chats/"+group, "")["handles"], 4, "the line and three others")
	again := c.ok(202, "POST", "/v3/messages", `{"to":["a@example.com","+14155550002","+14155550001"],"message":{"parts":[{"type":"text","value":"x"}]}}`)
	require.Equal(t, group, again["chat_id"], "the chat of these recipients now")
	c.ok(202, "DELETE", path, `{"handle":"a@example.com"}`)
	c.ok(202, "DELETE", path, `{"handle":"+14155550002"}`)
	c.refused(1005, "DELETE", path, `{"handle":"+14155550001"}`)
	c.refused(1005, "DELETE", path, `{"handle":"+14155559999"}`)
	status, _, _ := c.do("POST", path, `{}`)
	require.Equal(t, 400, status)
}

func TestCapability(t *testing.T) {
	c := newClient(t, mock.Config{})
	require.Equal(t, map[string]any{"address": "+14155550001", "available": true}, c.ok(200, "POST", "/v3/capability/check_imessage", `{"address":"+14155550001"}`))
	c.ok(200, "POST", "/v3/capability/check_rcs", `{"address":"+14155550001"}`)
	status, _, _ := c.do("POST", "/v3/capability/check_rcs", `{"address":"a@example.com"}`)
	require.Equal(t, 400, status, "RCS has no email addresses")
}

func TestContactCard(t *testing.T) {
	c := newClient(t, mock.Config{Lines: []string{"+12025550100"}})
	card := c.ok(200, "POST", "/v3/contact_card", `{"first_name":"Ann","phone_number":"+12025550100","image_url":"https://example.com/a.png"}`)
	require.Equal(t, true, card["is_active"])
	c.refused(2005, "POST", "/v3/contact_card", `{"first_name":"Ann","phone_number":"+12025550199"}`)
	c.ok(200, "PATCH", "/v3/contact_card?phone_number=%2B12025550100", `{"last_name":"Lee"}`)
	c.refused(1005, "PATCH", "/v3/contact_card?phone_number=%2B12025550199", `{"last_name":"Lee"}`)
	list := c.ok(200, "GET", "/v3/contact_card", "")["contact_cards"].([]any)
	require.Equal(t, map[string]any{"first_name": "Ann", "last_name": "Lee", "phone_number": "+12025550100", "is_active": true, "image_url": "https://example.com/a.png"}, list[0])
	require.Empty(t, c.ok(200, "GET", "/v3/contact_card?phone_number=%2B12025550199", "")["contact_cards"])
}

func TestPhoneNumbersUpdate(t *testing.T) {
	c := newClient(t, mock.Config{Lines: []string{"+12025550100"}})
	id := at(c.ok(200, "GET", "/v3/phone_numbers", "")["phone_numbers"].([]any)[0], "id").(string)
	require.Equal(t, "+14155550001", c.ok(200, "PUT", "/v3/phone_numbers/"+id, `{"forwarding_number":"+14155550001"}`)["forwarding_number"])
	require.Nil(t, c.ok(200, "PUT", "/v3/phone_numbers/"+id, `{"forwarding_number":""}`)["forwarding_number"])
	require.Nil(t, c.ok(200, "PUT", "/v3/phone_numbers/"+id, `{"forwarding_number":null}`)["forwarding_number"])
	c.refused(1005, "PUT", "/v3/phone_numbers/"+unknownID, `{"forwarding_number":""}`)
}

func TestBlockedHandles(t *testing.T) {
	c := newClient(t, mock.Config{})
	c.ok(200, "POST", "/v3/blocked_handles", `{"handle":"A@example.com","reason":"spam"}`)
	c.ok(200, "POST", "/v3/blocked_handles", `{"handle":"a@example.com"}`) // again
	list := c.ok(200, "GET", "/v3/blocked_handles", "")["blocked_handles"].([]any)
	require.Len(t, list, 1)
	require.Equal(t, "a@example.com", at(list[0], "handle"))
	c.ok(204, "DELETE", "/v3/blocked_handles", `{"handle":"a@example.com"}`)
	require.Empty(t, c.ok(200, "GET", "/v3/blocked_handles", "")["blocked_handles"])
}

func TestWebhookSubscriptions(t *testing.T) {
	c := newClient(t, mock.Config{})
	made := c.ok(201, "POST", "/v3/webhook-subscriptions", `{"target_url":"https://example.com/hook","subscribed_events":["message.received"],"phone_numbers":["+12025550100"]}`)
	require.NotEmpty(t, made["signing_secret"])
	id := made["id"].(string)
	updated := c.ok(200, "PUT", "/v3/webhook-subscriptions/"+id, `{"is_active":false,"phone_numbers":null}`)
	require.Equal(t, false, updated["is_active"])
	require.Nil(t, updated["phone_numbers"])
	require.NotContains(t, updated, "signing_secret")
	require.Equal(t, updated, c.ok(200, "GET", "/v3/webhook-subscriptions/"+id, ""))
	require.Len(t, c.ok(200, "GET", "/v3/webhook-subscriptions", "")["subscriptions"], 1)
	c.ok(204, "DELETE", "/v3/webhook-subscriptions/"+id, "")
	c.refused(2002, "DELETE", "/v3/webhook-subscriptions/"+id, "")
	c.refused(2002, "PUT", "/v3/webhook-subscriptions/"+id, `{"is_active":true}`)
}

func TestBackground(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, _ := c.chat()
	c.ok(202, "POST", "/v3/chats/"+chat+"/background", `{"type":"color","variant":"mango"}`)
	c.ok(204, "DELETE", "/v3/chats/"+chat+"/background", "")
}

// TestStickers sends stickers of each sort and reads them back.
func TestStickers(t *testing.T) {
	c := newClient(t, mock.Config{})
	chat, id := c.chat()
	upload := c.ok(200, "POST", "/v3/attachments", `{"filename":"cat.png","content_type":"image/png","size_bytes":5}`)
	image, url := upload["attachment_id"].(string), upload["download_url"].(string)

	text := c.ok(202, "POST", "/v3/chats/"+chat+"/messages", `{"message":{"parts":[{"type":"text","value":"Sip cup 🥤","inline_stickers":[{"range":[8,10],"attachment_id":"`+image+`"}]}]}}`)
	part := at(text, "message", "parts").([]any)[0].(map[string]any)
	require.Equal(t, []any{map[string]any{"range": []any{8.0, 10.0}, "id": image, "file_name": "cat.png", "mime_type": "image/png", "url": url}}, part["inline_stickers"])
	c.refused(2003, "POST", "/v3/chats/"+chat+"/messages", `{"message":{"parts":[{"type":"text","value":"ab","inline_stickers":[{"range":[0,1],"attachment_id":"`+stickerID+`"}]}]}}`)
	media := c.ok(202, "POST", "/v3/chats/"+chat+"/messages", `{"message":{"parts":[{"type":"media","attachment_id":"`+image+`","sticker":true}]}}`)
	require.Equal(t, true, at(at(media, "message", "parts").([]any)[0], "sticker"))
	clip := c.ok(202, "POST", "/v3/chats/"+chat+"/messages", `{"message":{"parts":[{"type":"app_clip","value":"https://example.com/pay","caption":"Pay"}]}}`)
	require.Equal(t, "Pay", at(at(clip, "message", "parts").([]any)[0], "caption"))

	reactions := "/v3/messages/" + id + "/reactions"
	placed := c.ok(202, "POST", reactions, `{"operation":"add","type":"sticker","attachment_id":"`+image+`","placement":{"x":0.5,"scale":1.5}}`)
	c.ok(202, "POST", reactions, `{"operation":"add","type":"sticker","emoji":"🎉"}`)
	c.ok(202, "POST", reactions, `{"operation":"add","type":"love"}`)
	c.ok(202, "POST", reactions, `{"operation":"add","type":"like"}`)
	c.refused(2003, "POST", reactions, `{"operation":"add","type":"sticker","attachment_id":"`+stickerID+`"}`)
	list := at(c.ok(200, "GET", "/v3/messages/"+id, "")["parts"].([]any)[0], "reactions").([]any)
	require.Len(t, list, 3, "two stickers and one tapback")
	require.Equal(t, placed["id"], at(list[0], "id"))
	require.Equal(t, map[string]any{"file_name": "cat.png", "mime_type": "image/png", "url": url}, at(list[0], "sticker"))
	require.Nil(t, at(list[2], "sticker"))

	moved := c.ok(200, "PATCH", reactions+"/"+placed["id"].(string), `{"placement":{"y":-1,"rotation":30}}`)
	require.Equal(t, true, moved["success"])
	c.ok(200, "PATCH", reactions+"/"+strings.ToUpper(placed["id"].(string)), `{"placement":{}}`)
	status, _, _ := c.do("PATCH", reactions+"/"+unknownID, `{"placement":{"x":0}}`)
	require.Equal(t, 404, status)
	status, _, _ = c.do("PATCH", reactions+"/"+at(list[2], "id").(string), `{"placement":{"x":0}}`)
	require.Equal(t, 404, status, "a tapback has no place")
	status, _, _ = c.do("PATCH", reactions+"/"+placed["id"].(string), `{"placement":{"x":"2"}}`)
	require.Equal(t, 400, status)

	state, err := c.mock.Snapshot()
	require.NoError(t, err)
	d := newClient(t, mock.Config{})
	require.NoError(t, d.mock.Restore(state))
	require.Equal(t, c.ok(200, "GET", "/v3/chats/"+chat+"/messages", ""), d.ok(200, "GET", "/v3/chats/"+chat+"/messages", ""))
}

func TestStickersAreLimited(t *testing.T) {
	c := newClient(t, mock.Config{})
	_, id := c.chat()
	for range 100 {
		c.ok(202, "POST", "/v3/messages/"+id+"/reactions", `{"operation":"add","type":"sticker","emoji":"🎉"}`)
	}
	c.refused(1005, "POST", "/v3/messages/"+id+"/reactions", `{"operation":"add","type":"sticker","emoji":"🎉"}`)
}

// TestUpdateCardWithApp replaces the app of a card.
func TestUpdateCardWithApp(t *testing.T) {
	c := newClient(t, mock.Config{})
	card := c.ok(202, "POST", "/v3/messages", `{"to":["+14155559876"],"message":{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.example.app","name":"App","team_id":"A1B2C3D4E5"},"layout":{"caption":"c"}}]}}`)
	id := at(card, "message", "id").(string)
	update := c.ok(202, "POST", "/v3/messages/"+id+"/update", `{"layout":{"caption":"d"},"app":{"bundle_id":"com.example.other","name":"Other","team_id":"A1B2C3D4E5"}}`)
	require.Equal(t, "Other", at(at(update, "message", "parts").([]any)[0], "app", "name"))
}

// TestEveryKindHasAHandler checks that the server knows each kind.
func TestEveryKindHasAHandler(t *testing.T) {
	c := newClient(t, mock.Config{})
	for _, k := range api.Kinds {
		if k.Path == "" {
			continue
		}
		path := strings.NewReplacer("{chatId}", unknownID, "{messageId}", unknownID, "{reactionId}", unknownID, "{id}", unknownID).Replace(k.Path)
		status, out, _ := c.do(k.Method, path, `{}`)
		require.GreaterOrEqual(t, status, 400, k.Name)
		require.Less(t, status, 500, k.Name)
		require.NotEqual(t, 405, status, k.Name)
		require.NotEqual(t, "Not found", at(out, "error", "message"), k.Name)
	}
}
