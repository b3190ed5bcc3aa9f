package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The section "Stickers", in the documentation's order.
func rulesStickers() []Rule {
	return slices.Concat(rulesInlineStickers(), rulesStickerLimits(), rulesStickerReactions())
}

// The attachment of the examples' stickers, and where the API serves one.
const (
	catID    = `"attachment_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"`
	cupURL   = `"url":"https://cdn.linqapp.com/attachments/cup.png"`
	sipCup   = "Sip cup 🥤"
	cupRange = `"range":[8,10]`
)

// stickered is a body with one text part that has the inline stickers.
func stickered(value string, stickers ...string) string {
	return sendOf(`{"type":"text","value":"` + value + `","inline_stickers":[` + strings.Join(stickers, ",") + `]}`)
}

// stickerAt is an inline sticker over a range.
func stickerAt(start, end int, image string) string {
	return `{"range":[` + itoa(start) + `,` + itoa(end) + `],` + image + `}`
}

// manyStickers is n stickers, one on each code unit, with that many images.
func manyStickers(n, images int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = stickerAt(i, i+1, `"attachment_id":"182bd5e5-6e1a-4fe4-a799-`+strconv.Itoa(100000000000+i%images)+`"`)
	}
	return out
}

const stickerRules = "Stickers cannot overlap each other or a text_decorations range, cannot split a character, and cannot be combined with mention."

