package builder

import "github.com/linqlint/linqlint/internal/scan"

// The kinds without a message. Each function reads the root object; a member of
// another name or type becomes a further member.

func (p *parser) voicememo() (r ChatsVoicememoRequest) {
	p.each(0, &r.members, func(name string, n int) bool {
		switch name {
		case "voice_memo_url":
			return p.text(n, &r.url)
		case "attachment_id":
			return p.text(n, &r.attachment)
		case "override_optout":
			r.override = p.Nodes[n].Kind == scan.True
			return r.override
		}
		return false
	})
	return r
}

func (p *parser) edit() (r MessagesEditRequest) {
	p.each(0, &r.members, func(name string, n int) bool {
		switch name {
		case "text":
			return p.text(n, &r.text)
		case "part_index":
			return p.index(n, &r.part)
		}
		return false
	})
	return r
}

func (p *parser) react() (r MessagesReactRequest) {
	p.each(0, &r.members, func(name string, n int) bool {
		switch name {
		case "operation":
			return p.text(n, &r.operation)
		case "type":
			return p.text(n, &r.reaction)
		case "custom_emoji":
			return p.text(n, &r.emoji)
		case "emoji":
			return p.source(n, stickerEmoji, &r)
		case "url":
			return p.source(n, stickerURL, &r)
		case "attachment_id":
			return p.source(n, stickerAttachment, &r)
		case "placement":
			return p.placement(n, &r.placement)
		case "part_index":
			return p.index(n, &r.part)
		}
		return false
	})
	return r
}

func (p *parser) updateAppCard() (r MessagesUpdateAppCardRequest) {
	p.each(0, &r.members, func(name string, n int) bool {
		if name == "experience" {
			return p.experience(n, &r.card.experience)
		}
		if name == "app" {
			r.card.hasApp = p.app(n, &r.card.app)
			return r.card.hasApp
		}
		return p.cardMember(&r.card, name, n)
	})
	return r
}

// pollsCreate reads a poll only if methods can set all of it.
func (p *parser) pollsCreate() (r ChatsPollsCreateRequest) {
	p.each(0, &r.members, func(name string, n int) bool {
		if name != "poll" {
			return false
		}
		var rest members
		r.present = p.object(n, &rest, func(name string, n int) bool {
			switch name {
			case "options":
				return p.options(n, &r.options)
			case "idempotency_key":
				return p.text(n, &r.key)
			}
			return false
		})
		return r.present && len(rest) == 0
	})
	return r
}

func (p *parser) pollsAdd() (r MessagesPollsAddRequest) {
	p.each(0, &r.members, func(name string, n int) bool {
		return name == "options" && p.options(n, &r.options)
	})
	return r
}

// options reads an array of objects whose only member is text.
func (p *parser) options(node int, texts *[]string) bool {
	return list(p, node, texts, func(n int) (s string, exact, keep bool) {
		var t text
		exact = p.continuation(n, &t)
		return t.s, exact, t.set
	})
}

func (p *parser) vote() (r MessagesPollsVoteRequest) {
	p.each(0, &r.members, func(name string, n int) bool {
		switch name {
		case "operation":
			return p.text(n, &r.operation)
		case "option_id":
			return p.text(n, &r.option)
		}
		return false
	})
	return r
}

func (p *parser) attachment() (r AttachmentsCreateRequest) {
	p.each(0, &r.members, func(name string, n int) bool {
		switch name {
		case "filename":
			return p.text(n, &r.filename)
		case "content_type":
			return p.text(n, &r.contentType)
		case "size_bytes":
			r.hasSize = p.integer(n, &r.size)
			return r.hasSize
		}
		return false
	})
	return r
}

// source reads what a sticker reaction shows. A second source is a further member.
func (p *parser) source(node int, kind stickerKind, r *MessagesReactRequest) bool {
	var value text
	if r.sticker.kind != 0 || !p.text(node, &value) {
		return false
	}
	r.sticker = stickerSource{kind, value.s}
	return true
}
