package rules

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// The section "Any body", in the documentation's order.
func rulesBody() []Rule {
	return slices.Concat(rulesJSON(), rulesField())
}

// sendOf is a body of chats.messages.send with the given parts.
func sendOf(parts ...string) string {
	return `{"message":{"parts":[` + strings.Join(parts, ",") + `]}}`
}

// textOf is a text part. The value is the inside of a JSON string.
func textOf(value string) string { return `{"type":"text","value":"` + value + `"}` }

// ready is a body that every rule is content with.
const ready = `{"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`

// The rules for the JSON text, whatever it says.
func rulesJSON() []Rule {
	return []Rule{
		{
			ID:    "json-syntax",
			Title: "a body is one JSON object",
			Help: "The body is not one JSON object by RFC 8259, so the API cannot read it. " +
				"What can be repaired without guessing is repaired in a copy, which every other rule checks: a UTF-8 byte order mark, comments, trailing and missing commas, " +
				"single and typographic quotes, unquoted names, Python's `True`, `False` and `None`, and closing brackets that are missing at the end. " +
				"Each kind of fault is reported once, at its first place, with one fix; only the fixes of byte order marks, comments and trailing commas are safe. " +
				"Everything else is reported alone: a cut inside a string, `NaN`, two bodies in one, more than " + itoa(scan.MaxDepth) + " open brackets. " +
				"Encode the body with a JSON library instead of putting strings together.",
			Sources: []validate.Source{
				pageErrors.says("1003 Invalid request body: Validate JSON syntax."),
				pageRFC8259.says("a JSON text is one value, with nothing but white space around it; a byte order mark must not be added"),
				ours.says("nesting: no documented body is deeper than 7, and a bound of 64 keeps a hostile body from costing more than it should"),
			},
			Bad: []Example{
				{
					Title: "cut off", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"text","value":"Your order`,
					Pairs: []Pair{{"json-syntax", ""}},
				},
				{
					Title: "a trailing comma", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf("Your order is ready."), ""),
					Pairs: []Pair{{"json-syntax", ""}},
					Fixed: ready,
				},
				{
					Title: "a dict that Python printed", Kind: validate.KindChatsMessagesSend,
					Body:  `{'message': {'parts': [{'type': 'text', 'value': 'Your order is ready.'}]}}`,
					Pairs: []Pair{{"json-syntax", ""}},
					Fixed: `{"message": {"parts": [{"type": "text", "value": "Your order is ready."}]}}`,
				},
				{
					Title: "two bodies in one", Kind: validate.KindChatsMessagesSend,
					Body:  ready + "\n" + ready,
					Pairs: []Pair{{"json-syntax", ""}},
				},
				{
					Title: "an array of bodies", Kind: validate.KindChatsMessagesSend,
					Body:  `[` + ready + `]`,
					Pairs: []Pair{{"json-syntax", ""}},
				},
				{
					Title: "a byte order mark in front", Kind: validate.KindChatsMessagesSend,
					Body:  "\ufeff" + ready,
					Pairs: []Pair{{"json-syntax", ""}},
					Fixed: ready,
				},
				{
					Title: "65 open brackets", Kind: validate.KindChatsMessagesSend,
					Body:  `{"tree":` + strings.Repeat("[", 64) + strings.Repeat("]", 64) + `}`,
					Pairs: []Pair{{"json-syntax", ""}},
				},
			},
			Good: []Example{
				{Title: "compact", Kind: validate.KindChatsMessagesSend, Body: ready},
				{Title: "white space and escapes", Kind: validate.KindChatsMessagesSend, Body: "{\r\n\t\"message\": {\n  \"parts\": [ {\"type\": \"text\", \"value\": \"Ready at 5\\u202fpm\\n\\\"Corner\\/Main\\\"\"} ]\n}}\n"},
			},
		},
		{
			ID:    "json-encoding",
			Title: "a body is valid UTF-8",
			Help: "JSON between systems is UTF-8, and some byte of this body is not. " +
				"A strict decoder refuses it; a lenient one puts U+FFFD there, and the recipient reads `caf�`. " +
				"It happens when text in Latin-1 or Windows-1252 is pasted in, or when a text is cut by bytes in the middle of a code point. " +
				"Convert the text before it is encoded, and cut at code points.",
			Sources: []validate.Source{
				pageRFC8259.says("JSON text exchanged between systems that are not part of a closed ecosystem must be encoded in UTF-8"),
				pageErrors.says("1003 Invalid request body"),
			},
			Bad: []Example{
				{
					Title: "a byte of Latin-1", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf("Table at the caf\xe9, 7 pm")),
					Pairs: []Pair{{"json-encoding", ""}},
				},
				{
					Title: "an emoji cut after its third byte", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf("Shipped \xf0\x9f\x8e")),
					Pairs: []Pair{{"json-encoding", ""}},
				},
				{
					Title: "a surrogate written as bytes", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf("Shipped \xed\xa0\xbd")),
					Pairs: []Pair{{"json-encoding", ""}},
				},
			},
			Good: []Example{
				{Title: "UTF-8", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Table at the café, 7 pm"))},
				{Title: "all four lengths of UTF-8", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("a é € 🎉"))},
			},
		},
		{
			ID:    "json-type",
			Title: "a member has its documented JSON type",
			Help: "The value has another JSON type than the documentation states, so the request does not decode: a number in quotes, a single recipient instead of an array, a null among the parts. " +
				"An integer must have no fraction and fit into 64 bits. " +
				"The usual cause is a template that fills in strings, or a list of one that was flattened. " +
				"The fix for `\"to\": \"+1…\"` makes it an array of one. " +
				"Every rule that would need the value is left out until its type is right.",
			Sources: []validate.Source{
				pageMessagesCreate.says("parts: List[Part]; value: str; range: List[int]; part_index: Optional[int]; to: Sequence[str]"),
				pageErrors.says("1003 Invalid request body"),
			},
			Bad: []Example{
				{
					Title: "one recipient instead of an array", Kind: validate.KindMessagesCreate,
					Body:  `{"to":"+14155550123","message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
					Pairs: []Pair{{"json-type", "/to"}},
					Fixed: `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
				},
				{
					Title: "a number for a text", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"text","value":1042}`),
					Pairs: []Pair{{"json-type", "/message/parts/0/value"}},
				},
				{
					Title: "null among the parts", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf("Your order is ready."), "null"),
					Pairs: []Pair{{"json-type", "/message/parts/1"}},
				},
				{
					Title: "a fraction where an integer is asked", Kind: validate.KindMessagesEdit,
					Body:  `{"text":"Ready at 5 pm","part_index":0.5}`,
					Pairs: []Pair{{"json-type", "/part_index"}},
				},
				{
					Title: "one more than an int64 holds", Kind: validate.KindMessagesEdit,
					Body:  `{"text":"Ready at 5 pm","part_index":9223372036854775808}`,
					Pairs: []Pair{{"json-type", "/part_index"}},
				},
			},
			Good: []Example{
				{Title: "an array of one", Kind: validate.KindMessagesCreate, Body: `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`},
				{Title: "the largest int64", Kind: validate.KindChatsMessagesSend, Body: cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12","app_store_id":9223372036854775807}`)},
			},
		},
		{
			ID:    "json-integer-form",
			Title: "an integer is written without fraction and exponent",
			Help: "`1.0` and `1e0` are integers by value, but decoders with integer types, Go's and Rust's among them, refuse both. " +
				"Whether the server takes them is not documented. " +
				"Languages without an integer type write numbers so; convert before encoding. " +
				"The fix writes the plain integer.",
			Sources: []validate.Source{
				pageMessagesCreate.says("range: List[int]; part_index: Optional[int], format int32"),
				pageRFC8259.says("the grammar has one kind of number; what counts as an integer is up to the implementation"),
			},
			Kinds: []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindMessage, validate.KindMessagesEdit, validate.KindMessagesReact, validate.KindAttachmentsCreate},
			Bad: []Example{
				{
					Title: "a range in floats", Kind: validate.KindChatsMessagesSend,
					Body: sendOf(`{"type":"text","value":"Hello world","text_decorations":[{"range":[0.0,5.0],"style":"bold"}]}`),
					Pairs: []Pair{
						{"json-integer-form", "/message/parts/0/text_decorations/0/range/0"},
						{"json-integer-form", "/message/parts/0/text_decorations/0/range/1"},
					},
					Fixed: sendOf(`{"type":"text","value":"Hello world","text_decorations":[{"range":[0,5],"style":"bold"}]}`),
				},
				{
					Title: "an exponent", Kind: validate.KindAttachmentsCreate,
					Body:  `{"filename":"menu.pdf","content_type":"application/pdf","size_bytes":1.5e3}`,
					Pairs: []Pair{{"json-integer-form", "/size_bytes"}},
					Fixed: `{"filename":"menu.pdf","content_type":"application/pdf","size_bytes":1500}`,
				},
			},
			Good: []Example{
				{Title: "a range", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"text","value":"Hello world","text_decorations":[{"range":[0,5],"style":"bold"}]}`)},
				{Title: "a size", Kind: validate.KindAttachmentsCreate, Body: `{"filename":"menu.pdf","content_type":"application/pdf","size_bytes":1500}`},
			},
		},
		{
			ID:    "json-duplicate-key",
			Title: "an object has a member once",
			Help: "RFC 8259 leaves open what a repeated name means: most decoders keep the last value, some the first, some reject the body. " +
				"What the server keeps is not documented, so one of the two values may be lost silently. " +
				"Both places are named, and all other rules check the last value. " +
				"Remove the one that is not meant.",
			Sources: []validate.Source{
				pageRFC8259.says("names within an object should be unique; with a repeated name the behavior of receivers is unpredictable"),
			},
			Bad: []Example{
				{
					Title: "two values of a text", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(`{"type":"text","value":"Ready at 4 pm","value":"Ready at 5 pm"}`),
					Pairs: []Pair{{"json-duplicate-key", "/message/parts/0/value"}},
				},
				{
					Title: "the same name, once in escapes", Kind: validate.KindMessagesEdit,
					Body:  `{"text":"Ready at 4 pm","te\u0078t":"Ready at 5 pm"}`,
					Pairs: []Pair{{"json-duplicate-key", "/text"}},
				},
			},
			Good: []Example{
				{Title: "the same names in two parts", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Your menu:"), `{"type":"media","url":"https://example.com/menu.pdf"}`, textOf("See you soon."))},
				{Title: "every name once", Kind: validate.KindMessagesCreate, Body: `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]},"continuation_message":{"text":"Acme here, on a new number."}}`},
			},
		},
		{
			ID:    "json-null",
			Title: "an optional member is left out instead of null",
			Help: "The documentation gives no optional member a null. " +
				"Most servers treat it as absent, and so do all rules here; a strict one refuses it as a wrong type. " +
				"It comes from encoding a struct or a record whose empty fields are not omitted. " +
				"The fix removes the member. A required member that is null is `field-required`, and a null in an array is `json-type`.",
			Sources: []validate.Source{
				pageMessagesCreate.says("effect: Optional[MessageEffect]: a member may be missing, and none of a request's is said to take null"),
			},
			Kinds: []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindMessage, validate.KindChatsVoicememo, validate.KindMessagesEdit, validate.KindMessagesReact, validate.KindMessagesUpdateAppCard, validate.KindChatsPollsCreate},
			Bad: []Example{
				{
					Title: "the last member", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"text","value":"Your order is ready."}],"idempotency_key":null}}`,
					Pairs: []Pair{{"json-null", "/message/idempotency_key"}},
					Fixed: `{"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
				},
				{
					Title: "two in the middle", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"effect":null, "reply_to":null, "parts":[{"type":"text","value":"Your order is ready."}]}}`,
					Pairs: []Pair{{"json-null", "/message/effect"}, {"json-null", "/message/reply_to"}},
					Fixed: `{"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`,
				},
				{
					Title: "null counts as absent for other rules", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"text","value":"Happy birthday!"}],"effect":{"type":"screen","name":null}}}`,
					Pairs: []Pair{{"effect-incomplete", "/message/effect"}, {"json-null", "/message/effect/name"}},
					Fixed: `{"message":{"parts":[{"type":"text","value":"Happy birthday!"}],"effect":{"type":"screen"}}}`,
				},
			},
			Good: []Example{
				{Title: "left out", Kind: validate.KindChatsMessagesSend, Body: ready},
				{Title: "given", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Your order is ready."}],"idempotency_key":"order-1042"}}`},
			},
		},
		{
			ID:    "json-lone-surrogate",
			Title: "both halves of a surrogate pair are there",
			Help: "A `\\u` escape between `\\ud800` and `\\udfff` is half of a code point beyond U+FFFF and means nothing alone. " +
				"Decoders refuse it or replace it by U+FFFD, and the recipient sees `�` where an emoji was. " +
				"It is what is left when a string is cut by UTF-16 code units, as JavaScript's `slice` does. " +
				"Cut at code points, or better at grapheme clusters. For ranges it counts as one UTF-16 code unit.",
			Sources: []validate.Source{
				pageRFC8259.says("an escape that is an unpaired surrogate cannot encode a Unicode character; receivers may even fail on it"),
			},
			Bad: []Example{
				{
					Title: "a first half", Kind: validate.KindChatsMessagesSend,
					Body:  sendOf(textOf(`Your order has shipped \ud83c`)),
					Pairs: []Pair{{"json-lone-surrogate", "/message/parts/0/value"}},
				},
				{
					Title: "a second half", Kind: validate.KindMessagesEdit,
					Body:  `{"text":"\udf89 Shipped"}`,
					Pairs: []Pair{{"json-lone-surrogate", "/text"}},
				},
				{
					Title: "the halves in the wrong order", Kind: validate.KindMessagesEdit,
					Body:  `{"text":"Shipped \udf89\ud83c"}`,
					Pairs: []Pair{{"json-lone-surrogate", "/text"}},
				},
			},
			Good: []Example{
				{Title: "a pair in escapes", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf(`Your order has shipped \ud83c\udf89`))},
				{Title: "the emoji itself", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Your order has shipped 🎉"))},
			},
		},
	}
}
