package rules

import (
	"slices"

	"github.com/linqlint/linqlint/validate"
)

// The section "Media and links", in the documentation's order.
func rulesMedia() []Rule {
	return slices.Concat(rulesFile(), rulesLink())
}

// mediaOf is a body of chats.messages.send with one media part by url.
func mediaOf(url string) string { return sendOf(`{"type":"media","url":"` + url + `"}`) }

// overSMS is mediaOf with preferred_service SMS.
func overSMS(url string) string {
	return `{"message":{"preferred_service":"SMS",` + mediaOf(url)[len(`{"message":{`):]
}

// fetchedKinds are the kinds that name a file which the server downloads.
var fetchedKinds = []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindMessage, validate.KindChatsVoicememo, validate.KindMessagesUpdateAppCard}

// The rules for media parts and for what refers to a file or a message.
func rulesFile() []Rule {
	return []Rule{
		{
			ID:    "media-source",
			Title: "a media part has exactly one of url and attachment_id",
			Help: "A media part names its file either by a public `url`, which the server downloads on sending, or by the `attachment_id` of an upload. " +
				"With neither there is nothing to send; with both it is not clear which one is meant, and the message is refused. " +
				"Prefer `attachment_id` for a file that goes to many recipients.",
			Sources: []validate.Source{pageMessagesCreate.says("Either url or attachment_id must be provided, but not both.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "neither", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"media"}`), Pairs: []Pair{{"media-source", "/message/parts/0"}}},
				{Title: "both", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"media","url":"https://example.com/photo.jpg","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`), Pairs: []Pair{{"media-source", "/message/parts/0"}}},
			},
			Good: []Example{
				{Title: "a url", Kind: validate.KindChatsMessagesSend, Body: sendOf(picture)},
				{Title: "an upload", Kind: validate.KindChatsMessagesSend, Body: sendOf(uploaded)},
			},
		},
		{
			ID:    "media-url",
			Title: "a media part's url is an absolute https URL",
			Help: "The server downloads the file itself, and only over HTTPS: `https://`, a host, and no white space. " +
				"`http://`, a path without a host, a `data:` URL or a local file cannot be fetched. " +
				"Files that are downloaded have at most 10 MB; a file that is larger, up to 100 MB, or not public, is uploaded through `POST /v3/attachments` and named by `attachment_id`.",
			Sources: []validate.Source{pageMessagesCreate.says("Any publicly accessible HTTPS URL to the media file. URL must use HTTPS. format uri")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "http", Kind: validate.KindChatsMessagesSend,
					Body:  mediaOf("http://example.com/photo.jpg"),
					Pairs: []Pair{{"media-url", "/message/parts/0/url"}},
					Fixed: mediaOf("https://example.com/photo.jpg"),
				},
				{Title: "no host", Kind: validate.KindChatsMessagesSend, Body: mediaOf("/uploads/photo.jpg"), Pairs: []Pair{{"media-url", "/message/parts/0/url"}}},
				{Title: "no scheme", Kind: validate.KindChatsMessagesSend, Body: mediaOf("example.com/photo.jpg"), Pairs: []Pair{{"media-url", "/message/parts/0/url"}}},
				{Title: "a space in the path", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://example.com/my photo.jpg"), Pairs: []Pair{{"media-url", "/message/parts/0/url"}}},
				{Title: "a data: URL", Kind: validate.KindChatsMessagesSend, Body: mediaOf("data:image/png;base64,iVBORw0KGgo="), Pairs: []Pair{{"media-url", "/message/parts/0/url"}}},
			},
			Good: []Example{
				{Title: "https", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://example.com/photo.jpg")},
				{Title: "scheme in upper case, port, letters outside ASCII, query", Kind: validate.KindChatsMessagesSend, Body: mediaOf("HTTPS://bücher.example.com:8443/größe/photo.jpg?size=2")},
			},
		},
		{
			ID:    "media-url-private",
			Title: "a file's url can be reached from outside",
			Help: "The server downloads `url`, `voice_memo_url` and `image_url` from the internet, so `localhost`, a host without a dot, `.local` and `.internal` names and loopback, private or link-local addresses (10/8, 172.16/12, 192.168/16, 127/8, 169.254/16, `::1`, fc00::/7, fe80::/10) fail. " +
				"Credentials in the URL (`https://user:secret@…`) are reported too: they end up in logs, and servers tend to ignore them. " +
				"It is a warning, because a network may be built so that it works. " +
				"Use a public or a presigned URL, or upload the file.",
			Sources: []validate.Source{
				pageMessagesCreate.says("Any publicly accessible HTTPS URL to the media file."),
				guide("messaging/attachments").says("The URL must be publicly accessible via HTTPS with a valid SSL certificate. The API downloads the file from the URL before sending."),
			},
			Kinds: fetchedKinds,
			Bad: []Example{
				{Title: "this machine", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://localhost:3000/photo.jpg"), Pairs: []Pair{{"media-url-private", "/message/parts/0/url"}}},
				{Title: "a private address", Kind: validate.KindChatsVoicememo, Body: `{"voice_memo_url":"https://192.168.1.20/memo.m4a"}`, Pairs: []Pair{{"media-url-private", "/voice_memo_url"}}},
				{Title: "a loopback address in IPv6", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://[::1]/photo.jpg"), Pairs: []Pair{{"media-url-private", "/message/parts/0/url"}}},
				{Title: "a name of a local network", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"caption":"Order 42","image_url":"https://files/card.png"}`), Pairs: []Pair{{"media-url-private", "/message/parts/0/layout/image_url"}}},
				{Title: "credentials", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://acme:secret@example.com/photo.jpg"), Pairs: []Pair{{"media-url-private", "/message/parts/0/url"}}},
			},
			Good: []Example{
				{Title: "a public host", Kind: validate.KindChatsVoicememo, Body: `{"voice_memo_url":"https://example.com/memo.m4a"}`},
				{Title: "a public address", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://203.0.113.7/photo.jpg")},
			},
		},
		{
			ID:    "media-extension",
			Title: "a media part's extension is a supported one",
			Help: "The path ends in an extension that is known and not among the supported ones, so the file will most likely be refused with code 5004. " +
				"Supported are jpg jpeg png gif heic heif tif tiff bmp, mp4 mov m4v mpeg mpg 3gp, m4a mp3 aac caf wav aiff amr, pdf txt rtf csv doc docx xls xlsx ppt pptx pages numbers key epub zip html htm, vcf ics. " +
				"FLAC, OGG and executable files are explicitly rejected; of uploads the SDK (2026-08-20) says so of WebP and SVG too, though its content types name both. " +
				"The server looks at the content and not at the name, so it is never an error, and an unknown suffix does not count as an extension. " +
				"Convert the file, or send it as a link.",
			Sources: []validate.Source{
				pageMessagesCreate.says("File content must be a supported format (the server validates the actual file content). Images: .jpg, .jpeg, .png, .gif, .heic, .heif, .tif, .tiff, .bmp …"),
				pageSDK.says("Unsupported Types: WebP, SVG, FLAC, OGG, and executable files are explicitly rejected."),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{Title: "WebP", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://example.com/photo.webp"), Pairs: []Pair{{"media-extension", "/message/parts/0/url"}}},
				{Title: "FLAC, percent-encoded and in upper case", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://example.com/song%2EFLAC?dl=1"), Pairs: []Pair{{"media-extension", "/message/parts/0/url"}}},
				{Title: "a program", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://example.com/setup.exe"), Pairs: []Pair{{"media-extension", "/message/parts/0/url"}}},
			},
			Good: []Example{
				{Title: "JPEG in upper case, with a query", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://example.com/IMG_0042.JPG?format=webp")},
				{Title: "suffixes that are not extensions", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"media","url":"https://example.com/avatars/john.doe"}`, `{"type":"media","url":"https://example.com/files/v1.2"}`)},
			},
		},
		{
			ID:    "media-audio-file",
			Title: "audio in a media part arrives as a file",
			Help: "An audio file in a media part is shown as a file to open, not as a voice memo that plays in the bubble. " +
				"For the bubble use `POST /v3/chats/{chatId}/voicememo`, which takes `voice_memo_url` or `attachment_id`. " +
				"If a file is meant, all is well.",
			Sources: []validate.Source{pageMessagesCreate.says("Audio sent here appears as a regular file attachment. To send audio as an iMessage voice memo bubble (with inline playback), use /v3/chats/{chatId}/voicememo.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "m4a", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://example.com/memo.m4a"), Pairs: []Pair{{"media-audio-file", "/message/parts/0/url"}}},
				{Title: "mp3 beside a text", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Today's announcement:"), `{"type":"media","url":"https://example.com/today.mp3"}`), Pairs: []Pair{{"media-audio-file", "/message/parts/1/url"}}},
			},
			Good: []Example{
				{Title: "a voice memo", Kind: validate.KindChatsVoicememo, Body: `{"voice_memo_url":"https://example.com/memo.m4a"}`},
				{Title: "a video", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://example.com/tour.mp4")},
			},
		},
		{
			ID:    "media-sms-file",
			Title: "over SMS only images and videos travel",
			Help: "With `preferred_service` SMS a recipient without RCS gets images and videos as MMS; audio, documents, contacts and calendar files do not travel and are lost. " +
				"Send a link to the file in a text instead, or leave `preferred_service` out. " +
				"Checked by the extension of `url`: an `attachment_id` and a URL without a known extension say nothing.",
			Sources: []validate.Source{guide("messaging/protocol-selection").says("Protocol capabilities (iMessage, RCS, SMS): Images & video: Yes, Yes, MMS. File attachments (100MB): Yes, Limited, No.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "a document", Kind: validate.KindChatsMessagesSend, Body: overSMS("https://example.com/menu.pdf"), Pairs: []Pair{{"media-sms-file", "/message/parts/0/url"}}},
				{Title: "a contact", Kind: validate.KindChatsMessagesSend, Body: overSMS("https://example.com/acme.vcf"), Pairs: []Pair{{"media-sms-file", "/message/parts/0/url"}}},
			},
			Good: []Example{
				{Title: "an image", Kind: validate.KindChatsMessagesSend, Body: overSMS("https://example.com/photo.jpg")},
				{Title: "a document where the API chooses", Kind: validate.KindChatsMessagesSend, Body: mediaOf("https://example.com/menu.pdf")},
			},
		},
		{
			ID:    "attachment-id",
			Title: "an attachment_id is a UUID",
			Help: "`attachment_id` is what `POST /v3/attachments` returned: 36 code points, hexadecimal digits in groups of 8-4-4-4-12, of any version and case. " +
				"A file name, a URL or a number of your own is refused. " +
				"Keep the id of the response beside your file; it does not expire.",
			Sources: []validate.Source{
				pageMessagesCreate.says("attachment_id: Reference to a file pre-uploaded via POST /v3/attachments. format uuid"),
				pageRFC9562.says("the text form is 8-4-4-4-12 hexadecimal digits, read ignoring case"),
			},
			Kinds: []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindMessage, validate.KindChatsVoicememo},
			Bad: []Example{
				{Title: "a file name", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"media","attachment_id":"menu.pdf"}`), Pairs: []Pair{{"attachment-id", "/message/parts/0/attachment_id"}}},
				{Title: "no dashes", Kind: validate.KindChatsVoicememo, Body: `{"attachment_id":"550e8400e29b41d4a716446655440000"}`, Pairs: []Pair{{"attachment-id", "/attachment_id"}}},
				{Title: "one digit short", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-44665544000"}`), Pairs: []Pair{{"attachment-id", "/message/parts/0/attachment_id"}}},
			},
			Good: []Example{
				{Title: "version 4", Kind: validate.KindChatsMessagesSend, Body: sendOf(uploaded)},
				{Title: "upper case", Kind: validate.KindChatsVoicememo, Body: `{"attachment_id":"550E8400-E29B-41D4-A716-446655440000"}`},
			},
		},
		{
			ID:    "uuid-nil",
			Title: "a UUID is not the nil one",
			Help: "`00000000-0000-0000-0000-000000000000` has the form of a UUID and names nothing: the API will report that the attachment, message or option does not exist. " +
				"It is the zero value of UUID types in many languages, so a field was never set. " +
				"Leave the member out, or fill it.",
			Sources: []validate.Source{pageRFC9562.says("the nil UUID has all 128 bits zero and means the absence of one")},
			Kinds:   []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindMessage, validate.KindChatsVoicememo, validate.KindMessagesPollsVote},
			Bad: []Example{
				{Title: "an attachment", Kind: validate.KindChatsMessagesSend, Body: sendOf(`{"type":"media","attachment_id":"00000000-0000-0000-0000-000000000000"}`), Pairs: []Pair{{"uuid-nil", "/message/parts/0/attachment_id"}}},
				{Title: "a message", Kind: validate.KindChatsMessagesSend, Body: `{"message":{"parts":[{"type":"text","value":"Great point!"}],"reply_to":{"message_id":"00000000-0000-0000-0000-000000000000"}}}`, Pairs: []Pair{{"uuid-nil", "/message/reply_to/message_id"}}},
				{Title: "an option", Kind: validate.KindMessagesPollsVote, Body: `{"operation":"add","option_id":"00000000-0000-0000-0000-000000000000"}`, Pairs: []Pair{{"uuid-nil", "/option_id"}}},
			},
			Good: []Example{
				{Title: "an attachment", Kind: validate.KindChatsMessagesSend, Body: sendOf(uploaded)},
				{Title: "an option", Kind: validate.KindMessagesPollsVote, Body: `{"operation":"add","option_id":"550e8400-e29b-41d4-a716-446655440000"}`},
			},
		},
	}
}
