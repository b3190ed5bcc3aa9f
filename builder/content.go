package builder

import (
	"slices"

	"github.com/linqlint/linqlint/validate"
)

// Reply is what a message replies to. The zero Reply means no reply.
type Reply struct {
	MessageID string
	PartIndex int  // from 0
	Whole     bool // part_index is absent, which means part 0
}

// Content is the message of a request, for reading; changing it does not change
// the request. If no method can set a member as a body has it, the typed field
// holds what can be read of it, and Members has its JSON.
type Content struct {
	// Parts are the message's parts; HasParts tells an empty array from an absent
	// one.
	Parts    []Part
	HasParts bool
	// Effect is the zero MessageEffect if there is none.
	Effect MessageEffect
	// Service is the preferred service, "" for none.
	Service validate.Service
	// ReplyTo is the zero Reply if there is none.
	ReplyTo Reply
	// IdempotencyKey is the message's key; HasIdempotencyKey tells "" from an
	// absent one.
	IdempotencyKey    string
	HasIdempotencyKey bool
	// Experience is sent instead of parts; nil if there is none.
	Experience *Experience
	// Members are the message's further members: see [Request].
	Members []Member
}

// content is the model behind Content, shared by copies of a request. Its
// slices and pointers are not written through.
type content struct {
	present    bool   // written even if it is empty
	parts      []Part // nil: none is written
	effect     MessageEffect
	hasEffect  bool
	service    text
	reply      Reply
	hasReply   bool
	key        text
	experience *Experience
	members    members
}

func (c *content) read() Content {
	return Content{
		Parts:             slices.Clone(c.parts),
		HasParts:          c.parts != nil,
		Effect:            c.effect,
		Service:           validate.Service(c.service.s),
		ReplyTo:           c.reply,
		IdempotencyKey:    c.key.s,
		HasIdempotencyKey: c.key.set,
		Experience:        c.experience.clone(),
		Members:           c.members.list(),
	}
}

// add appends parts to a copy, so that requests which share parts do not change
// each other. The methods of a request call it, and setEffect, instead of one
// another because each of their calls copies the request.
func (c *content) add(parts ...Part) {
	c.parts = append(slices.Clip(c.parts), parts...)
	c.members = c.members.without("parts")
}

func (c *content) setEffect(e MessageEffect) {
	c.effect, c.hasEffect = e, true
	c.members = c.members.without("effect")
}

// empty reports whether nothing was set.
func (c *content) empty() bool {
	return !c.present && c.parts == nil && !c.hasEffect && !c.service.set && !c.hasReply && !c.key.set &&
		c.experience == nil && len(c.members) == 0
}
