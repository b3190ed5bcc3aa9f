package markdown

import (
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
)

// Parts converts md to message parts: texts with their decorations, media parts for
// images, and link parts for links that are alone in a paragraph. There are no adjacent
// texts. Parts returns nil for Markdown without content.
//
// One message may not be able to have all of them, as with a link among other parts.
// Split then makes several messages:
//
//	bodies, err := builder.ChatsMessagesSend().Parts(markdown.Parts(md)...).Split().Build()
func Parts(md string, opts ...Option) []builder.Part {
	var parts []builder.Part
	for _, p := range convert(md, newSettings(opts), false).pieces() {
		switch p.object.kind {
		case mediaObject:
			if id, ok := strings.CutPrefix(p.object.url, attachmentScheme); ok {
				parts = append(parts, builder.AttachmentPart(id))
			} else {
				parts = append(parts, builder.MediaPart(p.object.url))
			}
		case linkObject:
			parts = append(parts, builder.LinkPart(p.object.url))
		default:
			parts = append(parts, builder.TextPart(p.text, options(p.decorations)...))
		}
	}
	return parts
}

// options converts decorations to options of the builder.
func options(ds []decorations.Decoration) []builder.TextOption {
	var out []builder.TextOption
	for _, d := range ds {
		if d.Animation != "" {
			out = append(out, builder.Animate(d.Animation, d.Range))
		} else {
			out = append(out, builder.Styled(d.Style, d.Range))
		}
	}
	return out
}
