package builder

import "github.com/linqlint/linqlint/validate"

// Request is a request of any kind: a sealed interface, implemented by the types
// whose names end in Request. [Parse] returns one of them by value, for a type
// switch.
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

	// Content returns the message; ok is false for a kind that has none, and if
	// `message` is absent or not an object.
	Content() (c Content, ok bool)

	// From returns the line of a chats.create, else "".
	From() string

	// Recipients returns a copy of `to`; nil for a kind without it, and if it is
	// not an array of strings.
	Recipients() []string

	// Members returns the further members of the body: those set by Member, and
	// those that Parse found with a value that no method can set. They replace
	// typed values of the same name. Content has those of the message and parts.
	Members() []Member

	encodable
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
