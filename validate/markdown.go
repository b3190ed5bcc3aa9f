package validate

import "github.com/linqlint/linqlint/internal/commonmark"

// findMarkdown finds the first piece of text that is Markdown to package
// markdown too: emphasis, a link, a heading or code. what names the piece, ""
// where there is none.
func findMarkdown(text string) (start, end int, what string) {
	v, end, ok := commonmark.First(text)
	if !ok {
		return start, end, what
	}
	switch v.Kind {
	case commonmark.StyleStart:
		return v.Start, end, "Markdown emphasis"
	case commonmark.LinkStart, commonmark.AutoLink:
		return v.Start, end, "a Markdown link"
	case commonmark.ImageStart:
		return v.Start, end, "a Markdown image"
	case commonmark.HeadingStart:
		return v.Start, end, "a Markdown heading"
	case commonmark.CodeStart, commonmark.FenceStart:
		return v.Start, end, "Markdown code"
	}
	return v.Start, end, "Markdown"
}
