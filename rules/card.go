package rules

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// layoutOf is a body of chats.messages.send that holds a card with the given
// layout object.
func layoutOf(layout string) string { return acmeCard(`"layout":` + layout) }

// The rules for a card's layout.
func rulesCard() []Rule {
	return []Rule{
		{
			ID:    "card-empty",
			Title: "a layout sets a caption or the image",
			Help: "A card with none of `caption`, `subcaption`, `trailing_caption`, `trailing_subcaption` and `image_url` is drawn as an empty bubble. " +
				"An empty string is not set, and `image_title` or `image_subtitle` alone do not count: there is no image to draw them over. " +
				"Set at least `caption`.",
			Sources: []validate.Source{pageMessagesCreate.says("At least one of caption, subcaption, trailing_caption, trailing_subcaption, or image_url must be set, otherwise the card renders as an empty bubble.")},
			Kinds:   cardKinds,
			Bad: []Example{
				{
					Title: "nothing set", Kind: validate.KindChatsMessagesSend,
					Body:  layoutOf(`{}`),
					Pairs: []Pair{{"card-empty", "/message/parts/0/layout"}},
				},
				{
					Title: "an empty caption in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":""},"interactive":true}`,
					Pairs: []Pair{{"card-empty", "/layout"}},
				},
			},
			Good: []Example{
				{Title: "a caption", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"caption":"Order 42"}`)},
				{Title: "an image alone", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"image_url":"https://acme.example/board.png"},"interactive":true}`},
			},
		},
		{
			ID:    "card-text-length",
			Title: "each text of a layout has at most " + itoa(api.MaxCardText) + " code points",
			Help: "`caption`, `subcaption`, `trailing_caption`, `trailing_subcaption`, `image_title` and `image_subtitle` may have " + itoa(api.MaxCardText) + " Unicode code points each; a longer one is refused. " +
				"The card shows far less than that: keep a caption to one line and put details behind the card's `url`.",
			Sources: []validate.Source{pageMessagesCreate.says("Primary label, top-left and bold. maxLength 512")},
			Kinds:   cardKinds,
			Bad: []Example{
				{
					Title: "513 emoji", Kind: validate.KindChatsMessagesSend,
					Body:  layoutOf(`{"caption":"` + strings.Repeat("🎉", 513) + `"}`),
					Pairs: []Pair{{"card-text-length", "/message/parts/0/layout/caption"}},
				},
				{
					Title: "two texts of 513 code points, in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body: `{"layout":{"subcaption":"` + strings.Repeat("a", 513) + `","trailing_subcaption":"` + strings.Repeat("b", 513) + `"},"interactive":true}`,
					Pairs: []Pair{
						{"card-text-length", "/layout/subcaption"},
						{"card-text-length", "/layout/trailing_subcaption"},
					},
				},
			},
			Good: []Example{
				{Title: "512 emoji", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"caption":"` + strings.Repeat("🎉", 512) + `"}`)},
				{Title: "every text", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"Chess","subcaption":"Your turn","trailing_caption":"2 – 1","trailing_subcaption":"Round 3","image_title":"Board","image_subtitle":"Move 12","image_url":"https://acme.example/board.png"},"interactive":true}`},
			},
		},
		{
			ID:    "card-image-text",
			Title: "image_title and image_subtitle need image_url",
			Help: "Both texts are laid over the card's image, so without `image_url` there is nothing to lay them over, and the API refuses the card. " +
				"Set `image_url`, or move the words to `caption` and `subcaption`.",
			Sources: []validate.Source{pageMessagesCreate.says("without an image there is nothing to overlay — so setting either without image_url is rejected.")},
			Kinds:   cardKinds,
			Bad: []Example{
				{
					Title: "a title without an image", Kind: validate.KindChatsMessagesSend,
					Body:  layoutOf(`{"caption":"Order 42","image_title":"Shipped"}`),
					Pairs: []Pair{{"card-image-text", "/message/parts/0/layout/image_title"}},
				},
				{
					Title: "both without an image, in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body: `{"layout":{"caption":"Chess","image_title":"Board","image_subtitle":"Move 12"},"interactive":true}`,
					Pairs: []Pair{
						{"card-image-text", "/layout/image_title"},
						{"card-image-text", "/layout/image_subtitle"},
					},
				},
			},
			Good: []Example{
				{Title: "over an image", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"image_title":"Shipped","image_url":"https://acme.example/parcel.jpg"}`)},
				{Title: "no image and no text for one", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"caption":"Order 42","subcaption":"Shipped"}`)},
			},
		},
		{
			ID:    "card-image-url",
			Title: "an image_url is an absolute http or https URL of at most " + itoa(api.MaxImageURL) + " code points",
			Help: "The API downloads the preview image before it sends the card, and refuses the card when it cannot. " +
				"The URL therefore has to be absolute, with a host, and at most " + itoa(api.MaxImageURL) + " Unicode code points long; a file name, a `data:` URL or a custom scheme will not do. " +
				"Put the image where the public can read it and give its https URL.",
			Sources: []validate.Source{pageMessagesCreate.says("an unreachable or non-image URL returns a validation error. format uri, maxLength 2048")},
			Kinds:   cardKinds,
			Bad: []Example{
				{
					Title: "a file name", Kind: validate.KindChatsMessagesSend,
					Body:  layoutOf(`{"image_url":"parcel.jpg"}`),
					Pairs: []Pair{{"card-image-url", "/message/parts/0/layout/image_url"}},
				},
				{
					Title: "2049 code points, in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"image_url":"https://acme.example/` + strings.Repeat("𐐷", 2049-21) + `"},"interactive":true}`,
					Pairs: []Pair{{"card-image-url", "/layout/image_url"}},
				},
			},
			Good: []Example{
				{Title: "https", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"image_url":"https://acme.example/parcel.jpg"}`)},
				{Title: "2048 code points, in an update", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"image_url":"https://acme.example/` + strings.Repeat("𐐷", 2048-21) + `"},"interactive":true}`},
			},
		},
		{
			ID:    "card-image-insecure",
			Title: "an image_url should be https",
			Help: "Everything else that the API downloads has to be https, and no source says that the image of a card may be fetched over plain `http://`. " +
				"If the download fails, so does the whole card. " +
				"Give the https address of the image; the fix only writes the scheme, so see that the host serves it.",
			Sources: []validate.Source{pageMessagesCreate.says("an unreachable or non-image URL returns a validation error")},
			Kinds:   cardKinds,
			Bad: []Example{
				{
					Title: "plain http", Kind: validate.KindChatsMessagesSend,
					Body:  layoutOf(`{"image_url":"http://acme.example/parcel.jpg"}`),
					Pairs: []Pair{{"card-image-insecure", "/message/parts/0/layout/image_url"}},
					Fixed: layoutOf(`{"image_url":"https://acme.example/parcel.jpg"}`),
				},
				{
					Title: "upper-case scheme, in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"Chess","image_url":"HTTP://acme.example/board.png"},"interactive":true}`,
					Pairs: []Pair{{"card-image-insecure", "/layout/image_url"}},
					Fixed: `{"layout":{"caption":"Chess","image_url":"https://acme.example/board.png"},"interactive":true}`,
				},
			},
			Good: []Example{
				{Title: "https", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"image_url":"https://acme.example/parcel.jpg"}`)},
				{Title: "https in an update", Kind: validate.KindMessagesUpdateAppCard, Body: `{"layout":{"caption":"Chess","image_url":"https://acme.example/board.png"},"interactive":true}`},
			},
		},
		{
			ID:    "card-image-type",
			Title: "a card's image is a JPEG, PNG, HEIF or WebP",
			Help: "The reference page names JPEG for the preview image; the later documentation (2026-07-06) adds PNG, HEIF and WebP. " +
				"A URL whose path ends in another known extension most likely leads to a file that the card cannot show, and the API then refuses the card. " +
				"An unknown extension is not reported: the API looks at the content. " +
				"Convert the image, or correct the URL if it leads to a page or a document.",
			Sources: []validate.Source{
				pageMessagesCreate.says("URL of a JPEG image to display as the card’s preview image"),
				pageSDK.says("URL of an image (JPEG, PNG, HEIF, or WebP) to display as the card's preview image"),
			},
			Kinds: cardKinds,
			Bad: []Example{
				{
					Title: "a GIF", Kind: validate.KindChatsMessagesSend,
					Body:  layoutOf(`{"image_url":"https://acme.example/parcel.gif"}`),
					Pairs: []Pair{{"card-image-type", "/message/parts/0/layout/image_url"}},
				},
				{
					Title: "a document, in an update", Kind: validate.KindMessagesUpdateAppCard,
					Body:  `{"layout":{"caption":"Invoice","image_url":"https://acme.example/invoice.PDF?page=1"},"interactive":true}`,
					Pairs: []Pair{{"card-image-type", "/layout/image_url"}},
				},
			},
			Good: []Example{
				{Title: "WebP, by the later documentation", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"image_url":"https://acme.example/parcel.webp"}`)},
				{Title: "no extension", Kind: validate.KindChatsMessagesSend, Body: layoutOf(`{"image_url":"https://acme.example/image.php?id=42"}`)},
			},
		},
	}
}