func rulesInlineStickers() []Rule {
	return []Rule{
		{
			ID:      "sticker-source",
			Title:   "an inline sticker has a url or an attachment_id",
			Help:    "The image of an inline sticker (since 2026-09-15) is an uploaded file: give its `attachment_id`, or the `download_url` of its attachment as `url`, and not both. With neither there is nothing to draw, and the API refuses the message.",
			Sources: []validate.Source{pageNodeSDK.says("exactly one of url / attachment_id")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "both", Kind: validate.KindChatsMessagesSend, Body: stickered(sipCup, `{`+cupRange+`,`+catID+`,`+cupURL+`}`), Pairs: []Pair{{"sticker-source", "/message/parts/0/inline_stickers/0"}}},
				{Title: "neither", Kind: validate.KindMessage, Body: `{"parts":[{"type":"text","value":"` + sipCup + `","inline_stickers":[{` + cupRange + `}]}]}`, Pairs: []Pair{{"sticker-source", "/parts/0/inline_stickers/0"}}},
			},
			Good: []Example{
				{Title: "an attachment", Kind: validate.KindChatsMessagesSend, Body: stickered(sipCup, stickerAt(8, 10, catID))},
				{Title: "its download_url", Kind: validate.KindChatsMessagesSend, Body: stickered(sipCup, stickerAt(8, 10, cupURL))},
			},
		},
		{
			ID:    "sticker-range",
			Title: "a sticker's range is within the text",
			Help: "`range` is `[start, end)` in UTF-16 code units of `value`: two integers from 0, the first not after the second, the second at most the length of the text. " +
				"The sticker replaces that text on iMessage. " +
				"Where the range fits the text in bytes, the range in UTF-16 code units is offered as an unsafe fix.",
			Sources: []validate.Source{pageNodeSDK.says("range [start, end) of value, in UTF-16 code units")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "after the end", Kind: validate.KindChatsMessagesSend, Body: stickered("hi", stickerAt(0, 5, catID)), Pairs: []Pair{{"sticker-range", "/message/parts/0/inline_stickers/0/range"}}},
				{Title: "end before start", Kind: validate.KindChatsMessagesSend, Body: stickered("hello", stickerAt(3, 1, catID)), Pairs: []Pair{{"sticker-range", "/message/parts/0/inline_stickers/0/range"}}},
				{Title: "three numbers", Kind: validate.KindChatsMessagesSend, Body: stickered("hello", `{"range":[0,1,2],`+catID+`}`), Pairs: []Pair{{"sticker-range", "/message/parts/0/inline_stickers/0/range"}}},
				{
					Title: "counted in bytes", Kind: validate.KindChatsMessagesSend, Body: stickered("🎉🥤", stickerAt(4, 8, catID)),
					Pairs: []Pair{{"sticker-range", "/message/parts/0/inline_stickers/0/range"}}, Fixed: stickered("🎉🥤", stickerAt(2, 4, catID)),
				},
			},
			Good: []Example{
				{Title: "up to the end", Kind: validate.KindChatsMessagesSend, Body: stickered(sipCup, stickerAt(8, 10, catID))},
				{Title: "the whole text", Kind: validate.KindChatsMessagesSend, Body: stickered("🥤", stickerAt(0, 2, catID))},
			},
		},
		{
			ID:      "sticker-range-empty",
			Title:   "a sticker replaces something",
			Help:    "`start` equals `end`, so there is no text that the sticker could replace, and what the API does with it is not documented. Put a placeholder into `value`, such as an emoji, and replace that.",
			Sources: []validate.Source{pageNodeSDK.says("the sticker replaces the characters of its range")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "between two letters", Kind: validate.KindChatsMessagesSend, Body: stickered("hello", stickerAt(2, 2, catID)), Pairs: []Pair{{"sticker-range-empty", "/message/parts/0/inline_stickers/0/range"}}},
				{Title: "at the end", Kind: validate.KindChatsMessagesSend, Body: stickered("🎉", stickerAt(2, 2, catID)), Pairs: []Pair{{"sticker-range-empty", "/message/parts/0/inline_stickers/0/range"}}},
			},
			Good: []Example{
				{Title: "one letter", Kind: validate.KindChatsMessagesSend, Body: stickered("hello", stickerAt(2, 3, catID))},
				{Title: "an emoji", Kind: validate.KindChatsMessagesSend, Body: stickered("🎉", stickerAt(0, 2, catID))},
			},
		},
		{
			ID:      "sticker-splits-surrogate",
			Title:   "a sticker's range does not cut through a surrogate pair",
			Help:    "A code point after U+FFFF, as most emoji are, has two UTF-16 code units, and a boundary of the range is between them. The API refuses a sticker that cuts through a code point. The fix widens the range to the whole code point; it is not a safe one, because the sticker then replaces more.",
			Sources: []validate.Source{pageNodeSDK.says(stickerRules)},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "half of an emoji", Kind: validate.KindChatsMessagesSend, Body: stickered(sipCup, stickerAt(8, 9, catID)),
					Pairs: []Pair{{"sticker-splits-surrogate", "/message/parts/0/inline_stickers/0/range"}}, Fixed: stickered(sipCup, stickerAt(8, 10, catID)),
				},
				{
					Title: "its other half", Kind: validate.KindChatsMessagesSend, Body: stickered("🎉 Sale", stickerAt(1, 3, catID)),
					Pairs: []Pair{{"sticker-splits-surrogate", "/message/parts/0/inline_stickers/0/range"}}, Fixed: stickered("🎉 Sale", stickerAt(0, 3, catID)),
				},
			},
			Good: []Example{
				{Title: "all of it", Kind: validate.KindChatsMessagesSend, Body: stickered(sipCup, stickerAt(8, 10, catID))},
				{Title: "after it", Kind: validate.KindChatsMessagesSend, Body: stickered("🎉 Sale", stickerAt(3, 7, catID))},
			},
		},
		{
			ID:      "sticker-splits-grapheme",
			Title:   "a sticker's range does not cut through a grapheme cluster",
			Help:    "Readers see a grapheme cluster as one: an emoji with its skin tone, a family, a flag, a letter with its accent. A sticker over half of one leaves the other half beside it. The fix widens the range to the whole cluster; it is not a safe one, because the sticker then replaces more.",
			Sources: []validate.Source{pageUAX29.says("extended grapheme clusters are what users think of as one"), pageNodeSDK.says(stickerRules)},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "without its skin tone", Kind: validate.KindChatsMessagesSend, Body: stickered("👋🏽 hi", stickerAt(0, 2, catID)),
					Pairs: []Pair{{"sticker-splits-grapheme", "/message/parts/0/inline_stickers/0/range"}}, Fixed: stickered("👋🏽 hi", stickerAt(0, 4, catID)),
				},
				{
					Title: "half a flag", Kind: validate.KindChatsMessagesSend, Body: stickered("🇺🇸 hi", stickerAt(2, 4, catID)),
					Pairs: []Pair{{"sticker-splits-grapheme", "/message/parts/0/inline_stickers/0/range"}}, Fixed: stickered("🇺🇸 hi", stickerAt(0, 4, catID)),
				},
			},
			Good: []Example{
				{Title: "with its skin tone", Kind: validate.KindChatsMessagesSend, Body: stickered("👋🏽 hi", stickerAt(0, 4, catID))},
				{Title: "a flag", Kind: validate.KindChatsMessagesSend, Body: stickered("🇺🇸 hi", stickerAt(0, 4, catID))},
			},
		},
		{
			ID:      "sticker-overlap",
			Title:   "a sticker overlaps nothing",
			Help:    "An inline sticker replaces its text, so no other sticker and no decoration may cover any of it; the API refuses the message. Ranges are half-open: `[0,8)` and `[8,10)` touch and do not overlap. Shorten the other range, or leave it out.",
			Sources: []validate.Source{pageNodeSDK.says(stickerRules)},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "a style over it", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"text","value":"` + sipCup + `","text_decorations":[{"range":[0,10],"style":"bold"}],"inline_stickers":[` + stickerAt(8, 10, catID) + `]}`),
					Pairs: []Pair{{"sticker-overlap", "/message/parts/0/inline_stickers/0/range"}},
				},
				{Title: "two stickers", Kind: validate.KindChatsMessagesSend, Body: stickered("🎉🥤🎉", stickerAt(0, 4, catID), stickerAt(2, 6, cupURL)), Pairs: []Pair{{"sticker-overlap", "/message/parts/0/inline_stickers/1/range"}}},
			},
			Good: []Example{
				{
					Title: "a style that touches it", Kind: validate.KindChatsMessagesSend,
					Body: sendOf(`{"type":"text","value":"` + sipCup + `","text_decorations":[{"range":[0,8],"style":"bold"}],"inline_stickers":[` + stickerAt(8, 10, catID) + `]}`),
				},
				{Title: "two that touch", Kind: validate.KindChatsMessagesSend, Body: stickered("🎉🥤", stickerAt(0, 2, catID), stickerAt(2, 4, catID))},
			},
		},
		{
			ID:      "sticker-mention",
			Title:   "a text part has inline stickers or a mention",
			Help:    "A text part with `mention` cannot have inline stickers; the API refuses the message. Send the stickers in a message of their own.",
			Sources: []validate.Source{pageNodeSDK.says(stickerRules)},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "both, apart from each other", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"text","value":"Kevin 🥤","mention":"+14155550123","mention_range":[0,5],"inline_stickers":[` + stickerAt(6, 8, catID) + `]}`),
					Pairs: []Pair{{"sticker-mention", "/message/parts/0/inline_stickers"}},
				},
				{
					Title: "without a mention_range", Kind: validate.KindMessage,
					Body:  `{"parts":[{"type":"text","value":"🥤","mention":"kim@example.com","inline_stickers":[` + stickerAt(0, 2, cupURL) + `]}]}`,
					Pairs: []Pair{{"sticker-mention", "/parts/0/inline_stickers"}},
				},
			},
			Good: []Example{
				{Title: "stickers alone", Kind: validate.KindChatsMessagesSend, Body: stickered("Kevin 🥤", stickerAt(6, 8, catID))},
				{Title: "an empty list", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Kevin 🥤","mention":"+14155550123","mention_range":[0,5],"inline_stickers":[]}`)},
			},
		},
	}
}

