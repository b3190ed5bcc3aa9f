package validate

// The pages that the rules quote. Each is written once here, with the date on
// which it was read, so that a rule holds only the sentence.

// read is the day on which the reference pages and the guides were read.
const read = "2026-11-23"

// sdkPage is the vendor's Go SDK, whose doc comments are newer than the
// reference pages; the version and its day stand in the page's name.
const sdkPage = "https://github.com/linq-team/linq-go (v0.38.3 of 2026-08-20)"

// srcMessagesCreate quotes the reference page of POST /v3/messages.
func srcMessagesCreate(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/api/resources/messages/methods/create", Quote: quote, Read: read}
}

// srcChatMessages quotes the reference page of POST
// /v3/chats/{chatId}/messages.
func srcChatMessages(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/api/resources/chats/subresources/messages", Quote: quote, Read: read}
}

// srcChats quotes the reference page of POST /v3/chats.
func srcChats(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/api/resources/chats/methods/create", Quote: quote, Read: read}
}

// srcAttachments quotes the reference page of POST /v3/attachments.
func srcAttachments(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/api/resources/attachments", Quote: quote, Read: read}
}

// srcErrors quotes the table of error codes.
func srcErrors(quote string) Source {
	return Source{Page: "https://docs.linqapp.com/error/", Quote: quote, Read: read}
}

// srcGuide quotes a guide; slug is its path under guides/, such as
// "messaging/attachments".
func srcGuide(slug, quote string) Source {
	return Source{Page: "https://docs.linqapp.com/guides/" + slug + "/", Quote: quote, Read: read}
}

// srcSDK quotes a doc comment of the vendor's Go SDK, where it says more than
// the reference pages.
func srcSDK(quote string) Source { return Source{Page: sdkPage, Quote: quote, Read: read} }

// srcRFC8259 is the grammar of JSON, in our words.
func srcRFC8259(says string) Source {
	return Source{Page: "https://www.rfc-editor.org/rfc/rfc8259", Quote: says, Read: read}
}

// srcRFC3986 is the grammar of URLs, in our words.
func srcRFC3986(says string) Source {
	return Source{Page: "https://www.rfc-editor.org/rfc/rfc3986", Quote: says, Read: read}
}

// srcRFC9562 is the text form of a UUID, in our words.
func srcRFC9562(says string) Source {
	return Source{Page: "https://www.rfc-editor.org/rfc/rfc9562", Quote: says, Read: read}
}

// srcE164 is the numbering plan behind phone numbers, in our words.
func srcE164(says string) Source {
	return Source{Page: "https://www.itu.int/rec/T-REC-E.164", Quote: says, Read: read}
}

// srcUAX29 is Unicode's text segmentation, in our words.
func srcUAX29(says string) Source {
	return Source{Page: "https://www.unicode.org/reports/tr29/", Quote: says, Read: read}
}

// ours marks what no page says, with the reason why it is held all the same.
func ours(reason string) Source { return Source{Page: Ours, Quote: reason, Read: read} }

// bad is an example that yields exactly pairs, in source order.
func bad(title string, k Kind, body string, pairs ...Pair) Example {
	return Example{Title: title, Kind: k, Body: body, Pairs: pairs}
}

// mended is a bad example with the body that this rule's fixes make of it.
func mended(title string, k Kind, body, fixed string, pairs ...Pair) Example {
	return Example{Title: title, Kind: k, Body: body, Pairs: pairs, Fixed: fixed}
}

// good is an example that yields nothing, notes included.
func good(title string, k Kind, body string) Example {
	return Example{Title: title, Kind: k, Body: body}
}

// at is a rule at a pointer.
func at(rule, pointer string) Pair { return Pair{Rule: rule, Pointer: pointer} }
