package builder

import (
	"bytes"
	"errors"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// unmarshal is [Parse] for encoding/json, as the kind of r; null changes nothing.
func unmarshal[R Request](data []byte, r *R) error {
	if isNull(data) {
		return nil
	}
	parsed, err := Parse(data, validate.WithKind((*r).Kind()))
	if err != nil {
		return err
	}
	*r = parsed.(R)
	return nil
}

func isNull(data []byte) bool { return bytes.Equal(bytes.TrimSpace(data), []byte("null")) }

// UnmarshalJSON reads a body of the kind as [Parse] does: it may have errors, which
// Build reports.
func (s *sending[Self]) UnmarshalJSON(data []byte) error {
	var k Self
	k = k.withSend(s.send)
	if err := unmarshal(data, &k); err != nil {
		return err
	}
	s.send = k.sent()
	return nil
}

// sent returns the message with its routing.
func (s sending[Self]) sent() send { return s.send }

// UnmarshalJSON reads a body of the kind as [Parse] does.
func (r *ChatsVoicememoRequest) UnmarshalJSON(data []byte) error { return unmarshal(data, r) }

// UnmarshalJSON reads a body of the kind as [Parse] does.
func (r *MessagesEditRequest) UnmarshalJSON(data []byte) error { return unmarshal(data, r) }

// UnmarshalJSON reads a body of the kind as [Parse] does.
func (r *MessagesReactRequest) UnmarshalJSON(data []byte) error { return unmarshal(data, r) }

// UnmarshalJSON reads a body of the kind as [Parse] does.
func (r *MessagesUpdateAppCardRequest) UnmarshalJSON(data []byte) error { return unmarshal(data, r) }

// UnmarshalJSON reads a body of the kind as [Parse] does.
func (r *MessagesUpdateStickerPlacementRequest) UnmarshalJSON(data []byte) error {
	return unmarshal(data, r)
}

// UnmarshalJSON reads a body of the kind as [Parse] does.
func (r *ChatsPollsCreateRequest) UnmarshalJSON(data []byte) error { return unmarshal(data, r) }

// UnmarshalJSON reads a body of the kind as [Parse] does.
func (r *MessagesPollsAddRequest) UnmarshalJSON(data []byte) error { return unmarshal(data, r) }

// UnmarshalJSON reads a body of the kind as [Parse] does.
func (r *MessagesPollsVoteRequest) UnmarshalJSON(data []byte) error { return unmarshal(data, r) }

// UnmarshalJSON reads a body of the kind as [Parse] does.
func (r *AttachmentsCreateRequest) UnmarshalJSON(data []byte) error { return unmarshal(data, r) }

// scanned returns a parser of data, which must be a JSON object.
func scanned(data []byte, what string) (*parser, error) {
	p := new(parser)
	if fault := p.Scan(data); fault.Code != 0 || p.Nodes[0].Kind != scan.Object {
		return nil, errors.New("builder: " + what + " must be a JSON object")
	}
	return p, nil
}

// UnmarshalJSON reads an element of parts; it may have errors, which Build reports.
func (p *Part) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	in, err := scanned(data, "a part")
	if err == nil {
		*p = in.part(0)
	}
	return err
}

// MarshalJSON returns the card as a message has it: see [Part.MarshalJSON].
func (c AppCardPart) MarshalJSON() ([]byte, error) { return c.AsPart().MarshalJSON() }

// UnmarshalJSON reads the part that [AppCardPart.MarshalJSON] wrote.
func (c *AppCardPart) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	var p Part
	if err := p.UnmarshalJSON(data); err != nil {
		return err
	}
	if p.form != FormAppCard {
		return errors.New("builder: the part is not an app card")
	}
	*c = AppCardPart{}.withCard(*p.card, p.members)
	return nil
}

// MarshalJSON returns the placement as a body has it.
func (p Placement) MarshalJSON() ([]byte, error) {
	body, err := MessagesUpdateStickerPlacement(p).Build()
	if err != nil {
		return nil, err
	}
	return []byte(strings.TrimSuffix(strings.TrimPrefix(body.String(), `{"placement":`), "}")), nil
}

// UnmarshalJSON reads what [Placement.MarshalJSON] wrote.
func (p *Placement) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	in, err := scanned(data, "a placement")
	if err != nil {
		return err
	}
	var read *Placement
	if !in.placement(0, &read) {
		return errors.New("builder: a placement has the numbers x, y, scale and rotation only")
	}
	*p = *read
	return nil
}

// MarshalJSON returns {"name":…,"value":…}.
func (p ExperienceParam) MarshalJSON() ([]byte, error) {
	value := p.JSON()
	if p.text.set {
		value = JSON(p.text.s)
	}
	return []byte(`{"name":` + JSON(p.name) + `,"value":` + value + `}`), nil
}

// UnmarshalJSON reads what [ExperienceParam.MarshalJSON] wrote.
func (p *ExperienceParam) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	in, err := scanned(data, "a parameter")
	if err != nil {
		return err
	}
	var name, value text
	var raw string
	var rest members
	in.each(0, &rest, func(member string, n int) bool {
		switch member {
		case "name":
			return in.text(n, &name)
		case "value":
			switch in.Nodes[n].Kind {
			case scan.String:
				return in.text(n, &value)
			case scan.Number, scan.True, scan.False:
				raw = in.json(n)
				return true
			}
		}
		return false
	})
	if !name.set || value.set == (raw != "") || len(rest) > 0 {
		return errors.New("builder: a parameter has a name and a value, a string, a number or a boolean")
	}
	*p = ExperienceParam{name: name.s, text: value, json: raw}
	return nil
}

// hasNoJSON is the error for a value that a body has only within another one.
func hasNoJSON(what, instead string) ([]byte, error) {
	return nil, errors.New("builder: " + what + " has no JSON form: marshal " + instead)
}

// MarshalJSON returns an error: marshal the [Part] that has the decoration.
func (Decoration) MarshalJSON() ([]byte, error) { return hasNoJSON("a decoration", "its Part") }

// MarshalJSON returns an error: marshal the [Part] that has the mention.
func (TextMention) MarshalJSON() ([]byte, error) { return hasNoJSON("a mention", "its Part") }

// MarshalJSON returns an error: marshal the [Part] that has the sticker.
func (TextSticker) MarshalJSON() ([]byte, error) { return hasNoJSON("a sticker", "its Part") }

// MarshalJSON returns an error: marshal the [Part] that has the text.
func (Place) MarshalJSON() ([]byte, error) { return hasNoJSON("a place", "the Part of its text") }

// MarshalJSON returns an error: marshal the [Part] that has the text.
func (Rich) MarshalJSON() ([]byte, error) { return hasNoJSON("a text from pieces", "its Part") }

// MarshalJSON returns an error: marshal what [Sequence.Build] returns, which also
// reports what could not be split.
func (Sequence) MarshalJSON() ([]byte, error) {
	return hasNoJSON("a sequence", "the bodies that its Build returns")
}

// MarshalJSON returns an error: marshal the request.
func (Leftover) MarshalJSON() ([]byte, error) { return hasNoJSON("a leftover", "its Request") }

// MarshalJSON returns {"Name":…,"JSON":…}; the error says that the name has a lone
// surrogate, which a Go string cannot hold.
func (m Member) MarshalJSON() ([]byte, error) {
	if m.name != "" {
		return nil, errors.New("builder: the name of member " + m.name + " has a lone surrogate")
	}
	return []byte(`{"Name":` + JSON(m.Name) + `,"JSON":` + JSON(m.JSON) + `}`), nil
}
