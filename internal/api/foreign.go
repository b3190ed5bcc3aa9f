package api

// Foreign is how another API, a program or plain English writes a member or a
// value of this API. Names are compared without case and separators.
type Foreign struct {
	Name string
	To   []string // what it is here; the first that the object or the list has
	// From names the row of ForeignSources that the name comes from.
	From string
}

// ForeignSources are the pages that document the shapes below; Read is the date
// on which a page was compared with them, if it was.
var ForeignSources = []struct{ Name, URL, Read string }{
	{"Twilio", "https://www.twilio.com/docs/messaging/api/message-resource", ""},
	{"Sendblue", "https://docs.sendblue.com/api/resources/messages/methods/send", "2026-11-29"},
	{"Sendblue effects", "https://docs.sendblue.com/guides/expressive-messages", "2026-11-29"},
	{"BlueBubbles", "https://docs.bluebubbles.app/server/developer-guides/rest-api-and-webhooks", ""},
	{"BlueBubbles effects", "https://github.com/BlueBubblesApp/bluebubbles-app/blob/master/lib/helpers/constants.dart", "2026-11-29"},
	{"LoopMessage", "https://docs.loopmessage.com/imessage-conversation-api/send-message", ""},
	{"Slack", "https://docs.slack.dev/reference/methods/chat.postMessage", ""},
	{"OpenAI", "https://platform.openai.com/docs/api-reference/chat/create", ""},
	{"Telegram", "https://core.telegram.org/bots/api#sendmessage", ""},
	{"WhatsApp Cloud API", "https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages", ""},
	{"Telnyx", "https://developers.telnyx.com/api-reference/messages/send-a-message", ""},
	{"HTML", "https://html.spec.whatwg.org/multipage/embedded-content.html", ""},
	{"Bluesky", "https://docs.bsky.app/docs/advanced-guides/post-richtext", ""},
	{"Apple", "https://github.com/BlueBubblesApp/bluebubbles-app/blob/master/lib/helpers/constants.dart", "2026-11-29"},
	{"English", "", ""},
}

// ForeignMembers are the names of members.
var ForeignMembers = []Foreign{
	{"text", []string{"value"}, "OpenAI"},
	{"body", []string{"value", "text"}, "Twilio"},
	{"content", []string{"value", "text"}, "Sendblue"},
	{"message", []string{"value", "text"}, "BlueBubbles"},
	{"caption", []string{"value"}, "Telegram"},
	{"src", []string{"url", "value"}, "HTML"},
	{"href", []string{"url", "value"}, "HTML"},
	{"link", []string{"url", "value"}, "English"},
	{"uri", []string{"url", "value"}, "Bluesky"},
	{"media_url", []string{"url", "voice_memo_url"}, "Sendblue"},
	{"image_url", []string{"url"}, "OpenAI"},
	{"image", []string{"url"}, "English"},
	{"photo", []string{"url"}, "Telegram"},
	{"video", []string{"url"}, "Telegram"},
	{"file_url", []string{"url"}, "English"},
	{"file_id", []string{"attachment_id"}, "Telegram"},
	{"media_id", []string{"attachment_id"}, "WhatsApp Cloud API"},
	{"decorations", []string{"text_decorations"}, "English"},
	{"entities", []string{"text_decorations"}, "Telegram"},
	{"facets", []string{"text_decorations"}, "Bluesky"},
	{"formatting", []string{"text_decorations"}, "English"},
	{"recipients", []string{"to"}, "English"},
	{"recipient", []string{"to"}, "LoopMessage"},
	{"phone", []string{"to"}, "English"},
	{"phone_number", []string{"to"}, "English"},
	{"number", []string{"to"}, "Sendblue"},
	{"numbers", []string{"to"}, "Sendblue"},
	{"chat_guid", []string{"to"}, "BlueBubbles"},
	{"from_number", []string{"from"}, "Sendblue"},
	{"sender", []string{"from"}, "English"},
	{"send_style", []string{"effect", "name"}, "Sendblue"},
	{"effect_id", []string{"effect", "name"}, "BlueBubbles"},
	{"message_effect_id", []string{"effect"}, "Telegram"},
	{"service", []string{"preferred_service"}, "English"},
	{"reply_to_message_id", []string{"reply_to", "message_id"}, "Telegram"},
	{"selected_message_guid", []string{"reply_to"}, "BlueBubbles"},
	{"in_reply_to", []string{"reply_to"}, "English"},
	{"guid", []string{"message_id"}, "BlueBubbles"},
	{"temp_guid", []string{"idempotency_key"}, "BlueBubbles"},
	{"reaction", []string{"type"}, "BlueBubbles"},
	{"tapback", []string{"type"}, "Apple"},
	{"emoji", []string{"custom_emoji"}, "Telegram"},
}

