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

// UnmarshalJSON reads a body that [Body.MarshalJSON] wrote: null gives the zero
// Body, and everything else is checked again as the kind that is detected. The
// error is a *[validate.InvalidError] for a body with errors and for one whose
// kind cannot be detected; a queue that must survive new rules keeps kind and
// bytes and uses [Checked].
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

// Checked checks bytes that exist already and returns them as a Body, unchanged;
// it copies them. kind "" means that the kind is detected. The error is a
// *[validate.InvalidError] if the body has an error or its kind cannot be
// detected. An unknown kind panics, as in [validate.WithKind].
func Checked(kind validate.Kind, data []byte) (Body, error) {
	return CheckedWith(nil, kind, data)
}

// CheckedWith is [Checked] with a validator, for other severities, known members
// or assumptions; nil means the default one.
func CheckedWith(v *validate.Validator, kind validate.Kind, data []byte) (Body, error) {
	report := v.ForKind(kind).JSON(data)
	if report.Kind == "" && report.OK() {
		report.Diagnostics = append(report.Diagnostics, validate.Diagnostic{
			Rule: "kind-unknown", Reason: "kind-unknown/members", Severity: validate.SeverityError,
			Message: "cannot tell which request this is: no request kind has these members",
		})
	}
	if err := report.Err(); err != nil {
		return Body{}, err
	}
	return Body{bytes.Clone(data), report.Kind, report}, nil
}

// MarshalJSON returns the body that Build gives, or its error.
func (r MessagesUpdateStickerPlacementRequest) MarshalJSON() ([]byte, error) { return marshal(r) }