func rulesStickerLimits() []Rule {
	const sources = "Up to 100 stickers and 10 different images per part. Copies of one image count as one."
	emoji := func(n int) string { return strings.Repeat("🥤", n) }
	return []Rule{
		{
			ID:      "sticker-max",
			Title:   "a text part has at most " + itoa(api.MaxStickers) + " inline stickers",
			Help:    "A text part with more than " + itoa(api.MaxStickers) + " inline stickers is refused with its message. Split the text over several messages.",
			Sources: []validate.Source{pageNodeSDK.says(sources)},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "101", Kind: validate.KindChatsMessagesSend, Body: stickered(strings.Repeat("x", 101), manyStickers(101, 10)...), Pairs: []Pair{{"sticker-max", "/message/parts/0/inline_stickers"}}},
				{Title: "101 copies, each over an emoji", Kind: validate.KindMessage, Body: `{"parts":[{"type":"text","value":"` + emoji(101) + `","inline_stickers":[` + strings.Join(pairStickers(101), ",") + `]}]}`, Pairs: []Pair{{"sticker-max", "/parts/0/inline_stickers"}}},
			},
			Good: []Example{
				{Title: "100", Kind: validate.KindChatsMessagesSend, Body: stickered(strings.Repeat("x", 100), manyStickers(100, 10)...)},
				{Title: "100, each over an emoji", Kind: validate.KindChatsMessagesSend, Body: stickered(emoji(100), pairStickers(100)...)},
			},
		},
		{
			ID:      "sticker-images-max",
			Title:   "the stickers of a text part have at most " + itoa(api.MaxStickerImages) + " different images",
			Help:    "A part may repeat an image as often as it has room, but use only " + itoa(api.MaxStickerImages) + " different ones. Images are told apart by `attachment_id`, without regard to case, and by `url`.",
			Sources: []validate.Source{pageNodeSDK.says(sources)},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "11 attachments", Kind: validate.KindChatsMessagesSend, Body: stickered(strings.Repeat("x", 11), manyStickers(11, 11)...), Pairs: []Pair{{"sticker-images-max", "/message/parts/0/inline_stickers"}}},
				{Title: "10 attachments and a url", Kind: validate.KindChatsMessagesSend, Body: stickered("xxxxxxxxxx🥤", append(manyStickers(10, 10), stickerAt(10, 12, cupURL))...), Pairs: []Pair{{"sticker-images-max", "/message/parts/0/inline_stickers"}}},
			},
			Good: []Example{
				{Title: "10", Kind: validate.KindChatsMessagesSend, Body: stickered(strings.Repeat("x", 10), manyStickers(10, 10)...)},
				{Title: "copies of 10", Kind: validate.KindChatsMessagesSend, Body: stickered(strings.Repeat("x", 40), manyStickers(40, 10)...)},
			},
		},
		{
			ID:      "sticker-url",
			Title:   "a sticker's url is an absolute https URL",
			Help:    "The `url` of an inline sticker or of a sticker reaction is the `download_url` that `POST /v3/attachments` returned. Anything but an absolute https URL is refused.",
			Sources: []validate.Source{pageNodeSDK.says("The image must already be stored with us")},
			Kinds:   stickerKinds(),
			Bad: []Example{
				{
					Title: "plain http", Kind: validate.KindChatsMessagesSend, Body: stickered("🥤", stickerAt(0, 2, `"url":"http://cdn.linqapp.com/cup.png"`)),
					Pairs: []Pair{{"sticker-url", "/message/parts/0/inline_stickers/0/url"}}, Fixed: stickered("🥤", stickerAt(0, 2, `"url":"https://cdn.linqapp.com/cup.png"`)),
				},
				{Title: "a file name, in a reaction", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"sticker","url":"cup.png"}`, Pairs: []Pair{{"sticker-url", "/url"}}},
			},
			Good: []Example{
				{Title: "a download_url", Kind: validate.KindChatsMessagesSend, Body: stickered("🥤", stickerAt(0, 2, cupURL))},
				{Title: "in a reaction", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"sticker",` + cupURL + `}`},
			},
		},
		{
			ID:      "sticker-host",
			Title:   "a sticker's image is stored with the API",
			Help:    "The image of a sticker must already be uploaded: its `url` is on " + api.LinqDomain + " or below. The API does not download a sticker from another host. Upload the image through `POST /v3/attachments` and use its `attachment_id`.",
			Sources: []validate.Source{pageNodeSDK.says("The image must already be stored with us")},
			Kinds:   stickerKinds(),
			Bad: []Example{
				{Title: "another host", Kind: validate.KindChatsMessagesSend, Body: stickered("🥤", stickerAt(0, 2, `"url":"https://img.example.com/cup.png"`)), Pairs: []Pair{{"sticker-host", "/message/parts/0/inline_stickers/0/url"}}},
				{Title: "in a reaction", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"sticker","url":"https://notlinqapp.com/cup.png"}`, Pairs: []Pair{{"sticker-host", "/url"}}},
			},
			Good: []Example{
				{Title: "the API's host", Kind: validate.KindChatsMessagesSend, Body: stickered("🥤", stickerAt(0, 2, cupURL))},
				{Title: "in another case", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"sticker","url":"https://CDN.LinqApp.com/cup.png"}`},
			},
		},
		{
			ID:    "service-drops-sticker",
			Title: "stickers are for iMessage",
			Help: "With `preferred_service` SMS or RCS inline stickers are dropped and the text is sent as it is written; a media part with `sticker` arrives as a photo. " +
				"Leave `preferred_service` out, or write a text that reads well without the stickers.",
			Sources: []validate.Source{pageNodeSDK.says("iMessage only. On SMS/RCS the flag is ignored and the image sends as a photo")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "inline stickers over SMS", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"preferred_service":"SMS",` + stickered(sipCup, stickerAt(8, 10, catID))[len(`{"message":{`):], Pairs: []Pair{{"service-drops-sticker", "/message/parts/0/inline_stickers"}}},
				{Title: "a media sticker over RCS", Kind: validate.KindMessage, Body: `{"preferred_service":"RCS","parts":[{"type":"media",` + catID + `,"sticker":true}]}`, Pairs: []Pair{{"service-drops-sticker", "/parts/0/sticker"}}},
			},
			Good: []Example{
				{Title: "no preferred service", Kind: validate.KindChatsMessagesSend, Body: stickered(sipCup, stickerAt(8, 10, catID))},
				{Title: "a photo over SMS", Kind: validate.KindMessage, Body: `{"preferred_service":"SMS","parts":[{"type":"media",` + catID + `,"sticker":false}]}`},
			},
		},
	}
}

// stickerKinds returns the kinds that carry stickers.
func stickerKinds() []validate.Kind {
	return append(slices.Clip(messageKinds), validate.KindMessagesReact)
}

// pairStickers is n copies of one sticker, each over an emoji of two code units.
func pairStickers(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = stickerAt(2*i, 2*i+2, catID)
	}
	return out
}

func rulesStickerReactions() []Rule {
	const add = `{"operation":"add","type":"sticker"`
	return []Rule{
		{
			ID:      "react-sticker-source",
			Title:   "a sticker reaction has one of emoji, url and attachment_id",
			Help:    "A reaction of type `sticker` (since 2026-09-05) needs exactly one image: an uploaded file by `attachment_id`, its `download_url` as `url`, or a single `emoji`. With none or several the API refuses it.",
			Sources: []validate.Source{pageNodeSDK.says("Exactly one of emoji, url or attachment_id is required when type is \"sticker\"")},
			Kinds:   []validate.Kind{validate.KindMessagesReact},
			Bad: []Example{
				{Title: "none", Kind: validate.KindMessagesReact, Body: add + `}`, Pairs: []Pair{{"react-sticker-source", ""}}},
				{Title: "two", Kind: validate.KindMessagesReact, Body: add + `,"emoji":"🔥",` + catID + `}`, Pairs: []Pair{{"react-sticker-source", ""}}},
			},
			Good: []Example{
				{Title: "an attachment", Kind: validate.KindMessagesReact, Body: add + `,` + catID + `}`},
				{Title: "an emoji", Kind: validate.KindMessagesReact, Body: add + `,"emoji":"🔥"}`},
			},
		},
		{
			ID:      "react-sticker-remove",
			Title:   "a sticker reaction is not removed",
			Help:    "`remove` with type `sticker` is rejected: a sticker stays where it was put. It can be moved, by `PATCH /v3/messages/{messageId}/reactions/{reactionId}`.",
			Sources: []validate.Source{pageNodeSDK.says("operation \"remove\" with type \"sticker\" is rejected")},
			Kinds:   []validate.Kind{validate.KindMessagesReact},
			Bad: []Example{
				{Title: "with its emoji", Kind: validate.KindMessagesReact, Body: `{"operation":"remove","type":"sticker","emoji":"🔥"}`, Pairs: []Pair{{"react-sticker-remove", "/operation"}}},
				{Title: "with nothing", Kind: validate.KindMessagesReact, Body: `{"operation":"remove","type":"sticker","part_index":0}`, Pairs: []Pair{{"react-sticker-remove", "/operation"}}},
			},
			Good: []Example{
				{Title: "to add one", Kind: validate.KindMessagesReact, Body: add + `,"emoji":"🔥"}`},
				{Title: "to remove a tapback", Kind: validate.KindMessagesReact, Body: `{"operation":"remove","type":"love"}`},
			},
		},
		{
			ID:      "react-sticker-only",
			Title:   "emoji, url, attachment_id and placement go with type sticker",
			Help:    "With any other `type` the reaction is that type's, and these members are lost. The emoji of a custom tapback is `custom_emoji`, not `emoji`.",
			Sources: []validate.Source{pageNodeSDK.says("Only valid when type is \"sticker\"")},
			Kinds:   []validate.Kind{validate.KindMessagesReact},
			Bad: []Example{
				{Title: "a placement with a tapback", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"love","placement":{"x":0}}`, Pairs: []Pair{{"react-sticker-only", "/placement"}}},
				{Title: "emoji for custom_emoji", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"custom","emoji":"🔥"}`, Pairs: []Pair{{"react-emoji", ""}, {"react-sticker-only", "/emoji"}}},
			},
			Good: []Example{
				{Title: "a sticker", Kind: validate.KindMessagesReact, Body: add + `,"emoji":"🔥","placement":{"x":0}}`},
				{Title: "a custom tapback", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"custom","custom_emoji":"🔥"}`},
			},
		},
		{
			ID:      "placement-range",
			Title:   "a placement is on the message",
			Help:    "`x` and `y` are from -1 to 1, `scale` from 0.05 to 2.5; a value outside is clamped, so the sticker is not where or as large as it was meant. Fractions are fine, and `rotation` is any number of degrees.",
			Sources: []validate.Source{pageNodeSDK.says("Values outside 0.05–2.5 are clamped rather than rejected")},
			Kinds:   []validate.Kind{validate.KindMessagesReact, validate.KindMessagesUpdateStickerPlacement},
			Bad: []Example{
				{Title: "right of the message", Kind: validate.KindMessagesReact, Body: add + `,"emoji":"🔥","placement":{"x":1.01}}`, Pairs: []Pair{{"placement-range", "/placement/x"}}},
				{Title: "too small and too large", Kind: validate.KindMessagesUpdateStickerPlacement, Body: `{"placement":{"scale":0.049,"y":-2}}`, Pairs: []Pair{{"placement-range", "/placement/scale"}, {"placement-range", "/placement/y"}}},
				{Title: "larger than any float", Kind: validate.KindMessagesUpdateStickerPlacement, Body: `{"placement":{"scale":1e999}}`, Pairs: []Pair{{"placement-range", "/placement/scale"}}},
			},
			Good: []Example{
				{Title: "at the edges", Kind: validate.KindMessagesUpdateStickerPlacement, Body: `{"placement":{"x":-1,"y":1.0,"scale":2.5}}`},
				{Title: "turned more than once", Kind: validate.KindMessagesReact, Body: add + `,"emoji":"🔥","placement":{"scale":0.05,"rotation":725.5}}`},
			},
		},
	}
}
