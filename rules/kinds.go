package rules

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The section "The other kinds", in the documentation's order.
func rulesKinds() []Rule {
	return slices.Concat(rulesVoicememo(), rulesEdit(), rulesReact(), rulesCardUpdate(), rulesPoll(), rulesAttachment())
}

// The rules for voice memos.
func rulesVoicememo() []Rule {
	return []Rule{
		{
			ID:    "voicememo-source",
			Title: "a voice memo has either voice_memo_url or attachment_id",
			Help: "A voice memo is one audio file: give exactly one of `voice_memo_url`, a public https URL, and `attachment_id`, a file registered before with `POST /v3/attachments`. " +
				"With neither there is nothing to send, with both the API would have to choose, and it refuses. " +
				"An older guide knows the URL only.",
			Sources: []validate.Source{reference("chats/methods/send_voicememo").says("Either `voice_memo_url` or `attachment_id` must be provided, but not both.")},
			Kinds:   []validate.Kind{validate.KindChatsVoicememo},
			Bad: []Example{
				{
					Title: "both", Kind: validate.KindChatsVoicememo,
					Body:  `{"voice_memo_url":"https://acme.example/memo.m4a","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`,
					Pairs: []Pair{{"voicememo-source", ""}},
				},
				{
					Title: "neither", Kind: validate.KindChatsVoicememo,
					Body:  `{}`,
					Pairs: []Pair{{"voicememo-source", ""}},
				},
			},
			Good: []Example{
				{Title: "a URL", Kind: validate.KindChatsVoicememo, Body: `{"voice_memo_url":"https://acme.example/memo.m4a"}`},
				{Title: "an uploaded file", Kind: validate.KindChatsVoicememo, Body: `{"attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`},
			},
		},
		{
			ID:    "voicememo-url",
			Title: "a voice_memo_url is an absolute https URL",
			Help: "The API downloads the audio before it sends the memo, and only over https: `http://`, a path or a `data:` URL is refused. " +
				"Put the file where the public can read it, or upload it and send its `attachment_id`.",
			Sources: []validate.Source{reference("chats/methods/send_voicememo").says("URL of the voice memo audio file. Must be a publicly accessible HTTPS URL.")},
			Kinds:   []validate.Kind{validate.KindChatsVoicememo},
			Bad: []Example{
				{
					Title: "plain http", Kind: validate.KindChatsVoicememo,
					Body:  `{"voice_memo_url":"http://acme.example/memo.m4a"}`,
					Pairs: []Pair{{"voicememo-url", "/voice_memo_url"}},
					Fixed: `{"voice_memo_url":"https://acme.example/memo.m4a"}`,
				},
				{
					Title: "a path", Kind: validate.KindChatsVoicememo,
					Body:  `{"voice_memo_url":"/recordings/memo.m4a"}`,
					Pairs: []Pair{{"voicememo-url", "/voice_memo_url"}},
				},
			},
			Good: []Example{
				{Title: "https", Kind: validate.KindChatsVoicememo, Body: `{"voice_memo_url":"https://acme.example/memo.m4a"}`},
				{Title: "a signed URL", Kind: validate.KindChatsVoicememo, Body: `{"voice_memo_url":"https://acme.example/memo?X-Amz-Signature=0f3a"}`},
			},
		},
		{
			ID:    "voicememo-extension",
			Title: "a voice memo is an mp3, m4a, mp4, aac, caf, wav, aiff, aif or amr file",
			Help: "The documentation names the formats of a voice memo: MP3, M4A, AAC, CAF, WAV, AIFF and AMR. " +
				"A URL whose path ends in another known extension most likely leads to a file that is refused; FLAC and OGG are refused everywhere. " +
				"The server looks at the content, so an unknown extension is not reported. " +
				"Convert the recording to M4A.",
			Sources: []validate.Source{
				reference("chats/methods/send_voicememo").says("Supported audio formats: MP3 (audio/mpeg), M4A (audio/x-m4a, audio/mp4), AAC (audio/aac), CAF (audio/x-caf), WAV (audio/wav), AIFF (audio/aiff, audio/x-aiff), AMR (audio/amr)"),
				pageSDK.says("FLAC, OGG, and executable files are explicitly rejected."),
			},
			Kinds: []validate.Kind{validate.KindChatsVoicememo},
			Bad: []Example{
				{
					Title: "OGG", Kind: validate.KindChatsVoicememo,
					Body:  `{"voice_memo_url":"https://acme.example/memo.ogg"}`,
					Pairs: []Pair{{"voicememo-extension", "/voice_memo_url"}},
				},
				{
					Title: "not even audio", Kind: validate.KindChatsVoicememo,
					Body:  `{"voice_memo_url":"https://acme.example/memo.PDF?download=1"}`,
					Pairs: []Pair{{"voicememo-extension", "/voice_memo_url"}},
				},
			},
			Good: []Example{
				{Title: "M4A", Kind: validate.KindChatsVoicememo, Body: `{"voice_memo_url":"https://acme.example/memo.m4a"}`},
				{Title: "no extension", Kind: validate.KindChatsVoicememo, Body: `{"voice_memo_url":"https://acme.example/recordings/v1.2"}`},
			},
		},
	}
}

