package rules

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The section "Message and parts", in the documentation's order.
func rulesParts() []Rule {
	return slices.Concat(rulesPartList(), rulesFirstMessage())
}

// Parts that the examples are made of.
const (
	picture  = `{"type":"media","url":"https://example.com/photo.jpg"}`
	uploaded = `{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`
	menuLink = `{"type":"link","value":"https://example.com/menu"}`
	card     = `{"type":"imessage_app",` + acme + `,"layout":{"caption":"Your order"}}`
	clip     = `{"type":"app_clip","value":"https://zero.linqapp.com/pay/acme?session=tok_123"}`
)

// times is n copies of part, with commas between them.
func times(n int, part string) string { return strings.Repeat(part+",", n-1) + part }

// The rules for the array of parts and for which parts go together.
func rulesPartList() []Rule {
	return []Rule{
		{
			ID:    "parts-empty",
			Title: "a message has at least one part",
			Help: "There is nothing to send, so the message is rejected. " +
				"Usually a template or a filter produced no part. " +
				"Skip the send in that case; an effect or a reply alone is not a message.",
			Sources: []validate.Source{
				pageErrors.says("1004 Invalid message content: Ensure parts array has valid text, media, or link parts."),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{Title: "no part", Kind: validate.KindChatsMessagesSend, Body: sendOf(), Pairs: []Pair{{"parts-empty", "/message/parts"}}},
				{Title: "an effect on nothing", Kind: validate.KindMessage, Body: `{"parts":[],"effect":{"type":"screen","name":"confetti"}}`, Pairs: []Pair{{"parts-empty", "/parts"}}},
			},
			Good: []Example{
				{Title: "one part", Kind: validate.KindChatsMessagesSend, Body: ready},
				{Title: "a media part alone", Kind: validate.KindMessage, Body: `{"parts":[` + picture + `]}`},
			},
		},
		{
			ID:    "parts-max",
			Title: "a message has at most " + itoa(api.MaxParts) + " parts",
			Help: "A message with more than " + itoa(api.MaxParts) + " parts is rejected as a whole. " +
				"Split it into several messages, each with its own idempotency key. " +
				"Of media parts with a public `url` there may be " + itoa(api.MaxURLMedia) + " only.",
			Sources: []validate.Source{pageMessagesCreate.says("Maximum of 100 parts total.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: itoa(api.MaxParts+1) + " parts", Kind: validate.KindChatsMessagesSend, Body: sendOf(times(api.MaxParts+1, uploaded)), Pairs: []Pair{{"parts-max", "/message/parts"}}},
				{Title: itoa(api.MaxParts+3) + " parts, every other a text", Kind: validate.KindChatsMessagesSend, Body: sendOf(times(api.MaxParts/2+1, textOf("Photo:")+","+uploaded), textOf("🎉")), Pairs: []Pair{{"parts-max", "/message/parts"}}},
			},
			Good: []Example{
				{Title: itoa(api.MaxParts) + " parts", Kind: validate.KindChatsMessagesSend, Body: sendOf(times(api.MaxParts, uploaded))},
				{Title: itoa(api.MaxParts) + " parts, every other a text", Kind: validate.KindChatsMessagesSend, Body: sendOf(times(api.MaxParts/2, textOf("🎉")+","+uploaded))},
			},
		},
		{
			ID:    "parts-url-media-max",
			Title: "a message has at most " + itoa(api.MaxURLMedia) + " media parts with a public url",
			Help: "The server downloads each public `url` on sending and takes at most " + itoa(api.MaxURLMedia) + " of them in one message. " +
				"Files that it already has do not count: parts by `attachment_id`, URLs on `cdn.linqapp.com`, and presigned URLs, which carry a signature in their query. " +
				"Upload the files through `POST /v3/attachments` first, or split the message.",
			Sources: []validate.Source{pageMessagesCreate.says("Media parts using a public url (downloaded by the server on send) are capped at 40. Parts using attachment_id or presigned URLs are exempt from this sub-limit.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: itoa(api.MaxURLMedia+1) + " public URLs", Kind: validate.KindChatsMessagesSend, Body: sendOf(times(api.MaxURLMedia+1, picture)), Pairs: []Pair{{"parts-url-media-max", "/message/parts"}}},
				{Title: itoa(api.MaxURLMedia+1) + " public URLs among uploads and texts", Kind: validate.KindChatsMessagesSend, Body: sendOf(times(20, uploaded), times(api.MaxURLMedia+1, picture), textOf("🎉 That was all.")), Pairs: []Pair{{"parts-url-media-max", "/message/parts"}}},
			},
			Good: []Example{
				{Title: itoa(api.MaxURLMedia) + " public URLs and " + itoa(api.MaxParts-api.MaxURLMedia) + " uploads", Kind: validate.KindChatsMessagesSend, Body: sendOf(times(api.MaxURLMedia, picture), times(api.MaxParts-api.MaxURLMedia, uploaded))},
				{
					Title: "what the server has, and presigned URLs", Kind: validate.KindChatsMessagesSend,
					Body: sendOf(times(api.MaxURLMedia, picture), times(20, `{"type":"media","url":"https://cdn.linqapp.com/attachments/a1b2c3d4/photo.jpg"}`),
						times(20, `{"type":"media","url":"https://bucket.s3.amazonaws.com/photo.jpg?X-Amz-Expires=900&X-Amz-Signature=5d672d79c15b13162d9279b0855cfba6"}`)),
				},
			},
		},
		{
			ID:    "parts-consecutive-text",
			Title: "two consecutive parts must not both be text",
			Help: "`[text, text]` is refused, `[text, media, text]` is fine. " +
				"Lines and paragraphs of one message belong in one text part, with newlines between them. " +
				"The fix joins the two with a newline and shifts the decorations of the second by what is now in front of them, in UTF-16 code units. " +
				"It is offered only if the joined text has at most " + itoa(api.MaxText) + " code points, and it is not a safe one, because two bubbles may have been meant: those are two messages.",
			Sources: []validate.Source{pageMessagesCreate.says("Consecutive text parts are not allowed. Text parts must be separated by media parts. For example, [text, text] is invalid, but [text, media, text] is valid.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "two paragraphs", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf("Your table is booked."), textOf("See you at 7 pm.")),
					Pairs: []Pair{{"parts-consecutive-text", "/message/parts/1"}},
					Fixed: sendOf(textOf(`Your table is booked.\nSee you at 7 pm.`)),
				},
				{
					Title: "decorations behind an emoji", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf("🎉 Sale"), `{"type":"text","value":"Today only","text_decorations":[{"range":[0,5],"style":"bold"}]}`),
					Pairs: []Pair{{"parts-consecutive-text", "/message/parts/1"}},
					Fixed: sendOf(`{"type":"text","value":"🎉 Sale\nToday only","text_decorations":[{"range":[8,13],"style":"bold"}]}`),
				},
				{
					Title: "decorations in both", Kind: validate.KindChatsMessagesSend,
					Body: sendOf(`{"type":"text","value":"Sale","text_decorations":[{"range":[0,4],"animation":"shake"}]}`,
						`{"type":"text","text_decorations":[{"range":[0,5],"style":"bold"},{"range":[6,10],"style":"italic"}],"value":"Today only"}`),
					Pairs: []Pair{{"parts-consecutive-text", "/message/parts/1"}},
					Fixed: sendOf(`{"type":"text","value":"Sale\nToday only","text_decorations":[{"range":[0,4],"animation":"shake"},{"range":[5,10],"style":"bold"},{"range":[11,15],"style":"italic"}]}`),
				},
				{
					Title: "three in a row", Kind: validate.KindChatsMessagesSend,
					Body: sendOf(textOf("Tacos"), textOf("Sushi"), textOf("Soup")),
					Pairs: []Pair{
						{"parts-consecutive-text", "/message/parts/1"},
						{"parts-consecutive-text", "/message/parts/2"},
					},
					Fixed: sendOf(textOf(`Tacos\nSushi\nSoup`)),
				},
				{
					Title: "10000 code points when joined", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf(strings.Repeat("🎉", 6000)), textOf(strings.Repeat("a", 3999))),
					Pairs: []Pair{{"parts-consecutive-text", "/message/parts/1"}},
					Fixed: sendOf(textOf(strings.Repeat("🎉", 6000) + `\n` + strings.Repeat("a", 3999))),
				},
				{
					Title: "too long to be joined", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf(strings.Repeat("🎉", 6000)), textOf(strings.Repeat("a", 4000))),
					Pairs: []Pair{{"parts-consecutive-text", "/message/parts/1"}},
				},
			},
			Good: []Example{
				{Title: "media between them", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Before:"), picture, textOf("and after."))},
				{Title: "one part with two lines", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(`Your table is booked.\nSee you at 7 pm.`))},
			},
		},
		{
			ID:    "parts-link-alone",
			Title: "a link part is the only part",
			Help: "A `link` part is drawn as a preview card and cannot share a message with text, media or another link; the request is refused with code 1004. " +
				"Send the text and the link as two messages, or write the URL into the text part, where it arrives without a preview.",
			Sources: []validate.Source{
				pageErrors.says("1004 Invalid message content: A link part must be the only part."),
				pageMessagesCreate.says("A link part must be the only part in the message. It cannot be combined with text or media parts."),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{Title: "a text and a link", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Our menu:"), menuLink), Pairs: []Pair{{"parts-link-alone", "/message/parts/1"}}},
				{
					Title: "two links", Kind: validate.KindChatsMessagesSend, Body: sendOf(menuLink, menuLink),
					Pairs: []Pair{{"parts-link-alone", "/message/parts/0"}, {"parts-link-alone", "/message/parts/1"}},
				},
			},
			Good: []Example{
				{Title: "a link alone", Kind: validate.KindChatsMessagesSend, Body: sendOf(menuLink)},
				{Title: "the URL in the text", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Our menu: https://example.com/menu"), picture)},
			},
		},
		{
			ID:    "parts-app-alone",
			Title: "an imessage_app part is the only part",
			Help: "An app card is the whole message: Messages cannot put text or media beside it, and the request is refused. " +
				"Send text and card as two messages. " +
				"What must be read where the card cannot be drawn, in a notification for instance, belongs in `fallback_text`.",
			Sources: []validate.Source{pageMessagesCreate.says("an imessage_app part must be the only part in the message and is never delivered over SMS/RCS")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "a text and a card", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Your order:"), card), Pairs: []Pair{{"parts-app-alone", "/message/parts/1"}}},
				{
					Title: "two cards", Kind: validate.KindChatsMessagesSend, Body: sendOf(card, card),
					Pairs: []Pair{{"parts-app-alone", "/message/parts/0"}, {"parts-app-alone", "/message/parts/1"}},
				},
			},
			Good: []Example{
				{Title: "a card alone", Kind: validate.KindChatsMessagesSend, Body: sendOf(card)},
				{Title: "a card as the first message of a chat", Kind: validate.KindChatsCreate, Body: `{"from":"+12052535597","to":["+14155550123"],` + sendOf(card)[1:]},
			},
		},
		{
			ID:    "parts-app-clip-alone",
			Title: "an app_clip part is the only part",
			Help: "An `app_clip` part (later documentation, 2026-08-19) is a payment card that is the whole message; with any other part the request is refused. " +
				"Say what the payment is for in a message before it.",
			Sources: []validate.Source{pageSDK.says("An app_clip part must be the only part in the message.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "a text and a checkout", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Please pay here:"), clip), Pairs: []Pair{{"parts-app-clip-alone", "/message/parts/1"}}},
				{
					Title: "a checkout and a link", Kind: validate.KindChatsMessagesSend, Body: sendOf(clip, menuLink),
					Pairs: []Pair{{"parts-app-clip-alone", "/message/parts/0"}, {"parts-link-alone", "/message/parts/1"}},
				},
			},
			Good: []Example{
				{Title: "a checkout alone", Kind: validate.KindChatsMessagesSend, Body: sendOf(clip)},
				{Title: "a bare message", Kind: validate.KindMessage, Body: `{"parts":[` + clip + `]}`},
			},
		},
		{
			ID:    "part-type",
			Title: "a part's type is one of the five",
			Help: "`type` is `text`, `media`, `link`, `imessage_app` or `app_clip` (the last by the later documentation, 2026-08-19), in exactly this case. " +
				"Images, videos, audio and documents are all `media`. " +
				"With an unknown type nothing else can be said of the part, so no other rule looks into it.",
			Sources: []validate.Source{
				pageMessagesCreate.says("type: Literal[\"text\"], Literal[\"media\"], Literal[\"imessage_app\"]"),
				pageChatMessages.says("LinkPart object: type: \"link\""),
				pageSDK.says("Discriminators of the part union: text, media, link, imessage_app, app_clip"),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "the wrong case", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"Text","value":"Your order is ready."}`),
					Pairs: []Pair{{"part-type", "/message/parts/0/type"}},
					Fixed: ready,
				},
				{
					Title: "image for media", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"image","url":"https://example.com/photo.jpg"}`),
					Pairs: []Pair{{"part-type", "/message/parts/0/type"}},
					Fixed: sendOf(picture),
				},
				{
					Title: "nothing near", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"carousel","cards":[]}`),
					Pairs: []Pair{{"part-type", "/message/parts/0/type"}},
				},
			},
			Good: []Example{
				{Title: "text and media", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Our new place:"), picture)},
				{Title: "a card", Kind: validate.KindChatsMessagesSend, Body: sendOf(card)},
			},
		},
	}
}
