package builder

import (
	"slices"
	"strconv"

	"github.com/linqlint/linqlint/validate"
)

// Placement is where a sticker is on a message, its size and its rotation
// (documented 2026-09-05). Each is optional. The zero Placement has none, which
// means the center, the default size and no rotation.
type Placement struct{ x, y, scale, rotation number }

// placementMembers has the names of the numbers.
var placementMembers = [...]string{"x", "y", "scale", "rotation"}

// numbers returns the numbers in the order of placementMembers.
func (p *Placement) numbers() [len(placementMembers)]*number {
	return [...]*number{&p.x, &p.y, &p.scale, &p.rotation}
}

// number is a JSON number that may be absent; "" is.
type number string

// PlaceAt returns a placement at a position: from -1 (left, top) to 1 (right,
// bottom), where 0 is the center.
func PlaceAt(x, y float64) Placement { return Placement{}.X(x).Y(y) }

// X sets the horizontal position, from -1 (left) to 1 (right).
func (p Placement) X(x float64) Placement {
	p.x = number(formatFloat(x))
	return p
}

// Y sets the vertical position, from -1 (top) to 1 (bottom).
func (p Placement) Y(y float64) Placement {
	p.y = number(formatFloat(y))
	return p
}

// Scale sets the size, where 1 is the default. The API clamps it to 0.05 to 2.5.
func (p Placement) Scale(factor float64) Placement {
	p.scale = number(formatFloat(factor))
	return p
}

// Rotation sets the clockwise rotation in degrees.
func (p Placement) Rotation(degrees float64) Placement {
	p.rotation = number(formatFloat(degrees))
	return p
}

// clone copies; nil stays nil.
func (p *Placement) clone() *Placement {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

// PlacementContent is a placement for reading. A nil member is absent.
type PlacementContent struct{ X, Y, Scale, Rotation *float64 }

// Content returns the numbers of the placement.
func (p Placement) Content() PlacementContent {
	return PlacementContent{p.x.value(), p.y.value(), p.scale.value(), p.rotation.value()}
}

func (n number) value() *float64 {
	if n == "" {
		return nil
	}
	f, _ := strconv.ParseFloat(string(n), 64)
	return &f
}

// placement writes a placement; nil is left out.
func (e *encoder) placement(p *Placement) {
	if !e.typed("placement", p != nil) {
		return
	}
	e.object(nil)
	at := len(e.b) - 1
	for i, n := range p.numbers() {
		if *n != "" {
			e.member(at, &Member{Name: placementMembers[i], JSON: string(*n)})
		}
	}
	e.end()
}

// placement reads an object whose members are the numbers of a placement.
func (p *parser) placement(node int, placement **Placement) bool {
	var out Placement
	var rest members
	ok := p.object(node, &rest, func(name string, n int) bool {
		i := slices.Index(placementMembers[:], name)
		return i >= 0 && p.number(n, out.numbers()[i])
	})
	*placement = &out
	return ok && len(rest) == 0
}

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
