package markdown

import "github.com/linqlint/linqlint/decorations"

// Text converts md into one text with its decorations, sorted by their starts:
// what [Parts] does, but images and links alone in a paragraph stay in the text
// as "description (url)". Decorations are such that the API takes them.
func Text(md string, opts ...Option) (string, []decorations.Decoration) {
	p := convert(md, newSettings(opts), true)
	text := string(p.text)
	return text, decorate(text, 0, p.spans)
}
