package rules

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// padded is a clean body of chats.messages.send of that many bytes, most of them
// spaces at its end.
func padded(bytes int) string { return ready + strings.Repeat(" ", bytes-len(ready)) }

// The rules for the members of an object, whatever their values.
func rulesField() []Rule {
	return []Rule{
		{
			ID:    "kind-unknown",
			Title: "a body fits one of the request kinds",
			Help: "The kind of a body is detected by its top-level members, and these fit none, so no other rule can run. " +
				"The message says what each kind would need. " +
				"Usual causes: a bare part or a response instead of a request, a body of the old v2 API or of another API, or a file that is not a payload at all. " +
				"Where another API is recognized, the hint names it, and the fix rewrites the body if all of it has a place here. " +
				"Give the kind (`--kind`, `WithKind`) if the body is meant to be one of them.",
			Sources: []validate.Source{ours.says("no page says how to tell request bodies apart without their path; a body that fits no kind cannot be checked, and silence would look like a pass")},
			Bad: []Example{
				{
					Title: "a package file",
					Body:  `{"name":"left-pad","version":"1.0.0"}`,
					Pairs: []Pair{{"kind-unknown", ""}},
				},
				{
					Title: "a part without its message",
					Body:  `{"type":"link","value":"https://example.com/menu"}`,
					Pairs: []Pair{{"kind-unknown", ""}},
				},
				{
					Title: "an empty object",
					Body:  `{}`,
					Pairs: []Pair{{"kind-unknown", ""}},
				},
			},
			Good: []Example{
				{Title: "detected by message", Body: ready},
				{Title: "detected by operation", Body: `{"operation":"add","type":"love"}`},
			},
		},
		{
			ID:    "field-required",
			Title: "a required member is there and not null",
			Help: "The API responds with 400 and code 1001 when a required member is missing; null counts as missing. " +
				"The diagnostic points at the object that lacks it. " +
				"The most common case is a flat body: `parts` at the top instead of inside `message`. Then the fix wraps what belongs there. " +
				"With an `experience` in a message (later documentation, 2026-08-12), `parts` is not required.",
			Sources: []validate.Source{
				pageErrors.says("1001 Missing required field: Check API docs for required fields."),
				pageChatMessages.says("message: MessageContent; parts: array of TextPart or MediaPart or LinkPart"),
			},
			Bad: []Example{
				{
					Title: "a flat body", Kind: validate.KindChatsMessagesSend,
					Body: `{"parts":[{"type":"text","value":"Happy birthday!"}],"effect":{"type":"screen","name":"confetti"}}`,
					Pairs: []Pair{
						{"field-required", ""},
						{"field-misplaced", "/parts"},
						{"field-misplaced", "/effect"},
					},
					Fixed: `{"message":{"parts":[{"type":"text","value":"Happy birthday!"}],"effect":{"type":"screen","name":"confetti"}}}`,
				},
				{
					Title: "a flat body with recipients", Kind: validate.KindMessagesCreate,
					Body: `{
  "parts": [{"type": "text", "value": "Your order is ready."}],
  "to": ["+14155550123"],
  "idempotency_key": "order-1042"
}`,
					Pairs: []Pair{
						{"field-required", ""},
						{"field-misplaced", "/parts"},
						{"field-misplaced", "/idempotency_key"},
					},
					Fixed: `{
  "message":{"parts": [{"type": "text", "value": "Your order is ready."}],"idempotency_key": "order-1042"},
  "to": ["+14155550123"]
}`,
				},
				{
					Title: "a part without type", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"value":"Your order is ready."}`),
					Pairs: []Pair{{"field-required", "/message/parts/0"}},
				},
				{
					Title: "from and to missing", Kind: validate.KindChatsCreate,
					Body:  ready,
					Pairs: []Pair{{"field-required", ""}, {"field-required", ""}},
				},
				{
					Title: "null where a value is required", Kind: validate.KindMessagesEdit,
					Body:  `{"text":null}`,
					Pairs: []Pair{{"field-required", ""}},
				},
			},
			Good: []Example{
				{Title: "all required members", Kind: validate.KindChatsCreate, Body: `{"from":"+12052535597","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`},
				{Title: "an experience instead of parts", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"experience":{"name":"agentcard","action":"attach_card"}}}`},
			},
		},
		{
			ID:    "field-unknown",
			Title: "a member is one of the documented ones",
			Help: "The documentation has no member of this name in this object. " +
				"What the server does with it is not documented; most likely it ignores it, so that a misspelled `text_decorations` simply sends undecorated text. " +
				"What other APIs call it (docs/coming-from-another-api.md), or else the nearest documented name, is offered as a fix, which is a guess and so not a safe one. " +
				"It is a warning, so that a member which the API adds tomorrow does not break a build today: declare it (`WithKnown`) to accept it.",
			Sources: []validate.Source{
				pageMessagesCreate.says("TextPart: type, value, text_decorations; every object of a request lists its members"),
			},
			Bad: []Example{
				{
					Title: "a singular for a plural", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"text","value":"Hello world","text_decoration":[{"range":[0,5],"style":"bold"}]}`),
					Pairs: []Pair{{"field-unknown", "/message/parts/0/text_decoration"}},
					Fixed: sendOf(`{"type":"text","value":"Hello world","text_decorations":[{"range":[0,5],"style":"bold"}]}`),
				},
				{
					Title: "camel case", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"preferredService":"SMS","parts":[{"type":"text","value":"Your order is ready."}]}}`,
					Pairs: []Pair{{"field-unknown", "/message/preferredService"}},
					Fixed: `{"message":{"preferred_service":"SMS","parts":[{"type":"text","value":"Your order is ready."}]}}`,
				},
				{
					Title: "nothing near", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"text","value":"Your order is ready."}]},"campaign":"spring"}`,
					Pairs: []Pair{{"field-unknown", "/campaign"}},
				},
				{
					Title: "64 open brackets are still read", Kind: validate.KindChatsMessagesSend,
					Body:  ready[:len(ready)-1] + `,"tree":` + strings.Repeat("[", 63) + strings.Repeat("]", 63) + `}`,
					Pairs: []Pair{{"field-unknown", "/tree"}},
				},
			},
			Good: []Example{
				{Title: "every member of a message", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Great point!"}],"effect":{"name":"slam","type":"bubble"},"idempotency_key":"reply-7","reply_to":{"message_id":"69a37c7d-af4f-4b5e-af42-e28e98ce873a","part_index":0}}}`},
				{Title: "members of the later documentation", Kind: validate.KindMessagesCreate, Body: `{"to":["+14155550123"],"exclude_from":["+12052535597"],"override_optout":false,"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`},
			},
		},
		{
			ID:    "field-misplaced",
			Title: "a member is in the object that it belongs to",
			Help: "The name is documented, but not here, so its value may be lost. " +
				"What is said (`parts`, `effect`, `preferred_service`, `reply_to`, `experience`, `idempotency_key`) belongs in `message`; who it goes to (`to`, `from`, `exclude_from`, `continuation_message`, `override_optout`) goes next to it; each part type has its own members. " +
				"A lost idempotency key is the worst case: a retry then sends the message twice. " +
				"The reference lists a top-level `idempotency_key` on `messages.create` without saying body or header, and the SDKs send it as the `Idempotency-Key` header; inside `message` it always counts. " +
				"The fix moves the member where its place is free.",
			Sources: []validate.Source{
				pageChatMessages.says("Groups all message-related fields together, separating the \"what\" (message content) from the \"where\" (routing fields like from/to)."),
				pageSDK.says("IdempotencyKey of MessageNewParams is the header Idempotency-Key and no member of the body"),
			},
			Bad: []Example{
				{
					Title: "an idempotency key at the top", Kind: validate.KindMessagesCreate,
					Body:  `{"message":{"parts":[{"type":"text","value":"Your order is ready."}]},"to":["+14155550123"],"idempotency_key":"order-1042"}`,
					Pairs: []Pair{{"field-misplaced", "/idempotency_key"}},
					Fixed: `{"message":{"parts":[{"type":"text","value":"Your order is ready."}],"idempotency_key":"order-1042"},"to":["+14155550123"]}`,
				},
				{
					Title: "recipients inside message", Kind: validate.KindMessagesCreate,
					Body: `{"message":{"to":["+14155550123"],"parts":[{"type":"text","value":"Your order is ready."}]}}`,
					Pairs: []Pair{
						{"field-required", ""},
						{"field-misplaced", "/message/to"},
					},
					Fixed: `{"message":{"parts":[{"type":"text","value":"Your order is ready."}]},"to":["+14155550123"]}`,
				},
				{
					Title: "from on a chat that has its line", Kind: validate.KindChatsMessagesSend,
					Body:  `{"from":"+12052535597","message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
					Pairs: []Pair{{"field-misplaced", "/from"}},
				},
				{
					Title: "a url on a text part", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"text","value":"The menu","url":"https://example.com/menu.pdf"}`),
					Pairs: []Pair{{"field-misplaced", "/message/parts/0/url"}},
				},
				{
					Title: "a link part with url instead of value", Kind: validate.KindChatsMessagesSend,
					Body: sendOf(`{"type":"link","url":"https://example.com/menu"}`),
					Pairs: []Pair{
						{"field-required", "/message/parts/0"},
						{"field-misplaced", "/message/parts/0/url"},
					},
				},
			},
			Good: []Example{
				{Title: "an idempotency key in its place", Kind: validate.KindMessagesCreate, Body: `{"message":{"parts":[{"type":"text","value":"Your order is ready."}],"idempotency_key":"order-1042"},"to":["+14155550123"]}`},
				{Title: "a poll has its own", Kind: validate.KindChatsPollsCreate, Body: `{"poll":{"options":[{"text":"Tacos"},{"text":"Sushi"}],"idempotency_key":"lunch-7"}}`},
			},
		},
		{
			ID:    "field-response-only",
			Title: "a request has no members of a response",
			Help: "The API gives this member in its responses and takes it in no request of this kind; it is lost or, by a strict server, refused. " +
				"It gets here when a received message is sent back or forwarded as it is. " +
				"Build the request from the parts that matter; the type of a file, for instance, is found out by the server. " +
				"The fix removes the member.",
			Sources: []validate.Source{
				pageMessagesCreate.says("MessageCreateResponse: chat_id, created_new_chat, handles, is_group, message {id, created_at, delivery_status, is_read, parts, …}"),
				guide("messaging/attachments").says("MIME type is inferred server-side from the file. You do not need to pass a mime_type on media parts."),
			},
			Bad: []Example{
				{
					Title: "a message forwarded as it came", Kind: validate.KindChatsMessagesSend,
					Body: `{"message":{"id":"69a37c7d-af4f-4b5e-af42-e28e98ce873a","parts":[{"type":"text","value":"Your order is ready.","reactions":[]}],"created_at":"2025-10-23T13:07:55-05:00"}}`,
					Pairs: []Pair{
						{"field-response-only", "/message/id"},
						{"field-response-only", "/message/parts/0/reactions"},
						{"field-response-only", "/message/created_at"},
					},
					Fixed: `{"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
				},
				{
					Title: "a media part with its type", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"media","url":"https://example.com/menu.pdf","mime_type":"application/pdf"}`),
					Pairs: []Pair{{"field-response-only", "/message/parts/0/mime_type"}},
					Fixed: sendOf(`{"type":"media","url":"https://example.com/menu.pdf"}`),
				},
			},
			Good: []Example{
				{Title: "a media part", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"media","url":"https://example.com/menu.pdf"}`)},
				{Title: "where a request does have a filename and a size", Kind: validate.KindAttachmentsCreate, Body: `{"filename":"menu.pdf","content_type":"application/pdf","size_bytes":18000}`},
			},
		},
		{
			ID:    "string-whitespace",
			Title: "a value of exact form has no white space around it",
			Help: "Handles, URLs, UUIDs, part types, styles, animations, effects, services, operations and reaction types are compared or parsed as they are, so `\"text \"` is not a part type and `\" +1…\"` is not a number. " +
				"Any Unicode white space counts: a no-break space or a line end from a spreadsheet is invisible, and as wrong. " +
				"The fix trims the value. " +
				"A value of white space only breaks the rule of its form instead. Text that people read may begin and end with spaces.",
			Sources: []validate.Source{
				pageSDK.says("No spaces, dashes, or parentheses in phone numbers"),
				ours.says("the enums, formats and patterns of the reference do not allow for white space; a value that fails one only because of it gets the clearer message"),
			},
			Kinds: []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindMessage, validate.KindChatsVoicememo, validate.KindMessagesReact, validate.KindMessagesUpdateAppCard, validate.KindMessagesPollsVote},
			Bad: []Example{
				{
					Title: "a space before a number", Kind: validate.KindMessagesCreate,
					Body:  `{"to":[" +14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
					Pairs: []Pair{{"string-whitespace", "/to/0"}},
					Fixed: `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
				},
				{
					Title: "a line end after a URL", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"media","url":"https://example.com/menu.pdf\n"}`),
					Pairs: []Pair{{"string-whitespace", "/message/parts/0/url"}},
					Fixed: sendOf(`{"type":"media","url":"https://example.com/menu.pdf"}`),
				},
				{
					Title: "a no-break space after a type", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf("{\"type\":\"text\u00a0\",\"value\":\"Your order is ready.\"}"),
					Pairs: []Pair{{"string-whitespace", "/message/parts/0/type"}},
					Fixed: sendOf(textOf("Your order is ready.")),
				},
			},
			Good: []Example{
				{Title: "exact values", Kind: validate.KindMessagesCreate, Body: `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`},
				{Title: "spaces around a text", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("  1. Tacos\\n  2. Sushi\\n"))},
			},
		},
		{
			ID:    "body-size",
			Title: "a body is not larger than 1 MiB",
			Help: "The body has more than " + itoa(api.OrdinaryBodySize) + " bytes. " +
				"No limit is documented, but servers and proxies have one, and a text part of " + itoa(api.MaxText) + " code points takes at most 120 kB, even if all of it is written in escapes. " +
				"Something is in it that should not be: a file in base64, a whole log, a list of bodies. " +
				"Send files as media parts by `url`, or upload them first and refer to them by `attachment_id`.",
			Sources: []validate.Source{ours.says("no limit is documented; no ordinary message comes near this one, and files travel by url or attachment_id")},
			Bad: []Example{
				{
					Title: "1 MiB and a byte", Kind: validate.KindChatsMessagesSend,
					Body:  padded(api.OrdinaryBodySize + 1),
					Pairs: []Pair{{"body-size", ""}},
				},
				{
					Title: "larger, and broken as well", Kind: validate.KindChatsMessagesSend,
					Body:  padded(api.OrdinaryBodySize + 2)[1:],
					Pairs: []Pair{{"body-size", ""}, {"json-syntax", ""}},
				},
			},
			Good: []Example{
				{Title: "exactly 1 MiB", Kind: validate.KindChatsMessagesSend, Body: padded(api.OrdinaryBodySize)},
				{Title: "an ordinary message", Kind: validate.KindChatsMessagesSend, Body: ready},
			},
		},
	}
}
