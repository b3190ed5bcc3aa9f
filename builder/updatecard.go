package builder

import "github.com/linqlint/linqlint/validate"

// MessagesUpdateAppCardRequest is POST /v3/messages/{messageId}/update: it
// replaces the layout of a sent card, which keeps its app unless App sets one.
type MessagesUpdateAppCardRequest struct {
	cardSetters[MessagesUpdateAppCardRequest]
}

// MessagesUpdateAppCard replaces the layout of a sent app card.
func MessagesUpdateAppCard() MessagesUpdateAppCardRequest { return MessagesUpdateAppCardRequest{} }

func (MessagesUpdateAppCardRequest) withCard(c card, ms members) MessagesUpdateAppCardRequest {
	return MessagesUpdateAppCardRequest{cardSetters[MessagesUpdateAppCardRequest]{c, ms}}
}

// Kind returns messages.update_app_card.
func (MessagesUpdateAppCardRequest) Kind() validate.Kind { return validate.KindMessagesUpdateAppCard }

// Experience turns the card into an experience; not together with URL.
func (r MessagesUpdateAppCardRequest) Experience(e Experience) MessagesUpdateAppCardRequest {
	r.card.experience = e.clone()
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

// Content returns the new content of the card, for reading.
func (r MessagesUpdateAppCardRequest) Content() CardContent { return r.card.content() }

// Members returns the further members of the body: see [Request].
func (r MessagesUpdateAppCardRequest) Members() []Member { return r.members.list() }

// Build encodes the request and checks it: see [Request].
func (r MessagesUpdateAppCardRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator that has options: see [Request].
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
