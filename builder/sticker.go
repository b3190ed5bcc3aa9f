package builder

import "github.com/linqlint/linqlint/decorations"

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

func (s TextSticker) at() Place { return s.place }

func (s TextSticker) moved(to Place) placedOption {
	s.place = to
	return s
}

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
