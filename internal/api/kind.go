// Package api has every fact about the requests of Linq's Partner API v3 once: request
// kinds and their endpoints, the members of every object, enums, limits, media and
// content types. The validator, the JSON Schema, the completions of the editors and the
// documentation read them from here.
//
// Nothing changes after the start, so that all of it is safe for concurrent use. Callers
// must not modify the slices and what the pointers refer to.
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
	{Name: MessagesCreate, Method: "POST", Path: "/v3/messages", Status: 202, Body: MessagesCreateBody, Doc: "Send a message; the API chooses the line and the chat."},
	{Name: ChatsMessagesSend, Method: "POST", Path: "/v3/chats/{chatId}/messages", Status: 202, Body: ChatsMessagesSendBody, Doc: "Send a message to an existing chat."},
	{Name: ChatsCreate, Method: "POST", Path: "/v3/chats", Status: 201, Body: ChatsCreateBody, Doc: "Create a chat from one of your lines and send its first message."},
	{Name: Message, Body: MessageContent, Doc: "A bare MessageContent, the value of `message`."},
	{Name: ChatsVoicememo, Method: "POST", Path: "/v3/chats/{chatId}/voicememo", Status: 202, Body: ChatsVoicememoBody, Doc: "Send an audio file as a voice memo bubble."},
	{Name: MessagesEdit, Method: "PATCH", Path: "/v3/messages/{messageId}", Status: 200, Body: MessagesEditBody, Doc: "Edit the text of a sent message part."},
	{Name: MessagesReact, Method: "POST", Path: "/v3/messages/{messageId}/reactions", Status: 202, Body: MessagesReactBody, Doc: "Add or remove a reaction."},
	{Name: MessagesUpdateStickerPlacement, Method: "PATCH", Path: "/v3/messages/{messageId}/reactions/{reactionId}", Status: 200, Body: MessagesUpdateStickerPlacementBody, Doc: "Move a sticker reaction."},
	{Name: MessagesUpdateAppCard, Method: "POST", Path: "/v3/messages/{messageId}/update", Status: 202, Body: MessagesUpdateAppCardBody, Doc: "Replace the layout of a sent app card."},
	{Name: ChatsPollsCreate, Method: "POST", Path: "/v3/chats/{chatId}/polls", Status: 202, Body: ChatsPollsCreateBody, Doc: "Send a poll to a chat."},
	{Name: MessagesPollsAdd, Method: "POST", Path: "/v3/messages/{messageId}/poll/options", Status: 202, Body: MessagesPollsAddBody, Doc: "Add options to a poll."},
	{Name: MessagesPollsVote, Method: "POST", Path: "/v3/messages/{messageId}/poll/votes", Status: 202, Body: MessagesPollsVoteBody, Doc: "Vote in a poll, or take a vote back."},
	{Name: AttachmentsCreate, Method: "POST", Path: "/v3/attachments", Status: 200, Body: AttachmentsCreateBody, Doc: "Register a file to upload, for use by attachment_id."},
	{Name: ChatsUpdate, Method: "PUT", Path: "/v3/chats/{chatId}", Status: 200, Body: ChatsUpdateBody, Doc: "Change the name or the icon of a group chat.", ByTable: true},
	{Name: ChatsParticipantsAdd, Method: "POST", Path: "/v3/chats/{chatId}/participants", Status: 202, Body: HandleBody, Doc: "Add a participant to a chat.", ByTable: true},
	{Name: ChatsParticipantsRemove, Method: "DELETE", Path: "/v3/chats/{chatId}/participants", Status: 202, Body: HandleBody, Doc: "Remove a participant from a chat.", ByTable: true},
	{Name: ChatsBackgroundSet, Method: "POST", Path: "/v3/chats/{chatId}/background", Status: 202, Body: ChatsBackgroundBody, Doc: "Set the background of a chat.", ByTable: true},
	{Name: CapabilityCheckIMessage, Method: "POST", Path: "/v3/capability/check_imessage", Status: 200, Body: CheckIMessageBody, Doc: "Ask whether an address is on iMessage.", ByTable: true},
	{Name: CapabilityCheckRCS, Method: "POST", Path: "/v3/capability/check_rcs", Status: 200, Body: CheckRCSBody, Doc: "Ask whether a number has RCS.", ByTable: true},
	{Name: ContactCardCreate, Method: "POST", Path: "/v3/contact_card", Status: 200, Body: ContactCardCreateBody, Doc: "Create the contact card of a line.", ByTable: true},
	{Name: ContactCardUpdate, Method: "PATCH", Path: "/v3/contact_card", Status: 200, Body: ContactCardUpdateBody, Doc: "Change a contact card.", ByTable: true},
	{Name: BlockedHandlesBlock, Method: "POST", Path: "/v3/blocked_handles", Status: 200, Body: BlockBody, Doc: "Block a sender.", ByTable: true},
	{Name: BlockedHandlesUnblock, Method: "DELETE", Path: "/v3/blocked_handles", Status: 200, Body: UnblockBody, Doc: "Unblock a sender.", ByTable: true},
	{Name: WebhookSubscriptionsCreate, Method: "POST", Path: "/v3/webhook-subscriptions", Status: 201, Body: WebhookCreateBody, Doc: "Subscribe a URL to events.", ByTable: true},
	{Name: WebhookSubscriptionsUpdate, Method: "PUT", Path: "/v3/webhook-subscriptions/{id}", Status: 200, Body: WebhookUpdateBody, Doc: "Change a subscription.", ByTable: true},
	{Name: PhoneNumbersUpdate, Method: "PUT", Path: "/v3/phone_numbers/{id}", Status: 200, Body: PhoneNumbersUpdateBody, Doc: "Set where calls to a line are forwarded.", ByTable: true},
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
