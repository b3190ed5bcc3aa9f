package validate

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// kindHint says what each kind would need, for kind-unknown.
const kindHint = `a body needs "message" (with "from" and "to", with "to", or alone), "parts", "poll", "options", "option_id", "layout", ` +
	`"voice_memo_url", "operation", "filename" or "text"; name the kind if it is one of ours`

// detect names the kind of an object body by its top-level members, "" if none
// fits. The first line that fits counts; a null is a member too.
func detect(v *scan.View) Kind {
	var has struct {
		message, parts, experience, from, to, poll, options, optionID, layout,
		voiceMemo, operation, filename, size, text, attachment bool
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
	case has.text:
		return MessagesEdit
	case has.attachment:
		return ChatsVoicememo
	}
	return ""
}

// convincing reports whether a body is a payload by its types, and not only by
// a name that any file might use. It decides what a walk through a tree of
// other people's files reports, so it errs on the side of silence.
func convincing(v *scan.View, kind Kind) bool {
	switch kind {
	case "":
		return false
	case MessagesCreate, ChatsCreate, ChatsMessagesSend:
		if to := member(v, 0, "to"); to > 0 && v.Nodes[to].Kind != scan.Array {
			return false
		}
		if m := member(v, 0, "message"); m >= 0 {
			return v.Nodes[m].Kind == scan.Object && isContent(v, m, kind == ChatsMessagesSend)
		}
		return isContent(v, 0, true)
	case Message:
		return isContent(v, 0, true)
	}
	return allRequired(v, kind)
}

// isContent reports whether object n can be a MessageContent. Where nothing
// else speaks for a payload, an element of parts must have a type. Chat
// formats of language models also have messages with typed parts; they name a
// role, which the API does not know.
func isContent(v *scan.View, n int, alone bool) bool {
	if member(v, n, "role") >= 0 {
		return false
	}
	if e := member(v, n, "experience"); e >= 0 && v.Nodes[e].Kind == scan.Object {
		return member(v, e, "name") >= 0 && member(v, e, "action") >= 0
	}
	parts := member(v, n, "parts")
	if parts < 0 || v.Nodes[parts].Kind != scan.Array {
		return false
	}
	for k := parts + 1; k < int(v.Nodes[parts].Next); k = int(v.Nodes[k].Next) {
		if v.Nodes[k].Kind == scan.Object && member(v, k, "type") >= 0 {
			return true
		}
	}
	return !alone
}

// allRequired reports whether a small kind has its required members with their
// types and no member that it does not know.
func allRequired(v *scan.View, kind Kind) bool {
	o := api.KindNamed(string(kind)).Body
	if !complete(v, 0, o) {
		return false
	}
	for k := 1; k < len(v.Nodes); k = int(v.Nodes[k+1].Next) {
		if o.Lookup(v.Text(k)) < 0 {
			return false
		}
	}
	switch kind {
	case MessagesReact: // "operation" and "type" are anybody's names
		return oneOf(v, "operation", api.Operations) || oneOf(v, "type", api.Reactions)
	case MessagesEdit: // an empty text is what a translation file may hold
		return v.Text(member(v, 0, "text")) != "" || member(v, 0, "part_index") >= 0
	case MessagesUpdateAppCard: // so is "layout"
		layout := member(v, 0, "layout")
		for k := layout + 1; k < int(v.Nodes[layout].Next); k = int(v.Nodes[k+1].Next) {
			if api.Layout.Lookup(v.Text(k)) >= 0 {
				return true
			}
		}
		return false
	}
	return true
}

// complete reports whether object n has the required members of o with their
// types, and those below them too.
func complete(v *scan.View, n int, o *api.Object) bool {
	for i := range o.Members {
		spec := &o.Members[i]
		m := member(v, n, spec.Name)
		if m < 0 || v.Nodes[m].Kind == scan.Null {
			if spec.Required {
				return false
			}
			continue
		}
		if !typeFits(&v.Nodes[m], spec.Type) {
			return false
		}
		if !spec.Required || spec.Object == nil {
			continue
		}
		if spec.Type == api.ObjectType && !complete(v, m, spec.Object) {
			return false
		}
		if spec.Type == api.Array {
			for k := m + 1; k < int(v.Nodes[m].Next); k = int(v.Nodes[k].Next) {
				if v.Nodes[k].Kind != scan.Object || !complete(v, k, spec.Object) {
					return false
				}
			}
		}
	}
	return true
}

func oneOf(v *scan.View, name string, values []string) bool {
	text := v.Text(member(v, 0, name))
	for _, value := range values {
		if strings.EqualFold(text, value) {
			return true
		}
	}
	return false
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
