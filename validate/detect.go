package validate

import "github.com/linqlint/linqlint/internal/scan"

// kindHint says what each kind would need, for kind-unknown.
const kindHint = `a body needs "message" (with "from" and "to", with "to", or alone), "parts", "poll", "options", "option_id", "layout", ` +
	`"voice_memo_url", "operation", "filename" or "text"; if it is a request all the same, name its kind`

// detect names the kind of an object body by its top-level members, "" if none
// fits. The first line that fits counts; a null is a member too.
func detect(v *scan.View) Kind {
	var has struct {
		message, parts, experience, from, to, poll, options, optionID, layout,
		voiceMemo, operation, filename, size, text, attachment,
		elsewhere bool // a member of another API's message
	}
	for k := 1; k < len(v.Nodes); k = int(v.Nodes[k+1].Next) {
		switch v.Text(k) {
		case "message":
			has.message = true
		case "parts":
			has.parts = true
		case "experience":
			has.experience = true
		case "from":
			has.from = true
		case "to":
			has.to = true
		case "poll":
			has.poll = true
		case "options":
			has.options = true
		case "option_id":
			has.optionID = true
		case "layout":
			has.layout = true
		case "voice_memo_url":
			has.voiceMemo = true
		case "operation":
			has.operation = true
		case "filename":
			has.filename = true
		case "size_bytes":
			has.size = true
		case "text":
			has.text = true
		case "attachment_id":
			has.attachment = true
		case "blocks", "channel", "chat_id", "recipient":
			has.elsewhere = true
		}
	}
	content := has.parts || has.experience
	switch {
	case (has.message || has.parts) && has.from:
		return ChatsCreate
	case (has.message || has.parts) && has.to:
		return MessagesCreate
	case has.message:
		return ChatsMessagesSend
	case content && has.layout && !has.parts:
		return MessagesUpdateAppCard
	case content && !has.to:
		return Message
	case has.from && has.to:
		return ChatsCreate
	case has.to:
		return MessagesCreate
	case has.poll:
		return ChatsPollsCreate
	case has.options:
		return MessagesPollsAdd
	case has.optionID:
		return MessagesPollsVote
	case has.layout:
		return MessagesUpdateAppCard
	case has.voiceMemo:
		return ChatsVoicememo
	case has.operation:
		return MessagesReact
	case has.filename || has.size:
		return AttachmentsCreate
	case has.text && !has.elsewhere:
		return MessagesEdit
	case has.attachment:
		return ChatsVoicememo
	}
	return ""
}

// member returns the last member of that name in object n, or -1.
func member(v *scan.View, n int, name string) int {
	found := -1
	for k := n + 1; k < int(v.Nodes[n].Next); k = int(v.Nodes[k+1].Next) {
		if v.Is(k, name) {
			found = k + 1
		}
	}
	return found
}
