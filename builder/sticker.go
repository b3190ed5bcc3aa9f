package builder

import (
	"slices"
	"strconv"

	"github.com/linqlint/linqlint/decorations"
)

// TextSticker is a sticker in a text: on iMessage an image replaces a part of the
// text, on SMS and RCS the text is sent as it is (documented 2026-09-15). A text
// has at most 100 stickers with 10 different images, and no mention beside them;
// a sticker must not overlap another one or a decoration. The zero TextSticker
// has no image; Build reports it.
type TextSticker struct {
	image stickerImage
	place Place
}

// stickerImage is an image by one of its two addresses.
type stickerImage struct {
	byURL   bool
	address string // the attachment id or the URL
}

func (TextSticker) textOption() {}

// Sticker replaces a part of the text with an uploaded image, by its attachment
// id.
func Sticker[T Target](attachmentID string, target T) TextSticker {
	return TextSticker{stickerImage{false, attachmentID}, placeOf(target)}
}

// StickerURL replaces a part of the text with an uploaded image, by the
// download_url in the response of attachments.create.
func StickerURL[T Target](downloadURL string, target T) TextSticker {
	return TextSticker{stickerImage{true, downloadURL}, placeOf(target)}
}

// StickerContent is a sticker of a text, for reading. It has an attachment id or
// a URL.
type StickerContent struct {
	Range        decorations.Range // UTF-16 code units of the value
	AttachmentID string
	URL          string
}

// Stickers returns the stickers of a text part. Those whose place is not in the
// text are left out. Ranges may be out of bounds.
func (p Part) Stickers() []StickerContent {
	var out []StickerContent
	for i := range p.stickers {
		s := &p.stickers[i]
		r, l := s.place.find(p.value)
		if l.rule != "" {
			continue
		}
		c := StickerContent{Range: r, AttachmentID: s.image.address}
		if s.image.byURL {
			c.AttachmentID, c.URL = "", s.image.address
		}
		out = append(out, c)
	}
	return out
}

// AsSticker makes a media part a sticker (documented 2026-09-09). SMS and RCS send
// it as a photo.
func (p Part) AsSticker() Part {
	p.isSticker = true
	p.members = p.members.without("sticker")
	return p
}

// IsSticker reports whether AsSticker was called.
func (p Part) IsSticker() bool { return p.isSticker }

// stickersOf writes the stickers of part i. One whose place is not in the text is
// recorded, underlining the value, and left out.
func (e *encoder) stickersOf(parts []Part, i int, where fault) {
	p := &parts[i]
	if !e.typed("inline_stickers", p.stickers != nil) {
		return
	}
	e.b = append(e.b, '[')
	for j := range p.stickers {
		s := &p.stickers[j]
		r, l := s.place.find(p.value)
		if l.rule != "" {
			if l.rule != ruleSubstring {
				l.rule = ruleSticker
			}
			where.placeFault, where.origin = l, numbered("Sticker", j)+" of "+partOrigin(parts, i)
			e.note(where)
			continue
		}
		e.warn(s.place.ambiguous(p.value), where, func() string { return numbered("Sticker", j) + " of " + partOrigin(parts, i) })
		e.separate()
		e.b = append(e.b, `{"range":`...)
		e.span(r)
		e.b = append(e.b, ',')
		e.b = append(e.b, s.image.member()...)
		e.str(s.image.address)
		e.b = append(e.b, '}')
	}
	e.b = append(e.b, ']')
}

// member returns the name of the image's member with a colon.
func (s stickerImage) member() string {
	if s.byURL {
		return `"url":`
	}
	return `"attachment_id":`
}

// keptSticker returns the number of the k-th sticker that was written: those whose
// place is not in the text were left out.
func (p *Part) keptSticker(k int) string {
	for j := range p.stickers {
		if _, l := p.stickers[j].place.find(p.value); l.rule != "" {
			continue
		}
		if k == 0 {
			return numbered("Sticker", j)
		}
		k--
	}
	return ""
}

// stickers reads inline stickers. One that no function can make makes the array a
// further member.
func (p *parser) stickers(node int, stickers *[]TextSticker) bool {
	return list(p, node, stickers, func(n int) (s TextSticker, exact, keep bool) {
		s, exact = p.sticker(n)
		return s, exact, exact || s.place.unit == inUTF16
	})
}

// sticker reads a sticker.
func (p *parser) sticker(node int) (s TextSticker, exact bool) {
	id, url, at, exact := p.ranged(node, "attachment_id", "url")
	s = TextSticker{stickerImage{url.set, id.s}, at}
	if url.set {
		s.image.address = url.s
	}
	return s, exact
}

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
