package builder

import "github.com/linqlint/linqlint/validate"

// Sending holds the methods that the kinds with a message share; K is the kind,
// which is what they return, so that a chain keeps its type.
type Sending[K sender[K]] struct{ send send }

// sender is a kind that embeds Sending.
type sender[K any] interface {
	Request
	withSend(send) K
}

// send is a request with a message: the message and its routing. Which of the
// routing members a kind has is a matter of its methods.
type send struct {
	to           []string // nil: none is written
	from         text
	content      content
	continuation text
	excludeFrom  []string // nil: none is written
	override     bool
	members      members
}

// self is the request as its own kind. A type parameter cannot be converted to,
// so the kind makes itself.
func (s Sending[K]) self() K {
	var k K
	return k.withSend(s.send)
}

// bare reports that the kind is the message itself.
func (s Sending[K]) bare() bool {
	var k K
	return k.Kind() == validate.Message
}

// Text adds a text part with its decorations and mention: at most 10000 code
// points, delivered as typed. Two text parts must not be neighbours.
func (s Sending[K]) Text(value string, options ...TextOption) K {
	s.send.content.add(TextPart(value, options...))
	return s.self()
}

// Media adds a file by its public https URL; at most 40 of a message may come so.
func (s Sending[K]) Media(url string) K {
	s.send.content.add(MediaPart(url))
	return s.self()
}

// Attachment adds a file that was uploaded before, by its attachment id.
func (s Sending[K]) Attachment(attachmentID string) K {
	s.send.content.add(AttachmentPart(attachmentID))
	return s.self()
}

// Link adds a URL with a rich preview. It must be the only part.
func (s Sending[K]) Link(url string) K {
	s.send.content.add(LinkPart(url))
	return s.self()
}

// AppClip adds a Linq checkout link (documented 2026-08-19). It must be the
// only part; iMessage only.
func (s Sending[K]) AppClip(url string) K {
	s.send.content.add(AppClipPart(url))
	return s.self()
}

// AppCard adds an iMessage app card. It must be the only part; iMessage only.
func (s Sending[K]) AppCard(card AppCardPart) K {
	s.send.content.add(card.Part())
	return s.self()
}

// Part adds parts that were made before.
func (s Sending[K]) Part(parts ...Part) K {
	s.send.content.add(parts...)
	return s.self()
}

// Experience sends an iMessage experience instead of parts (documented
// 2026-08-12): exactly one recipient, iMessage only.
func (s Sending[K]) Experience(name, action string, params ...ExperienceParam) K {
	c := &s.send.content
	c.experience = newExperience(name, action, params)
	c.members = c.members.without("experience")
	return s.self()
}

// Effect plays an effect with the message. Shown on iMessage only.
func (s Sending[K]) Effect(e Effect) K {
	s.send.content.setEffect(MessageEffect{e.Name(), e.Type()})
	return s.self()
}

// EffectNamed plays an effect that is newer than this package.
func (s Sending[K]) EffectNamed(t EffectType, name string) K {
	s.send.content.setEffect(MessageEffect{name, t})
	return s.self()
}

// Prefer asks for a service. Left out, the API chooses.
func (s Sending[K]) Prefer(service validate.Service) K {
	c := &s.send.content
	c.service = text{string(service), true}
	c.members = c.members.without("preferred_service")
	return s.self()
}

// ReplyTo makes the message a threaded reply to a part, from 0, of the message
// with that id (a uuid).
func (s Sending[K]) ReplyTo(messageID string, partIndex int) K {
	return s.reply(Reply{MessageID: messageID, PartIndex: partIndex})
}

// ReplyToMessage makes the message a threaded reply to the message with that id
// (a uuid), without naming a part.
func (s Sending[K]) ReplyToMessage(messageID string) K {
	return s.reply(Reply{MessageID: messageID, Whole: true})
}

func (s Sending[K]) reply(r Reply) K {
	c := &s.send.content
	c.reply, c.hasReply = r, true
	c.members = c.members.without("reply_to")
	return s.self()
}

// IdempotencyKey keeps a retry from being sent twice; at most 255 code points.
func (s Sending[K]) IdempotencyKey(key string) K {
	c := &s.send.content
	c.key = text{key, true}
	c.members = c.members.without("idempotency_key")
	return s.self()
}

// MessageMember sets a member of the message that is newer than this package to
// a JSON value. It wins over what the other methods set. Build reports a value
// that is no JSON.
func (s Sending[K]) MessageMember(name, json string) K {
	s.send.content.members = s.send.content.members.with(name, json)
	return s.self()
}

// Member sets a member of the body that is newer than this package to a JSON
// value. It wins over what the other methods set. Build reports a value that is
// no JSON.
func (s Sending[K]) Member(name, json string) K {
	if s.bare() {
		return s.MessageMember(name, json)
	}
	s.send.members = s.send.members.with(name, json)
	return s.self()
}

// Content returns the message for reading; ok is false where there is none, or
// where a parsed body has one that is no object.
func (s Sending[K]) Content() (c Content, ok bool) {
	if s.send.content.empty() && !s.bare() {
		return Content{}, false
	}
	return s.send.content.read(), true
}

// From returns the line of a chats.create, else "".
func (s Sending[K]) From() string { return s.send.from.s }

// Recipients returns a copy of `to`; nil for a kind without.
func (s Sending[K]) Recipients() []string { return cloneStrings(s.send.to) }

// Members returns the further members of the body: see [Request].
func (s Sending[K]) Members() []Member {
	if s.bare() {
		return s.send.content.members.list()
	}
	return s.send.members.list()
}

// Build encodes the request and checks it: see [Request].
func (s Sending[K]) Build() (Body, error) { return s.BuildWith(standard) }

// BuildWith is Build with a validator of your own: see [Request].
func (s Sending[K]) BuildWith(v *validate.Validator) (Body, error) { return s.build(v) }
