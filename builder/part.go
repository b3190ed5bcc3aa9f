package builder

import (
	"errors"
	"slices"
	"strconv"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
)

// PartForm is the constructor that can make a part. The zero PartForm is that of
// the zero [Part].
type PartForm uint8

// The forms.
const (
	FormNamed      PartForm = iota // PartNamed: the type or the value is unknown or absent
	FormText                       // TextPart
	FormMedia                      // MediaPart
	FormAttachment                 // AttachmentPart
	FormLink                       // LinkPart
	FormAppCard                    // AppCard
	FormAppClip                    // AppClipPart
	FormOther                      // not an object, only in a parsed body
)

// formNames has the name of each form.
var formNames = [...]string{"named", "text", "media", "attachment", "link", "app_card", "app_clip", "other"}

// String returns "text", "media", "attachment", "link", "app_card", "app_clip",
// "named" or "other"; "" for a value that is not a form.
func (f PartForm) String() string {
	if int(f) < len(formNames) {
		return formNames[f]
	}
	return ""
}

// MarshalText returns [PartForm.String]; the error says that f is not a form.
func (f PartForm) MarshalText() ([]byte, error) {
	if f.String() == "" {
		return nil, errors.New("builder: not a form of a part")
	}
	return []byte(f.String()), nil
}

// UnmarshalText reads what [PartForm.MarshalText] wrote.
func (f *PartForm) UnmarshalText(text []byte) error {
	i := slices.Index(formNames[:], string(text))
	if i < 0 {
		return errors.New("builder: unknown form of a part " + strconv.Quote(string(text)))
	}
	*f = PartForm(i)
	return nil
}

// Part is one part of a message. It is a value like the requests; the zero Part
// is an empty object, which Build reports.
type Part struct {
	form      PartForm
	typed     bool   // FormNamed: type is written
	kind      string // FormNamed: the type
	value     string // the text, URL or id; of FormOther the JSON
	marks     []Decoration
	mention   *TextMention
	stickers  []TextSticker
	caption   text // of an App Clip
	isSticker bool
	card      *card
	members   members
}

// TextPart is a text with its options; a nil option is skipped. The value is sent
// as it is: the API does not render Markdown. TextPart panics if an option is a
// pointer, or a struct that embeds an option.
func TextPart(value string, options ...TextOption) Part {
	p := Part{form: FormText, value: value}
	n := 0
	for _, o := range options {
		if _, ok := o.(Decoration); ok {
			n++
		}
	}
	if n > 0 {
		p.marks = make([]Decoration, 0, n)
	}
	for _, o := range options {
		p.apply(o)
	}
	return p
}

// apply adds an option of a text.
func (p *Part) apply(o TextOption) {
	switch o := o.(type) {
	case nil:
	case Decoration:
		if o.place.unit != inEach {
			p.marks = append(p.marks, o)
			return
		}
		for _, place := range o.place.each(p.value) {
			p.marks = append(p.marks, Decoration{o.style, o.animation, place})
		}
	case TextMention:
		m := o
		p.mention = &m
	case TextSticker:
		for _, place := range o.place.each(p.value) {
			p.stickers = append(p.stickers, TextSticker{o.image, place})
		}
	case optionList:
		for _, placed := range o {
			p.apply(placed)
		}
	default: // a pointer or an embedding struct has the method too
		panic("builder: an option of a text is not a Decoration, a TextMention, a TextSticker, or what Spans and Decorated return")
	}
}

// MediaPart is a file by its public https URL, which the API downloads. A
// message has at most 40 of these; upload the other files.
func MediaPart(url string) Part { return Part{form: FormMedia, value: url} }

// AttachmentPart is an uploaded file by the id in the response of
// attachments.create.
func AttachmentPart(attachmentID string) Part {
	return Part{form: FormAttachment, value: attachmentID}
}

// LinkPart is a URL with a rich preview. It must be the only part.
func LinkPart(url string) Part { return Part{form: FormLink, value: url} }

// AppClipPart is an https link whose page is a registered App Clip (documented
// 2026-08-19). It must be the only part; iMessage only.
func AppClipPart(url string) Part { return Part{form: FormAppClip, value: url} }

// Captioned sets the caption of an App Clip (documented 2026-09-01).
func (p Part) Captioned(caption string) Part {
	p.caption = text{caption, true}
	p.members = p.members.without("caption")
	return p
}

// Caption returns the caption of an App Clip; ok is false if it is not set.
func (p Part) Caption() (caption string, ok bool) { return p.caption.s, p.caption.set }

// PartNamed is a part of a type that is newer than this package; its members
// come from [Part.MemberJSON].
func PartNamed(partType string) Part { return Part{typed: true, kind: partType} }

// MemberJSON sets a member that is newer than this package to a JSON value. It
// replaces what the constructor has set. Build reports a value that is not JSON.
func (p Part) MemberJSON(name, json string) Part {
	p.members = p.members.with(name, json)
	return p
}

// Form returns the constructor that can make the part, apart from its
// [Part.Members].
func (p Part) Form() PartForm { return p.form }

// Type returns the part's type, "" if it is absent or not a string.
func (p Part) Type() string {
	switch p.form {
	case FormText:
		return api.PartText
	case FormMedia, FormAttachment:
		return api.PartMedia
	case FormLink:
		return api.PartLink
	case FormAppCard:
		return api.PartApp
	case FormAppClip:
		return api.PartAppClip
	}
	return p.kind
}

// Value returns the text of a text part and the URL of a link or app clip; ""
// for any other part.
func (p Part) Value() string {
	switch p.form {
	case FormText, FormLink, FormAppClip:
		return p.value
	}
	return ""
}

// URL returns the URL of a media part that has one, else "".
func (p Part) URL() string {
	if p.form == FormMedia {
		return p.value
	}
	return ""
}

// AttachmentID returns the id of a media part that has no URL, else "".
func (p Part) AttachmentID() string {
	if p.form == FormAttachment {
		return p.value
	}
	return ""
}

// Decorations returns the decorations of a text part with their ranges in
// UTF-16 code units of [Part.Value]. Those whose place is not in the text are
// left out. Ranges may be out of bounds.
func (p Part) Decorations() []decorations.Decoration {
	var out []decorations.Decoration
	for i := range p.marks {
		m := &p.marks[i]
		if r, l := m.place.find(p.value); l.rule == "" {
			out = append(out, decorations.Decoration{Range: r, Style: m.style, Animation: m.animation})
		}
	}
	return out
}

// MentionContent is a mention as a text part has it.
type MentionContent struct {
	Handle   string
	Range    decorations.Range // UTF-16 code units of the value; the whole value without mention_range
	HasRange bool              // mention_range is there
}

// Mention returns the mention of a text part; ok is false if there is none, or
// if its place is not in the value.
func (p Part) Mention() (m MentionContent, ok bool) {
	if p.mention == nil {
		return MentionContent{}, false
	}
	place := p.mention.place
	if !p.mention.ranged {
		place = Whole()
	}
	r, l := place.find(p.value)
	return MentionContent{p.mention.handle, r, p.mention.ranged}, l.rule == ""
}

// Card returns the content of an app card; ok is false for any other part.
func (p Part) Card() (c CardContent, ok bool) {
	if p.card == nil {
		return CardContent{}, false
	}
	return p.card.content(), true
}

// Members returns the further members of the part: see [Request].
func (p Part) Members() []Member { return p.members.list() }
