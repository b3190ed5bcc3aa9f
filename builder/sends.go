package builder

import (
	"slices"

	"github.com/linqlint/linqlint/validate"
)

// MessagesCreateRequest is POST /v3/messages: the API chooses the line and the
// chat, and reuses the chat with exactly these recipients. The zero value has no
// recipients.
type MessagesCreateRequest struct{ sending[MessagesCreateRequest] }

// MessagesCreate sends a message to one or more handles (E.164 or email): one
// is a direct chat, several a group. Their order does not matter.
func MessagesCreate(to ...string) MessagesCreateRequest { return MessagesCreateRequest{}.To(to...) }

func (MessagesCreateRequest) withSend(s send) MessagesCreateRequest {
	return MessagesCreateRequest{sending[MessagesCreateRequest]{s}}
}

// Kind returns messages.create.
func (MessagesCreateRequest) Kind() validate.Kind { return validate.KindMessagesCreate }

// To adds recipients.
func (r MessagesCreateRequest) To(handles ...string) MessagesCreateRequest {
	r.send.addTo(handles)
	return r
}

// Continuation sets the text, at most 10000 code points, that is sent instead of
// the message if the chat's line was flagged.
func (r MessagesCreateRequest) Continuation(s string) MessagesCreateRequest {
	r.send.continuation = text{s, true}
	r.send.members = r.send.members.without("continuation_message")
	return r
}

// ExcludeFrom adds lines (E.164) that must not be chosen (documented 2026-08-04).
func (r MessagesCreateRequest) ExcludeFrom(lines ...string) MessagesCreateRequest {
	r.send.excludeFrom = append(slices.Clip(r.send.excludeFrom), lines...)
	r.send.members = r.send.members.without("exclude_from")
	return r
}

// OverrideOptOut sends to a recipient who has opted out; each override is
// recorded against the API key (documented 2026-08-04).
func (r MessagesCreateRequest) OverrideOptOut() MessagesCreateRequest {
	r.send.overrideOptout()
	return r
}

// ChatsMessagesSendRequest is POST /v3/chats/{chatId}/messages: the chat's id is
// in the path, and the body has the message only.
type ChatsMessagesSendRequest struct {
	sending[ChatsMessagesSendRequest]
}

// ChatsMessagesSend sends a message to an existing chat.
func ChatsMessagesSend() ChatsMessagesSendRequest { return ChatsMessagesSendRequest{} }

func (ChatsMessagesSendRequest) withSend(s send) ChatsMessagesSendRequest {
	return ChatsMessagesSendRequest{sending[ChatsMessagesSendRequest]{s}}
}

// Kind returns chats.messages.send.
func (ChatsMessagesSendRequest) Kind() validate.Kind { return validate.KindChatsMessagesSend }

// OverrideOptOut sends to a recipient who has opted out; each override is
// recorded against the API key (documented 2026-08-04).
func (r ChatsMessagesSendRequest) OverrideOptOut() ChatsMessagesSendRequest {
	r.send.overrideOptout()
	return r
}

// ChatsCreateRequest is POST /v3/chats: a new chat. If the chat does not exist
// yet, the API takes neither an effect nor a reply (documented 2026-07-26);
// Build warns about them.
type ChatsCreateRequest struct{ sending[ChatsCreateRequest] }

// ChatsCreate creates a chat from one of your lines (E.164) to at most 31 handles
// (E.164 or email) and sends its first message, which must not hold a link.
func ChatsCreate(from string, to ...string) ChatsCreateRequest {
	var r ChatsCreateRequest
	r.send.from = text{from, true}
	return r.To(to...)
}

func (ChatsCreateRequest) withSend(s send) ChatsCreateRequest {
	return ChatsCreateRequest{sending[ChatsCreateRequest]{s}}
}

// Kind returns chats.create.
func (ChatsCreateRequest) Kind() validate.Kind { return validate.KindChatsCreate }

// To adds recipients.
func (r ChatsCreateRequest) To(handles ...string) ChatsCreateRequest {
	r.send.addTo(handles)
	return r
}

// OverrideOptOut sends to a recipient who has opted out; each override is
// recorded against the API key (documented 2026-08-04).
func (r ChatsCreateRequest) OverrideOptOut() ChatsCreateRequest {
	r.send.overrideOptout()
	return r
}

// ContentOnlyRequest is a bare MessageContent, the value of "message" in the other
// kinds. No endpoint takes it.
type ContentOnlyRequest struct{ sending[ContentOnlyRequest] }

// ContentOnly returns an empty MessageContent. Its MemberJSON and
// MessageMemberJSON are the same.
func ContentOnly() ContentOnlyRequest { return ContentOnlyRequest{} }

func (ContentOnlyRequest) withSend(s send) ContentOnlyRequest {
	return ContentOnlyRequest{sending[ContentOnlyRequest]{s}}
}

// Kind returns message.
func (ContentOnlyRequest) Kind() validate.Kind { return validate.KindMessage }

// addTo appends recipients to a copy; none leaves `to` unset.
func (s *send) addTo(handles []string) {
	if len(handles) == 0 {
		return
	}
	s.to = append(slices.Clip(s.to), handles...)
	s.members = s.members.without("to")
}

func (s *send) overrideOptout() {
	s.override = true
	s.members = s.members.without("override_optout")
}

// cloneStrings copies in; nil, which means absent, stays nil.
func cloneStrings(in []string) []string {
	if in == nil {
		return nil
	}
	return append([]string{}, in...)
}
