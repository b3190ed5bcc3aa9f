// Package markdown turns Markdown into message parts and back. The API delivers
// a text as it is typed, so **now** arrives with its asterisks; what a sender
// means by them is a text part's value without them and a decoration over "now".
//
// # What becomes of what
//
// The input is CommonMark with strikethrough:
//
//	**x** __x__            bold
//	*x* _x_                italic
//	~~x~~                  strikethrough
//	<u>x</u>               underline; <b>, <i>, <s> and their like also work
//	# x                    a bold line
//	- x                    "• x", or what [Bullet] says
//	1. x                   "1. x", counted from the first number
//	> x                    "│ x", or what [Quote] says
//	`x`, code blocks       x, letter for letter
//	[x](url)               "x (url)", or "url" where both are the same
//	[x](url), <url>        alone in a paragraph: a link part, which has no text
//	![x](https://…)        a media part
//	![x](attachment:uuid)  a media part with that attachment_id
//	&copy; \*              "©", "*"
//	{shake: x}             an animation, with [Animations]
//
// Blocks stand as far apart as in the source: on the next line, or with one
// blank line between them. A line break stays a line break, as in a chat,
// unless [JoinLines] is given. Thematic breaks, comments and unknown HTML tags
// leave nothing.
//
// # Decorations
//
// Ranges are in UTF-16 code units of the value, hold whole grapheme clusters,
// and are in the order of their starts. A style that is within an animation's
// range is cut back to what is outside of it, since the API refuses the two on
// one text.
//
// # Limits
//
// [Parts] returns all parts of a text, however many: a link part that is not
// alone, or a text over 10000 code points, is for the builder's Split.
//
// A source with a line that opens more than 256 quotes and lists is taken for
// plain text. Other sources take time linear in their length.
//
// The package stands on goldmark, which makes a js/wasm build 2.4 MB larger, so
// that package builder does not import it. All functions are safe for
// concurrent use.
package markdown