// foreignEffects are the names of effects.
var foreignEffects = []Foreign{
	{"com.apple.MobileSMS.expressivesend.impact", []string{"slam"}, "Apple"},
	{"com.apple.MobileSMS.expressivesend.loud", []string{"loud"}, "Apple"},
	{"com.apple.MobileSMS.expressivesend.gentle", []string{"gentle"}, "Apple"},
	{"com.apple.MobileSMS.expressivesend.invisibleink", []string{"invisible"}, "Apple"},
	{"com.apple.messages.effect.CKEchoEffect", []string{"echo"}, "Apple"},
	{"com.apple.messages.effect.CKSpotlightEffect", []string{"spotlight"}, "Apple"},
	{"com.apple.messages.effect.CKHappyBirthdayEffect", []string{"balloons"}, "Apple"},
	{"com.apple.messages.effect.CKConfettiEffect", []string{"confetti"}, "Apple"},
	{"com.apple.messages.effect.CKHeartEffect", []string{"love"}, "Apple"},
	{"com.apple.messages.effect.CKLasersEffect", []string{"lasers"}, "Apple"},
	{"com.apple.messages.effect.CKFireworksEffect", []string{"fireworks"}, "Apple"},
	{"com.apple.messages.effect.CKSparklesEffect", []string{"celebration"}, "Apple"},
	{"invisible ink", []string{"invisible"}, "BlueBubbles effects"},
	{"impact", []string{"slam"}, "Apple"},
	{"heart", []string{"hearts"}, "English"},
	{"birthday", []string{"happy_birthday"}, "English"},
	{"balloon", []string{"balloons"}, "English"},
}

// foreignReactions are the types of reactions.
var foreignReactions = []Foreign{
	{"heart", []string{"love"}, "English"},
	{"haha", []string{"laugh"}, "English"},
	{"thumbsup", []string{"like"}, "English"},
	{"thumbsdown", []string{"dislike"}, "English"},
	{"exclamation", []string{"emphasize"}, "English"},
	{"question_mark", []string{"question"}, "English"},
}

// foreignPartTypes are the types of parts.
var foreignPartTypes = []Foreign{
	{"image", []string{PartMedia}, "Slack"},
	{"video", []string{PartMedia}, "Slack"},
	{"audio", []string{PartMedia}, "WhatsApp Cloud API"},
	{"file", []string{PartMedia}, "OpenAI"},
	{"image_url", []string{PartMedia}, "OpenAI"},
	{"input_image", []string{PartMedia}, "OpenAI"},
	{"input_text", []string{PartText}, "OpenAI"},
	{"output_text", []string{PartText}, "OpenAI"},
	{"mrkdwn", []string{PartText}, "Slack"},
	{"plain_text", []string{PartText}, "Slack"},
	{"attachment", []string{PartMedia}, "English"},
	{"url", []string{PartLink}, "English"},
	{"app", []string{PartApp}, "English"},
}

// ForeignValues are all lists of values.
var ForeignValues = [][]Foreign{foreignEffects, foreignReactions, foreignPartTypes}

// ForeignBody is the request of another API, recognized by its members.
type ForeignBody struct {
	API string // a row of ForeignSources
	// Needs are members that it has, Marks members of which it has one at least,
	// if there are any. A name with a * is one whose value is a string.
	Needs, Marks []string
	Drops        []string // members that a message can do without
	Example      string
}

// ForeignBodies are the requests of other APIs, the most particular first.
var ForeignBodies = []ForeignBody{
	{"WhatsApp Cloud API", []string{"messaging_product"}, nil, nil, `{"messaging_product":"whatsapp","to":"14155550123","type":"text","text":{"body":"Hi"}}`},
	{"BlueBubbles", []string{"chatguid"}, []string{"message*", "tempguid", "effectid", "method"}, []string{"method", "tempguid", "subject"}, `{"chatGuid":"iMessage;-;+14155550123","message":"Hi","method":"private-api"}`},
	{"Telegram", []string{"chat_id", "text"}, nil, nil, `{"chat_id":12345,"text":"Hi","parse_mode":"MarkdownV2"}`},
	{"Sendblue", []string{"number"}, []string{"content*", "media_url*"}, []string{"status_callback"}, `{"number":"+14155550123","from_number":"+12052535597","content":"Hi","send_style":"slam"}`},
	{"Sendblue", []string{"numbers"}, []string{"content*", "media_url*"}, []string{"status_callback"}, `{"numbers":["+14155550123","+14155550124"],"content":"Hi"}`},
	{"LoopMessage", []string{"recipient", "text*"}, nil, []string{"sender_name", "passthrough"}, `{"recipient":"+14155550123","text":"Hi"}`},
	{"Slack", []string{"blocks"}, nil, nil, `{"channel":"C024BE91L","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"Hi"}}]}`},
	{"Slack", []string{"channel", "text*"}, nil, nil, `{"channel":"C024BE91L","text":"Hi"}`},
	{"OpenAI", []string{"role", "content"}, nil, []string{"role"}, `{"role":"user","content":[{"type":"text","text":"Hi"},{"type":"image_url","image_url":{"url":"https://example.com/a.jpg"}}]}`},
	{"OpenAI", []string{"model", "messages"}, nil, nil, `{"model":"gpt-5","messages":[{"role":"user","content":"Hi"}]}`},
	{"Telnyx", []string{"from", "to", "text*"}, nil, []string{"messaging_profile_id", "webhook_url"}, `{"from":"+12052535597","to":"+14155550123","text":"Hi"}`},
	{"Twilio", []string{"to"}, []string{"body*", "mediaurl", "messagingservicesid"}, []string{"statuscallback", "messagingservicesid"}, `{"To":"+14155550123","From":"+12052535597","Body":"Hi"}`},
}
