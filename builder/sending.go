package builder

import "github.com/linqlint/linqlint/validate"

// Sending has the methods that the kinds with a message share. They return K,
// the type of the request.
type Sending[K sender[K]] struct{ send send }

// sender is a request type that embeds Sending.
type sender[K any] interface {
	Request
	withSend(send) K
}

// send is a message with its routing. Each kind sets only those members that it
// has methods for.
type send struct {
	to           []string // nil: none is written
	from         text
	content      content
	continuation text
	excludeFrom  []string // nil: none is written
	override     bool
	members      members
}

// self returns the request as its own type. Since s cannot be converted to a type
// parameter, K makes it.
func (s Sending[K]) self() K {
	var k K
	return k.withSend(s.send)
}

// bare reports whether the body is the message itself.
func (s Sending[K]) bare() bool {
	var k K
	return k.Kind() == validate.KindMessage
}

// Text adds a text part with its decorations and mention: at most 10000 code
// points, delivered as it is. Two text parts must not be adjacent.
func (s Sending[K]) Text(value string, options ...TextOption) K {
	s.send.content.add(TextPart(value, options...))
	return s.self()
}

// Media adds a file by its public https URL; a message has at most 40 of these.
// For a sticker, pass a [MediaPart] to Part.
func (s Sending[K]) Media(url string) K {
	s.send.content.add(MediaPart(url))
	return s.self()
}

// Attachment adds an uploaded file by its attachment id. For a sticker, pass an
// [AttachmentPart] to Part.
func (s Sending[K]) Attachment(attachmentID string) K {
	s.send.content.add(AttachmentPart(attachmentID))
	return s.self()
}

// Link adds a URL with a rich preview. It must be the only part.
func (s Sending[K]) Link(url string) K {
	s.send.content.add(LinkPart(url))
	return s.self()
}

// AppClip adds an https link whose page is a registered App Clip (documented
// 2026-08-19). It must be the only part; iMessage only. For a caption, pass an
// [AppClipPart] to Part.
func (s Sending[K]) AppClip(url string) K {
	s.send.content.add(AppClipPart(url))
	return s.self()
}

// AppCard adds an iMessage app card. It must be the only part; iMessage only.
func (s Sending[K]) AppCard(card AppCardPart) K {
	s.send.content.add(card.AsPart())
	return s.self()
}

// Part adds parts.
func (s Sending[K]) Parts(parts ...Part) K {
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

// Prefer sets the preferred service. By default the API chooses.
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

// IdempotencyKey prevents a retry from sending twice; at most 255 code points.
func (s Sending[K]) IdempotencyKey(key string) K {
	c := &s.send.content
	c.key = text{key, true}
	c.members = c.members.without("idempotency_key")
	return s.self()
}

// MessageMember sets a member of the message that is newer than this package to
// a JSON value. It replaces what the other methods set. Build reports a value
// that is not JSON.
func (s Sending[K]) MessageMember(name, json string) K {
	s.send.content.members = s.send.content.members.with(name, json)
	return s.self()
}

// Member sets a member of the body that is newer than this package to a JSON
// value. It replaces what the other methods set. Build reports a value that is
// not JSON.
func (s Sending[K]) Member(name, json string) K {
	if s.bare() {
		return s.MessageMember(name, json)
	}
	s.send.members = s.send.members.with(name, json)
	return s.self()
}

// Content returns the message for reading; ok is false if there is none, or if
// that of a parsed body is not an object.
func (s Sending[K]) Content() (c Content, ok bool) {
	if s.send.content.empty() && !s.bare() {
		return Content{}, false
	}
	return s.send.content.read(), true
}

// From returns the line of a chats.create, else "".
func (s Sending[K]) From() string { return s.send.from.s }

// Recipients returns a copy of `to`; nil for a kind without it.
func (s Sending[K]) Recipients() []string { return cloneStrings(s.send.to) }

// Members returns the further members of the body: see [Request].
func (s Sending[K]) Members() []Member {
	if s.bare() {
		return s.send.content.members.list()
	}
	return s.send.members.list()
}

// Build encodes the request and checks it: see [Request].
func (s Sending[K]) Build() (Body, error) { return s.BuildWith(defaultValidator) }

// BuildWith is Build with a validator of your own: see [Request].
func (s Sending[K]) BuildWith(v *validate.Validator) (Body, error) { return s.build(v) }
