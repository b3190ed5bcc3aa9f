package builder

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// MessagesPollsVoteRequest is POST /v3/messages/{messageId}/poll/votes: a vote for
// an option of a poll, added or removed.
type MessagesPollsVoteRequest struct {
	plain
	operation text
	option    text
}

// MessagesPollsVote votes for the option with that id (a UUID).
func MessagesPollsVote(optionID string) MessagesPollsVoteRequest {
	return MessagesPollsVoteRequest{operation: text{api.OperationAdd, true}, option: text{optionID, true}}
}

// Kind returns messages.polls.vote.
func (MessagesPollsVoteRequest) Kind() validate.Kind { return validate.KindMessagesPollsVote }

// Remove removes the vote instead of adding it.
func (r MessagesPollsVoteRequest) Remove() MessagesPollsVoteRequest {
	r.operation = text{api.OperationRemove, true}
	r.members = r.members.without("operation")
	return r
}

// MemberJSON sets a member that is newer than this package to a JSON value.
func (r MessagesPollsVoteRequest) MemberJSON(name, json string) MessagesPollsVoteRequest {
	r.members = r.members.with(name, json)
	return r
}

// VoteContent is what a vote has, for reading.
type VoteContent struct {
	Operation string // "add" or "remove", or what a parsed body has
	OptionID  string
}

// Content returns what the request has, for reading.
func (r MessagesPollsVoteRequest) Content() VoteContent {
	return VoteContent{r.operation.s, r.option.s}
}

// Build encodes the request and checks it: see [Request].
func (r MessagesPollsVoteRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator that has options: see [Request].
func (r MessagesPollsVoteRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r MessagesPollsVoteRequest) encode(e *encoder) {
	e.object(r.members)
	e.text("operation", r.operation)
	e.text("option_id", r.option)
	e.end()
}

func (r MessagesPollsVoteRequest) origin(pointer string) string {
	operation := "MessagesPollsVote"
	if r.operation.s == api.OperationRemove {
		operation = "Remove"
	}
	return originOf(pointer, r.members, "operation", operation, "option_id", "MessagesPollsVote")
}
