// Package markdown converts Markdown to message parts and back. The API does not render
// Markdown: **now** arrives with its asterisks. This package converts it to the value
// "now" with a bold decoration.
//
// # Conversion
//
// The input is CommonMark with strikethrough and tables:
//
//	**x** __x y__          bold
//	*x* _x_                italic
//	~~x~~                  strikethrough
//	<u>x</u>               underline; <b>, <i>, <s> and the like also work
//	# x                    a bold line
//	- x                    "• x", or what WithBullet says
//	1. x                   "1. x", with the number as it is typed
//	> x                    "│ x", or what WithQuote says
//	`x`, code blocks       x, byte for byte
//	[x](url)               "x (url)", or "url" where both are the same
//	[x](url), <url>, url   alone in a paragraph: a link part, which has no text
//	![x](https://…)        a media part
//	![x](attachment:uuid)  a media part with that attachment_id
//	| a | b |              "a | b", or what WithTables says
//	&copy; \*              "©", "*"
//	{shake: x}             an animation, with WithAnimations
//
// Blocks are as far apart as in the source: on the next line, or with one blank
// line between them. A line break stays a line break, as in a chat, unless
// [WithJoinedLines] is given.
//
// # What is text
//
// No word is lost. Thematic breaks, unused definitions, tags of unknown elements
// (<STOP>) and tags that are never closed stay as they are typed; only comments are
// removed.
//
// Some of CommonMark's markup is text here, because people mean it literally: bare URLs
// and Windows paths, 2*3*4, __init__, handlers[0](event), "# of guests: 4". The rule
// text-markdown of package validate reads texts in the same way, and [Fix] fixes what it
// reports. Use [Escape] for data that is put into Markdown.
//
// # Decorations
//
// Ranges are in UTF-16 code units of the value, consist of whole grapheme clusters, and
// are in the order of their starts. Where a style would overlap an animation, it ends
// before it, since the API rejects such an overlap.
//
// # Limits
//
// [Parts] and [Text] do not apply the API's limits: the builder's Split does.
//
// All functions take time and memory linear in their input. Quotes and lists nest up to
// 32 levels; further marks are text. All functions are safe for concurrent use.
package markdown
