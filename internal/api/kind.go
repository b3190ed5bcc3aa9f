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
	MessagesCreate                 = "messages.create"
	ChatsMessagesSend              = "chats.messages.send"
	ChatsCreate                    = "chats.create"
	Message                        = "message"
	ChatsVoicememo                 = "chats.voicememo"
	MessagesEdit                   = "messages.edit"
	MessagesReact                  = "messages.react"
	MessagesUpdateAppCard          = "messages.update_app_card"
	MessagesUpdateStickerPlacement = "messages.update_sticker_placement"
	ChatsPollsCreate               = "chats.polls.create"
	MessagesPollsAdd               = "messages.polls.add_options"
	MessagesPollsVote              = "messages.polls.vote"
	AttachmentsCreate              = "attachments.create"
	ChatsUpdate                    = "chats.update"
	ChatsParticipantsAdd           = "chats.participants.add"
	ChatsParticipantsRemove        = "chats.participants.remove"
	ChatsBackgroundSet             = "chats.background.set"
	CapabilityCheckIMessage        = "capability.check_imessage"
	CapabilityCheckRCS             = "capability.check_rcs"
	ContactCardCreate              = "contact_card.create"
	ContactCardUpdate              = "contact_card.update"
	BlockedHandlesBlock            = "blocked_handles.block"
	BlockedHandlesUnblock          = "blocked_handles.unblock"
	WebhookSubscriptionsCreate     = "webhook_subscriptions.create"
	WebhookSubscriptionsUpdate     = "webhook_subscriptions.update"
	PhoneNumbersUpdate             = "phone_numbers.update"
)

// Kind is one request: what its body is called and where it goes.
type Kind struct {
	Name   string
	Method string  // "" for Message
	Path   string  // with {chatId} and {messageId}; "" for Message
	Status int     // of a success; 0 for Message
	Body   *Object // the root object
	Doc    string

	// ByTable says that its table and the forms of its members are all that is
	// known of it: it has no builder, and a walk over files never detects it.
	ByTable bool
}

// Kinds lists the kinds in the documentation's order.
var Kinds = []Kind{
	{MessagesCreate, "POST", "/v3/messages", 202, MessagesCreateBody, "Send a message; the API chooses the line and the chat.", false},
	{ChatsMessagesSend, "POST", "/v3/chats/{chatId}/messages", 202, ChatsMessagesSendBody, "Send a message to an existing chat.", false},
	{ChatsCreate, "POST", "/v3/chats", 201, ChatsCreateBody, "Create a chat from one of your lines and send its first message.", false},
	{Message, "", "", 0, MessageContent, "A bare MessageContent, the value of `message`.", false},
	{ChatsVoicememo, "POST", "/v3/chats/{chatId}/voicememo", 202, ChatsVoicememoBody, "Send an audio file as a voice memo bubble.", false},
	{MessagesEdit, "PATCH", "/v3/messages/{messageId}", 200, MessagesEditBody, "Edit the text of a sent message part.", false},
	{MessagesReact, "POST", "/v3/messages/{messageId}/reactions", 202, MessagesReactBody, "Add or remove a reaction.", false},
	{MessagesUpdateStickerPlacement, "PATCH", "/v3/messages/{messageId}/reactions/{reactionId}", 200, MessagesUpdateStickerPlacementBody, "Move a sticker reaction.", false},
	{MessagesUpdateAppCard, "POST", "/v3/messages/{messageId}/update", 202, MessagesUpdateAppCardBody, "Replace the layout of a sent app card.", false},
	{ChatsPollsCreate, "POST", "/v3/chats/{chatId}/polls", 202, ChatsPollsCreateBody, "Send a poll to a chat.", false},
	{MessagesPollsAdd, "POST", "/v3/messages/{messageId}/poll/options", 202, MessagesPollsAddBody, "Add options to a poll.", false},
	{MessagesPollsVote, "POST", "/v3/messages/{messageId}/poll/votes", 202, MessagesPollsVoteBody, "Vote in a poll, or take a vote back.", false},
	{AttachmentsCreate, "POST", "/v3/attachments", 200, AttachmentsCreateBody, "Register a file to upload, for use by attachment_id.", false},
	{ChatsUpdate, "PUT", "/v3/chats/{chatId}", 200, ChatsUpdateBody, "Change the name or the icon of a group chat.", true},
	{ChatsParticipantsAdd, "POST", "/v3/chats/{chatId}/participants", 202, HandleBody, "Add a participant to a chat.", true},
	{ChatsParticipantsRemove, "DELETE", "/v3/chats/{chatId}/participants", 202, HandleBody, "Remove a participant from a chat.", true},
	{ChatsBackgroundSet, "POST", "/v3/chats/{chatId}/background", 202, ChatsBackgroundBody, "Set the background of a chat.", true},
	{CapabilityCheckIMessage, "POST", "/v3/capability/check_imessage", 200, CheckIMessageBody, "Ask whether an address is on iMessage.", true},
	{CapabilityCheckRCS, "POST", "/v3/capability/check_rcs", 200, CheckRCSBody, "Ask whether a number has RCS.", true},
	{ContactCardCreate, "POST", "/v3/contact_card", 200, ContactCardCreateBody, "Create the contact card of a line.", true},
	{ContactCardUpdate, "PATCH", "/v3/contact_card", 200, ContactCardUpdateBody, "Change a contact card.", true},
	{BlockedHandlesBlock, "POST", "/v3/blocked_handles", 200, BlockBody, "Block a sender.", true},
	{BlockedHandlesUnblock, "DELETE", "/v3/blocked_handles", 200, UnblockBody, "Unblock a sender.", true},
	{WebhookSubscriptionsCreate, "POST", "/v3/webhook-subscriptions", 201, WebhookCreateBody, "Subscribe a URL to events.", true},
	{WebhookSubscriptionsUpdate, "PUT", "/v3/webhook-subscriptions/{id}", 200, WebhookUpdateBody, "Change a subscription.", true},
	{PhoneNumbersUpdate, "PUT", "/v3/phone_numbers/{id}", 200, PhoneNumbersUpdateBody, "Set where calls to a line are forwarded.", true},
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