// The rule for edits.
func rulesEdit() []Rule {
	return []Rule{{
		ID:    "edit-text",
		Title: "an edited text has 1 to " + itoa(api.MaxText) + " code points",
		Help: "An edit replaces the text of a part, so it cannot be empty, and it is bound by the same limit as the text was: " + itoa(api.MaxText) + " Unicode code points. " +
			"An emoji counts as one code point or as several, however many bytes it has. " +
			"A message cannot be emptied by an edit; and it can be edited 5 times at most, within 15 minutes of its sending.",
		Sources: []validate.Source{reference("messages/methods/update").says("New text content for the message part. minLength 1, maxLength 10000")},
		Kinds:   []validate.Kind{validate.KindMessagesEdit},
		Bad: []Example{
			{
				Title: "empty", Kind: validate.KindMessagesEdit,
				Body:  `{"text":""}`,
				Pairs: []Pair{{"edit-text", "/text"}},
			},
			{
				Title: "10001 emoji", Kind: validate.KindMessagesEdit,
				Body:  `{"text":"` + strings.Repeat("🎉", 10001) + `"}`,
				Pairs: []Pair{{"edit-text", "/text"}},
			},
		},
		Good: []Example{
			{Title: "a correction", Kind: validate.KindMessagesEdit, Body: `{"text":"See you at 7, not at 8","part_index":0}`},
			{Title: "10000 emoji", Kind: validate.KindMessagesEdit, Body: `{"text":"` + strings.Repeat("🎉", 10000) + `"}`},
		},
	}}
}

// The rules for updates of a sent card.
func rulesCardUpdate() []Rule {
	return []Rule{
		{
			ID:    "card-update-both",
			Title: "an update has a url or an experience, not both",
			Help: "Both say what the updated card opens, so the documentation makes them exclude one another. " +
				"Keep `url` for a card of your own app and `experience` for one of Linq's.",
			Sources: []validate.Source{pageSDK.says("Mutually exclusive with `experience` and `raw_payload_data`.")},
			Kinds:   []validate.Kind{validate.KindMessagesUpdateAppCard},
			Bad: []Example{
				{
					Title: "both", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"2 – 1"},"interactive":true,"url":"https://acme.example/game","experience":{"name":"agentcard","action":"attach_card"}}`,
					Pairs: []Pair{{"card-update-both", ""}},
				},
				{
					Title: "both, and interactive left out", Kind: validate.KindMessagesUpdateAppCard,
					Body: `{"layout":{"caption":"Paid"},"experience":{"name":"link","action":"open"},"url":"https://acme.example/receipt"}`,
					Pairs: []Pair{
						{"card-update-both", ""},
						{"card-update-interactive", ""},
					},
				},
			},
			Good: []Example{
				{Title: "a url", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"2 – 1"},"interactive":true,"url":"https://acme.example/game"}`},
				{Title: "an experience", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"Paid"},"interactive":true,"experience":{"name":"agentcard","action":"attach_card"}}`},
			},
		},
		{
			ID:    "card-update-app",
			Title: "the app of an update counts on some lines only",
			Help: "The updated card belongs to the app that sent it: its `team_id`, `bundle_id` and `name` are inherited. " +
				"Only lines with zero-day retention, where nothing is stored that could be inherited, need `app` in an update (since 2026-09-06). " +
				"On other lines leave it out.",
			Sources: []validate.Source{
				reference("messages/methods/update_app_card").says("The app identity (team_id, bundle_id, name) is inherited from the original card and cannot change; only url, fallback_text, and layout are replaced."),
				pageNodeSDK.says("app {bundle_id, name, team_id, app_store_id}, for zero-day-retention lines"),
			},
			Kinds: []validate.Kind{validate.KindMessagesUpdateAppCard},
			Bad: []Example{
				{
					Title: "an app", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{` + acme + `,"layout":{"caption":"2 – 1"},"interactive":true}`,
					Pairs: []Pair{{"card-update-app", "/app"}},
				},
				{
					Title: "without a team_id", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"2 – 1 🎉"},"interactive":true,"app":{"bundle_id":"com.acme.app","name":"Acme Chess"}}`,
					Pairs: []Pair{{"card-update-app", "/app"}, {"field-required", "/app"}},
				},
			},
			Good: []Example{
				{Title: "a new layout", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"2 – 1"},"interactive":true}`},
				{Title: "a new layout and a new fallback text", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"2 – 1"},"fallback_text":"It is your turn","interactive":false}`},
			},
		},
		{
			ID:    "card-update-interactive",
			Title: "an update without interactive makes the card interactive",
			Help: "`interactive` is not inherited from the card that is updated: left out, it is `true`. " +
				"A card that was sent with `false`, to show everybody the static layout, becomes interactive by its first update without the member. " +
				"Send `interactive` in every update, with the value that you mean.",
			Sources: []validate.Source{reference("messages/methods/update_app_card").says("Defaults to true when omitted — it is not inherited from the original card.")},
			Kinds:   []validate.Kind{validate.KindMessagesUpdateAppCard},
			Bad: []Example{
				{
					Title: "left out", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"2 – 1"}}`,
					Pairs: []Pair{{"card-update-interactive", ""}},
				},
				{
					Title: "left out beside a url", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"Shipped"},"url":"https://acme.example/orders/42"}`,
					Pairs: []Pair{{"card-update-interactive", ""}},
				},
			},
			Good: []Example{
				{Title: "static", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"2 – 1"},"interactive":false}`},
				{Title: "interactive", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"2 – 1"},"interactive":true}`},
			},
		},
	}
}
