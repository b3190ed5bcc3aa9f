package builder

import "github.com/linqlint/linqlint/validate"

// MessagesUpdateAppCardRequest is POST /v3/messages/{messageId}/update: it
// replaces the layout of a sent card, which keeps its app unless App sets one.
type MessagesUpdateAppCardRequest struct {
	Card[MessagesUpdateAppCardRequest]
}

// MessagesUpdateAppCard replaces the layout of a sent app card.
func MessagesUpdateAppCard() MessagesUpdateAppCardRequest { return MessagesUpdateAppCardRequest{} }

func (MessagesUpdateAppCardRequest) withCard(c card, ms members) MessagesUpdateAppCardRequest {
	return MessagesUpdateAppCardRequest{Card[MessagesUpdateAppCardRequest]{c, ms}}
}

// Kind returns messages.update_app_card.
func (MessagesUpdateAppCardRequest) Kind() validate.Kind { return validate.KindMessagesUpdateAppCard }

// Experience turns the card into an experience; not together with URL.
func (r MessagesUpdateAppCardRequest) Experience(name, action string, params ...ExperienceParam) MessagesUpdateAppCardRequest {
	r.card.experience = newExperience(name, action, params)
	r.members = r.members.without("experience")
	return r
}

// App sets the app of the card, for lines with zero day retention (documented
// 2026-09-06); elsewhere the card keeps its app.
func (r MessagesUpdateAppCardRequest) App(app App) MessagesUpdateAppCardRequest {
	r.card.app, r.card.hasApp = app, true
	r.members = r.members.without("app")
	return r
}

// CardContent returns the new content of the card, for reading.
func (r MessagesUpdateAppCardRequest) CardContent() CardContent { return r.card.content() }

// Content returns false: the kind has no message.
func (MessagesUpdateAppCardRequest) Content() (c Content, ok bool) { return Content{}, false }

// From returns "": the kind names no line.
func (MessagesUpdateAppCardRequest) From() string { return "" }

// Recipients returns nil: the kind names no recipients.
func (MessagesUpdateAppCardRequest) Recipients() []string { return nil }

// Members returns the further members of the body: see [Request].
func (r MessagesUpdateAppCardRequest) Members() []Member { return r.members.list() }

// Build encodes the request and checks it: see [Request].
func (r MessagesUpdateAppCardRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator of your own: see [Request].
func (r MessagesUpdateAppCardRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r MessagesUpdateAppCardRequest) encode(e *encoder) {
	e.object(r.members)
	e.cardMembers(&r.card)
	e.experience(r.card.experience)
	if e.typed("app", r.card.hasApp) {
		e.app(&r.card.app)
	}
	e.end()
}

func (r MessagesUpdateAppCardRequest) origin(pointer string) string {
	if call := cardOrigin(pointer); call != "" && !r.members.has(firstToken(pointer)) {
		return call
	}
	return originOf(pointer, r.members, "experience", "Experience", "app", "App")
}
