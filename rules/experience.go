package rules

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The rules for cards and clips that only iMessage carries, and for
// experiences.
func rulesExperience() []Rule {
	return []Rule{
		{
			ID:    "app-service",
			Title: "an app card or an experience is not sent over SMS or RCS",
			Help: "App cards exist on iMessage only and have no fallback: with `preferred_service` SMS or RCS the API responds with 409, code 2018 and nothing is sent. " +
				"Leave `preferred_service` out. " +
				"A recipient without iMessage needs a message of its own: a text with the link in it.",
			Sources: []validate.Source{
				pageMessagesCreate.says("never delivered over SMS/RCS. See the IMessageAppServiceUnsupported (2018) and RecipientUnsupportedMessageType (4005) error codes."),
				pageSDK.says("SMS and RCS recipients cannot receive one at all (error codes 2018 and 4005)."),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "a card over SMS", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"imessage_app",` + acme + `,"layout":{"caption":"Order 42"}}],"preferred_service":"SMS"}}`,
					Pairs: []Pair{{"app-service", "/message/preferred_service"}},
				},
				{
					Title: "an experience over RCS", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"experience":{"name":"agentcard","action":"attach_card"},"preferred_service":"RCS"}}`,
					Pairs: []Pair{{"app-service", "/message/preferred_service"}},
				},
			},
			Good: []Example{
				{Title: "no preferred service", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"caption":"Order 42"}`)},
				{Title: "a text over SMS", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Order 42 has shipped"}],"preferred_service":"SMS"}}`},
			},
		},
		{
			ID:    "app-clip-url",
			Title: "an app clip's value is an absolute https URL",
			Help: "The value of an `app_clip` part is the link of a page with an App Clip; without `https://` and a host it cannot be one, and the API refuses it. " +
				"Send `checkout_url` from the response of `POST /v3/payment_requests` as it is, or the full address of your own page.",
			Sources: []validate.Source{pageSDK.says("A Linq checkout link, e.g. one returned as `checkout_url` from `POST /v3/payment_requests`. Any other URL is rejected.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "plain http", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"app_clip","value":"http://zero.linqapp.com/pay/acme?session=tok_123"}]}}`,
					Pairs: []Pair{{"app-clip-url", "/message/parts/0/value"}},
					Fixed: `{"message":{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay/acme?session=tok_123"}]}}`,
				},
				{
					Title: "no scheme", Kind: validate.KindMessage,
					Body:  `{"parts":[{"type":"app_clip","value":"zero.linqapp.com/pay/acme?session=tok_123"}]}`,
					Pairs: []Pair{{"app-clip-url", "/parts/0/value"}},
				},
			},
			Good: []Example{
				{Title: "a checkout link", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay/acme?session=tok_123"}]}}`},
				{Title: "a bare content", Kind: validate.KindMessage, Body: `{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay/acme?session=tok_456"}]}`},
			},
		},
		{
			ID:    "app-clip-host",
			Title: "an app clip's page is a registered App Clip",
			Help: "Since 2026-09-04 an `app_clip` part takes any https link whose page is a registered App Clip; before that it took Linq's checkout links only. " +
				"Whether a page is registered cannot be seen offline, so every host outside " + api.LinqDomain + " gets this note. " +
				"If the page has no App Clip, send it as a `link` part.",
			Sources: []validate.Source{pageNodeSDK.says("An https link whose page is a registered App Clip")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "a restaurant's page", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"app_clip","value":"https://order.acme.example/table/42"}]}}`,
					Pairs: []Pair{{"app-clip-host", "/message/parts/0/value"}},
				},
				{
					Title: "a host that only begins like Linq's", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com.acme.example/pay/acme"}]}}`,
					Pairs: []Pair{{"app-clip-host", "/message/parts/0/value"}},
				},
			},
			Good: []Example{
				{Title: "a checkout link", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay/acme?session=tok_123"}]}}`},
				{Title: "a caption", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"app_clip","value":"https://Zero.LinqApp.com/pay/acme","caption":"Pay Acme 🥤"}]}}`},
			},
		},
		{
			ID:    "app-clip-service",
			Title: "an app clip is not sent over SMS or RCS",
			Help: "An App Clip card exists on iMessage only and never becomes a plain link: with `preferred_service` SMS or RCS the API responds with 409, code 2028 and nothing is sent. " +
				"Leave `preferred_service` out, and send the checkout link in a text to recipients without iMessage.",
			Sources: []validate.Source{pageSDK.says("A `service_preference` of `sms` or `rcs` is rejected (`AppClipServiceUnsupported`, 2028).")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "over SMS", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay/acme"}],"preferred_service":"SMS"}}`,
					Pairs: []Pair{{"app-clip-service", "/message/preferred_service"}},
				},
				{
					Title: "over RCS", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"preferred_service":"RCS","parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay/acme"}]}}`,
					Pairs: []Pair{{"app-clip-service", "/message/preferred_service"}},
				},
			},
			Good: []Example{
				{Title: "no preferred service", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay/acme"}]}}`},
				{Title: "the link in a text over SMS", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Pay here: https://zero.linqapp.com/pay/acme"}],"preferred_service":"SMS"}}`},
			},
		},
		{
			ID:    "experience-alone",
			Title: "a message has parts or an experience, not both",
			Help: "A card is the whole message on Apple's side, so text and an experience are two sends (2026-08-12); a content with both is rejected. " +
				"Keep `experience` in one message and send the parts in another. " +
				"With `experience` there, whatever its type, `parts` is not required.",
			Sources: []validate.Source{pageSDK.says("Never both: an app card is the whole message (Apple's `MSMessage` cannot coexist with text), so copy and a card are two sends, not one.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "a text with an experience", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"parts":[{"type":"text","value":"Add your card"}],"experience":{"name":"agentcard","action":"attach_card"}}}`,
					Pairs: []Pair{{"experience-alone", "/message"}},
				},
				{
					Title: "in a bare content", Kind: validate.KindMessage,
					Body:  `{"experience":{"name":"agentcard","action":"attach_card"},"parts":[{"type":"text","value":"Add your card"}]}`,
					Pairs: []Pair{{"experience-alone", ""}},
				},
			},
			Good: []Example{
				{Title: "an experience alone", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"experience":{"name":"agentcard","action":"attach_card"}}}`},
				{Title: "parts alone", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Add your card"}]}}`},
			},
		},
		{
			ID:    "experience-recipient",
			Title: "an experience goes to exactly one recipient",
			Help: "An experience is bound to one person's connection, so it cannot be sent to a group (2026-08-12). " +
				"Handles are compared as they would reach a chat: the same one twice is still one recipient. " +
				"Send the experience to each recipient in a message of its own.",
			Sources: []validate.Source{pageSDK.says("a message carries either `experience` or `parts`, never both, and an action goes to exactly one recipient.")},
			Kinds:   recipientKinds,
			Bad: []Example{
				{
					Title: "two recipients", Kind: validate.KindMessagesCreate,
					Body:  `{"to":["+14155559876","+14155559877"],"message":{"experience":{"name":"agentcard","action":"attach_card"}}}`,
					Pairs: []Pair{{"experience-recipient", "/message/experience"}},
				},
				{
					Title: "a new group", Kind: validate.KindChatsCreate,
					Body:  `{"from":"+12052535597","to":["+14155559876","kevin@acme.example"],"message":{"experience":{"name":"agentcard","action":"attach_card"}}}`,
					Pairs: []Pair{{"experience-recipient", "/message/experience"}},
				},
			},
			Good: []Example{
				{Title: "one recipient", Kind: validate.KindMessagesCreate, Body: `{"to":["+14155559876"],"message":{"experience":{"name":"agentcard","action":"attach_card"}}}`},
				{Title: "a new direct chat", Kind: validate.KindChatsCreate, Body: `{"from":"+12052535597","to":["kevin@acme.example"],"message":{"experience":{"name":"agentcard","action":"attach_card"}}}`},
			},
		},
		{
			ID:    "experience-params",
			Title: "an experience's params hold strings, numbers and booleans only",
			Help: "The keys of `params` are the names of the fields that the action lists, each with one plain value: no mapping and no nesting (2026-08-12). " +
				"An object or an array inside is rejected, as an unknown field is. " +
				"Give each value under its own name; `GET /v3/experiences/{experience}` lists them.",
			Sources: []validate.Source{pageSDK.says("Keys are exactly the field names listed for the action — no mapping, no nesting.")},
			Kinds:   cardKinds,
			Bad: []Example{
				{
					Title: "a nested object", Kind: validate.KindChatsMessagesSend,
					Body:  `{"message":{"experience":{"name":"link","action":"open","params":{"card":{"title":"Order 42"}}}}}`,
					Pairs: []Pair{{"experience-params", "/message/experience/params/card"}},
				},
				{
					Title: "an array, in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"Order 42"},"interactive":true,"experience":{"name":"link","action":"open","params":{"title":"Order 42","lines":["2 × tea"]}}}`,
					Pairs: []Pair{{"experience-params", "/experience/params/lines"}},
				},
			},
			Good: []Example{
				{Title: "plain values", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"experience":{"name":"link","action":"open","params":{"title":"Order 42","url":"https://acme.example/orders/42","sticky":true}}}}`},
				{Title: "no params", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"experience":{"name":"agentcard","action":"attach_card"}}}`},
			},
		},
		{
			ID:    "experience-checkout",
			Title: "a payment request has a checkout_url",
			Help: "`request_payment` of `agentpay` needs the parameter `checkout_url`, an absolute https URL; it is the only one that it needs. " +
				"The API checks parameters before it sends the card. " +
				"Make a payment request and pass its `checkout_url` on.",
			Sources: []validate.Source{pageNodeSDK.says("the only required field")},
			Kinds:   cardKinds,
			Bad: []Example{
				{
					Title: "plain http", Kind: validate.KindChatsMessagesSend, Body: payment(`{"checkout_url":"http://zero.linqapp.com/pay/acme"}`),
					Pairs: []Pair{{"experience-checkout", "/message/experience/params/checkout_url"}}, Fixed: payment(`{"checkout_url":"https://zero.linqapp.com/pay/acme"}`),
				},
				{Title: "missing", Kind: validate.KindChatsMessagesSend, Body: payment(`{"title":"Lunch 🥤"}`), Pairs: []Pair{{"experience-checkout", "/message/experience/params"}}},
				{Title: "no params", Kind: validate.KindMessage, Body: `{"experience":{"name":"agentpay","action":"request_payment"}}`, Pairs: []Pair{{"experience-checkout", "/experience"}}},
			},
			Good: []Example{
				{Title: "a checkout_url", Kind: validate.KindChatsMessagesSend, Body: payment(`{"checkout_url":"https://zero.linqapp.com/pay/acme","title":"Lunch 🥤"}`)},
				{Title: "another action", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"experience":{"name":"agentpay","action":"attach_card"}}}`},
			},
		},
		{
			ID:    "experience-legacy",
			Title: "an experience is written as experience",
			Help: "Before 2026-08-12 an experience was `agentkit`, and for a day `action`, with its name in `experience`. The API does not read them any more, so the message is empty. " +
				"The fix renames both members; it is not a safe one, because the API's parameters may have changed too.",
			Sources: []validate.Source{pageNodeSDK.says("agentkit {experience, action, params} (2026-08-05 to 11) and action {experience, action, params} (2026-08-04)")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "agentkit", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"agentkit":{"experience":"agentcard","action":"attach_card"}}}`,
					Pairs: []Pair{{"field-required", "/message"}, {"experience-legacy", "/message/agentkit"}}, Fixed: `{"message":{"experience":{"name":"agentcard","action":"attach_card"}}}`,
				},
				{
					Title: "action", Kind: validate.KindMessage, Body: `{"action":{"experience":"link","action":"open","params":{"title":"🥤"}}}`,
					Pairs: []Pair{{"field-required", ""}, {"experience-legacy", "/action"}}, Fixed: `{"experience":{"name":"link","action":"open","params":{"title":"🥤"}}}`,
				},
			},
			Good: []Example{
				{Title: "an experience", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"experience":{"name":"agentcard","action":"attach_card"}}}`},
				{Title: "with parameters", Kind: validate.KindMessage, Body: `{"experience":{"name":"link","action":"open","params":{"title":"🥤"}}}`},
			},
		},
	}
}

// payment is a message with a payment request.
func payment(params string) string {
	return `{"message":{"experience":{"name":"agentpay","action":"request_payment","params":` + params + `}}}`
}
