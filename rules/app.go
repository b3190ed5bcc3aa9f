package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The section "iMessage app card, app clip, experience", in the
// documentation's order.
func rulesApp() []Rule {
	return slices.Concat(rulesAppMembers(), rulesCard(), rulesExperience())
}

// cardKinds are the kinds that carry a card's layout or an experience.
var cardKinds = []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindMessage, validate.KindMessagesUpdateAppCard}

// acme is the app of every card below that is not about the app.
const acme = `"app":{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12"}`

// cardOf is a body of chats.messages.send that holds one card with the given
// app object.
func cardOf(app string) string {
	return `{"message":{"parts":[{"type":"imessage_app","app":` + app + `,"layout":{"caption":"Your order"}}]}}`
}

// acmeCard is a card of acme whose further members are given.
func acmeCard(members string) string {
	return `{"message":{"parts":[{"type":"imessage_app",` + acme + `,` + members + `}]}}`
}

// captioned is a card of acme with a caption and one more member.
func captioned(member string) string { return acmeCard(`"layout":{"caption":"Your order"},` + member) }

// The rules for an app card's app, url and fallback_text.
func rulesAppMembers() []Rule {
	return []Rule{
		{
			ID:    "app-bundle-id",
			Title: "a bundle_id has 1 to " + itoa(api.MaxBundleID) + " code points and no colon",
			Help: "The bundle identifier, together with `team_id`, says which Messages extension draws the card. " +
				"An empty one, one over " + itoa(api.MaxBundleID) + " Unicode code points or one with a `:` in it is rejected before anything is sent. " +
				"Give the identifier of the Messages extension itself, as Xcode shows it: `com.acme.app.MessagesExtension`. " +
				"What has a colon is usually a whole balloon identifier; its last segment is the one to send.",
			Sources: []validate.Source{pageMessagesCreate.says("Bundle identifier of the Messages app extension. Must not contain `:`. minLength 1, maxLength 255")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "a colon", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"com.acme:app","name":"Acme","team_id":"ACMETEAM12"}`),
					Pairs: []Pair{{"app-bundle-id", "/message/parts/0/app/bundle_id"}},
				},
				{
					Title: "empty", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"","name":"Acme","team_id":"ACMETEAM12"}`),
					Pairs: []Pair{{"app-bundle-id", "/message/parts/0/app/bundle_id"}},
				},
				{
					Title: "256 code points", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"` + strings.Repeat("a", 256) + `","name":"Acme","team_id":"ACMETEAM12"}`),
					Pairs: []Pair{{"app-bundle-id", "/message/parts/0/app/bundle_id"}},
				},
			},
			Good: []Example{
				{Title: "an extension's identifier", Kind: validate.KindChatsMessagesSend, Body: cardOf(`{"bundle_id":"com.acme.app.MessagesExtension","name":"Acme","team_id":"ACMETEAM12"}`)},
				{Title: "255 code points, one of them astral", Kind: validate.KindChatsMessagesSend, Body: cardOf(`{"bundle_id":"` + strings.Repeat("a", 254) + `🎉","name":"Acme","team_id":"ACMETEAM12"}`)},
			},
		},
		{
			ID:    "app-name",
			Title: "an app's name has 1 to " + itoa(api.MaxAppName) + " code points",
			Help: "Messages shows the name where it cannot draw the card, so it may not be empty, and more than " + itoa(api.MaxAppName) + " Unicode code points are refused. " +
				"An emoji counts as one code point or as several, however many bytes it has. " +
				"Send the app's display name and put the rest of the sentence into `layout.caption`.",
			Sources: []validate.Source{
				pageMessagesCreate.says("Display name of the app, shown by Messages’ fallback UI. minLength 1, maxLength 64"),
				pageErrors.says("1008 Invalid iMessage app message"),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "empty", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"com.acme.app","name":"","team_id":"ACMETEAM12"}`),
					Pairs: []Pair{{"app-name", "/message/parts/0/app/name"}},
				},
				{
					Title: "65 emoji", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"com.acme.app","name":"` + strings.Repeat("🎉", 65) + `","team_id":"ACMETEAM12"}`),
					Pairs: []Pair{{"app-name", "/message/parts/0/app/name"}},
				},
			},
			Good: []Example{
				{Title: "a display name", Kind: validate.KindChatsMessagesSend, Body: cardOf(`{"bundle_id":"com.acme.app","name":"Acme Pay","team_id":"ACMETEAM12"}`)},
				{Title: "64 emoji", Kind: validate.KindChatsMessagesSend, Body: cardOf(`{"bundle_id":"com.acme.app","name":"` + strings.Repeat("🎉", 64) + `","team_id":"ACMETEAM12"}`)},
			},
		},
		{
			ID:    "app-team-id",
			Title: "a team_id is ten upper-case letters or digits",
			Help: "Apple's team identifier is exactly ten letters and digits from `A` to `Z` and `0` to `9`; anything else is refused. " +
				"It is in the membership details of the developer account, not in the bundle identifier. " +
				"Where only the case is wrong, a fix writes it in upper case; check that it is the right team: an identity that Messages does not know shows the caption as plain text.",
			Sources: []validate.Source{
				pageMessagesCreate.says("The app’s 10-character uppercase alphanumeric team identifier."),
				pageErrors.says("1008 Invalid iMessage app message"),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "lower case", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"acmeteam12"}`),
					Pairs: []Pair{{"app-team-id", "/message/parts/0/app/team_id"}},
					Fixed: cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12"}`),
				},
				{
					Title: "nine places", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM1"}`),
					Pairs: []Pair{{"app-team-id", "/message/parts/0/app/team_id"}},
				},
				{
					Title: "eleven places", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM123"}`),
					Pairs: []Pair{{"app-team-id", "/message/parts/0/app/team_id"}},
				},
				{
					Title: "ten places, but one is an emoji", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM1🎉"}`),
					Pairs: []Pair{{"app-team-id", "/message/parts/0/app/team_id"}},
				},
			},
			Good: []Example{
				{Title: "letters and digits", Kind: validate.KindChatsMessagesSend, Body: cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12"}`)},
				{Title: "digits alone", Kind: validate.KindChatsMessagesSend, Body: cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"0123456789"}`)},
			},
		},
		{
			ID:    "app-store-id",
			Title: "an app_store_id is a number from 1",
			Help: "The App Store id lets recipients without the app see a way to get it; it is the number in the app's store address, without the letters `id` before it. " +
				"It has to be an integer from 1 to " + strconv.FormatInt(api.MaxInt64, 10) + " (int64). " +
				"Leave it out for an app that is not in the store: 0 does not mean \"none\".",
			Sources: []validate.Source{pageMessagesCreate.says("The owning app’s App Store id (optional). format int64, minimum 1")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "zero", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12","app_store_id":0}`),
					Pairs: []Pair{{"app-store-id", "/message/parts/0/app/app_store_id"}},
				},
				{
					Title: "negative", Kind: validate.KindChatsMessagesSend,
					Body:  cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12","app_store_id":-1146560473}`),
					Pairs: []Pair{{"app-store-id", "/message/parts/0/app/app_store_id"}},
				},
			},
			Good: []Example{
				{Title: "the least", Kind: validate.KindChatsMessagesSend, Body: cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12","app_store_id":1}`)},
				{Title: "the greatest int64", Kind: validate.KindChatsMessagesSend, Body: cardOf(`{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12","app_store_id":9223372036854775807}`)},
			},
		},
		{
			ID:    "app-url",
			Title: "a card's url is an absolute URI of at most " + itoa(api.MaxAppURL) + " code points, as a data: URL of at most " + itoa(api.MaxAppDataURL),
			Help: "The extension reads its state from this URL when the card is tapped, so a relative or misspelled one opens nothing, and the API refuses it. " +
				"The reference page allows any URI up to " + itoa(api.MaxAppURL) + " Unicode code points; since 2026-07-06 the documentation names an absolute `https://` URL up to " + itoa(api.MaxAppURL) + " or a `data:` URL up to " + itoa(api.MaxAppDataURL) + ". " +
				"Keep state that is longer on your server and send its key in the URL.",
			Sources: []validate.Source{
				pageMessagesCreate.says("URL the recipient’s app opens when they tap the card. format uri, maxLength 2048"),
				pageSDK.says("Either an absolute `https://` URL (capped at 2048 characters) or a `data:` URL carrying inline app state (capped at 16384 characters)."),
			},
			Kinds: cardKinds,
			Bad: []Example{
				{
					Title: "a path", Kind: validate.KindChatsMessagesSend,
					Body:  captioned(`"url":"/orders/42"`),
					Pairs: []Pair{{"app-url", "/message/parts/0/url"}},
				},
				{
					Title: "2049 code points, in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"Your turn"},"interactive":true,"url":"https://acme.example/?s=` + strings.Repeat("𐐷", 2049-24) + `"}`,
					Pairs: []Pair{{"app-url", "/url"}},
				},
				{
					Title: "a data: URL of 16385 code points", Kind: validate.KindChatsMessagesSend,
					Body:  captioned(`"url":"data:,` + strings.Repeat("a", 16385-6) + `"`),
					Pairs: []Pair{{"app-url", "/message/parts/0/url"}},
				},
			},
			Good: []Example{
				{Title: "a short URL", Kind: validate.KindChatsMessagesSend, Body: captioned(`"url":"https://acme.example/orders/42"`)},
				{Title: "2048 code points, in an update", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"Your turn"},"interactive":true,"url":"https://acme.example/?s=` + strings.Repeat("𐐷", 2048-24) + `"}`},
			},
		},
		{
			ID:    "app-url-scheme",
			Title: "a card's url is an https: or a data: URL",
			Help: "The reference page takes any URI, but the later documentation (2026-07-06) names an absolute `https://` URL and a `data:` URL only. " +
				"A custom scheme or plain `http://` may therefore be refused one day, or not be handed to the extension. " +
				"Put what the custom scheme carries into the query of an https URL.",
			Sources: []validate.Source{
				pageSDK.says("Either an absolute `https://` URL (capped at 2048 characters) or a `data:` URL carrying inline app state."),
				pageMessagesCreate.says("URL the recipient’s app opens when they tap the card. format uri"),
			},
			Kinds: cardKinds,
			Bad: []Example{
				{
					Title: "a custom scheme", Kind: validate.KindChatsMessagesSend,
					Body:  captioned(`"url":"acme://orders/42"`),
					Pairs: []Pair{{"app-url-scheme", "/message/parts/0/url"}},
				},
				{
					Title: "plain http, in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"Shipped"},"interactive":true,"url":"http://acme.example/orders/42"}`,
					Pairs: []Pair{{"app-url-scheme", "/url"}},
				},
			},
			Good: []Example{
				{Title: "https", Kind: validate.KindChatsMessagesSend, Body: captioned(`"url":"https://acme.example/orders/42"`)},
				{Title: "a data: URL", Kind: validate.KindChatsMessagesSend, Body: captioned(`"url":"data:application/json,%7B%22move%22%3A12%7D"`)},
			},
		},
		{
			ID:    "app-url-data-long",
			Title: "a data: URL of more than " + itoa(api.MaxAppURL) + " code points is over the reference page's limit",
			Help: "The reference page caps every `url` of a card at " + itoa(api.MaxAppURL) + " Unicode code points; only the later documentation (2026-07-06) lets a `data:` URL have " + itoa(api.MaxAppDataURL) + ". " +
				"A longer one rests on that later sentence. " +
				"Shorten the state, or keep it on your server and send an https URL with its key, to be within both.",
			Sources: []validate.Source{
				pageMessagesCreate.says("URL the recipient’s app opens when they tap the card. format uri, maxLength 2048"),
				pageSDK.says("a `data:` URL carrying inline app state, e.g. a game's encoded state (capped at 16384 characters)."),
			},
			Kinds: cardKinds,
			Bad: []Example{
				{
					Title: "2049 code points", Kind: validate.KindChatsMessagesSend,
					Body:  captioned(`"url":"data:,` + strings.Repeat("a", 2049-6) + `"`),
					Pairs: []Pair{{"app-url-data-long", "/message/parts/0/url"}},
				},
				{
					Title: "16384 code points, as many as the later documentation allows", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"Your turn"},"interactive":true,"url":"data:,` + strings.Repeat("𐐷", 16384-6) + `"}`,
					Pairs: []Pair{{"app-url-data-long", "/url"}},
				},
			},
			Good: []Example{
				{Title: "2048 code points", Kind: validate.KindChatsMessagesSend, Body: captioned(`"url":"data:,` + strings.Repeat("𐐷", 2048-6) + `"`)},
				{Title: "an https URL with the state's key", Kind: validate.KindChatsMessagesSend, Body: captioned(`"url":"https://acme.example/game?state=8f14e45f"`)},
			},
		},
		{
			ID:    "app-fallback-length",
			Title: "a fallback_text has at most " + itoa(api.MaxFallbackText) + " code points",
			Help: "The text replaces the card in notifications and on the lock screen; the API refuses more than " + itoa(api.MaxFallbackText) + " Unicode code points. " +
				"Left out, the caption is shown, which is usually enough.",
			Sources: []validate.Source{pageMessagesCreate.says("Text shown on surfaces that cannot render the card (notifications, lock screen). maxLength 1024")},
			Kinds:   cardKinds,
			Bad: []Example{
				{
					Title: "1025 emoji", Kind: validate.KindChatsMessagesSend,
					Body:  captioned(`"fallback_text":"` + strings.Repeat("🎉", 1025) + `"`),
					Pairs: []Pair{{"app-fallback-length", "/message/parts/0/fallback_text"}},
				},
				{
					Title: "1025 letters in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"Shipped"},"interactive":true,"fallback_text":"` + strings.Repeat("a", 1025) + `"}`,
					Pairs: []Pair{{"app-fallback-length", "/fallback_text"}},
				},
			},
			Good: []Example{
				{Title: "1024 emoji", Kind: validate.KindChatsMessagesSend, Body: captioned(`"fallback_text":"` + strings.Repeat("🎉", 1024) + `"`)},
				{Title: "in an update", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"Shipped"},"interactive":true,"fallback_text":"Your order is on its way"}`},
			},
		},
	}
}
