package rules

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The rules for reactions, and for the part that a reaction or an edit names.
func rulesReact() []Rule {
	return []Rule{
		{
			ID:    "react-operation",
			Title: "a reaction's operation is add or remove",
			Help: "One endpoint puts a reaction on a message and takes it back, and `operation` says which, in lower case. " +
				"There is no toggle: keep in mind what was added, and send `remove` with the same `type`.",
			Sources: []validate.Source{pageReact.says("operation: \"add\" or \"remove\". Whether to add or remove the reaction")},
			Kinds:   []validate.Kind{validate.KindMessagesReact},
			Bad: []Example{
				{
					Title: "toggle", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"toggle","type":"love"}`,
					Pairs: []Pair{{"react-operation", "/operation"}},
				},
				{
					Title: "the HTTP verb", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"delete","type":"love"}`,
					Pairs: []Pair{{"react-operation", "/operation"}},
					Fixed: `{"operation":"remove","type":"love"}`,
				},
			},
			Good: []Example{
				{Title: "add", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"love"}`},
				{Title: "remove", Kind: validate.KindMessagesReact, Body: `{"operation":"remove","type":"love"}`},
			},
		},
		{
			ID:    "react-type",
			Title: "a reaction's type is one of the documented eight",
			Help: "The tapbacks are love, like, dislike, laugh, emphasize and question; `custom` goes with an emoji in `custom_emoji`, and `sticker` with an image or an emoji (since 2026-09-05). " +
				"Messages' own menu uses other words, so `emphasis`, `heart` and `haha` are frequent slips. " +
				"Where a name is near to one of the eight, a fix writes it; for any other emoji send `custom`.",
			Sources: []validate.Source{pageReact.says("Standard iMessage tapbacks are love, like, dislike, laugh, emphasize, question. Custom emoji reactions have type \"custom\"")},
			Kinds:   []validate.Kind{validate.KindMessagesReact},
			Bad: []Example{
				{
					Title: "a noun for the verb", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"emphasis"}`,
					Pairs: []Pair{{"react-type", "/type"}},
					Fixed: `{"operation":"add","type":"emphasize"}`,
				},
				{
					Title: "an emoji as the type", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"🔥"}`,
					Pairs: []Pair{{"react-type", "/type"}},
				},
			},
			Good: []Example{
				{Title: "a tapback", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"emphasize"}`},
				{Title: "an emoji", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"custom","custom_emoji":"🔥"}`},
			},
		},
		{
			ID:    "react-emoji",
			Title: "a custom reaction has a custom_emoji",
			Help: "`custom` says that the reaction is an emoji of your choice; without `custom_emoji` there is none to draw, and the API refuses the reaction. " +
				"Give the emoji, also to take it back with `remove`.",
			Sources: []validate.Source{pageReact.says("Custom emoji string. Required when type is \"custom\".")},
			Kinds:   []validate.Kind{validate.KindMessagesReact},
			Bad: []Example{
				{
					Title: "no emoji to add", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"custom"}`,
					Pairs: []Pair{{"react-emoji", ""}},
				},
				{
					Title: "no emoji to remove", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"remove","type":"custom","part_index":1}`,
					Pairs: []Pair{{"react-emoji", ""}},
				},
			},
			Good: []Example{
				{Title: "an emoji to add", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"custom","custom_emoji":"🎉"}`},
				{Title: "an emoji to remove", Kind: validate.KindMessagesReact, Body: `{"operation":"remove","type":"custom","custom_emoji":"🎉"}`},
			},
		},
		{
			ID:    "react-emoji-extra",
			Title: "custom_emoji goes with type custom only",
			Help: "With any other `type` the reaction is that type's and the emoji is lost. " +
				"Set `type` to `custom` if the emoji is meant, or leave `custom_emoji` out.",
			Sources: []validate.Source{pageReact.says("Custom emoji reactions have type \"custom\" with the actual emoji in the custom_emoji field.")},
			Kinds:   []validate.Kind{validate.KindMessagesReact},
			Bad: []Example{
				{
					Title: "with a tapback", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"love","custom_emoji":"😍"}`,
					Pairs: []Pair{{"react-emoji-extra", "/custom_emoji"}},
				},
				{
					Title: "a word with a tapback", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"laugh","custom_emoji":"joy"}`,
					Pairs: []Pair{{"react-emoji-extra", "/custom_emoji"}},
				},
			},
			Good: []Example{
				{Title: "custom", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"custom","custom_emoji":"😍"}`},
				{Title: "a tapback", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"love"}`},
			},
		},
		{
			ID:    "react-emoji-word",
			Title: "a custom_emoji, or the emoji of a sticker, is one emoji",
			Help: "A reaction is a single emoji: one grapheme cluster with a pictograph, a flag or a keycap in it. " +
				"A word, a shortcode such as `:fire:`, punctuation or several emoji in a row are none, and what Messages would show is not documented. " +
				"A family, a skin tone or a flag is one emoji, however many code points it has.",
			Sources: []validate.Source{
				guide("messaging/reactions").says("Send any Unicode emoji as a reaction"),
				pageReact.says("custom - any emoji (use `custom_emoji` field to specify)"),
			},
			Kinds: []validate.Kind{validate.KindMessagesReact},
			Bad: []Example{
				{
					Title: "a word", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"custom","custom_emoji":"fire"}`,
					Pairs: []Pair{{"react-emoji-word", "/custom_emoji"}},
				},
				{
					Title: "a shortcode", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"custom","custom_emoji":":fire:"}`,
					Pairs: []Pair{{"react-emoji-word", "/custom_emoji"}},
				},
				{
					Title: "punctuation", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"custom","custom_emoji":"!!"}`,
					Pairs: []Pair{{"react-emoji-word", "/custom_emoji"}},
				},
				{
					Title: "two emoji", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"custom","custom_emoji":"🔥🔥"}`,
					Pairs: []Pair{{"react-emoji-word", "/custom_emoji"}},
				},
			},
			Good: []Example{
				{Title: "one code point", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"custom","custom_emoji":"🔥"}`},
				{Title: "a family", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"custom","custom_emoji":"👨‍👩‍👧"}`},
				{Title: "a flag", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"custom","custom_emoji":"🇺🇸"}`},
				{Title: "a keycap", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"custom","custom_emoji":"1️⃣"}`},
			},
		},
		{
			ID:    "part-index",
			Title: "a part_index is an int32 from 0",
			Help: "Parts are counted from 0, and the index has to fit into 32 bits: 0 to " + itoa(api.MaxPartIndex) + ". " +
				"Left out it is 0, the first part. " +
				"Whether the message has such a part only the API knows.",
			Sources: []validate.Source{
				reference("messages/methods/update").says("Index of the message part to edit. Defaults to 0."),
				pageReact.says("Optional index of the message part to react to. If not provided, reacts to the entire message (part 0)."),
				pageMessagesCreate.says("The specific message part to reply to (0-based index). format int32, minimum 0"),
			},
			Kinds: []validate.Kind{validate.KindMessagesEdit, validate.KindMessagesReact},
			Bad: []Example{
				{
					Title: "negative, in an edit", Kind: validate.KindMessagesEdit,
					Body:  `{"text":"See you at 7","part_index":-1}`,
					Pairs: []Pair{{"part-index", "/part_index"}},
				},
				{
					Title: "one past an int32, in a reaction", Kind: validate.KindMessagesReact,
					Body:  `{"operation":"add","type":"like","part_index":2147483648}`,
					Pairs: []Pair{{"part-index", "/part_index"}},
				},
			},
			Good: []Example{
				{Title: "the first part", Kind: validate.KindMessagesEdit, Body: `{"text":"See you at 7","part_index":0}`},
				{Title: "the greatest int32", Kind: validate.KindMessagesReact, Body: `{"operation":"add","type":"like","part_index":2147483647}`},
			},
		},
	}
}
