package builder

import "github.com/linqlint/linqlint/validate"

// Request is a request of any kind: the sealed interface over the twelve types
// whose names end in Request. What [Parse] returns is one of them, by value, so
// that a type switch tells which.
type Request interface {
	// Kind returns the request's kind.
	Kind() validate.Kind

	// Build encodes the request and checks the encoded bytes as its kind. The
	// error is nil or a *[validate.InvalidError] with every problem, warnings
	// included; the Body is the zero one then. The output is deterministic:
	// members in documentation order, nothing that was not set, no white space.
	Build() (Body, error)

	// BuildWith is Build with a validator of your own, for other severities,
	// known members or assumptions. A kind given to it by WithKind does not
	// count, and nil stands for the default one. What the builder itself finds
	// is always an error, since the bytes would not be what was asked for.
	BuildWith(v *validate.Validator) (Body, error)

	// Content returns the message; ok is false for a kind that has none, and
	// where `message` is absent or no object.
	Content() (c Content, ok bool)

	// From returns the line of a chats.create, else "".
	From() string

	// Recipients returns a copy of `to`; nil for a kind without it, and where it
	// is no array of strings.
	Recipients() []string

	// Members returns the members of the body that no typed value holds: those
	// set by Member, and those that Parse found and that no method can say. They
	// win over typed values of the same name. Those of the message and of the
	// parts are in Content.
	Members() []Member

	encodable
}

// encodable is what Build needs of a request, and what seals the interface.
type encodable interface {
	encode(*encoder)
	origin(pointer string) string
}

// The twelve kinds.
var _ = [...]Request{
	MessagesCreateRequest{}, ChatsMessagesSendRequest{}, ChatsCreateRequest{}, MessageRequest{},
	ChatsVoicememoRequest{}, MessagesEditRequest{}, MessagesReactRequest{}, MessagesUpdateAppCardRequest{},
	ChatsPollsCreateRequest{}, MessagesPollsAddRequest{}, MessagesPollsVoteRequest{}, AttachmentsCreateRequest{},
}
