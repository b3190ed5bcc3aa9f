package builder

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// Reaction is the type of a reaction. The zero Reaction, "", is none.
type Reaction string

// The reactions for MessagesReact. [MessagesReactCustom] is for a custom emoji.
const (
	ReactLove      Reaction = "love"
	ReactLike      Reaction = "like"
	ReactDislike   Reaction = "dislike"
	ReactLaugh     Reaction = "laugh"
	ReactEmphasize Reaction = "emphasize"
	ReactQuestion  Reaction = "question"
)

// The operations of reactions and votes.
const (
	add    = "add"
	remove = "remove"
)

// MessagesReactRequest is POST /v3/messages/{messageId}/reactions: a tapback or an
// emoji on a part of a message, added or removed.
type MessagesReactRequest struct {
	plain
	operation text
	reaction  text
	emoji     text
	part      index
}

// MessagesReact adds a reaction to a message.
func MessagesReact(r Reaction) MessagesReactRequest {
	return MessagesReactRequest{operation: text{add, true}, reaction: text{string(r), true}}
}

// MessagesReactCustom adds a reaction with an emoji: one grapheme cluster, not a
// word or `:name:`.
func MessagesReactCustom(emoji string) MessagesReactRequest {
	r := MessagesReact(api.ReactionCustom)
	r.emoji = text{emoji, true}
	return r
}

// Kind returns messages.react.
func (MessagesReactRequest) Kind() validate.Kind { return validate.MessagesReact }

// Remove removes the reaction instead of adding it.
func (r MessagesReactRequest) Remove() MessagesReactRequest {
	r.operation = text{remove, true}
	r.members = r.members.without("operation")
	return r
}

// Part sets which part to react to, from 0. The API's default is 0.
func (r MessagesReactRequest) Part(partIndex int) MessagesReactRequest {
	r.part = index{partIndex, true}
	r.members = r.members.without("part_index")
	return r
}

// Member sets a member that is newer than this package to a JSON value.
func (r MessagesReactRequest) Member(name, json string) MessagesReactRequest {
	r.members = r.members.with(name, json)
	return r
}

// Operation returns "add" or "remove", or what a parsed body has.
func (r MessagesReactRequest) Operation() string { return r.operation.s }

// Reaction returns the type of the reaction; "custom" with [MessagesReactRequest.CustomEmoji].
func (r MessagesReactRequest) Reaction() Reaction { return Reaction(r.reaction.s) }

// CustomEmoji returns the emoji; ok is false if it is not set.
func (r MessagesReactRequest) CustomEmoji() (emoji string, ok bool) { return r.emoji.s, r.emoji.set }

// PartIndex returns the index that Part has set; ok is false if it is not set.
func (r MessagesReactRequest) PartIndex() (partIndex int, ok bool) { return r.part.n, r.part.set }

// Build encodes the request and checks it: see [Request].
func (r MessagesReactRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator of your own: see [Request].
func (r MessagesReactRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r MessagesReactRequest) encode(e *encoder) {
	e.object(r.members)
	e.text("operation", r.operation)
	e.text("type", r.reaction)
	e.text("custom_emoji", r.emoji)
	e.index("part_index", r.part)
	e.end()
}

func (r MessagesReactRequest) origin(pointer string) string {
	call := "MessagesReact"
	if r.emoji.set {
		call = "MessagesReactCustom"
	}
	operation := call
	if r.operation.s == remove {
		operation = "Remove"
	}
	return originOf(pointer, r.members, "operation", operation, "type", call, "custom_emoji", call, "part_index", "Part", "", call)
}
