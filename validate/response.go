package validate

import (
	"math/bits"

	"github.com/linqlint/linqlint/internal/scan"
)

// response says what a body is that the API sends and does not take: "a response
// of messages.create", "a webhook event"; "" for what may be a request. Top-level
// members decide; a null counts as one.
func response(v *scan.View) string {
	var has sentMembers
	for k := 1; k < len(v.Nodes); k = int(v.Nodes[k+1].Next) {
		has.note(v.Text(k), v.Nodes[k+1].Kind)
	}
	if has.to {
		return ""
	}
	message := func(name string) bool {
		m, ok := memberOf(v, 0, "message", scan.Object)
		return ok && member(v, m, name) != 0
	}
	only := bits.OnesCount16(has.only)
	switch {
	case has.chatID && message("id"):
		if has.createdChat {
			return "a response of messages.create"
		}
		return "a response of chats.messages.send"
	case has.chat && !message("parts"):
		return "a response of chats.create"
	case has.list && has.cursor:
		return "a response, a page of a list"
	case has.voiceMemo:
		return "a response of chats.voicememo"
	case has.address && has.available:
		return "a response of a capability check"
	case has.err && has.success:
		return "an error response"
	case has.event && has.data:
		return "a webhook event"
	case has.chatID && (has.handle || only > 1):
		return "the data of a webhook event"
	case only > 1 || only == 1 && has.reactions && has.id,
		has.sure, has.id && has.dated:
		return "a response"
	}
	return ""
}

// sentMembers are the top-level members that tell what the API sends.
type sentMembers struct {
	to, id, chat, chatID, list, cursor, voiceMemo, address, available,
	err, success, event, data, handle, reactions, dated, sure, createdChat bool
	only uint16 // which of onlySent there are
}

// onlySent are members that only responses and events have.
var onlySent = []string{
	"created_at", "updated_at", "created_new_chat", "from_selection", "delivery_status", "sent_at", "delivered_at",
	"is_read", "is_from_me", "sender_handle", "from_handle", "direction", "is_group", "handles",
}

func (a *sentMembers) note(name string, kind scan.Kind) {
	if i := position(onlySent, name); i >= 0 {
		a.only |= 1 << i
	}
	switch name {
	case "to":
		a.to = true
	case "id":
		a.id = true
	case "chat":
		a.chat = kind == scan.Object
	case "chat_id":
		a.chatID = true
	case "messages", "chats":
		a.list = a.list || kind == scan.Array
	case "next_cursor":
		a.cursor = true
	case "voice_memo":
		a.voiceMemo = kind == scan.Object
	case "address":
		a.address = true
	case "available":
		a.available = true
	case "error":
		a.err = true
	case "success":
		a.success = true
	case "event_type":
		a.event = true
	case "data":
		a.data = true
	case "handle":
		a.handle = true
	case "reactions":
		a.reactions = true
	case "trace_id", "upload_url", "download_url", "signing_secret":
		a.sure = true
	case "created_at", "updated_at":
		a.dated = true
	case "created_new_chat", "from_selection":
		a.createdChat = true
	}
}
