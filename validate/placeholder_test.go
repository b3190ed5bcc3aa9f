package validate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPlaceholders has what programs leave in texts and keys, and what only
// looks like it.
func TestPlaceholders(t *testing.T) {
	key := func(value string) string { return helloWith(`"idempotency_key":"` + value + `"`) }
	edit := func(text string) string { return `{"text":"` + text + `","part_index":0}` }
	for _, test := range []struct{ name, body, want string }{
		{"undefined", key("undefined"), "idempotency-placeholder /message/idempotency_key"},
		{"null", key("null"), "idempotency-placeholder /message/idempotency_key"},
		{"None", key("None"), "idempotency-placeholder /message/idempotency_key"},
		{"NaN", key("NaN"), "idempotency-placeholder /message/idempotency_key"},
		{"an object", key("a-[object Object]"), "idempotency-placeholder /message/idempotency_key"},
		{"braces", key("{{order.id}}"), "idempotency-placeholder /message/idempotency_key"},
		{"a template literal", key("a-${id}"), "idempotency-placeholder /message/idempotency_key"},
		{"printf", key("a-%s"), "idempotency-placeholder /message/idempotency_key"},
		{"of a poll", `{"poll":{"options":[{"text":"a"},{"text":"b"}],"idempotency_key":"null"}}`, "idempotency-placeholder /poll/idempotency_key"},
		{"a word that holds one", key("nullable-undefined-1"), ""},
		{"a percentage", key("20%-sale"), ""},
		{"an object in a text", sendOf(textOf("a [object Object] b [object Object]")), "text-placeholder /message/parts/0/value"},
		{"in an edit", edit("[object Object]"), "text-placeholder /text"},
		{"in a continuation", `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"a"}]},"continuation_message":{"text":"[object Object]"}}`, "text-placeholder /continuation_message/text"},
		{"a template", sendOf(textOf("Hi {{ name }}")), "text-template /message/parts/0/value"},
		{"a helper", sendOf(textOf("{{#if a}}b{{/if}}")), "text-template /message/parts/0/value"},
		{"a template literal in a text", sendOf(textOf("Hi ${user.name}")), "text-template /message/parts/0/value"},
		{"ERB", sendOf(textOf("Hi <%= name %>")), "text-template /message/parts/0/value"},
		{"both in an edit", edit("${a} [object Object]"), "text-template /text; text-placeholder /text"},
		{"prices", sendOf(textOf("${5} {{}} {{1}} <% %>")), ""},
		{"over two lines", sendOf(textOf(`{{ a\n}}`)), ""},
		{"nothing that can be seen", sendOf(textOf("\u200b\u2060\u2800\u3164\ufeff")), "text-blank /message/parts/0/value"},
		{"an emoji with its selector", sendOf(textOf("❤️")), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, found(JSON([]byte(test.body), WithNotes())))
		})
	}
}

// TestHandleHints: the hint names what does not belong to a handle.
func TestHandleHints(t *testing.T) {
	for to, want := range map[string]string{
		"\u202a+14155550123\u202c": "remove U+202A and U+202C, which cannot be seen: +14155550123",
		"bob\u200b@example.com":    "remove U+200B, which cannot be seen: bob@example.com",
		"mailto:bob@example.com":   `remove "mailto:": bob@example.com`,
		"whatsapp:+14155550123":    `remove "whatsapp:": +14155550123`,
		"＋14155550123":             "digits and + must be ASCII: +14155550123",
		"<bob@example.com>":        "remove the angle brackets: bob@example.com",
	} {
		ds := JSON([]byte(createOf(`"` + to + `"`))).Diagnostics
		require.Len(t, ds, 1, to)
		require.Equal(t, want, ds[0].Hint)
	}
}
