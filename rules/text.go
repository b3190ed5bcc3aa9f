package rules

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The section "Text and decorations", in the documentation's order.
func rulesText() []Rule {
	return slices.Concat(rulesTextValue(), rulesDecorationRange(), rulesDecoration(), rulesMention())
}

// The rules for the value of a text part.
func rulesTextValue() []Rule {
	return []Rule{
		{
			ID:    "text-empty",
			Title: "a text part says something",
			Help: "`value` has at least one code point; an empty one is refused. " +
				"Usually a variable of a template was empty. " +
				"Leave the part out, or the message if nothing else is in it.",
			Sources: []validate.Source{pageMessagesCreate.says("value: The text content of the message. minLength 1")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "empty", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("")), Pairs: []Pair{{"text-empty", "/message/parts/0/value"}}},
				{Title: "an empty caption", Kind: validate.KindMessage, Body: `{"parts":[` + picture + `,` + textOf("") + `]}`, Pairs: []Pair{{"text-empty", "/parts/1/value"}}},
			},
			Good: []Example{
				{Title: "one code point", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("🎉"))},
				{Title: "media without a caption", Kind: validate.KindMessage, Body: `{"parts":[` + picture + `]}`},
			},
		},
		{
			ID:    "text-length",
			Title: "a text has at most " + itoa(api.MaxText) + " code points",
			Help: "`value` takes at most " + itoa(api.MaxText) + " Unicode code points; the whole message is refused when one text has more. " +
				"The limit does not count bytes and not UTF-16 code units: `🎉` is one code point, `👨‍👩‍👧` is five. " +
				"Split the text into several messages at a paragraph; consecutive text parts are not allowed.",
			Sources: []validate.Source{
				pageMessagesCreate.says("value: The text content of the message. maxLength 10000"),
				ours.says("the unit: the reference states JSON Schema's maxLength, which counts Unicode code points"),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{Title: "10001 letters", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(strings.Repeat("a", 10001))), Pairs: []Pair{{"text-length", "/message/parts/0/value"}}},
				{Title: "10001 emoji", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(strings.Repeat("🎉", 10001))), Pairs: []Pair{{"text-length", "/message/parts/0/value"}}},
			},
			Good: []Example{
				{Title: "10000 emoji: 20000 UTF-16 code units, 40000 bytes", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(strings.Repeat("🎉", 10000)))},
				{Title: "10000 code points, written as escapes", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(strings.Repeat(`\ud83c\udf89`, 10000)))},
			},
		},
		{
			ID:    "text-blank",
			Title: "a text has something that can be seen",
			Help: "The value is not empty, but all of it is white space or cannot be seen, so the recipient gets an empty bubble. " +
				"No-break spaces, line ends, zero width spaces, U+2800 and U+3164 count too. " +
				"Usually a template had nothing to fill in: leave the part out.",
			Sources: []validate.Source{ours.says("the documented minimum is one code point, which a space satisfies; nobody means to send an empty bubble")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "a space", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(" ")), Pairs: []Pair{{"text-blank", "/message/parts/0/value"}}},
				{Title: "line ends and a no-break space", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(`\r\n\u00a0\n`)), Pairs: []Pair{{"text-blank", "/message/parts/0/value"}}},
				{Title: "code points that cannot be seen", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(`\u200b\u2800\u3164`)), Pairs: []Pair{{"text-blank", "/message/parts/0/value"}}},
			},
			Good: []Example{
				{Title: "space around a text", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(`\n  Ready!  \n`))},
				{Title: "an emoji", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(" 🎉 "))},
			},
		},
		ruleTextPlaceholder(),
		ruleTextTemplate(),
		{
			ID:    "text-markdown",
			Title: "a text holds no Markdown",
			Help: "The API parses nothing: `**Sale**` arrives with its asterisks, and a link with its brackets. " +
				"Write plain text and give the format in `text_decorations`: bold, italic, strikethrough and underline over ranges of UTF-16 code units. " +
				"The fix, which needs a Markdown parser and so comes from package `markdown`, takes the marks out and adds the decorations; it is not a safe one, since the asterisks may be meant. " +
				"Reported is what the fix would turn into a style, a link, a heading or code. What people mean literally is text to both: `2*3*4`, `__init__`, `handlers[0](event)`, `# of guests: 4`, bare URLs, Windows paths.",
			Sources: []validate.Source{pageMessagesCreate.says("This value is sent as-is with no parsing or transformation — Markdown syntax will be delivered as plain text.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "bold", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf("**Sale** ends today")),
					Pairs: []Pair{{"text-markdown", "/message/parts/0/value"}},
					Fixed: sendOf(`{"type":"text","value":"Sale ends today","text_decorations":[{"range":[0,4],"style":"bold"}]}`),
				},
				{
					Title: "a link", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf("See [our menu](https://example.com/menu)")),
					Pairs: []Pair{{"text-markdown", "/message/parts/0/value"}},
					Fixed: sendOf(textOf("See our menu (https://example.com/menu)")),
				},
				{
					Title: "a heading and a list", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf(`# Today\n- Tacos\n- Sushi`)),
					Pairs: []Pair{{"text-markdown", "/message/parts/0/value"}},
					Fixed: sendOf(`{"type":"text","value":"Today\n• Tacos\n• Sushi","text_decorations":[{"range":[0,5],"style":"bold"}]}`),
				},
			},
			Good: []Example{
				{Title: "decorations", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Sale ends today","text_decorations":[{"range":[0,4],"style":"bold"}]}`)},
				{Title: "marks that are not Markdown", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("2 * 3 * 4, order_id_7, #1 of ~5, [sic] (really)"))},
			},
		},
	}
}
