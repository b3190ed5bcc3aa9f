package rules

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The section "Message options", in the documentation's order.
func rulesOptions() []Rule {
	return slices.Concat(rulesEffect(), rulesService(), rulesReply())
}

// helloWith is a body of chats.messages.send that says hello with one more
// member in its message.
func helloWith(member string) string {
	return `{"message":{"parts":[{"type":"text","value":"Hello"}],` + member + `}}`
}

// keyKinds are the kinds that carry an idempotency_key in their body.
var keyKinds = []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindMessage, validate.KindChatsPollsCreate}

// aMessageID is the id of a message that was sent before.
const aMessageID = "69a37c7d-af4f-4b5e-af42-e28e98ce873a"

// The rules for a message's effect.
func rulesEffect() []Rule {
	return []Rule{
		{
			ID:    "effect-type",
			Title: "an effect's type is screen or bubble",
			Help: "There are two sorts of effects: those that fill the screen and those that animate the bubble. " +
				"`type` names the sort in lower case, `name` the effect; any other type is outside of the documented enum. " +
				"Confetti, fireworks, lasers, sparkles, celebration, hearts, love, balloons, happy_birthday, echo and spotlight are of type `screen`; slam, loud, gentle and invisible of type `bubble`.",
			Sources: []validate.Source{pageMessagesCreate.says("type: Optional[Literal[\"screen\", \"bubble\"]]")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "a third type", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"fullscreen","name":"confetti"}`),
					Pairs: []Pair{{"effect-type", "/message/effect/type"}},
				},
				{
					Title: "the effect's name as its type", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"slam","name":"slam"}`),
					Pairs: []Pair{{"effect-type", "/message/effect/type"}},
				},
			},
			Good: []Example{
				{Title: "screen", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"screen","name":"confetti"}`)},
				{Title: "bubble", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"bubble","name":"slam"}`)},
			},
		},
		{
			ID:    "effect-name",
			Title: "an effect's name is one of the fifteen documented ones",
			Help: "The documentation lists eleven screen effects and four bubble effects as common values, so another name is not an error, but the API plays nothing for a name it does not know. " +
				"Names are in lower case with underscores: `happy_birthday`, and `invisible` for what Messages calls invisible ink. " +
				"Where one of the fifteen is meant, a fix writes it.",
			Sources: []validate.Source{
				pageMessagesCreate.says("Screen effects: confetti, fireworks, lasers, sparkles, celebration, hearts, love, balloons, happy_birthday, echo, spotlight. Bubble effects: slam, loud, gentle, invisible"),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "upper case", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"screen","name":"Confetti"}`),
					Pairs: []Pair{{"effect-name", "/message/effect/name"}},
					Fixed: helloWith(`"effect":{"type":"screen","name":"confetti"}`),
				},
				{
					Title: "camel case", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"screen","name":"happyBirthday"}`),
					Pairs: []Pair{{"effect-name", "/message/effect/name"}},
					Fixed: helloWith(`"effect":{"type":"screen","name":"happy_birthday"}`),
				},
				{
					Title: "the name that Messages shows", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"bubble","name":"invisible_ink"}`),
					Pairs: []Pair{{"effect-name", "/message/effect/name"}},
					Fixed: helloWith(`"effect":{"type":"bubble","name":"invisible"}`),
				},
				{
					Title: "no effect of Messages", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"screen","name":"thunderstorm"}`),
					Pairs: []Pair{{"effect-name", "/message/effect/name"}},
				},
			},
			Good: []Example{
				{Title: "with an underscore", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"screen","name":"happy_birthday"}`)},
				{Title: "a bubble effect", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"bubble","name":"invisible"}`)},
			},
		},
		{
			ID:    "effect-mismatch",
			Title: "an effect's name belongs to its type",
			Help: "A screen effect with type `bubble`, or a bubble effect with type `screen`, names an effect that does not exist. " +
				"Slam, loud, gentle and invisible are the bubble effects; the other eleven are screen effects. " +
				"Correct the one that was not meant.",
			Sources: []validate.Source{
				pageChatMessages.says("Screen Effects: `confetti`, … Bubble Effects: `slam`, `loud`, `gentle`, `invisible`. Only one effect type can be applied per message."),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "a screen effect as a bubble effect", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"bubble","name":"confetti"}`),
					Pairs: []Pair{{"effect-mismatch", "/message/effect"}},
				},
				{
					Title: "a bubble effect as a screen effect", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"screen","name":"slam"}`),
					Pairs: []Pair{{"effect-mismatch", "/message/effect"}},
				},
			},
			Good: []Example{
				{Title: "a screen effect", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"screen","name":"lasers"}`)},
				{Title: "a bubble effect", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"bubble","name":"gentle"}`)},
			},
		},
		{
			ID:    "effect-incomplete",
			Title: "an effect has a name and a type",
			Help: "Both members are optional in the schema, but half an effect says nothing to play: the message arrives plain. " +
				"Give `type` and `name`, or leave `effect` out.",
			Sources: []validate.Source{
				guide("messaging/message-effects").says("The effect field is an object with a type (screen or bubble) and a name"),
				pageMessagesCreate.says("iMessage effect to apply to this message (screen or bubble effect)"),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "no name", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"type":"screen"}`),
					Pairs: []Pair{{"effect-incomplete", "/message/effect"}},
				},
				{
					Title: "neither", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{}`),
					Pairs: []Pair{{"effect-incomplete", "/message/effect"}},
				},
			},
			Good: []Example{
				{Title: "both", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"screen","name":"hearts"}`)},
				{Title: "no effect", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Hello"}]}}`},
			},
		},
		{
			ID:    "effect-legacy",
			Title: "an effect has no screen_effect or bubble_effect",
			Help: "Older examples write `{\"screen_effect\": \"confetti\"}`. " +
				"The API v3 has `type` and `name` instead; the old member is not known there, so the effect is lost silently. " +
				"The fix writes the same effect with `type` and `name`.",
			Sources: []validate.Source{pageMessagesCreate.says("class MessageEffect: name: Optional[str], type: Optional[Literal[\"screen\", \"bubble\"]]")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "screen_effect", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"screen_effect":"confetti"}`),
					Pairs: []Pair{{"effect-legacy", "/message/effect/screen_effect"}},
					Fixed: helloWith(`"effect":{"type":"screen","name":"confetti"}`),
				},
				{
					Title: "bubble_effect", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"effect":{"bubble_effect":"slam"}`),
					Pairs: []Pair{{"effect-legacy", "/message/effect/bubble_effect"}},
					Fixed: helloWith(`"effect":{"type":"bubble","name":"slam"}`),
				},
			},
			Good: []Example{
				{Title: "a screen effect", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"screen","name":"confetti"}`)},
				{Title: "a bubble effect", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"effect":{"type":"bubble","name":"slam"}`)},
			},
		},
	}
}

