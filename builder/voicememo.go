package builder

import "github.com/linqlint/linqlint/validate"

// ChatsVoicememoRequest is POST /v3/chats/{chatId}/voicememo: an audio file that
// plays in the chat. Audio in an ordinary message arrives as a file. It has
// either a URL or an attachment id; the zero value has neither.
type ChatsVoicememoRequest struct {
	plain
	url        text
	attachment text
	override   bool
}

// ChatsVoicememo sends the audio at a public https URL as a voice memo:
// mp3, m4a, mp4, aac, caf, wav, aiff, aif or amr.
func ChatsVoicememo(url string) ChatsVoicememoRequest {
	return ChatsVoicememoRequest{url: text{url, true}}
}

// ChatsVoicememoAttachment sends an uploaded audio file by its attachment id as
// a voice memo.
func ChatsVoicememoAttachment(attachmentID string) ChatsVoicememoRequest {
	return ChatsVoicememoRequest{attachment: text{attachmentID, true}}
}

// Kind returns chats.voicememo.
func (ChatsVoicememoRequest) Kind() validate.Kind { return validate.KindChatsVoicememo }

// OverrideOptOut sends to a recipient who has opted out; each override is
// recorded against the API key (documented 2026-08-04).
func (r ChatsVoicememoRequest) OverrideOptOut() ChatsVoicememoRequest {
	r.override = true
	r.members = r.members.without("override_optout")
	return r
}

// MemberJSON sets a member that is newer than this package to a JSON value.
func (r ChatsVoicememoRequest) MemberJSON(name, json string) ChatsVoicememoRequest {
	r.members = r.members.with(name, json)
	return r
}

// VoicememoContent is what a voice memo has, for reading.
type VoicememoContent struct {
	URL            string // "" if it has an attachment id
	AttachmentID   string // "" if it has a URL
	OverrideOptOut bool
}

// Content returns what the request has, for reading.
func (r ChatsVoicememoRequest) Content() VoicememoContent {
	return VoicememoContent{r.url.s, r.attachment.s, r.override}
}

// Build encodes the request and checks it: see [Request].
func (r ChatsVoicememoRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator that has options: see [Request].
func (r ChatsVoicememoRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r ChatsVoicememoRequest) encode(e *encoder) {
	e.object(r.members)
	e.text("voice_memo_url", r.url)
	e.text("attachment_id", r.attachment)
	e.flag("override_optout", r.override)
	e.end()
}

func (r ChatsVoicememoRequest) origin(pointer string) string {
	return originOf(pointer, r.members, "voice_memo_url", "ChatsVoicememo", "attachment_id", "ChatsVoicememoAttachment", "override_optout", "OverrideOptOut")
}
