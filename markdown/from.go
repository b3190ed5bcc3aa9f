package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
)

// FromText converts a text and its decorations, with ranges in UTF-16 code units, to
// Markdown. [Text] with the same options converts it back to the same text with the
// same decorations, except for ranges that the API rejects: out of bounds, inside a
// grapheme cluster, or overlapping an animation. These are corrected. Animations are
// left out unless [WithAnimations] is given. Invalid UTF-8 and U+0000 become U+FFFD.
//
// Underline is <u>. Other styles are HTML tags where Markdown's delimiters would not
// work, as in the middle of a word next to punctuation; punctuation is written as
// references (&#42;) where tags would not work either.
func FromText(text string, ds []decorations.Decoration, opts ...Option) string {
	s := newSettings(opts)
	// The Markdown that is written has no wrapped lines to join.
	s.joinLines = false
	ds = expressible(text, ds, s)
	md := ""
	for _, how := range spellings {
		md = render(text, ds, how)
		if saysTheSame(md, text, ds, s) {
			break
		}
	}
	return md
}

// Escape returns s with a backslash before each punctuation mark that may be markup, for
// data in a template of Markdown:
//
//	"**" + markdown.Escape(name) + "**, your table is ready"
//
// Line breaks, and white space at either end of s, become references. Do not use Escape
// in code spans and code blocks, where nothing is markup.
func Escape(s string) string {
	var b strings.Builder
	start := len(s) - len(strings.TrimLeft(s, " \t\n"))
	end := len(strings.TrimRight(s, " \t\n"))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' || c == 0x7F || c == ' ' && (i < start || i >= end):
			b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		case isPunct(c):
			b.WriteString("\\" + string(c))
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// expressible returns the decorations that Markdown can express.
func expressible(text string, ds []decorations.Decoration, s settings) []decorations.Decoration {
	whole := decorations.Range{End: decorations.UTF16Len(text)}
	var kept []decorations.Decoration
	for _, d := range ds {
		d.Range = d.Range.Intersect(whole)
		// As documented, the others are left out.
		if d.Range.Empty() || d.Animation != "" && (!s.animations || !d.Animation.Valid()) || d.Animation == "" && !d.Style.Valid() {
			continue
		}
		if d.Animation != "" {
			d.Style = ""
		}
		kept = append(kept, d)
	}
	return settle(text, kept)
}

// saysTheSame reports whether md converts back to text with ds.
func saysTheSame(md, text string, ds []decorations.Decoration, s settings) bool {
	p := convert(md, s, true)
	return string(p.text) == text && slices.Equal(looks(text, decorate(text, 0, p.spans)), looks(text, ds))
}

// look is how a UTF-16 code unit is decorated: a bit for each style, by its
// index in styleOf, and the animation.
type look struct {
	styles    int
	animation decorations.Animation
}

// looks returns the look of each UTF-16 code unit of text.
func looks(text string, ds []decorations.Decoration) []look {
	units := make([]look, decorations.UTF16Len(text))
	for _, d := range ds {
		for i := d.Range.Start; i < d.Range.End; i++ {
			if d.Animation != "" {
				units[i].animation = d.Animation
			} else {
				units[i].styles |= 1 << order(d)
			}
		}
	}
	return units
}

// FromParts converts parts to Markdown that [Parts] converts back: texts as [FromText]
// does, media to images, links to <url>. An app clip becomes its link, an app card its
// caption with its URL. Parts of other types are left out.
func FromParts(parts []builder.Part, opts ...Option) string {
	var blocks []string
	for _, p := range parts {
		block := ""
		switch p.Type() {
		case api.PartText:
			block = fromTextPart(p, opts)
		case api.PartMedia:
			block = "![](" + bracketed(p.URL()+attachment(p.AttachmentID())) + ")"
		case api.PartLink, api.PartAppClip:
			block = "<" + destination([]byte(p.Value())) + ">"
		case api.PartApp:
			block = cardText(p)
		}
		if block != "" {
			blocks = append(blocks, block)
		}
	}
	return strings.Join(blocks, "\n\n")
}

// fromTextPart is FromText for a part: a URL that is alone in a paragraph of it
// must not become a link part.
func fromTextPart(p builder.Part, opts []Option) string {
	md := FromText(p.Value(), p.Decorations(), opts...)
	s := newSettings(opts)
	if pieces := convert(md, s, false).pieces(); len(pieces) > 1 || len(pieces) == 1 && pieces[0].object.kind != 0 {
		s.joinLines = false
		md = render(p.Value(), expressible(p.Value(), p.Decorations(), s), spellings[len(spellings)-1])
	}
	return md
}

// attachment is the image destination of an uploaded file.
func attachment(id string) string {
	if id == "" {
		return ""
	}
	return attachmentScheme + id
}

// bracketed writes a link destination so that parentheses in it do not end it.
func bracketed(url string) string {
	if strings.ContainsAny(url, "()<>\\& ") {
		return "<" + strings.NewReplacer("<", "%3C", ">", "%3E", `\`, `\\`, "&", `\&`, " ", "%20").Replace(url) + ">"
	}
	return url
}

// cardText is what of an app card can be said: its caption, or else its fallback
// text, as a link where the card opens one. A data: URL is the app's own state.
func cardText(p builder.Part) string {
	card, _ := p.Card()
	// The fallback is what devices show that cannot draw the card.
	caption := card.Layout.Caption
	if caption == "" {
		caption = card.FallbackText
	}
	caption = FromText(caption, nil)
	if card.URL == "" || strings.HasPrefix(card.URL, "data:") {
		return caption
	}
	return "[" + caption + "](" + bracketed(card.URL) + ")"
}