// The rules for reply_to and idempotency_key.
func rulesReply() []Rule {
	return []Rule{
		{
			ID:    "reply-message-id",
			Title: "reply_to.message_id is a uuid",
			Help: "The API names messages by uuids (8-4-4-4-12 hexadecimal digits), so anything else cannot be the id of a message to reply to. " +
				"Send `message.id` from the response to the send, or `id` from the webhook of the message that you reply to; ids of your own database or of Apple do not work.",
			Sources: []validate.Source{pageMessagesCreate.says("The ID of the message to reply to. format uuid")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "an id with a prefix", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"reply_to":{"message_id":"msg_123"}`),
					Pairs: []Pair{{"reply-message-id", "/message/reply_to/message_id"}},
				},
				{
					Title: "a uuid in braces", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"reply_to":{"message_id":"{` + aMessageID + `}","part_index":0}`),
					Pairs: []Pair{{"reply-message-id", "/message/reply_to/message_id"}},
				},
			},
			Good: []Example{
				{Title: "a uuid", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"reply_to":{"message_id":"` + aMessageID + `"}`)},
				{Title: "in upper case, with a part", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"reply_to":{"message_id":"69A37C7D-AF4F-4B5E-AF42-E28E98CE873A","part_index":1}`)},
			},
		},
		{
			ID:    "reply-part-index",
			Title: "reply_to.part_index is an int32 from 0",
			Help: "Parts are counted from 0, and the index has to fit into 32 bits: 0 to " + itoa(api.MaxPartIndex) + ". " +
				"Left out it is 0, the first part.",
			Sources: []validate.Source{pageMessagesCreate.says("The specific message part to reply to (0-based index). format int32, minimum 0")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "negative", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"reply_to":{"message_id":"` + aMessageID + `","part_index":-1}`),
					Pairs: []Pair{{"reply-part-index", "/message/reply_to/part_index"}},
				},
				{
					Title: "one past an int32", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"reply_to":{"message_id":"` + aMessageID + `","part_index":2147483648}`),
					Pairs: []Pair{{"reply-part-index", "/message/reply_to/part_index"}},
				},
			},
			Good: []Example{
				{Title: "the first part", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"reply_to":{"message_id":"` + aMessageID + `","part_index":0}`)},
				{Title: "the greatest int32", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"reply_to":{"message_id":"` + aMessageID + `","part_index":2147483647}`)},
			},
		},
		{
			ID:    "idempotency-length",
			Title: "an idempotency_key has at most " + itoa(api.MaxIdempotency) + " code points",
			Help: "The key may have up to " + itoa(api.MaxIdempotency) + " Unicode code points; a longer one is refused, and the message with it. " +
				"Send a uuid, or a hash of what makes the message unique, instead of the content itself.",
			Sources: []validate.Source{pageMessagesCreate.says("Optional idempotency key for this message. maxLength 255")},
			Kinds:   keyKinds,
			Bad: []Example{
				{
					Title: "256 emoji", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"idempotency_key":"` + strings.Repeat("🔑", 256) + `"`),
					Pairs: []Pair{{"idempotency-length", "/message/idempotency_key"}},
				},
				{
					Title: "256 letters, of a poll", Kind: validate.KindChatsPollsCreate,
					Body:  `{"poll":{"options":[{"text":"Tacos"},{"text":"Sushi"}],"idempotency_key":"` + strings.Repeat("k", 256) + `"}}`,
					Pairs: []Pair{{"idempotency-length", "/poll/idempotency_key"}},
				},
			},
			Good: []Example{
				{Title: "255 emoji", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"idempotency_key":"` + strings.Repeat("🔑", 255) + `"`)},
				{Title: "a uuid", Kind: validate.KindChatsPollsCreate, Body: `{"poll":{"options":[{"text":"Tacos"},{"text":"Sushi"}],"idempotency_key":"0d8a2f5e-3c1b-4e57-9d55-6b7a1f20c3aa"}}`},
			},
		},
		{
			ID:    "idempotency-empty",
			Title: "an empty idempotency_key protects from nothing",
			Help: "A retry is recognized by its key, and `\"\"` is none: after a timeout the message may be sent twice. " +
				"It mostly comes from a variable that was never set. " +
				"Give each message a key of its own and send the same one on a retry, or leave the member out.",
			Sources: []validate.Source{pageMessagesCreate.says("Use this to prevent duplicate sends of the same message.")},
			Kinds:   keyKinds,
			Bad: []Example{
				{
					Title: "in a message", Kind: validate.KindChatsMessagesSend,
					Body:  helloWith(`"idempotency_key":""`),
					Pairs: []Pair{{"idempotency-empty", "/message/idempotency_key"}},
				},
				{
					Title: "in a poll", Kind: validate.KindChatsPollsCreate,
					Body:  `{"poll":{"options":[{"text":"Tacos"},{"text":"Sushi"}],"idempotency_key":""}}`,
					Pairs: []Pair{{"idempotency-empty", "/poll/idempotency_key"}},
				},
			},
			Good: []Example{
				{Title: "a key", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"idempotency_key":"order-42-shipped"`)},
				{Title: "no key", Kind: validate.KindChatsPollsCreate, Body: `{"poll":{"options":[{"text":"Tacos"},{"text":"Sushi"}]}}`},
			},
		},
		ruleIdempotencyPlaceholder(),
	}
}
