// Package markdown converts Markdown to message parts and back. The API sends a
// text as it is typed, so **now** arrives with its asterisks; what a sender means
// by them is a text part's value without them and a decoration over "now".
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
//	- x                    "• x", or what [WithBullet] says
//	1. x                   "1. x", with the number as it is typed
//	> x                    "│ x", or what [WithQuote] says
//	`x`, code blocks       x, byte for byte
//	[x](url)               "x (url)", or "url" where both are the same
//	[x](url), <url>, url   alone in a paragraph: a link part, which has no text
//	![x](https://…)        a media part
//	![x](attachment:uuid)  a media part with that attachment_id
//	| a | b |              "a | b", or what [WithTables] says
//	&copy; \*              "©", "*"
//	{shake: x}             an animation, with [WithAnimations]
//
// Blocks are as far apart as in the source: on the next line, or with one blank
// line between them. A line break stays a line break, as in a chat, unless
// [WithJoinedLines] is given.
//
// # What is text
//
// No word is lost: thematic breaks, definitions that nothing refers to, tags of
// unknown elements (<STOP>) and of elements that are never closed stay as they
// are typed. Only comments are removed. What people mean literally is text too,
// where CommonMark would see markup: bare URLs and Windows paths, 2*3*4,
// __init__, handlers[0](event), "# of guests: 4". The rule text-markdown of
// package validate reads texts in the same way, and [Fix] fixes what it reports.
// Data that is put into Markdown needs [Escape].
//
// # Decorations
//
// Ranges are in UTF-16 code units of the value, hold whole grapheme clusters,
// and are in the order of their starts. Where a style overlaps an animation it
// is cut back, since the API refuses the two on one text.
//
// # Limits
//
// [Parts] returns all parts of a text, however many: a link part that is not
// alone, or a text over 10000 code points, is for the builder's Split.
//
// All functions take time and memory linear in their input. Quotes and lists nest
// 32 deep; further marks are text. All functions are safe for concurrent use.
package markdown
