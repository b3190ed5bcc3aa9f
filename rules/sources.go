package rules

import (
	"strconv"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// page is where a rule is written: a URL, or [api.Ours]. Each is named once, here.
type page string

// readOn is the day on which the pages were read.
const readOn = "2026-11-23"

// says quotes a page. What the RFCs, the numbering plan and Unicode say is in
// our words; for ours it is the reason for the rule.
func (p page) says(quote string) validate.Source {
	return validate.Source{Page: string(p), Quote: quote, Read: readOn}
}

const (
	pageMessagesCreate page = resources + "messages/methods/create"
	pageReact          page = resources + "messages/methods/add_reaction"
	pageChats          page = resources + "chats/methods/create"
	pageChatMessages   page = resources + "chats/subresources/messages"
	pageAttachments    page = resources + "attachments"
	pageErrors         page = "https://docs.linqapp.com/error/"
	pageKeyConcepts    page = "https://docs.linqapp.com/getting-started/key-concepts/"

	// The vendor's Go SDK, whose doc comments are newer than the reference pages;
	// the version and its date are in the page's name.
	pageSDK page = "https://github.com/linq-team/linq-go (v0.38.3 of 2026-08-20)"

	// The vendor's Node SDK, by whose changelog and types the API of September
	// 2026 is known.
	pageNodeSDK page = "https://github.com/linq-team/linq-node (v0.71.2 of 2026-09-26)"

	pageRFC8259 page = "https://www.rfc-editor.org/rfc/rfc8259" // JSON
	pageRFC3986 page = "https://www.rfc-editor.org/rfc/rfc3986" // URLs
	pageRFC9562 page = "https://www.rfc-editor.org/rfc/rfc9562" // UUIDs
	pageE164    page = "https://www.itu.int/rec/T-REC-E.164"    // phone numbers
	pageUAX29   page = "https://www.unicode.org/reports/tr29/"  // grapheme clusters

	ours page = api.Ours

	resources = "https://docs.linqapp.com/api/resources/"
)

// reference is the page of another method, such as "messages/methods/update".
func reference(path string) page { return page(resources + path) }

// guide is a guide, by its path, such as "messaging/attachments".
func guide(path string) page {
	return page("https://docs.linqapp.com/channel/imessage/guides/" + path + "/")
}

// The kinds that several rules share: those that carry a MessageContent, and
// those that name recipients.
var (
	messageKinds   = []validate.Kind{validate.KindMessagesCreate, validate.KindChatsMessagesSend, validate.KindChatsCreate, validate.KindMessage}
	recipientKinds = []validate.Kind{validate.KindMessagesCreate, validate.KindChatsCreate}
)

// itoa is how a limit is written in a text.
func itoa(n int) string { return strconv.Itoa(n) }
