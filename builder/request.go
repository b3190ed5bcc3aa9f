package builder

import "github.com/linqlint/linqlint/validate"

// Request is a request of any kind: a sealed interface, implemented by the types
// whose names end in Request. [Parse] returns one of them by value, for a type
// switch.
//
// The values of a request are read with its method Content, which returns a plain
// struct. Its fields are named after the methods that set them; a field whose zero
// value can be set has a second one, such as HasIdempotencyKey.
type Request interface {
	// Kind returns the request's kind.
	Kind() validate.Kind

	// Build encodes the request and checks the encoded bytes as its kind. The
	// error is nil or a *[validate.InvalidError] with all diagnostics, and then
	// the Body is the zero Body. The output is deterministic: members in the order
	// of the documentation, only those that were set, no white space.
	Build() (Body, error)

	// BuildWith is Build with a validator, for other severities, known members or
	// assumptions; nil means the default one. The validator's own kind is ignored.
	// What cannot be encoded is an error whatever the validator.
	BuildWith(v *validate.Validator) (Body, error)

	// Members returns the further members of the body: those set by MemberJSON,
	// and those that Parse found with a value that no method can set. They replace
	// typed values of the same name.
	Members() []Member

	encodable
}

// MessageRequest is a request that sends a message: a [MessagesCreateRequest], a
// [ChatsMessagesSendRequest], a [ChatsCreateRequest] or a [ContentOnlyRequest].
type MessageRequest interface {
	Request

	// Content returns what the request has, for reading.
	Content() Content

	// Split splits a request that exceeds a limit of one message.
	Split() Sequence
}

// Composer is a request of type Self that sends a message, as the constraint of a
// function that works for each of them:
//
//	func footer[R builder.Composer[R]](r R) R { return r.Link("https://example.com") }
type Composer[Self any] interface {
	MessageRequest

	Text(value string, options ...TextOption) Self
	Media(url string) Self
	Attachment(attachmentID string) Self
	Link(url string) Self
	AppClip(url string) Self
	AppCard(card AppCardPart) Self
	Parts(parts ...Part) Self
	Experience(e Experience) Self
	Effect(e Effect) Self
	EffectNamed(t EffectType, name string) Self
	PreferredService(service validate.Service) Self
	ReplyTo(messageID string, partIndex int) Self
	ReplyToMessage(messageID string) Self
	IdempotencyKey(key string) Self
	MessageMemberJSON(name, json string) Self
	MemberJSON(name, json string) Self
}

// encodable is what Build needs. It seals the interface.
type encodable interface {
	encode(*encoder)
	origin(pointer string) string
}

// All kinds that have a builder.
var _ = [...]Request{
	MessagesCreateRequest{}, ChatsMessagesSendRequest{}, ChatsCreateRequest{}, ContentOnlyRequest{},
	ChatsVoicememoRequest{}, MessagesEditRequest{}, MessagesReactRequest{}, MessagesUpdateAppCardRequest{},
	ChatsPollsCreateRequest{}, MessagesPollsAddRequest{}, MessagesPollsVoteRequest{}, AttachmentsCreateRequest{},
	MessagesUpdateStickerPlacementRequest{},
}
