package rules

import "github.com/linqlint/linqlint/validate"

// The rules for what a program leaves in a value when it has nothing to put
// there.

func ruleTextPlaceholder() Rule {
	return Rule{
		ID:    "text-placeholder",
		Title: "a text holds no [object Object]",
		Help: "JavaScript writes `[object Object]` where an object is put into a string, and that is what the recipient reads. " +
			"It is looked for in text parts, in the text of a continuation and in an edit. Put in the member that was meant.",
		Sources: []validate.Source{ours.says("nobody means to send these words; they are what a string conversion leaves")},
		Kinds:   append([]validate.Kind{validate.KindMessagesEdit}, messageKinds...),
		Bad: []Example{
			{
				Title: "an object instead of its name", Kind: validate.KindChatsMessagesSend,
				Body:  sendOf(textOf("Hi [object Object], your order is ready.")),
				Pairs: []Pair{{"text-placeholder", "/message/parts/0/value"}},
			},
			{
				Title: "in an edit", Kind: validate.KindMessagesEdit,
				Body:  `{"text":"Total: [object Object]","part_index":0}`,
				Pairs: []Pair{{"text-placeholder", "/text"}},
			},
		},
		Good: []Example{
			{Title: "the name", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Hi Ann, your order is ready."))},
			{Title: "square brackets", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("The object [sic] is ready."))},
		},
	}
}

func ruleTextTemplate() Rule {
	return Rule{
		ID:    "text-template",
		Title: "a text holds no unrendered template",
		Help: "`{{name}}`, `${name}` or `<%= name %>` in a text is mostly a template that was never filled in, and is delivered as it is. " +
			"A note, since a text may be about templates. The first one of a text is reported.",
		Sources: []validate.Source{ours.says("the API fills in nothing: a text is sent as it is")},
		Kinds:   append([]validate.Kind{validate.KindMessagesEdit}, messageKinds...),
		Bad: []Example{
			{
				Title: "a name that is not filled in", Kind: validate.KindChatsMessagesSend,
				Body:  sendOf(textOf("Hi {{first_name}}, your order is ready.")),
				Pairs: []Pair{{"text-template", "/message/parts/0/value"}},
			},
			{
				Title: "a template literal in plain quotes", Kind: validate.KindChatsMessagesSend,
				Body:  sendOf(textOf("Hi ${name}!")),
				Pairs: []Pair{{"text-template", "/message/parts/0/value"}},
			},
		},
		Good: []Example{
			{Title: "braces and dollars", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("$5 {or} {} more"))},
			{Title: "a name that is filled in", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Hi Ann, your order is ready."))},
		},
	}
}

func ruleIdempotencyPlaceholder() Rule {
	return Rule{
		ID:    "idempotency-placeholder",
		Title: "an idempotency_key is not a placeholder",
		Help: "`undefined`, `null`, `None`, `NaN`, `[object Object]`, `{{…}}`, `${…}` and `%s` are what a program writes for a value that it does not have. " +
			"Every message then has the same key, and the API takes all but the first for retries. Build the key from what identifies the message.",
		Sources: []validate.Source{ours.says("a key that all messages share makes all but the first of them retries of it")},
		Kinds:   keyKinds,
		Bad: []Example{
			{
				Title: "an unset variable", Kind: validate.KindChatsMessagesSend,
				Body:  helloWith(`"idempotency_key":"undefined"`),
				Pairs: []Pair{{"idempotency-placeholder", "/message/idempotency_key"}},
			},
			{
				Title: "a template", Kind: validate.KindChatsMessagesSend,
				Body:  helloWith(`"idempotency_key":"order-%s"`),
				Pairs: []Pair{{"idempotency-placeholder", "/message/idempotency_key"}},
			},
		},
		Good: []Example{
			{Title: "a key", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"idempotency_key":"order-42-shipped"`)},
			{Title: "a key with a percent sign", Kind: validate.KindChatsMessagesSend, Body: helloWith(`"idempotency_key":"sale-20%-4711"`)},
		},
	}
}
