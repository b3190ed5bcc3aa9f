package builder

import "github.com/linqlint/linqlint/validate"

// MessagesUpdateStickerPlacementRequest is PATCH
// /v3/messages/{messageId}/reactions/{reactionId}: it moves a sticker that was
// placed as a reaction (documented 2026-09-05).
type MessagesUpdateStickerPlacementRequest struct {
	plain
	place *Placement // nil: none is written
}

// MessagesUpdateStickerPlacement moves a sticker.
func MessagesUpdateStickerPlacement(p Placement) MessagesUpdateStickerPlacementRequest {
	return MessagesUpdateStickerPlacementRequest{place: &p}
}

// Kind returns messages.update_sticker_placement.
func (MessagesUpdateStickerPlacementRequest) Kind() validate.Kind {
	return validate.KindMessagesUpdateStickerPlacement
}

// MemberJSON sets a member that is newer than this package to a JSON value.
func (r MessagesUpdateStickerPlacementRequest) MemberJSON(name, json string) MessagesUpdateStickerPlacementRequest {
	r.members = r.members.with(name, json)
	return r
}

// StickerPlacementContent is where a sticker is moved to, for reading.
type StickerPlacementContent struct {
	Placement *Placement // nil if the body has none
}

// Content returns what the request has, for reading.
func (r MessagesUpdateStickerPlacementRequest) Content() StickerPlacementContent {
	return StickerPlacementContent{r.place.clone()}
}

// Build encodes the request and checks it: see [Request].
func (r MessagesUpdateStickerPlacementRequest) Build() (Body, error) {
	return r.BuildWith(defaultValidator)
}

// BuildWith is Build with a validator that has options: see [Request].
func (r MessagesUpdateStickerPlacementRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r MessagesUpdateStickerPlacementRequest) encode(e *encoder) {
	e.object(r.members)
	e.placement(r.place)
	e.end()
}

func (r MessagesUpdateStickerPlacementRequest) origin(pointer string) string {
	const call = "MessagesUpdateStickerPlacement"
	if name, rest := cutToken(pointer); name == "placement" && !r.members.has(name) {
		return placementOrigin(rest, call)
	}
	return originOf(pointer, r.members, "", call)
}

// placementOrigin returns the call for a pointer into a placement.
func placementOrigin(pointer, call string) string {
	member, _ := cutToken(pointer)
	if set := callOf(member, []string{"x", "X", "y", "Y", "scale", "Scale", "rotation", "Rotation"}); set != "" {
		return set + " of " + call
	}
	return call
}

func (p *parser) updateStickerPlacement() (r MessagesUpdateStickerPlacementRequest) {
	p.each(0, &r.members, func(name string, n int) bool {
		return name == "placement" && p.placement(n, &r.place)
	})
	return r
}
