package builder

import "github.com/linqlint/linqlint/validate"

// sending has the methods that the kinds with a message share. They return Self,
// the type of the request. It is not exported so that the documentation lists its
// methods with those of each kind.
type sending[Self sender[Self]] struct{ send send }

// sender is a request type that embeds sending.
type sender[Self any] interface {
	Request
	withSend(send) Self
	sent() send
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
// parameter, Self makes it.
func (s sending[Self]) self() Self {
	var k Self
	return k.withSend(s.send)
}

// bare reports whether the body is the message itself.
func (s sending[Self]) bare() bool {
	var k Self
	return k.Kind() == validate.KindMessage
}

// Text adds a text part with its decorations and mention: at most 10000 code
// points, delivered as it is. Two text parts must not be adjacent.
func (s sending[Self]) Text(value string, options ...TextOption) Self {
	s.send.content.add(TextPart(value, options...))
	return s.self()
}

// Media adds a file by its public https URL; a message has at most 40 of these.
// For a sticker, pass a [MediaPart] to Parts.
func (s sending[Self]) Media(url string) Self {
	s.send.content.add(MediaPart(url))
	return s.self()
}

// Attachment adds an uploaded file by its attachment id. For a sticker, pass an
// [AttachmentPart] to Parts.
func (s sending[Self]) Attachment(attachmentID string) Self {
	s.send.content.add(AttachmentPart(attachmentID))
	return s.self()
}

// Link adds a URL with a rich preview. It must be the only part.
func (s sending[Self]) Link(url string) Self {
	s.send.content.add(LinkPart(url))
	return s.self()
}

// AppClip adds an https link whose page is a registered App Clip (documented
// 2026-08-19). It must be the only part; iMessage only. For a caption, pass an
// [AppClipPart] to Parts.
func (s sending[Self]) AppClip(url string) Self {
	s.send.content.add(AppClipPart(url))
	return s.self()
}

// AppCard adds an iMessage app card. It must be the only part; iMessage only.
func (s sending[Self]) AppCard(card AppCardPart) Self {
	s.send.content.add(card.AsPart())
	return s.self()
}

// Parts adds parts.
func (s sending[Self]) Parts(parts ...Part) Self {
	s.send.content.add(parts...)
	return s.self()
}

// Experience sends an iMessage experience instead of parts (documented
// 2026-08-12): exactly one recipient, iMessage only.
func (s sending[Self]) Experience(e Experience) Self {
	c := &s.send.content
	c.experience = e.clone()
	c.members = c.members.without("experience")
	return s.self()
}

// Effect plays an effect with the message. Shown on iMessage only.
func (s sending[Self]) Effect(e Effect) Self {
	s.send.content.setEffect(MessageEffect{e.String(), e.Type()})
	return s.self()
}

// EffectNamed plays an effect that is newer than this package.
func (s sending[Self]) EffectNamed(t EffectType, name string) Self {
	s.send.content.setEffect(MessageEffect{name, t})
	return s.self()
}

// PreferredService sets the preferred service. By default the API chooses.
func (s sending[Self]) PreferredService(service validate.Service) Self {
	c := &s.send.content
	c.service = text{string(service), true}
	c.members = c.members.without("preferred_service")
	return s.self()
}

// ReplyTo makes the message a threaded reply to a part, from 0, of the message
// with that id (a uuid).
func (s sending[Self]) ReplyTo(messageID string, partIndex int) Self {
	return s.reply(Reply{MessageID: messageID, PartIndex: partIndex, HasPartIndex: true})
}

// ReplyToMessage makes the message a threaded reply to the message with that id
// (a uuid), without naming a part.
func (s sending[Self]) ReplyToMessage(messageID string) Self {
	return s.reply(Reply{MessageID: messageID})
}

func (s sending[Self]) reply(r Reply) Self {
	c := &s.send.content
	c.reply, c.hasReply = r, true
	c.members = c.members.without("reply_to")
	return s.self()
}

// IdempotencyKey prevents a retry from sending twice; at most 255 code points.
func (s sending[Self]) IdempotencyKey(key string) Self {
	c := &s.send.content
	c.key = text{key, true}
	c.members = c.members.without("idempotency_key")
	return s.self()
}

// MessageMemberJSON sets a member of the message that is newer than this package to
// a JSON value. It replaces what the other methods set. Build reports a value
// that is not JSON.
func (s sending[Self]) MessageMemberJSON(name, json string) Self {
	s.send.content.members = s.send.content.members.with(name, json)
	return s.self()
}

// MemberJSON sets a member of the body that is newer than this package to a JSON
// value. It replaces what the other methods set. Build reports a value that is
// not JSON.
func (s sending[Self]) MemberJSON(name, json string) Self {
	if s.bare() {
		return s.MessageMemberJSON(name, json)
	}
	s.send.members = s.send.members.with(name, json)
	return s.self()
}

// Content returns what the request has, for reading.
func (s sending[Self]) Content() Content {
	c := Content{
		From:            s.send.from.s,
		To:              cloneStrings(s.send.to),
		Continuation:    s.send.continuation.s,
		HasContinuation: s.send.continuation.set,
		ExcludeFrom:     cloneStrings(s.send.excludeFrom),
		OverrideOptOut:  s.send.override,
		HasMessage:      s.bare() || !s.send.content.empty(),
	}
	s.send.content.read(&c)
	return c
}

// Members returns the further members of the body: see [Request].
func (s sending[Self]) Members() []Member {
	if s.bare() {
		return s.send.content.members.list()
	}
	return s.send.members.list()
}

// Build encodes the request and checks it: see [Request].
func (s sending[Self]) Build() (Body, error) { return s.BuildWith(defaultValidator) }

// BuildWith is Build with a validator that has options: see [Request].
func (s sending[Self]) BuildWith(v *validate.Validator) (Body, error) { return s.build(v) }
