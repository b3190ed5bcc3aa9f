package validate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReactionEmoji: one grapheme cluster with a pictograph, a flag or a
// keycap.
func TestReactionEmoji(t *testing.T) {
	good := map[string]string{
		"a pictograph":                      "🎉",
		"one in the BMP":                    "❤",
		"with its variation selector":       "❤️",
		"in text style":                     "☺︎",
		"a skin tone":                       "👋🏽",
		"a family":                          "👨‍👩‍👧",
		"a heart on fire":                   "❤️‍🔥",
		"a profession with a tone":          "👩🏾‍🚀",
		"a direction":                       "🏃‍➡️",
		"a flag":                            "🇺🇸",
		"a flag of tags":                    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
		"a rainbow flag":                    "🏳️‍🌈",
		"a keycap":                          "1️⃣",
		"a keycap without its selector":     "#⃣",
		"a star":                            "*️⃣",
		"copyright, which is a pictograph":  "©",
		"a newer one":                       "🫠",
		"two exclamation marks as one sign": "‼️",
	}
	for name, emoji := range good {
		t.Run(name, func(t *testing.T) {
			require.Empty(t, JSON([]byte(`{"operation":"add","type":"custom","custom_emoji":"`+emoji+`"}`)).Diagnostics, emoji)
		})
	}
	require.Empty(t, JSON([]byte(`{"operation":"add","type":"custom","custom_emoji":"\ud83d\udc4b\ud83c\udffd"}`)).Diagnostics, "in escapes")
	bad := map[string]string{
		"a word":                     "fire",
		"a short code":               ":fire:",
		"an emoticon":                ":)",
		"two exclamation marks":      "!!",
		"empty":                      "",
		"a space":                    " ",
		"a digit":                    "1",
		"a letter":                   "é",
		"a letter with marks":        "é̂",
		"two emoji":                  "🎉🎉",
		"an emoji and a letter":      "🎉a",
		"an emoji and a space":       "🎉 ",
		"two flags":                  "🇺🇸🇩🇪",
		"half a flag":                "🇺",
		"a skin tone alone":          "🏽",
		"a joiner":                   "\u200d",
		"a variation selector":       "\ufe0f",
		"the sign of a keycap alone": "⃣",
		"a keycap of a letter":       "a⃣",
		"a code point":               "U+1F389",
		"half a pair":                `\ud83d`,
	}
	for name, text := range bad {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, rulesOf(JSON([]byte(`{"operation":"add","type":"custom","custom_emoji":"`+text+`"}`))), "react-emoji-word", text)
		})
	}
}

// TestReactions: which members go with which type.
func TestReactions(t *testing.T) {
	of := func(members string) string { return `{"operation":"add",` + members + `}` }
	run(t, []row{
		{name: "custom", kind: KindMessagesReact, body: of(`"type":"custom"`), want: "react-emoji"},
		{name: "custom with null", kind: KindMessagesReact, body: of(`"type":"custom","custom_emoji":null`), want: "react-emoji; json-null /custom_emoji"},
		{name: "custom with a number", kind: KindMessagesReact, body: of(`"type":"custom","custom_emoji":7`), want: "json-type /custom_emoji"},
		{name: "love with an emoji", kind: KindMessagesReact, body: of(`"type":"love","custom_emoji":"🎉"`), want: "react-emoji-extra /custom_emoji"},
		{name: "love with null", kind: KindMessagesReact, body: of(`"type":"love","custom_emoji":null`), want: "json-null /custom_emoji"},
		{name: "sticker", kind: KindMessagesReact, body: of(`"type":"sticker"`), want: "react-sticker-source"},
		{name: "emphasis", kind: KindMessagesReact, body: of(`"type":"emphasis"`), want: "react-type /type"},
		{name: "an unknown type says nothing of the emoji, but the emoji is not a word", kind: KindMessagesReact, body: of(`"type":"wow","custom_emoji":"wow"`), want: "react-type /type; react-emoji-word /custom_emoji"},
		{name: "no type", kind: KindMessagesReact, body: of(`"custom_emoji":"🎉"`), want: "field-required"},
		{name: "a type that the options know may take one", kind: KindMessagesReact, body: of(`"type":"wow","custom_emoji":"🎉"`),
			opts: []Option{WithKnown(Known{ReactionTypes: []string{"wow"}})}},
	})
}
