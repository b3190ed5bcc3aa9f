package builder

import (
	"bytes"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// marshal is [Request.Build] for encoding/json: the bytes that were checked, or
// the *[validate.InvalidError].
func marshal(r Request) ([]byte, error) {
	body, err := r.Build()
	if err != nil {
		return nil, err
	}
	return body.data, nil
}

// MarshalJSON returns the body that Build gives, or its error.
func (s sending[Self]) MarshalJSON() ([]byte, error) { return marshal(s.self()) }

// MarshalJSON returns the body that Build gives, or its error.
func (r ChatsVoicememoRequest) MarshalJSON() ([]byte, error) { return marshal(r) }

// MarshalJSON returns the body that Build gives, or its error.
func (r MessagesEditRequest) MarshalJSON() ([]byte, error) { return marshal(r) }

// MarshalJSON returns the body that Build gives, or its error.
func (r MessagesReactRequest) MarshalJSON() ([]byte, error) { return marshal(r) }

// MarshalJSON returns the body that Build gives, or its error.
func (r MessagesUpdateAppCardRequest) MarshalJSON() ([]byte, error) { return marshal(r) }

// MarshalJSON returns the body that Build gives, or its error.
func (r ChatsPollsCreateRequest) MarshalJSON() ([]byte, error) { return marshal(r) }

// MarshalJSON returns the body that Build gives, or its error.
func (r MessagesPollsAddRequest) MarshalJSON() ([]byte, error) { return marshal(r) }

// MarshalJSON returns the body that Build gives, or its error.
func (r MessagesPollsVoteRequest) MarshalJSON() ([]byte, error) { return marshal(r) }

// MarshalJSON returns the body that Build gives, or its error.
func (r AttachmentsCreateRequest) MarshalJSON() ([]byte, error) { return marshal(r) }

// MarshalJSON returns the part as a message has it, checked as the only part of
// one; the error is the *[validate.InvalidError] of that message.
func (p Part) MarshalJSON() ([]byte, error) {
	body, err := ContentOnly().Parts(p).Build()
	if err != nil {
		return nil, err
	}
	var view scan.View
	view.Scan(body.data) // it was checked
	n := view.Lookup("/parts/0")
	return body.data[view.Nodes[n].Start:view.Nodes[n].End], nil
}

// UnmarshalJSON reads a body that [Body.MarshalJSON] wrote, and checks it again as the
// kind that is detected; null gives the zero Body. The error is a
// [*validate.InvalidError] if the body has an error or its kind cannot be detected: a
// poll or a reaction with a further member message or parts looks like a message. To
// read such a body too, store its kind and bytes, and use [Checked]; for a queue whose
// bodies must survive a version with new rules, [CheckedWith] and [validate.WithAsOf].
func (b *Body) UnmarshalJSON(data []byte) error {
	data = bytes.TrimSpace(data)
	if bytes.Equal(data, []byte("null")) {
		*b = Body{}
		return nil
	}
	read, err := Checked("", data)
	if err != nil {
		return err
	}
	*b = read
	return nil
}

// Checked checks bytes and returns a Body with a copy of them. The kind "" means that
// the kind is detected. The error is a [*validate.InvalidError] if the body has an error
// or its kind cannot be detected. Checked panics for an unknown kind.
func Checked(kind validate.Kind, data []byte) (Body, error) {
	return CheckedWith(nil, kind, data)
}

// CheckedWith is [Checked] with a validator that has options; nil means one without.
func CheckedWith(v *validate.Validator, kind validate.Kind, data []byte) (Body, error) {
	report := v.ForKind(kind).JSON(data)
	if report.Kind == "" && report.OK() { // v does not report it: the rule is off, or only payloads are looked for
		if plain := validate.JSON(data); plain.Kind == "" {
			report = plain
		} else {
			report = v.ForKind(plain.Kind).JSON(data)
		}
	}
	if err := report.Err(); err != nil {
		return Body{}, err
	}
	return Body{bytes.Clone(data), report.Kind, report}, nil
}

// MarshalJSON returns the body that Build gives, or its error.
func (r MessagesUpdateStickerPlacementRequest) MarshalJSON() ([]byte, error) { return marshal(r) }
