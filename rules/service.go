package rules

import "github.com/linqlint/linqlint/validate"

// textOver is a body of chats.messages.send with the members of its text part
// and its preferred_service.
func textOver(service validate.Service, part string) string {
	return `{"message":{"parts":[{"type":"text",` + part + `}],"preferred_service":"` + string(service) + `"}}`
}

// The rules for preferred_service and what the services drop.
func rulesService() []Rule {
	return []Rule{
		{
			ID:    "service-value",
			Title: "preferred_service is iMessage, SMS or RCS, in exactly this case",
			Help: "The three values are case-sensitive: `imessage` and `sms` are outside of the enum. " +
				"Where only the case or a separator is wrong, a fix writes the right one. " +
				"Leave the member out to let the API try iMessage, then RCS, then SMS.",
			Sources: []validate.Source{pageMessagesCreate.says("Messaging service type. One of the following: \"iMessage\" \"SMS\" \"RCS\"")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "lower case", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"preferred_service":"imessage"`),
					Pairs: []Pair{{"service-value", "/message/preferred_service"}},
					Fixed: helloWith(`"preferred_service":"iMessage"`),
				},
				{
					Title: "lower-case SMS", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"preferred_service":"sms"`),
					Pairs: []Pair{{"service-value", "/message/preferred_service"}},
					Fixed: helloWith(`"preferred_service":"SMS"`),
				},
				{
					Title: "another service", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"preferred_service":"WhatsApp"`),
					Pairs: []Pair{{"service-value", "/message/preferred_service"}},
				},
			},
			Good: []Example{
				{Title: "SMS", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"preferred_service":"SMS"`)},
				{Title: "RCS", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"preferred_service":"RCS"`)},
			},
		},
		{
			ID:    "service-drops-effect",
			Title: "an effect is dropped over SMS and RCS",
			Help: "Effects play on iMessage only; with `preferred_service` SMS or RCS the message arrives without one, and nobody is told. " +
				"Leave `preferred_service` out so that recipients with iMessage see the effect, or leave the effect out.",
			Sources: []validate.Source{
				guide("messaging/message-effects").says("They are silently ignored when sending via RCS or SMS."),
				guide("messaging/protocol-selection").says("| Message effects | Yes | No | No |"),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "over SMS", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"screen","name":"confetti"},"preferred_service":"SMS"`),
					Pairs: []Pair{{"service-drops-effect", "/message/effect"}},
				},
				{
					Title: "over RCS", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"bubble","name":"slam"},"preferred_service":"RCS"`),
					Pairs: []Pair{{"service-drops-effect", "/message/effect"}},
				},
			},
			Good: []Example{
				{Title: "no preferred service", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"screen","name":"confetti"}`)},
				{Title: "no effect", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"preferred_service":"SMS"`)},
			},
		},
		{
			ID:    "service-drops-decorations",
			Title: "text decorations are dropped over SMS and RCS",
			Help: "Styles and animations are drawn by iMessage only; with `preferred_service` SMS or RCS the text arrives plain. " +
				"Leave `preferred_service` out, or make sure that the text reads well without them: a word that is only struck through says the opposite.",
			Sources: []validate.Source{pageMessagesCreate.says("Text decorations only render for iMessage recipients. For SMS/RCS, text decorations are not applied.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "over SMS", Kind: validate.KindChatsMessagesSend,
					Body:  textOver(validate.ServiceSMS, `"value":"Hello world","text_decorations":[{"range":[0,5],"style":"bold"}]`),
					Pairs: []Pair{{"service-drops-decorations", "/message/parts/0/text_decorations"}},
				},
				{
					Title: "over RCS", Kind: validate.KindChatsMessagesSend,
					Body:  textOver(validate.ServiceRCS, `"value":"Hello world","text_decorations":[{"range":[6,11],"animation":"shake"}]`),
					Pairs: []Pair{{"service-drops-decorations", "/message/parts/0/text_decorations"}},
				},
			},
			Good: []Example{
				{Title: "no preferred service", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Hello world","text_decorations":[{"range":[0,5],"style":"bold"}]}]}}`},
				{Title: "plain text over SMS", Kind: validate.KindChatsMessagesSend, Body: textOver(validate.ServiceSMS, `"value":"Hello world"`)},
			},
		},
		{
			ID:    "service-drops-mention",
			Title: "a mention is dropped over SMS and RCS",
			Help: "A mention is highlighted, and notifies someone who has muted the chat, on iMessage only (2026-08-19); with `preferred_service` SMS or RCS the name is plain text. " +
				"Leave `preferred_service` out, or the mention.",
			Sources: []validate.Source{pageSDK.says("SMS and RCS recipients receive the same message as plain text — no highlight, and no mute override.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "over SMS", Kind: validate.KindChatsMessagesSend,
					Body:  textOver(validate.ServiceSMS, `"value":"Kevin, can you look?","mention":"+14155559876","mention_range":[0,5]`),
					Pairs: []Pair{{"service-drops-mention", "/message/parts/0/mention"}},
				},
				{
					Title: "over RCS", Kind: validate.KindChatsMessagesSend,
					Body:  textOver(validate.ServiceRCS, `"value":"Kevin","mention":"kevin@acme.example"`),
					Pairs: []Pair{{"service-drops-mention", "/message/parts/0/mention"}},
				},
			},
			Good: []Example{
				{Title: "no preferred service", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Kevin, can you look?","mention":"+14155559876","mention_range":[0,5]}]}}`},
				{Title: "no mention", Kind: validate.KindChatsMessagesSend, Body: textOver(validate.ServiceRCS, `"value":"Kevin, can you look?"`)},
			},
		},
		{
			ID:    "service-drops-reply",
			Title: "a reply does not thread over SMS and RCS",
			Help: "Threads exist on iMessage only; with `preferred_service` SMS or RCS the message arrives at the end of the conversation, without what it replies to. " +
				"Leave `preferred_service` out, or say in the text what it replies to.",
			Sources: []validate.Source{guide("messaging/protocol-selection").says("| Message threading | Yes | No | No |")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "over SMS", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"preferred_service":"SMS","reply_to":{"message_id":"` + aMessageID + `"}`),
					Pairs: []Pair{{"service-drops-reply", "/message/reply_to"}},
				},
				{
					Title: "over RCS", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"reply_to":{"message_id":"` + aMessageID + `","part_index":1},"preferred_service":"RCS"`),
					Pairs: []Pair{{"service-drops-reply", "/message/reply_to"}},
				},
			},
			Good: []Example{
				{Title: "no preferred service", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"reply_to":{"message_id":"` + aMessageID + `"}`)},
				{Title: "no reply", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"preferred_service":"SMS"`)},
			},
		},
		{
			ID:    "service-drops-preview",
			Title: "a link part has no preview over SMS",
			Help: "iMessage and RCS draw the preview of a `link` part; over SMS the recipient gets the bare URL. " +
				"Leave `preferred_service` out, or send the URL in a `text` part with some words around it.",
			Sources: []validate.Source{guide("messaging/protocol-selection").says("| Rich link previews | Yes | Yes | No |")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "a link over SMS", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"link","value":"https://acme.example/orders/42"}],"preferred_service":"SMS"}}`,
					Pairs: []Pair{{"service-drops-preview", "/message/parts/0"}},
				},
				{
					Title: "in a bare content", Kind: validate.KindMessage,
					Body:  `{"preferred_service":"SMS","parts":[{"type":"link","value":"https://acme.example/orders/42"}]}`,
					Pairs: []Pair{{"service-drops-preview", "/parts/0"}},
				},
			},
			Good: []Example{
				{Title: "a link over RCS", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"link","value":"https://acme.example/orders/42"}],"preferred_service":"RCS"}}`},
				{Title: "the URL in a text", Kind: validate.KindChatsMessagesSend, Body: textOver(validate.ServiceSMS, `"value":"Your order: https://acme.example/orders/42"`)},
			},
		},
		{
			ID:    "service-email",
			Title: "an email recipient cannot be reached over SMS or RCS",
			Help: "SMS and RCS go to phone numbers; an email address is a handle of iMessage. " +
				"With `preferred_service` SMS or RCS such a recipient gets nothing. " +
				"Leave `preferred_service` out, or address the recipient by phone number.",
			Sources: []validate.Source{
				guide("messaging/protocol-selection").says("RCS if supported, otherwise SMS. Never uses iMessage."),
				pageMessagesCreate.says("Recipient handles (E.164 phone numbers or email addresses)."),
			},
			Kinds: recipientKinds,
			Bad: []Example{
				{
					Title: "an email over SMS", Kind: validate.KindMessagesCreate,
					Body:  `{"to":["kevin@acme.example"],"message":{"parts":[{"type":"text","value":"Hello"}],"preferred_service":"SMS"}}`,
					Pairs: []Pair{{"service-email", "/message/preferred_service"}},
				},
				{
					Title: "a group with an email over RCS", Kind: validate.KindChatsCreate,
					Body:  `{"from":"+12052535597","to":["+14155559876","kevin@acme.example"],"message":{"parts":[{"type":"text","value":"Hello"}],"preferred_service":"RCS"}}`,
					Pairs: []Pair{{"service-email", "/message/preferred_service"}},
				},
			},
			Good: []Example{
				{Title: "an email, the API chooses", Kind: validate.KindMessagesCreate, Body: `{"to":["kevin@acme.example"],"message":{"parts":[{"type":"text","value":"Hello"}]}}`},
				{Title: "a phone number over SMS", Kind: validate.KindMessagesCreate, Body: `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"Hello"}],"preferred_service":"SMS"}}`},
			},
		},
		{
			ID:    "service-no-fallback",
			Title: "iMessage has no fallback",
			Help: "With `preferred_service` iMessage the send fails when the recipient is not on iMessage; nothing is tried instead. " +
				"Leave the member out to let the API try iMessage, then RCS, then SMS, unless a failure is what you want.",
			Sources: []validate.Source{guide("messaging/protocol-selection").says("iMessage only. No fallback — send fails if the recipient is unavailable on iMessage.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "iMessage", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"preferred_service":"iMessage"`),
					Pairs: []Pair{{"service-no-fallback", "/message/preferred_service"}},
				},
				{
					Title: "with an effect", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"screen","name":"confetti"},"preferred_service":"iMessage"`),
					Pairs: []Pair{{"service-no-fallback", "/message/preferred_service"}},
				},
			},
			Good: []Example{
				{Title: "the API chooses", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Hello"}]}}`},
				{Title: "SMS", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"preferred_service":"SMS"`)},
			},
		},
	}
}
