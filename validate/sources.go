package validate

// The pages that the rules quote. Each is written once here, with the date on
// which it was read, so that a rule holds only the sentence.

// readOn is the day on which the reference pages and the guides were read.
const readOn = "2026-11-23"

// sdkPage is the vendor's Go SDK, whose doc comments are newer than the
// reference pages; the version and its day stand in the page's name.
const sdkPage = "https://github.com/linq-team/linq-go (v0.38.3 of 2026-08-20)"

// srcMessagesCreate quotes the reference page of POST /v3/messages.
func srcMessagesCreate(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/api/resources/messages/methods/create", Quote: quote, Read: readOn}
}

// srcChatMessages quotes the reference page of POST
// /v3/chats/{chatId}/messages.
func srcChatMessages(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/api/resources/chats/subresources/messages", Quote: quote, Read: readOn}
}

// srcChats quotes the reference page of POST /v3/chats.
func srcChats(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/api/resources/chats/methods/create", Quote: quote, Read: readOn}
}

// srcAttachments quotes the reference page of POST /v3/attachments.
func srcAttachments(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/api/resources/attachments", Quote: quote, Read: readOn}
}

// srcErrors quotes the table of error codes.
func srcErrors(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/error/", Quote: quote, Read: readOn}
}

// srcGuide quotes a guide; slug is its path under guides/, such as
// "messaging/attachments".
func srcGuide(slug, quote string) Source {
	return Source{Page: "https://docs.linqapp.com/guides/" + slug + "/", Quote: quote, Read: readOn}
}

// srcKeyConcepts quotes the page that defines handles, chats and messages.
func srcKeyConcepts(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/getting-started/key-concepts/", Quote: quote, Read: readOn}
}

// srcSDK quotes a doc comment of the vendor's Go SDK, where it says more than
// the reference pages.
func srcSDK(quote string) Source { return Source{Page: sdkPage, Quote: quote, Read: readOn} }

// srcRFC8259 is the grammar of JSON, in our words.
func srcRFC8259(says string) Source {
	return Source{Page: "https://www.rfc-editor.org/rfc/rfc8259", Quote: says, Read: readOn}
}

// srcRFC3986 is the grammar of URLs, in our words.
func srcRFC3986(says string) Source {
	return Source{Page: "https://www.rfc-editor.org/rfc/rfc3986", Quote: says, Read: readOn}
}

// srcRFC9562 is the text form of a UUID, in our words.
func srcRFC9562(says string) Source {
	return Source{Page: "https://www.rfc-editor.org/rfc/rfc9562", Quote: says, Read: readOn}
}

// srcE164 is the numbering plan behind phone numbers, in our words.
func srcE164(says string) Source {
	return Source{Page: "https://www.itu.int/rec/T-REC-E.164", Quote: says, Read: readOn}
}

// srcUAX29 is Unicode's text segmentation, in our words.
func srcUAX29(says string) Source {
	return Source{Page: "https://www.unicode.org/reports/tr29/", Quote: says, Read: readOn}
}

// ours marks what no page says, with the reason why it is held all the same.
func ours(reason string) Source { return Source{Page: Ours, Quote: reason, Read: readOn} }

// The kinds that several rules share: those that carry a MessageContent, and
// those that name recipients.
var (
	messageKinds   = []Kind{MessagesCreate, ChatsMessagesSend, ChatsCreate, Message}
	recipientKinds = []Kind{MessagesCreate, ChatsCreate}
)
