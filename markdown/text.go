package markdown

import "github.com/linqlint/linqlint/decorations"

// Text converts md to one text and its decorations, in the order of their starts. It
// does what [Parts] does, but images and links alone in a paragraph become text,
// "description (url)". The API accepts the decorations as they are:
//
//	text, ds := markdown.Text(md)
//	r := builder.ChatsMessagesSend().Text(text, builder.Decorated(ds...))
func Text(md string, opts ...Option) (string, []decorations.Decoration) {
	p := convert(md, newSettings(opts), true)
	text := string(p.text)
	return text, decorate(text, 0, p.spans)
}
