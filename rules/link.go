package rules

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// linkOf is a body of chats.messages.send with one link part.
func linkOf(value string) string { return sendOf(`{"type":"link","value":"` + value + `"}`) }

// The rules for the value of a link part.
func rulesLink() []Rule {
	return []Rule{
		{
			ID:    "link-url",
			Title: "a link is an absolute http or https URL",
			Help: "`value` of a link part is a URL with its scheme, `https://` or `http://`, and a host, and without white space. " +
				"A bare domain, a path, or the link with words around it is refused. " +
				"For a text with a URL in it use a text part; for `tel:`, `mailto:` and other schemes too, where the phone makes a link of it.",
			Sources: []validate.Source{
				pageChatMessages.says("value: URL to send with a rich link preview."),
				pageRFC3986.says("an absolute URL has a scheme, and one for the web an authority with a host"),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{Title: "no scheme", Kind: validate.KindChatsMessagesSend, Body: linkOf("example.com/menu"), Pairs: []Pair{{"link-url", "/message/parts/0/value"}}},
				{Title: "words around it", Kind: validate.KindChatsMessagesSend, Body: linkOf("Our menu: https://example.com/menu"), Pairs: []Pair{{"link-url", "/message/parts/0/value"}}},
				{Title: "no host", Kind: validate.KindChatsMessagesSend, Body: linkOf("https:///menu"), Pairs: []Pair{{"link-url", "/message/parts/0/value"}}},
				{Title: "empty", Kind: validate.KindChatsMessagesSend, Body: linkOf(""), Pairs: []Pair{{"link-url", "/message/parts/0/value"}}},
			},
			Good: []Example{
				{Title: "https", Kind: validate.KindChatsMessagesSend, Body: linkOf("https://example.com/menu?table=7#drinks")},
				{Title: "a host outside ASCII, and a port", Kind: validate.KindChatsMessagesSend, Body: linkOf("https://bücher.example.com:8443/größe")},
			},
		},
		{
			ID:    "link-length",
			Title: "a link has at most " + itoa(api.MaxLink) + " code points",
			Help: "The URL of a link part takes at most " + itoa(api.MaxLink) + " Unicode code points. " +
				"Such a length usually comes from a state or a token in the query; use a short link or a fragment that the page can resolve. " +
				"A text part takes longer URLs, without a preview.",
			Sources: []validate.Source{guide("messaging").says("Limitations: Maximum URL length: 2,048 characters.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "2049 code points", Kind: validate.KindChatsMessagesSend, Body: linkOf("https://example.com/" + strings.Repeat("a", 2029)), Pairs: []Pair{{"link-length", "/message/parts/0/value"}}},
				{Title: "2049 code points, most of them astral", Kind: validate.KindChatsMessagesSend, Body: linkOf("https://example.com/" + strings.Repeat("🎉", 2029)), Pairs: []Pair{{"link-length", "/message/parts/0/value"}}},
			},
			Good: []Example{
				{Title: "2048 code points", Kind: validate.KindChatsMessagesSend, Body: linkOf("https://example.com/" + strings.Repeat("a", 2028))},
				{Title: "2048 code points, most of them astral: 8132 bytes", Kind: validate.KindChatsMessagesSend, Body: linkOf("https://example.com/" + strings.Repeat("🎉", 2028))},
			},
		},
		{
			ID:    "link-insecure",
			Title: "a link is https",
			Help: "An `http://` link is accepted, but phones make no preview for it: the recipient sees a bare URL, and that is all that a link part is for. " +
				"The fix writes `https://`, which is not a safe one, since the page must be served there.",
			Sources: []validate.Source{
				pageChatMessages.says("The recipient will see an inline card with the page's title, description, and preview image (when available)."),
				ours.says("previews are loaded by the phones over HTTPS only; the documentation's links are all https"),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "http", Kind: validate.KindChatsMessagesSend,
					Body:  linkOf("http://example.com/menu"),
					Pairs: []Pair{{"link-insecure", "/message/parts/0/value"}},
					Fixed: linkOf("https://example.com/menu"),
				},
				{
					Title: "in upper case", Kind: validate.KindChatsMessagesSend,
					Body:  linkOf("HTTP://EXAMPLE.COM"),
					Pairs: []Pair{{"link-insecure", "/message/parts/0/value"}},
					Fixed: linkOf("https://EXAMPLE.COM"),
				},
			},
			Good: []Example{
				{Title: "https", Kind: validate.KindChatsMessagesSend, Body: linkOf("https://example.com/menu")},
				{Title: "http in a text", Kind: validate.KindChatsMessagesSend, Body: sendOf(textOf("Our menu: http://example.com/menu"))},
			},
		},
	}
}
