package builder

import (
	"slices"

	"github.com/linqlint/linqlint/validate"
)

// Reply is what a message replies to. The zero Reply is nothing.
type Reply struct {
	MessageID string
	PartIndex int  // from 0
	Whole     bool // part_index is left out, which means part 0
}

// Content is the message of a request, for reading; changing it changes no
// request. Where a body has a member that no method can say, its typed field
// holds what can be read of it, and Members has its JSON.
type Content struct {
	// Parts are the message's parts; HasParts tells an empty array from none.
	Parts    []Part
	HasParts bool
	// Effect is the zero MessageEffect where there is none.
	Effect MessageEffect
	// Service is the preferred one, "" for none.
	Service validate.Service
	// ReplyTo is the zero Reply where there is none.
	ReplyTo Reply
	// IdempotencyKey is the message's key; HasIdempotencyKey tells "" from none.
	IdempotencyKey    string
	HasIdempotencyKey bool
	// Experience is sent instead of parts; nil where there is none.
	Experience *Experience
	// Members are the message's further members: see [Request].
	Members []Member
}

// content is the model behind Content, shared by copies of a request. What its
// slices and pointers hold is never written to.
type content struct {
	present    bool   // it is written even if it is empty
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

// add appends parts to a copy, so that no request changes another one that
// shares its parts. The methods of a request call it, and setEffect, rather than
// one another: each call of theirs copies the request.
func (c *content) add(parts ...Part) {
	c.parts = append(slices.Clip(c.parts), parts...)
	c.members = c.members.without("parts")
}

func (c *content) setEffect(e MessageEffect) {
	c.effect, c.hasEffect = e, true
	c.members = c.members.without("effect")
}

// empty reports that nothing was ever set.
func (c *content) empty() bool {
	return !c.present && c.parts == nil && !c.hasEffect && !c.service.set && !c.hasReply && !c.key.set &&
		c.experience == nil && len(c.members) == 0
}
