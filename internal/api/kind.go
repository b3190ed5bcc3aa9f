// Package api is the one home of what Linq's Partner API v3 takes: request
// kinds and their endpoints, the members of every object, enums, limits,
// media and content types. It is data: the validator, the JSON Schema, the
// completions of the editors and the documentation are all read from it, so
// that a fact is written once.
//
// Everything here is fixed at start and safe for concurrent use; callers must
// not write to the slices and pointers that they get.
package api

// BaseURL is where the API lives; the paths of [Kinds] are appended to it.
const BaseURL = "https://api.linqapp.com/api/partner"

// The request kinds, named after the SDKs' methods. Message is the one kind
// that no endpoint takes: a bare MessageContent.
const (
	MessagesCreate        = "messages.create"
	ChatsMessagesSend     = "chats.messages.send"
	ChatsCreate           = "chats.create"
	Message               = "message"
	ChatsVoicememo        = "chats.voicememo"
	MessagesEdit          = "messages.edit"
	MessagesReact         = "messages.react"
	MessagesUpdateAppCard = "messages.update_app_card"
	ChatsPollsCreate      = "chats.polls.create"
	MessagesPollsAdd      = "messages.polls.add_options"
	MessagesPollsVote     = "messages.polls.vote"
	AttachmentsCreate     = "attachments.create"
)

// Kind is one request: what its body is called and where it goes.
type Kind struct {
	Name   string
	Method string  // "" for Message
	Path   string  // with {chatId} and {messageId}; "" for Message
	Status int     // of a success; 0 for Message
	Body   *Object // the root object
	Doc    string
}

// Kinds lists the kinds in the documentation's order.
var Kinds = []Kind{
	{MessagesCreate, "POST", "/v3/messages", 202, MessagesCreateBody, "Send a message; the API chooses the line and the chat."},
	{ChatsMessagesSend, "POST", "/v3/chats/{chatId}/messages", 202, ChatsMessagesSendBody, "Send a message to an existing chat."},
	{ChatsCreate, "POST", "/v3/chats", 201, ChatsCreateBody, "Create a chat from one of your lines and send its first message."},
	{Message, "", "", 0, MessageContent, "A bare MessageContent, the value of `message`."},
	{ChatsVoicememo, "POST", "/v3/chats/{chatId}/voicememo", 202, ChatsVoicememoBody, "Send an audio file as a voice memo bubble."},
	{MessagesEdit, "PATCH", "/v3/messages/{messageId}", 200, MessagesEditBody, "Edit the text of a sent message part."},
	{MessagesReact, "POST", "/v3/messages/{messageId}/reactions", 202, MessagesReactBody, "Add or remove a reaction."},
	{MessagesUpdateAppCard, "POST", "/v3/messages/{messageId}/update", 202, MessagesUpdateAppCardBody, "Replace the layout of a sent app card."},
	{ChatsPollsCreate, "POST", "/v3/chats/{chatId}/polls", 202, ChatsPollsCreateBody, "Send a poll to a chat."},
	{MessagesPollsAdd, "POST", "/v3/messages/{messageId}/poll/options", 202, MessagesPollsAddBody, "Add options to a poll."},
	{MessagesPollsVote, "POST", "/v3/messages/{messageId}/poll/votes", 202, MessagesPollsVoteBody, "Vote in a poll, or take a vote back."},
	{AttachmentsCreate, "POST", "/v3/attachments", 200, AttachmentsCreateBody, "Register a file to upload, for use by attachment_id."},
}

// KindNamed returns the kind of that name, or nil.
func KindNamed(name string) *Kind {
	for i := range Kinds {
		if Kinds[i].Name == name {
			return &Kinds[i]
		}
	}
	return nil
}

// ErrorDocURL is the documentation page of an API error code, or "" for 0.
func ErrorDocURL(code int) string {
	if code <= 0 || code > 9999 {
		return ""
	}
	d := [4]byte{byte('0' + code/1000), byte('0' + code/100%10), byte('0' + code/10%10), byte('0' + code%10)}
	return "https://docs.linqapp.com/error/codes/" + string(d[:1]) + "xxx/" + string(d[:]) + "/"
}
