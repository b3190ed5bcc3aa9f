package builder

import "github.com/linqlint/linqlint/validate"

// MessagesEditRequest is PATCH /v3/messages/{messageId}: new text for a part of a
// sent message. The new text has no decorations.
type MessagesEditRequest struct {
	plain
	text text
	part index
}

// MessagesEdit replaces the text of a sent text part: 1 to 10000 code points.
func MessagesEdit(value string) MessagesEditRequest {
	return MessagesEditRequest{text: text{value, true}}
}

// Kind returns messages.edit.
func (MessagesEditRequest) Kind() validate.Kind { return validate.KindMessagesEdit }

// AtPart sets which part to edit, from 0. The API's default is 0.
func (r MessagesEditRequest) AtPart(partIndex int) MessagesEditRequest {
	r.part = index{partIndex, true}
	r.members = r.members.without("part_index")
	return r
}

// MemberJSON sets a member that is newer than this package to a JSON value.
func (r MessagesEditRequest) MemberJSON(name, json string) MessagesEditRequest {
	r.members = r.members.with(name, json)
	return r
}

// EditContent is what an edit has, for reading.
type EditContent struct {
	Text         string
	PartIndex    int // set by AtPart
	HasPartIndex bool
}

// Content returns what the request has, for reading.
func (r MessagesEditRequest) Content() EditContent {
	return EditContent{r.text.s, r.part.n, r.part.set}
}

// Build encodes the request and checks it: see [Request].
func (r MessagesEditRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator that has options: see [Request].
func (r MessagesEditRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r MessagesEditRequest) encode(e *encoder) {
	e.object(r.members)
	e.text("text", r.text)
	e.index("part_index", r.part)
	e.end()
}

func (r MessagesEditRequest) origin(pointer string) string {
	return originOf(pointer, r.members, "text", "MessagesEdit", "part_index", "AtPart")
}
