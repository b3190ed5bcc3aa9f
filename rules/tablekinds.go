package rules

import (
	"slices"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The section "The remaining kinds", in the documentation's order.
func rulesTableKinds() []Rule { return slices.Concat(rulesForms(), rulesBackground()) }

func rulesForms() []Rule {
	return []Rule{
		{
			ID:      "chat-update-empty",
			Title:   "an update of a chat changes something",
			Help:    "`chats.update` takes `display_name` and `group_chat_icon`; with neither nothing changes. Give at least one of them.",
			Sources: []validate.Source{pageSDK.says("chats.update: at least one of display_name and group_chat_icon")},
			Kinds:   []validate.Kind{validate.KindChatsUpdate},
			Bad: []Example{
				{Title: "nothing", Kind: validate.KindChatsUpdate, Body: `{}`, Pairs: []Pair{{"chat-update-empty", ""}}},
				{Title: "null", Kind: validate.KindChatsUpdate, Body: `{"display_name":null}`, Pairs: []Pair{{"chat-update-empty", ""}, {"json-null", "/display_name"}}},
			},
			Good: []Example{
				{Title: "a name", Kind: validate.KindChatsUpdate, Body: `{"display_name":"Team 🎉"}`},
				{Title: "an icon", Kind: validate.KindChatsUpdate, Body: `{"group_chat_icon":"https://example.com/icon.png"}`},
			},
		},
		{
			ID:    "member-handle",
			Title: "a handle or an address is an E.164 number or an email address",
			Help: "`handle` and `address` name a person as `to` does: an E.164 number or an email address. " +
				"RCS knows phone numbers only, so `address` of `capability.check_rcs` is never an email address. " +
				"`blocked_handles` also takes short codes of 3 to 8 digits, and sender ids of up to 11 letters, digits and spaces.",
			Sources: []validate.Source{pageSDK.says("handle: E.164 or email; check_rcs: an email is rejected")},
			Kinds:   []validate.Kind{validate.KindChatsParticipantsAdd, validate.KindChatsParticipantsRemove, validate.KindCapabilityCheckIMessage, validate.KindCapabilityCheckRCS, validate.KindBlockedHandlesBlock, validate.KindBlockedHandlesUnblock},
			Bad: []Example{
				{Title: "no country code", Kind: validate.KindChatsParticipantsAdd, Body: `{"handle":"4155550123"}`, Pairs: []Pair{{"member-handle", "/handle"}}},
				{Title: "an email address for RCS", Kind: validate.KindCapabilityCheckRCS, Body: `{"address":"kim@example.com"}`, Pairs: []Pair{{"member-handle", "/address"}}},
				{Title: "a short code that is too short", Kind: validate.KindBlockedHandlesBlock, Body: `{"handle":"42"}`, Pairs: []Pair{{"member-handle", "/handle"}}},
			},
			Good: []Example{
				{Title: "a number", Kind: validate.KindChatsParticipantsAdd, Body: `{"handle":"+14155550123"}`},
				{Title: "an email address", Kind: validate.KindCapabilityCheckIMessage, Body: `{"address":"kim@example.com"}`},
				{Title: "a sender id", Kind: validate.KindBlockedHandlesBlock, Body: `{"handle":"ACME Sale 2"}`},
				{Title: "a short code", Kind: validate.KindBlockedHandlesUnblock, Body: `{"handle":"74639"}`},
			},
		},
		{
			ID:      "member-phone",
			Title:   "a line is an E.164 number",
			Help:    "`phone_number`, `phone_numbers`, `forwarding_number` and the `from` of a capability check are phone numbers: `+`, the country code and the rest, 2 to " + itoa(api.MaxE164Digits) + " digits in all. null or \"\" clears `forwarding_number`.",
			Sources: []validate.Source{pageSDK.says("phone_number: E.164")},
			Kinds:   []validate.Kind{validate.KindCapabilityCheckIMessage, validate.KindCapabilityCheckRCS, validate.KindContactCardCreate, validate.KindWebhookSubscriptionsCreate, validate.KindWebhookSubscriptionsUpdate, validate.KindPhoneNumbersUpdate},
			Bad: []Example{
				{
					Title: "with punctuation", Kind: validate.KindContactCardCreate, Body: `{"first_name":"Acme","phone_number":"+1 (415) 555-0123"}`,
					Pairs: []Pair{{"member-phone", "/phone_number"}}, Fixed: `{"first_name":"Acme","phone_number":"+14155550123"}`,
				},
				{Title: "an email address", Kind: validate.KindWebhookSubscriptionsUpdate, Body: `{"phone_numbers":["kim@example.com"]}`, Pairs: []Pair{{"member-phone", "/phone_numbers/0"}}},
			},
			Good: []Example{
				{Title: "a line", Kind: validate.KindPhoneNumbersUpdate, Body: `{"forwarding_number":"+14155550123"}`},
				{Title: "no line", Kind: validate.KindPhoneNumbersUpdate, Body: `{"forwarding_number":null}`},
				{Title: "no filter", Kind: validate.KindWebhookSubscriptionsUpdate, Body: `{"phone_numbers":null}`},
			},
		},
		{
			ID:    "member-url",
			Title: "a target_url, icon or image is an absolute URL",
			Help: "`target_url` and the `image_url` of a background are absolute https URLs; `group_chat_icon` and the `image_url` of a contact card may be http too. " +
				"The API opens them, so they have to be reachable from the internet.",
			Sources: []validate.Source{pageSDK.says("target_url: https; image_url: https")},
			Kinds:   []validate.Kind{validate.KindChatsUpdate, validate.KindChatsBackgroundSet, validate.KindContactCardCreate, validate.KindContactCardUpdate, validate.KindWebhookSubscriptionsCreate, validate.KindWebhookSubscriptionsUpdate},
			Bad: []Example{
				{
					Title: "plain http", Kind: validate.KindWebhookSubscriptionsUpdate, Body: `{"target_url":"http://example.com/hook"}`,
					Pairs: []Pair{{"member-url", "/target_url"}}, Fixed: `{"target_url":"https://example.com/hook"}`,
				},
				{Title: "a file name", Kind: validate.KindChatsUpdate, Body: `{"group_chat_icon":"icon.png"}`, Pairs: []Pair{{"member-url", "/group_chat_icon"}}},
			},
			Good: []Example{
				{Title: "https", Kind: validate.KindWebhookSubscriptionsUpdate, Body: `{"target_url":"https://example.com/hook"}`},
				{Title: "http for an icon", Kind: validate.KindChatsUpdate, Body: `{"group_chat_icon":"http://example.com/icon.png"}`},
			},
		},
	}
}

func rulesBackground() []Rule {
	kinds := []validate.Kind{validate.KindChatsBackgroundSet}
	return []Rule{
		{
			ID:    "background-type",
			Title: "a background has a documented type, style and variant",
			Help: "`type` is color, dynamic or photo; `style`, of a dynamic background, is sky, water or aurora. " +
				"The variants of a color are its names and `custom`; those of a dynamic background depend on its style: sky has dusk, haze, sunset, clear, sunrise and dawn, water light and dark, aurora green, purple and pink.",
			Sources: []validate.Source{pageSDK.says("type: color, dynamic, photo; style: sky, water, aurora")},
			Kinds:   kinds,
			Bad: []Example{
				{Title: "another type", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"gradient"}`, Pairs: []Pair{{"background-type", "/type"}}},
				{
					Title: "a variant of another style", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"dynamic","style":"water","variant":"sunset"}`,
					Pairs: []Pair{{"background-type", "/variant"}},
				},
				{
					Title: "another case", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"color","variant":"Mango"}`,
					Pairs: []Pair{{"background-type", "/variant"}}, Fixed: `{"type":"color","variant":"mango"}`,
				},
			},
			Good: []Example{
				{Title: "a color", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"color","variant":"mango"}`},
				{Title: "a sky", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"dynamic","style":"sky","variant":"sunset"}`},
			},
		},
		{
			ID:      "background-required",
			Title:   "a background has what its type needs",
			Help:    "A color without a variant, or with the variant `custom`, needs `shades`; a dynamic background needs `style` and `variant`; a photo needs `image_url`. Without them there is nothing to show, and the API refuses the request.",
			Sources: []validate.Source{pageSDK.says("custom or none needs shades; dynamic: style and variant required; photo: image_url required")},
			Kinds:   kinds,
			Bad: []Example{
				{Title: "a custom color", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"color","variant":"custom"}`, Pairs: []Pair{{"background-required", ""}}},
				{Title: "a dynamic background", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"dynamic"}`, Pairs: []Pair{{"background-required", ""}, {"background-required", ""}}},
				{Title: "a photo", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"photo"}`, Pairs: []Pair{{"background-required", ""}}},
			},
			Good: []Example{
				{Title: "shades", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"color","shades":["#F2C4E1","#F5A623"]}`},
				{Title: "a photo", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"photo","image_url":"https://example.com/sea.jpg"}`},
			},
		},
		{
			ID:      "background-shades",
			Title:   "shades are two colors",
			Help:    "`shades` holds exactly " + itoa(api.BackgroundColors) + " strings of the form `#RRGGBB`: the upper and the lower color of the gradient. Names and short forms such as `#FFF` are refused.",
			Sources: []validate.Source{pageSDK.says("shades [2 × #RRGGBB]")},
			Kinds:   kinds,
			Bad: []Example{
				{Title: "one", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"color","shades":["#F2C4E1"]}`, Pairs: []Pair{{"background-shades", "/shades"}}},
				{Title: "a short form and a name", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"color","shades":["#FFF","red"]}`, Pairs: []Pair{{"background-shades", "/shades"}}},
			},
			Good: []Example{
				{Title: "upper case", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"color","shades":["#F2C4E1","#F5A623"]}`},
				{Title: "lower case", Kind: validate.KindChatsBackgroundSet, Body: `{"type":"color","variant":"custom","shades":["#f2c4e1","#f5a623"]}`},
			},
		},
		{
			ID:      "events-empty",
			Title:   "a subscription has events",
			Help:    "With an empty `subscribed_events` no event is ever sent. List the events that you handle, or set `is_active` to false to pause the subscription. Names are not checked: the list grows often.",
			Sources: []validate.Source{ours.says("a subscription to nothing is more likely a mistake than meant")},
			Kinds:   []validate.Kind{validate.KindWebhookSubscriptionsCreate, validate.KindWebhookSubscriptionsUpdate},
			Bad: []Example{
				{Title: "a new one", Kind: validate.KindWebhookSubscriptionsCreate, Body: `{"target_url":"https://example.com/hook","subscribed_events":[]}`, Pairs: []Pair{{"events-empty", "/subscribed_events"}}},
				{Title: "an update", Kind: validate.KindWebhookSubscriptionsUpdate, Body: `{"subscribed_events":[],"is_active":true}`, Pairs: []Pair{{"events-empty", "/subscribed_events"}}},
			},
			Good: []Example{
				{Title: "an event", Kind: validate.KindWebhookSubscriptionsCreate, Body: `{"target_url":"https://example.com/hook","subscribed_events":["message.received"]}`},
				{Title: "a pause", Kind: validate.KindWebhookSubscriptionsUpdate, Body: `{"is_active":false}`},
			},
		},
	}
}
