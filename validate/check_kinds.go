package validate

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

func (c *checker) voicememo() {
	var m members
	c.read(0, api.ChatsVoicememoBody, &m)
	hasURL, hasID := m.given(api.VoicememoURL), m.given(api.VoicememoAttachmentID)
	if hasURL == hasID {
		said := &sayVoicememoNone
		if hasURL {
			said = &sayVoicememoBoth
		}
		c.report(said, c.opening(0))
	}
	if id := m.at(api.VoicememoAttachmentID); id != 0 {
		c.uuid(attachmentID, id, "attachment_id")
	}
	if n := m.at(api.VoicememoOverrideOptout); n != 0 {
		c.overrideOptout(n)
	}
	n := m.at(api.VoicememoURL)
	if n == 0 {
		return
	}
	var u url
	if !c.httpsURL(voicememoURL, n, &u) || c.privateURL(n, &u) {
		return
	}
	ext := u.extension()
	if api.ExtensionClass(ext) != 0 && !slices.Contains(api.VoicememoExtensions, ext) && !c.v.known.extension(ext) {
		c.report(&sayVoicememoExtension, c.whole(n), wordArg("extension", ext), fixedArg("allowed", alternatives(api.VoicememoExtensions)))
	}
}

func (c *checker) edit() {
	var m members
	c.read(0, api.MessagesEditBody, &m)
	if text := m.at(api.EditText); text != 0 {
		if c.size(text) == 0 {
			c.empty(editText, c.whole(text), "text", api.MaxText)
		}
		c.limit(editText, text, api.MaxText)
		c.placeholders(text, c.text(text))
	}
	c.partIndex(partIndex, m.at(api.EditPartIndex))
}

func (c *checker) react() {
	var m members
	c.read(0, api.MessagesReactBody, &m)
	kind, op := "", ""
	if n := m.at(api.ReactOperation); n != 0 {
		op, _ = c.enum(reactOperation, n, "operation", api.Operations)
	}
	c.partIndex(partIndex, m.at(api.ReactPartIndex))
	if n := m.at(api.ReactType); n != 0 {
		kind, _ = c.enum(reactType, n, "reaction.type", api.Reactions)
	}
	emoji := m.at(api.ReactEmoji)
	switch {
	case kind == api.ReactionCustom && !m.given(api.ReactEmoji):
		c.report(&sayEmojiMissing, c.opening(0))
	case emoji != 0 && kind != api.ReactionCustom && slices.Contains(api.Reactions, kind): // a newer type may take one
		c.report(&sayEmojiExtra, c.member(emoji), wordArg("type", kind)).
			withHint(`remove it, or set type to "custom"`)
	case emoji != 0 && !isEmoji(c.text(emoji)):
		c.report(&sayEmojiWord, c.whole(emoji), wordArg("name", "custom_emoji"), valueArg("value", c.text(emoji)))
	}
	c.reactSticker(kind, op, &m)
}

func (c *checker) poll() {
	var m members
	c.read(0, api.ChatsPollsCreateBody, &m)
	poll := m.at(api.PollCreatePoll)
	if poll == 0 {
		return
	}
	var p members
	c.read(poll, api.Poll, &p)
	if key := p.at(api.PollIdempotencyKey); key != 0 {
		c.idempotencyKey(key)
	}
	c.options(p.at(api.PollOptions), api.MinPollOptions)
}

func (c *checker) addOptions() {
	var m members
	c.read(0, api.MessagesPollsAddBody, &m)
	c.options(m.at(api.PollAddOptions), api.MinAddOptions)
}

// options checks the array n of poll options.
func (c *checker) options(n, least int) {
	if n == 0 {
		return
	}
	if total := c.count(n); total < least {
		c.report(&sayPollOptions, c.opening(n), intArg("actual", total), intArg("least", least))
	}
	seen := map[string]int{}
	for e := n + 1; e < c.after(n); e = c.after(e) {
		if !c.ofType(e, api.ObjectType) {
			continue
		}
		var m members
		c.read(e, api.PollOption, &m)
		n := m.at(api.PollOptionText)
		if n == 0 {
			continue
		}
		text := c.text(n)
		if text == "" {
			c.report(&sayPollOptionEmpty, c.whole(n))
			continue
		}
		if first, ok := seen[text]; ok {
			c.report(&sayPollDuplicate, c.whole(e), valueArg("value", text)).
				withRelated(c.whole(first), "first defined here")
			continue
		}
		seen[text] = e
	}
}

func (c *checker) vote() {
	var m members
	c.read(0, api.MessagesPollsVoteBody, &m)
	if op := m.at(api.VoteOperation); op != 0 {
		c.enum(pollVote, op, "operation", api.Operations)
	}
	if id := m.at(api.VoteOptionID); id != 0 {
		c.uuid(pollVote, id, "option_id")
	}
}

func (c *checker) attachment() {
	var m members
	c.read(0, api.AttachmentsCreateBody, &m)
	name, kind := m.at(api.AttachmentFilename), m.at(api.AttachmentContentType)
	if name != 0 {
		if c.size(name) == 0 {
			c.empty(attachmentFilename, c.whole(name), "filename", api.MaxFilename)
		}
		c.limit(attachmentFilename, name, api.MaxFilename)
	}
	if size := m.at(api.AttachmentSizeBytes); size != 0 {
		if value, _ := c.view.Int(size); value < 1 || value > api.MaxAttachment {
			c.report(&sayAttachmentSize, c.whole(size), valueArg("actual", c.view.Raw(size)), intArg("limit", api.MaxAttachment), wordArg("unit", "bytes"))
		}
	}
	if kind != 0 {
		c.contentType(kind, name)
	}
}

// contentType checks a content_type, and whether the extension of filename
// name goes with it. Without one name is 0, the body, which does not end in an extension.
func (c *checker) contentType(n, name int) {
	named, _, _ := strings.Cut(c.text(n), ";")
	named = strings.ToLower(strings.TrimSpace(named))
	known := api.ContentTypeNamed(named)
	if known == nil {
		if c.v.known.value("attachment.content_type", named) {
			return
		}
		said := &sayContentType
		if api.RejectedType(named) {
			said = &sayContentTypeRejected
		}
		c.report(said, c.whole(n), valueArg("value", named))
		return
	}
	ext, ok := extensionOf(c.text(name))
	ext = strings.ToLower(ext)
	if !ok || slices.Contains(known.Extensions, ext) || !documentedExtension(ext) {
		return
	}
	c.report(&sayTypeMismatch, c.opening(0), wordArg("extension", ext), wordArg("value", named), wordArg("allowed", "."+strings.Join(known.Extensions, " or ."))).
		withRelated(c.whole(name), "the filename").withRelated(c.whole(n), "the content type")
}

// extensionOf returns what follows the last dot of a name.
func extensionOf(name string) (ext string, ok bool) {
	dot := strings.LastIndexByte(name, '.')
	return name[dot+1:], dot >= 0
}

// documentedExtension reports whether some content type names ext: only then
// do extension and type speak of the same thing.
func documentedExtension(ext string) bool {
	for i := range api.ContentTypes {
		if slices.Contains(api.ContentTypes[i].Extensions, ext) {
			return true
		}
	}
	return false
}
