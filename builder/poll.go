package builder

import (
	"slices"
	"strconv"

	"github.com/linqlint/linqlint/validate"
)

// ChatsPollsCreateRequest is POST /v3/chats/{chatId}/polls: a poll with at least
// two options. The zero value has no poll.
type ChatsPollsCreateRequest struct {
	plain
	present bool // poll is written
	options []string
	key     text
}

// ChatsPollsCreate sends a poll with at least two options. A poll has no title:
// send the question as a text message before it.
func ChatsPollsCreate(options ...string) ChatsPollsCreateRequest {
	return ChatsPollsCreateRequest{present: true}.Option(options...)
}

// Kind returns chats.polls.create.
func (ChatsPollsCreateRequest) Kind() validate.Kind { return validate.KindChatsPollsCreate }

// Option adds options by their texts.
func (r ChatsPollsCreateRequest) Option(texts ...string) ChatsPollsCreateRequest {
	r.present = true
	r.options = append(slices.Clip(r.options), texts...)
	r.members = r.members.without("poll")
	return r
}

// IdempotencyKey prevents a retry from sending twice; at most 255 code points.
func (r ChatsPollsCreateRequest) IdempotencyKey(key string) ChatsPollsCreateRequest {
	r.present = true
	r.key = text{key, true}
	r.members = r.members.without("poll")
	return r
}

// MemberJSON sets a member that is newer than this package to a JSON value.
func (r ChatsPollsCreateRequest) MemberJSON(name, json string) ChatsPollsCreateRequest {
	r.members = r.members.with(name, json)
	return r
}

// PollContent is what a poll or an addition to one has, for reading.
type PollContent struct {
	Options           []string // their texts
	IdempotencyKey    string   // of a new poll
	HasIdempotencyKey bool
}

// Content returns what the request has, for reading.
func (r ChatsPollsCreateRequest) Content() PollContent {
	return PollContent{cloneStrings(r.options), r.key.s, r.key.set}
}

// Build encodes the request and checks it: see [Request].
func (r ChatsPollsCreateRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator that has options: see [Request].
func (r ChatsPollsCreateRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r ChatsPollsCreateRequest) encode(e *encoder) {
	e.object(r.members)
	if e.typed("poll", r.present) {
		e.object(nil)
		e.pollOptions(r.options)
		e.text("idempotency_key", r.key)
		e.end()
	}
	e.end()
}

func (r ChatsPollsCreateRequest) origin(pointer string) string {
	name, rest := cutToken(pointer)
	if name != "poll" || r.members.has(name) {
		return originOf(pointer, r.members)
	}
	if origin := optionOrigin(rest); origin != "" {
		return origin
	}
	return originOf(rest, nil, "", "ChatsPollsCreate", "idempotency_key", "IdempotencyKey")
}

// optionOrigin returns the call for a pointer into the options of a poll.
func optionOrigin(pointer string) string {
	name, rest := cutToken(pointer)
	if name != "options" {
		return ""
	}
	at, _ := cutToken(rest)
	if i, err := strconv.Atoi(at); err == nil {
		return numbered("Option", i)
	}
	return "Option"
}

// MessagesPollsAddRequest is POST /v3/messages/{messageId}/poll/options: further
// options for a sent poll. The zero value has none.
type MessagesPollsAddRequest struct {
	plain
	options []string // nil: none is written
}

// MessagesPollsAdd adds at least one option to a poll.
func MessagesPollsAdd(options ...string) MessagesPollsAddRequest {
	return MessagesPollsAddRequest{}.Option(options...)
}

// Kind returns messages.polls.add_options.
func (MessagesPollsAddRequest) Kind() validate.Kind { return validate.KindMessagesPollsAdd }

// Option adds options by their texts.
func (r MessagesPollsAddRequest) Option(texts ...string) MessagesPollsAddRequest {
	r.options = append(slices.Clip(r.options), texts...)
	r.members = r.members.without("options")
	return r
}

// MemberJSON sets a member that is newer than this package to a JSON value.
func (r MessagesPollsAddRequest) MemberJSON(name, json string) MessagesPollsAddRequest {
	r.members = r.members.with(name, json)
	return r
}

// Content returns what the request has, for reading.
func (r MessagesPollsAddRequest) Content() PollContent {
	return PollContent{Options: cloneStrings(r.options)}
}

// Build encodes the request and checks it: see [Request].
func (r MessagesPollsAddRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator that has options: see [Request].
func (r MessagesPollsAddRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r MessagesPollsAddRequest) encode(e *encoder) {
	e.object(r.members)
	e.pollOptions(r.options)
	e.end()
}

func (r MessagesPollsAddRequest) origin(pointer string) string {
	if origin := optionOrigin(pointer); origin != "" && !r.members.has("options") {
		return origin
	}
	return originOf(pointer, r.members, "", "MessagesPollsAdd")
}
