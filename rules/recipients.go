package rules

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// createOf is a body of messages.create to the given recipients, each with its
// quotes.
func createOf(to ...string) string {
	return `{"to":[` + strings.Join(to, ",") + `],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`
}

// chatOf is a body of chats.create to the given recipients, each with its
// quotes.
func chatOf(to ...string) string {
	return `{"from":"+12052535597",` + createOf(to...)[1:]
}

// continuing is a body of messages.create with the given continuation_message.
func continuing(continuation string) string {
	return `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]},"continuation_message":` + continuation + `}`
}

// numbers returns n different recipients, with their quotes.
func numbers(n int) []string {
	to := make([]string, n)
	for i := range to {
		to[i] = `"+1415555` + strconv.Itoa(1000+i) + `"`
	}
	return to
}

// The section "Recipients and routing", in the documentation's order.
func rulesRecipients() []Rule {
	return []Rule{
		{
			ID:    "to-empty",
			Title: "to has at least one recipient",
			Help: "A message to nobody is refused. " +
				"An empty `to` usually means that a filter or a look-up of contacts found nothing: check for that before the request, and skip the send.",
			Sources: []validate.Source{
				pageMessagesCreate.says("One handle is a direct chat; multiple handles a group chat."),
				pageSDK.says("To begin a chat, you must create a Chat with at least one recipient handle."),
			},
			Kinds: recipientKinds,
			Bad: []Example{
				{Title: "nobody", Kind: validate.KindMessagesCreate, Body: createOf(), Pairs: []Pair{{"to-empty", "/to"}}},
				{Title: "nobody in a new chat", Kind: validate.KindChatsCreate, Body: chatOf(), Pairs: []Pair{{"to-empty", "/to"}}},
			},
			Good: []Example{
				{Title: "one recipient", Kind: validate.KindMessagesCreate, Body: createOf(`"+14155550123"`)},
				{Title: "a group", Kind: validate.KindChatsCreate, Body: chatOf(`"+14155550123"`, `"+14155550124"`)},
			},
		},
		{
			ID:    "to-max",
			Title: "a new chat has at most " + itoa(api.MaxChatTo) + " recipients",
			Help: "`chats.create` takes at most " + itoa(api.MaxChatTo) + " handles in `to` and refuses more. " +
				"The recipients of one chat see each other and each other's replies: for a campaign send one message to each recipient instead. " +
				"A real group of that size has to be split.",
			Sources: []validate.Source{pageKeyConcepts.says("Group chat — two or more recipients (maximum 31 handles in to)")},
			Kinds:   []validate.Kind{validate.KindChatsCreate},
			Bad: []Example{
				{Title: "32 recipients", Kind: validate.KindChatsCreate, Body: chatOf(numbers(32)...), Pairs: []Pair{{"to-max", "/to"}}},
				{Title: "a whole list", Kind: validate.KindChatsCreate, Body: chatOf(numbers(200)...), Pairs: []Pair{{"to-max", "/to"}}},
			},
			Good: []Example{
				{Title: "31 recipients", Kind: validate.KindChatsCreate, Body: chatOf(numbers(31)...)},
				{Title: "a direct chat", Kind: validate.KindChatsCreate, Body: chatOf(`"+14155550123"`)},
			},
		},
		{
			ID:    "to-large",
			Title: "a group has at most " + itoa(api.MaxChatTo) + " recipients",
			Help: "The limit of " + itoa(api.MaxChatTo) + " handles is stated for `chats.create` only, but `messages.create` makes the same kind of group, so more will most likely be refused. " +
				"The recipients of one group see each other and each other's replies. " +
				"For a campaign send one message to each recipient instead.",
			Sources: []validate.Source{
				pageKeyConcepts.says("Group chat — two or more recipients (maximum 31 handles in to)"),
				pageMessagesCreate.says("Recipients (to) are an order-independent set: a single handle is a direct chat, multiple handles a group chat."),
			},
			Kinds: []validate.Kind{validate.KindMessagesCreate},
			Bad: []Example{
				{Title: "32 recipients", Kind: validate.KindMessagesCreate, Body: createOf(numbers(32)...), Pairs: []Pair{{"to-large", "/to"}}},
				{Title: "a whole list", Kind: validate.KindMessagesCreate, Body: createOf(numbers(200)...), Pairs: []Pair{{"to-large", "/to"}}},
			},
			Good: []Example{
				{Title: "31 recipients", Kind: validate.KindMessagesCreate, Body: createOf(numbers(31)...)},
				{Title: "one recipient", Kind: validate.KindMessagesCreate, Body: createOf(`"+14155550123"`)},
			},
		},
		{
			ID:    "to-handle",
			Title: "a recipient is an E.164 number or an email address",
			Help: "A number is `+`, the country code and the rest, 2 to " + itoa(api.MaxE164Digits) + " digits in all and nothing else; an email address has one `@`, something before it and a domain with a dot after it. " +
				"Anything else is refused with code 1002, for the whole request. " +
				"What people and programs add is taken off where a right handle remains, and that is the fix: spaces, dashes, dots and brackets, invisible code points, " +
				"prefixes such as `mailto:`, `tel:` and `whatsapp:`, angle brackets, and digits that are not ASCII. It is not a safe one, since the handle becomes another string. " +
				"A country code is never guessed: `(415) 555-0123` exists in more than one country.",
			Sources: []validate.Source{
				pageErrors.says("1002 Phone number must be in E.164 format: Include country code with + prefix (e.g., +14155551234)."),
				pageMessagesCreate.says("Recipient handles (E.164 phone numbers or email addresses)."),
				pageE164.says("an international number has a country code and at most 15 digits"),
			},
			Kinds: recipientKinds,
			Bad: []Example{
				{
					Title: "as people write it", Kind: validate.KindMessagesCreate,
					Body:  createOf(`"+1 (415) 555-0123"`),
					Pairs: []Pair{{"to-handle", "/to/0"}},
					Fixed: createOf(`"+14155550123"`),
				},
				{
					Title: "a prefix", Kind: validate.KindMessagesCreate,
					Body:  createOf(`"mailto:ann@example.com"`),
					Pairs: []Pair{{"to-handle", "/to/0"}},
					Fixed: createOf(`"ann@example.com"`),
				},
				{Title: "no country code", Kind: validate.KindMessagesCreate, Body: createOf(`"4155550123"`), Pairs: []Pair{{"to-handle", "/to/0"}}},
				{Title: "16 digits", Kind: validate.KindMessagesCreate, Body: createOf(`"+1415555012345678"`), Pairs: []Pair{{"to-handle", "/to/0"}}},
				{Title: "a country code with 0", Kind: validate.KindMessagesCreate, Body: createOf(`"+04155550123"`), Pairs: []Pair{{"to-handle", "/to/0"}}},
				{
					Title: "a name, and an address without a dot", Kind: validate.KindChatsCreate,
					Body:  chatOf(`"Sam"`, `"sam@localhost"`),
					Pairs: []Pair{{"to-handle", "/to/0"}, {"to-handle", "/to/1"}},
				},
			},
			Good: []Example{
				{Title: "a number and an address", Kind: validate.KindMessagesCreate, Body: createOf(`"+14155550123"`, `"sam.lee+orders@mail.example.com"`)},
				{Title: "2 digits and 15 digits", Kind: validate.KindMessagesCreate, Body: createOf(`"+12"`, `"+141555501234567"`)},
			},
		},
		{
			ID:    "to-duplicate",
			Title: "a recipient is listed once",
			Help: "`to` is a set, so the second mention adds nobody. " +
				"Email addresses are compared without case. " +
				"What looks like a group may collapse to a direct chat, where mentions are refused and replies go to one person. " +
				"Remove the repetition, or look for the contact that was meant.",
			Sources: []validate.Source{pageMessagesCreate.says("Order-independent — the set identifies the chat.")},
			Kinds:   recipientKinds,
			Bad: []Example{
				{
					Title: "a group that is a direct chat", Kind: validate.KindMessagesCreate,
					Body:  createOf(`"+14155550123"`, `"+14155550123"`),
					Pairs: []Pair{{"to-duplicate", "/to/1"}},
					Fixed: createOf(`"+14155550123"`),
				},
				{
					Title: "an address in two cases", Kind: validate.KindChatsCreate,
					Body:  chatOf(`"sam@example.com"`, `"+14155550123"`, `"Sam@Example.com"`),
					Pairs: []Pair{{"to-duplicate", "/to/2"}},
					Fixed: chatOf(`"sam@example.com"`, `"+14155550123"`),
				},
			},
			Good: []Example{
				{Title: "two recipients", Kind: validate.KindMessagesCreate, Body: createOf(`"+14155550123"`, `"+14155550124"`)},
				{Title: "one person's number and address are two handles", Kind: validate.KindChatsCreate, Body: chatOf(`"+14155550123"`, `"sam@example.com"`)},
			},
		},
		{
			ID:    "to-self",
			Title: "the sending line is not among the recipients",
			Help: "`to` contains `from`: the line would write to itself. " +
				"A chat has the line as its member anyway, so it is never listed. " +
				"Two fields filled from the same variable, or a participants list taken from a response, are the usual cause. " +
				"Remove the line from `to`.",
			Sources: []validate.Source{pageSDK.says("List of participants in the chat. Always contains at least two handles (your phone number and the other participant).")},
			Kinds:   []validate.Kind{validate.KindChatsCreate},
			Bad: []Example{
				{Title: "only itself", Kind: validate.KindChatsCreate, Body: chatOf(`"+12052535597"`), Pairs: []Pair{{"to-self", "/to/0"}}},
				{Title: "itself in a group", Kind: validate.KindChatsCreate, Body: chatOf(`"+14155550123"`, `"+12052535597"`), Pairs: []Pair{{"to-self", "/to/1"}}},
			},
			Good: []Example{
				{Title: "a direct chat", Kind: validate.KindChatsCreate, Body: chatOf(`"+14155550123"`)},
				{Title: "a group", Kind: validate.KindChatsCreate, Body: chatOf(`"+14155550123"`, `"sam@example.com"`)},
			},
		},
		{
			ID:    "from-phone",
			Title: "from is an E.164 number",
			Help: "`from` names one of your lines by its number: `+`, the country code and the rest, 2 to " + itoa(api.MaxE164Digits) + " digits in all and nothing else. " +
				"An email address can receive but not send. " +
				"Anything else is refused with code 1002. " +
				"Take the number as `GET /v3/phone_numbers` lists it.",
			Sources: []validate.Source{
				pageErrors.says("1002 Phone number must be in E.164 format: Include country code with + prefix (e.g., +14155551234)."),
				guide("messaging/sending-messages").says("from must be a phone number assigned to your account."),
			},
			Kinds: []validate.Kind{validate.KindChatsCreate},
			Bad: []Example{
				{
					Title: "an email address", Kind: validate.KindChatsCreate,
					Body:  `{"from":"orders@example.com","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
					Pairs: []Pair{{"from-phone", "/from"}},
				},
				{
					Title: "no plus sign", Kind: validate.KindChatsCreate,
					Body:  `{"from":"12052535597","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
					Pairs: []Pair{{"from-phone", "/from"}},
				},
				{
					Title: "as people write it", Kind: validate.KindChatsCreate,
					Body:  `{"from":"+1 205-253-5597","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
					Pairs: []Pair{{"from-phone", "/from"}},
					Fixed: chatOf(`"+14155550123"`),
				},
			},
			Good: []Example{
				{Title: "a line", Kind: validate.KindChatsCreate, Body: chatOf(`"+14155550123"`)},
				{Title: "15 digits", Kind: validate.KindChatsCreate, Body: `{"from":"+120525355971234","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`},
			},
		},
		{
			ID:    "exclude-from-phone",
			Title: "an excluded line is an E.164 number",
			Help: "`exclude_from` (later documentation, 2026-08-04) lists lines that must not be chosen for a new chat, as E.164 numbers. " +
				"A value of another form is refused instead of skipped, so the whole send fails. " +
				"Numbers that are none of your lines are ignored.",
			Sources: []validate.Source{pageSDK.says("Every entry must be E.164 — a value like `4155551234` is rejected rather than silently skipped.")},
			Kinds:   []validate.Kind{validate.KindMessagesCreate},
			Bad: []Example{
				{
					Title: "no country code", Kind: validate.KindMessagesCreate,
					Body:  `{"exclude_from":["2052535597"],` + createOf(`"+14155550123"`)[1:],
					Pairs: []Pair{{"exclude-from-phone", "/exclude_from/0"}},
				},
				{
					Title: "as people write it", Kind: validate.KindMessagesCreate,
					Body:  `{"exclude_from":["+12052535597","+1.205.253.5598"],` + createOf(`"+14155550123"`)[1:],
					Pairs: []Pair{{"exclude-from-phone", "/exclude_from/1"}},
					Fixed: `{"exclude_from":["+12052535597","+12052535598"],` + createOf(`"+14155550123"`)[1:],
				},
			},
			Good: []Example{
				{Title: "two lines", Kind: validate.KindMessagesCreate, Body: `{"exclude_from":["+12052535597","+12052535598"],` + createOf(`"+14155550123"`)[1:]},
				{Title: "none", Kind: validate.KindMessagesCreate, Body: `{"exclude_from":[],` + createOf(`"+14155550123"`)[1:]},
			},
		},
		{
			ID:    "continuation-text",
			Title: "the text of a continuation has 1 to " + itoa(api.MaxText) + " code points",
			Help: "`continuation_message.text` is sent instead of `message` when the chat's line was flagged and a fresh one takes over, so it needs something to say: 1 to " + itoa(api.MaxText) + " Unicode code points. " +
				"An empty or a longer one is refused with the whole request, also when no line is flagged. " +
				"Write a short opener for somebody who sees a number that they do not know.",
			Sources: []validate.Source{pageMessagesCreate.says("The replacement message text, sent as the single message on failover. minLength 1, maxLength 10000")},
			Kinds:   []validate.Kind{validate.KindMessagesCreate},
			Bad: []Example{
				{Title: "empty", Kind: validate.KindMessagesCreate, Body: continuing(`{"text":""}`), Pairs: []Pair{{"continuation-text", "/continuation_message/text"}}},
				{
					Title: "10001 code points, one of them astral", Kind: validate.KindMessagesCreate,
					Body:  continuing(`{"text":"` + strings.Repeat("a", 10000) + `🎉"}`),
					Pairs: []Pair{{"continuation-text", "/continuation_message/text"}},
				},
			},
			Good: []Example{
				{Title: "an opener", Kind: validate.KindMessagesCreate, Body: continuing(`{"text":"Hi, Acme here, writing from a new number."}`)},
				{Title: "10000 emoji", Kind: validate.KindMessagesCreate, Body: continuing(`{"text":"` + strings.Repeat("🎉", 10000) + `"}`)},
			},
		},
		{
			ID:    "continuation-only-text",
			Title: "a continuation carries a text and nothing else",
			Help: "On failover the API sends `continuation_message.text` as one plain message. " +
				"Parts, media and effects in it are not documented and will be lost. " +
				"Put what has to be said into `text`, and send the rest once the recipient has replied on the new line.",
			Sources: []validate.Source{pageMessagesCreate.says("Carries no parts, media, or effects — exactly one message is ever sent.")},
			Kinds:   []validate.Kind{validate.KindMessagesCreate},
			Bad: []Example{
				{
					Title: "an effect", Kind: validate.KindMessagesCreate,
					Body:  continuing(`{"text":"Acme here.","effect":{"name":"confetti","type":"screen"}}`),
					Pairs: []Pair{{"continuation-only-text", "/continuation_message/effect"}},
					Fixed: continuing(`{"text":"Acme here."}`),
				},
				{
					Title: "parts instead of a text", Kind: validate.KindMessagesCreate,
					Body: continuing(`{"parts":[{"type":"text","value":"Acme here."}]}`),
					Pairs: []Pair{
						{"field-required", "/continuation_message"},
						{"continuation-only-text", "/continuation_message/parts"},
					},
				},
			},
			Good: []Example{
				{Title: "a text", Kind: validate.KindMessagesCreate, Body: continuing(`{"text":"Hi, Acme here, writing from a new number."}`)},
				{Title: "no continuation", Kind: validate.KindMessagesCreate, Body: createOf(`"+14155550123"`)},
			},
		},
		{
			ID:    "continuation-link",
			Title: "a continuation holds no URL",
			Help: "The continuation is the very first message on a fresh line, to somebody who does not know the number. " +
				"A URL there is allowed, but it raises the risk that this line is flagged too. " +
				"Wait for a reply and send the link after it.",
			Sources: []validate.Source{pageMessagesCreate.says("sending a link as the very first message on a freshly selected line can elevate that line's flagging risk — it is allowed, not recommended.")},
			Kinds:   []validate.Kind{validate.KindMessagesCreate},
			Bad: []Example{
				{Title: "an https URL", Kind: validate.KindMessagesCreate, Body: continuing(`{"text":"Acme here. Track your order: https://example.com/o/1042"}`), Pairs: []Pair{{"continuation-link", "/continuation_message/text"}}},
				{Title: "www without scheme", Kind: validate.KindMessagesCreate, Body: continuing(`{"text":"Acme here, see www.example.com"}`), Pairs: []Pair{{"continuation-link", "/continuation_message/text"}}},
			},
			Good: []Example{
				{Title: "a question", Kind: validate.KindMessagesCreate, Body: continuing(`{"text":"Acme here, on a new number. May we send you the link to your order?"}`)},
				{Title: "an email address is not a URL", Kind: validate.KindMessagesCreate, Body: continuing(`{"text":"Acme here. Questions? orders@example.com"}`)},
			},
		},
		{
			ID:    "override-optout",
			Title: "an opt-out is not overridden",
			Help: "`override_optout: true` (later documentation, 2026-08-04) sends to a recipient who asked you to stop; without it the API responds with 403 and code 2024. " +
				"It holds for this one request, and each override is recorded against your API key. " +
				"It is meant for a last courtesy message, not for a default in your client: leave it out unless this very send needs it.",
			Sources: []validate.Source{pageSDK.says("Send even though the recipient asked you to stop (`403`, error code `2024`). … Every override is recorded against your API key.")},
			Kinds:   []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindChatsVoicememo},
			Bad: []Example{
				{Title: "a message", Kind: validate.KindChatsMessagesSend, Body: `{"override_optout":true,` + ready[1:], Pairs: []Pair{{"override-optout", "/override_optout"}}},
				{Title: "a voice memo", Kind: validate.KindChatsVoicememo, Body: `{"voice_memo_url":"https://example.com/memo.m4a","override_optout":true}`, Pairs: []Pair{{"override-optout", "/override_optout"}}},
			},
			Good: []Example{
				{Title: "left out", Kind: validate.KindChatsMessagesSend, Body: ready},
				{Title: "false", Kind: validate.KindChatsMessagesSend, Body: `{"override_optout":false,` + ready[1:]},
			},
		},
	}
}
