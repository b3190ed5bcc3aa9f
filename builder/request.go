package builder

import "github.com/linqlint/linqlint/validate"

// Request is a request of any kind. It is a sealed interface, implemented by the types
// whose names end in Request. [Parse] returns one of them by value, for a type switch.
//
// The method Content of each type returns what the request has as a plain struct. Its
// fields are named after the methods that set them. If a zero value can be set too, a
// second field, such as HasIdempotencyKey, tells it from an absent one.
type Request interface {
	// Kind returns the request's kind.
	Kind() validate.Kind

	// Build encodes the request and checks the encoded bytes as its kind. If there
	// is an error, it returns the zero Body and a [*validate.InvalidError] with all
	// diagnostics. The bytes are deterministic: the members that were set, in the order
	// of the documentation, without white space.
	Build() (Body, error)

	// BuildWith is Build with a validator that has options; nil means one without. The
	// kind of the validator is ignored. What cannot be encoded, such as a text to
	// decorate that is not in the value, is an error whatever the validator says.
	BuildWith(v *validate.Validator) (Body, error)

	// Members returns the further members of the body: those that MemberJSON set, and
	// those whose value in a parsed body no method can set. They replace typed values
	// of the same name. The slice is the caller's.
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
