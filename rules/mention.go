package rules

import "github.com/linqlint/linqlint/validate"

// grouped is a body of messages.create to two recipients with one text part,
// whose members follow its type.
func grouped(members string) string {
	return `{"to":["+14155550123","+14155550124"],"message":{"parts":[{"type":"text",` + members + `}]}}`
}

// The rules for mentions, which the documentation has since 2026-08-19.
func rulesMention() []Rule {
	return []Rule{
		{
			ID:    "mention-handle",
			Title: "a mention is an E.164 number or an email address",
			Help: "`mention` (later documentation, 2026-08-19) is the handle of the participant, as it is in the chat: an E.164 number or the email address of an Apple ID. " +
				"The name that people read is in `value`. " +
				"A name in `mention` finds nobody.",
			Sources: []validate.Source{pageSDK.says("Set to their handle — E.164 phone number or Apple ID email. `value` is the display text")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "a name", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Juan","mention":"Juan"}`), Pairs: []Pair{{"mention-handle", "/message/parts/0/mention"}}},
				{
					Title: "a number as people write it", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"text","value":"Juan","mention":"+1 415-555-0123"}`),
					Pairs: []Pair{{"mention-handle", "/message/parts/0/mention"}},
					Fixed: sendOf(`{"type":"text","value":"Juan","mention":"+14155550123"}`),
				},
			},
			Good: []Example{
				{Title: "a number", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Juan","mention":"+14155550123"}`)},
				{Title: "an address", Kind: validate.KindMessage, Body: `{"parts":[{"type":"text","value":"Juan","mention":"juan@example.com"}]}`},
			},
		},
		{
			ID:    "mention-direct",
			Title: "a mention goes to a group",
			Help: "A message with a `mention` to a direct chat is refused with 409 and code 2023. " +
				"A direct chat is what `to` with one distinct recipient makes: the same handle twice is still one. " +
				"Where only the chat's id is known, as on `chats.messages.send`, this cannot be checked. " +
				"In a direct chat leave `mention` out; the name stays in the text.",
			Sources: []validate.Source{pageSDK.says("@mention a chat participant. Group chats only — sending a mention to a direct chat is rejected with `409` / `2023`.")},
			Kinds:   recipientKinds,
			Bad: []Example{
				{Title: "one recipient", Kind: validate.KindMessagesCreate, Body: anyLine(`{"type":"text","value":"Juan","mention":"+14155550123"}`), Pairs: []Pair{{"mention-direct", "/message/parts/0/mention"}}},
				{Title: "a new direct chat", Kind: validate.KindChatsCreate, Body: firstOf(`{"type":"text","value":"Hi Juan","mention":"+14155550123","mention_range":[3,7]}`), Pairs: []Pair{{"mention-direct", "/message/parts/0/mention"}}},
			},
			Good: []Example{
				{Title: "two recipients", Kind: validate.KindMessagesCreate, Body: grouped(`"value":"Juan","mention":"+14155550123"`)},
				{Title: "a chat by its id", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Juan","mention":"+14155550123"}`)},
			},
		},
		{
			ID:    "mention-recipient",
			Title: "a mentioned handle is among the recipients",
			Help: "The mention names a handle that is not in `to`. " +
				"Only participants of the chat can be mentioned; nobody is highlighted, or the message is refused. " +
				"Use the handle under which the person is in the group: a number and an email address of one person are two handles.",
			Sources: []validate.Source{pageSDK.says("@mention a chat participant.")},
			Kinds:   recipientKinds,
			Bad: []Example{
				{Title: "somebody else", Kind: validate.KindMessagesCreate, Body: grouped(`"value":"Juan","mention":"+14155550199"`), Pairs: []Pair{{"mention-recipient", "/message/parts/0/mention"}}},
				{Title: "the address instead of the number", Kind: validate.KindMessagesCreate, Body: grouped(`"value":"Juan","mention":"juan@example.com"`), Pairs: []Pair{{"mention-recipient", "/message/parts/0/mention"}}},
			},
			Good: []Example{
				{Title: "the second recipient", Kind: validate.KindMessagesCreate, Body: grouped(`"value":"Juan","mention":"+14155550124"`)},
				{Title: "an address in another case", Kind: validate.KindMessagesCreate, Body: `{"to":["+14155550123","Juan@Example.com"],` + sendOf(`{"type":"text","value":"Juan","mention":"juan@example.com"}`)[1:]},
			},
		},
		{
			ID:    "mention-at-sign",
			Title: "a mention's text is the bare name",
			Help: "Messages draws the highlight of a mention itself, and the documentation asks for the bare name: `Juan`, not `@Juan`. " +
				"With the sign in the text the recipient reads it too. " +
				"The diagnostic points at `mention_range` if it is given, else at `value`, which is then highlighted completely. " +
				"Take the sign out of `value` and shift what follows it.",
			Sources: []validate.Source{pageSDK.says("`value` is the display text; use the bare name (`\"Juan\"`, not `\"@Juan\"`).")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "the whole value", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"@Juan","mention":"+14155550123"}`), Pairs: []Pair{{"mention-at-sign", "/message/parts/0/value"}}},
				{Title: "behind an emoji", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"👋🏽 @Juan, lunch?","mention":"+14155550123","mention_range":[5,10]}`), Pairs: []Pair{{"mention-at-sign", "/message/parts/0/mention_range"}}},
			},
			Good: []Example{
				{Title: "the bare name", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Juan","mention":"+14155550123"}`)},
				{Title: "the name within a text", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"👋🏽 Juan, lunch?","mention":"+14155550123","mention_range":[5,9]}`)},
			},
		},
		{
			ID:    "mention-range",
			Title: "a mention_range is a range of the text and has its mention",
			Help: "`mention_range` (later documentation, 2026-08-19) is `[start, end]` in UTF-16 code units of `value`, half-open, and means something only beside `mention`. " +
				"It has two integers, starts at 0 or later, does not end before its start and not behind the end of the text. " +
				"Left out, all of `value` is highlighted.",
			Sources: []validate.Source{pageSDK.says("Optional character range `[start, end)` in `value` that renders as the `mention` highlight … Requires `mention`. … Characters are measured as UTF-16 code units.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "without mention", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Hey Juan","mention_range":[4,8]}`), Pairs: []Pair{{"mention-range", "/message/parts/0/mention_range"}}},
				{Title: "one too far behind an emoji", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"🎉 Juan","mention":"+14155550123","mention_range":[3,8]}`), Pairs: []Pair{{"mention-range", "/message/parts/0/mention_range"}}},
				{Title: "in reverse", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Hey Juan","mention":"+14155550123","mention_range":[8,4]}`), Pairs: []Pair{{"mention-range", "/message/parts/0/mention_range"}}},
				{Title: "one number", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Hey Juan","mention":"+14155550123","mention_range":[4]}`), Pairs: []Pair{{"mention-range", "/message/parts/0/mention_range"}}},
			},
			Good: []Example{
				{Title: "to the end, behind an emoji", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"🎉 Juan","mention":"+14155550123","mention_range":[3,7]}`)},
				{Title: "left out", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Juan","mention":"+14155550123"}`)},
			},
		},
	}
}
