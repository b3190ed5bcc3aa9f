package rules

import "github.com/linqlint/linqlint/validate"

// firstOf is a body of chats.create with the given parts: what it says is the
// first message of a chat.
func firstOf(parts ...string) string {
	return `{"from":"+12052535597","to":["+14155550123"],` + sendOf(parts...)[1:]
}

// anyLine is a body of messages.create with the given parts.
func anyLine(parts ...string) string { return `{"to":["+14155550123"],` + sendOf(parts...)[1:] }

// The rules for the first message of a chat.
func rulesFirstMessage() []Rule {
	return []Rule{
		{
			ID:    "first-message-link",
			Title: "the first message of a chat holds no link",
			Help: "`chats.create` refuses a `link` part, and a text part with a URL in it, with code 1005: a first message with a link looks like spam and would harm the line. " +
				"A URL is what starts with `http://` or `https://` in any case, or with `www.` at the start of a word. " +
				"Send a first message without it and the link in a second one, through `chats.messages.send`. " +
				"On `messages.create` a link is allowed.",
			Sources: []validate.Source{
				pageChats.says("The request is rejected with 400 (error code 1005) when: The message contains a link part (explicit rich-preview link), or Any text part contains a URL."),
				pageMessagesCreate.says("Differences from POST /v3/chats: The first message may contain a link"),
			},
			Kinds: []validate.Kind{validate.KindChatsCreate},
			Bad: []Example{
				{Title: "a link part", Kind: validate.KindChatsCreate, Body: firstOf(menuLink), Pairs: []Pair{{"first-message-link", "/message/parts/0"}}},
				{Title: "a URL in a text", Kind: validate.KindChatsCreate, Body: firstOf(textOf("Track your order: https://example.com/o/1042")), Pairs: []Pair{{"first-message-link", "/message/parts/0/value"}}},
				{Title: "upper case", Kind: validate.KindChatsCreate, Body: firstOf(textOf("Book at HTTP://EXAMPLE.COM")), Pairs: []Pair{{"first-message-link", "/message/parts/0/value"}}},
				{Title: "www without scheme", Kind: validate.KindChatsCreate, Body: firstOf(picture, textOf("Book at www.example.com.")), Pairs: []Pair{{"first-message-link", "/message/parts/1/value"}}},
			},
			Good: []Example{
				{Title: "no link", Kind: validate.KindChatsCreate, Body: firstOf(textOf("Hi, Acme here. May we send you the link to your order?"))},
				{Title: "a link in a later message", Kind: validate.KindChatsMessagesSend, Body: sendOf(menuLink)},
			},
		},
		{
			ID:    "first-message-domain",
			Title: "the first message of a chat names no bare domain",
			Help: "`chats.create` refuses texts with a URL, and what it takes for one is not documented. " +
				"`example.com` or `bit.ly/3abc` may be enough: phones make links of them too. " +
				"Leave the domain out of the first message, or write the name of the company. " +
				"Email addresses, `e.g.`, version numbers, prices and file names are not meant.",
			Sources: []validate.Source{
				pageChats.says("The request is rejected with 400 (error code 1005) when: … Any text part contains a URL."),
				ours.says("the documentation does not say what counts as a URL in a text; a bare domain is one to many detectors"),
			},
			Kinds: []validate.Kind{validate.KindChatsCreate},
			Bad: []Example{
				{Title: "a domain", Kind: validate.KindChatsCreate, Body: firstOf(textOf("Hi, this is Sam from example.com")), Pairs: []Pair{{"first-message-domain", "/message/parts/0/value"}}},
				{Title: "a short link without scheme", Kind: validate.KindChatsCreate, Body: firstOf(textOf("Your receipt: bit.ly/3abcXYZ")), Pairs: []Pair{{"first-message-domain", "/message/parts/0/value"}}},
			},
			Good: []Example{
				{Title: "dots that make no domain", Kind: validate.KindChatsCreate, Body: firstOf(textOf("Hi, Sam from Acme, e.g. v1.2 for $3.50, see report.pdf. ASP.NET too"))},
				{Title: "an email address", Kind: validate.KindChatsCreate, Body: firstOf(textOf("Hi, Sam from Acme. Questions? sam@example.com"))},
			},
		},
		{
			ID:    "first-message-effect",
			Title: "the first message of a chat has no effect and is not a reply",
			Help: "When `chats.create` makes a new chat, the later documentation (2026-07-26) allows neither `effect` nor `reply_to` in its message. " +
				"Whether the chat is new, the server alone knows: the same `from` and `to` reuse the chat that exists. " +
				"So it is a warning; the option `WithNewChat` (`--new-chat`) makes it an error. " +
				"Send effects and replies to a known chat through `chats.messages.send`.",
			Sources: []validate.Source{pageSDK.says("Whenever the response is a new chat, the first-message rules above apply to that request: no link in the first message, and no reply_to or message effect.")},
			Kinds:   []validate.Kind{validate.KindChatsCreate},
			Bad: []Example{
				{
					Title: "an effect", Kind: validate.KindChatsCreate,
					Body:  `{"from":"+12052535597","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Welcome to Acme!"}],"effect":{"name":"confetti","type":"screen"}}}`,
					Pairs: []Pair{{"first-message-effect", "/message/effect"}},
				},
				{
					Title: "both, in a chat that is surely new", Kind: validate.KindChatsCreate, NewChat: true,
					Body:  `{"from":"+12052535597","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Welcome to Acme!"}],"effect":{"name":"slam","type":"bubble"},"reply_to":{"message_id":"69a37c7d-af4f-4b5e-af42-e28e98ce873a"}}}`,
					Pairs: []Pair{{"first-message-effect", "/message/effect"}, {"first-message-effect", "/message/reply_to"}},
				},
			},
			Good: []Example{
				{Title: "a plain text", Kind: validate.KindChatsCreate, NewChat: true, Body: firstOf(textOf("Welcome to Acme!"))},
				{Title: "an effect in a chat that exists", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Welcome to Acme!"}],"effect":{"name":"confetti","type":"screen"}}}`},
			},
		},
		{
			ID:    "first-message-link-risk",
			Title: "a message that may open a chat on a fresh line holds no link",
			Help: "`messages.create` chooses the line itself, and a link is allowed. " +
				"But if the message turns out to be the very first one on a freshly chosen line, a link raises the risk that this line is flagged. " +
				"Where you can, say hello first and send the link once the recipient has replied.",
			Sources: []validate.Source{pageMessagesCreate.says("sending a link as the very first message on a freshly selected line can elevate that line's flagging risk — it is allowed, not recommended.")},
			Kinds:   []validate.Kind{validate.KindMessagesCreate},
			Bad: []Example{
				{Title: "a link part", Kind: validate.KindMessagesCreate, Body: anyLine(menuLink), Pairs: []Pair{{"first-message-link-risk", "/message/parts/0"}}},
				{Title: "a URL in a text", Kind: validate.KindMessagesCreate, Body: anyLine(textOf("Track your order: https://example.com/o/1042")), Pairs: []Pair{{"first-message-link-risk", "/message/parts/0/value"}}},
			},
			Good: []Example{
				{Title: "no link", Kind: validate.KindMessagesCreate, Body: anyLine(textOf("Hi, Acme here. May we send you the link to your order?"))},
				{Title: "a link in a chat that exists", Kind: validate.KindChatsMessagesSend, Body: sendOf(menuLink)},
			},
		},
	}
}
