package builder

import (
	"slices"

	"github.com/linqlint/linqlint/validate"
)

// Reply is what a message replies to. The zero Reply means no reply.
type Reply struct {
	MessageID    string
	PartIndex    int  // from 0
	HasPartIndex bool // false means part 0
}

// Content is what a request that sends a message has, for reading. Modifying it does
// not change the request. If a parsed body has a member with a value that no method can
// set, MessageMembers, or Members of the request, has its JSON, and the typed field has
// what can be read of it. What MemberJSON and MessageMemberJSON set is in Members and
// MessageMembers only, and the typed field has what it replaced.
type Content struct {
	// From is the line of a chats.create, else "".
	From string
	// To are the recipients; nil for a kind without them, and if `to` is not an
	// array of strings.
	To []string
	// Continuation, ExcludeFrom and OverrideOptOut are what the methods of these
	// names set.
	Continuation    string
	HasContinuation bool
	ExcludeFrom     []string
	OverrideOptOut  bool
	// HasMessage reports whether there is a message that is an object. The fields below
	// are those of the message.
	HasMessage bool
	// Parts are the message's parts; HasParts tells an empty array from an absent one.
	Parts    []Part
	HasParts bool
	// Effect is the zero MessageEffect if there is none.
	Effect MessageEffect
	// PreferredService is "" for none.
	PreferredService validate.Service
	// ReplyTo is the zero Reply if there is none.
	ReplyTo Reply
	// IdempotencyKey is the message's key; HasIdempotencyKey tells "" from an
	// absent one.
	IdempotencyKey    string
	HasIdempotencyKey bool
	// Experience is sent instead of parts; nil if there is none.
	Experience *Experience
	// MessageMembers are the message's further members: see [Request].
	MessageMembers []Member
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

// read sets the fields of the message.
func (c *content) read(out *Content) {
	out.Parts, out.HasParts = slices.Clone(c.parts), c.parts != nil
	out.Effect = c.effect
	out.PreferredService = validate.Service(c.service.s)
	out.ReplyTo = c.reply
	out.IdempotencyKey, out.HasIdempotencyKey = c.key.s, c.key.set
	out.Experience = c.experience.clone()
	out.MessageMembers = c.members.list()
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
