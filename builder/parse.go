package builder

import (
	"errors"
	"sync"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// Parse reads a body into the request of its kind, which is detected unless
// [validate.WithKind] is given; other options matter only for the report in an
// error. The body may have errors: values that no method can set are kept as
// JSON, so that building the request gives an equivalent body (white space and
// the order of members may differ, and the last duplicate member counts). The
// error is a *[validate.InvalidError] if the body is not a JSON object or its
// kind is unknown, and another one if the kind has no builder. The request does not alias body.
func Parse(body []byte, opts ...validate.Option) (Request, error) {
	report := validate.JSON(body, opts...)
	p := new(parser)
	if fault := p.Scan(body); fault.Code != 0 || p.Nodes[0].Kind != scan.Object {
		return nil, &validate.InvalidError{Report: report}
	}
	if parse, ok := parsers()[report.Kind]; ok {
		return parse(p), nil
	}
	if report.Kind.Valid() {
		return nil, errors.New("builder: " + string(report.Kind) + " has no builder")
	}
	return nil, &validate.InvalidError{Report: report}
}

// parsers has a function for each kind that reads the root object.
var parsers = sync.OnceValue(func() map[validate.Kind]func(*parser) Request {
	return map[validate.Kind]func(*parser) Request{
		validate.KindMessagesCreate: func(p *parser) Request {
			return MessagesCreateRequest{sending[MessagesCreateRequest]{p.send(0, api.MessagesCreateBody)}}
		},
		validate.KindChatsMessagesSend: func(p *parser) Request {
			return ChatsMessagesSendRequest{sending[ChatsMessagesSendRequest]{p.send(0, api.ChatsMessagesSendBody)}}
		},
		validate.KindChatsCreate: func(p *parser) Request {
			return ChatsCreateRequest{sending[ChatsCreateRequest]{p.send(0, api.ChatsCreateBody)}}
		},
		validate.KindMessage: func(p *parser) Request {
			return ContentOnlyRequest{sending[ContentOnlyRequest]{send{content: p.content(0)}}}
		},
		validate.KindChatsVoicememo:                 func(p *parser) Request { return p.voicememo() },
		validate.KindMessagesEdit:                   func(p *parser) Request { return p.edit() },
		validate.KindMessagesReact:                  func(p *parser) Request { return p.react() },
		validate.KindMessagesUpdateAppCard:          func(p *parser) Request { return p.updateAppCard() },
		validate.KindMessagesUpdateStickerPlacement: func(p *parser) Request { return p.updateStickerPlacement() },
		validate.KindChatsPollsCreate:               func(p *parser) Request { return p.pollsCreate() },
		validate.KindMessagesPollsAdd:               func(p *parser) Request { return p.pollsAdd() },
		validate.KindMessagesPollsVote:              func(p *parser) Request { return p.vote() },
		validate.KindAttachmentsCreate:              func(p *parser) Request { return p.attachment() },
	}
})

// send reads the root of a kind with a message, which has the known members. A
// member of another such kind (from on messages.create) is a further member, since
// the kind has no method for it.
func (p *parser) send(node int, known *api.Object) send {
	var s send
	p.each(node, &s.members, func(name string, n int) bool {
		switch {
		case known.Lookup(name) < 0:
			return false
		case name == "from":
			return p.text(n, &s.from)
		case name == "to":
			return p.strings(n, &s.to)
		case name == "exclude_from":
			return p.strings(n, &s.excludeFrom)
		case name == "override_optout":
			s.override = p.Nodes[n].Kind == scan.True // no method sets false
			return s.override
		case name == "continuation_message":
			return p.continuation(n, &s.continuation)
		}
		if p.Nodes[n].Kind != scan.Object {
			return false
		}
		s.content = p.content(n)
		return true
	})
	return s
}

// continuation reads an object whose only member is text.
func (p *parser) continuation(node int, t *text) bool {
	var rest members
	ok := p.object(node, &rest, func(name string, n int) bool {
		return name == "text" && p.text(n, t)
	})
	return ok && t.set && len(rest) == 0
}

// content reads a MessageContent. An empty one is present too: `{}` and no
// message are different mistakes.
func (p *parser) content(node int) content {
	c := content{present: true}
	p.each(node, &c.members, func(name string, n int) bool {
		switch name {
		case "parts":
			return p.parts(n, &c.parts)
		case "effect":
			return p.effect(n, &c)
		case "idempotency_key":
			return p.text(n, &c.key)
		case "preferred_service":
			return p.text(n, &c.service)
		case "reply_to":
			return p.replyTo(n, &c)
		case "experience":
			return p.experience(n, &c.experience)
		}
		return false
	})
	return c
}

// effect is exact only with both members: no method sets one alone.
func (p *parser) effect(node int, c *content) bool {
	var name, effectType text
	var rest members
	p.object(node, &rest, func(member string, n int) bool {
		switch member {
		case "name":
			return p.text(n, &name)
		case "type":
			return p.text(n, &effectType)
		}
		return false
	})
	c.effect = MessageEffect{name.s, EffectType(effectType.s)}
	c.hasEffect = name.set && effectType.set && len(rest) == 0
	return c.hasEffect
}

// replyTo distinguishes a part_index of 0 from an absent one, though they mean
// the same.
func (p *parser) replyTo(node int, c *content) bool {
	var id text
	var part index
	var rest members
	ok := p.object(node, &rest, func(name string, n int) bool {
		switch name {
		case "message_id":
			return p.text(n, &id)
		case "part_index":
			return p.index(n, &part)
		}
		return false
	})
	c.reply = Reply{MessageID: id.s, PartIndex: part.n, HasPartIndex: part.set}
	c.hasReply = ok && id.set && len(rest) == 0
	return c.hasReply
}

// experience reads an experience. One that is not exact is kept for Content;
// Build writes the member given as JSON.
func (p *parser) experience(node int, x **Experience) bool {
	var name, action text
	var params []ExperienceParam
	var rest members
	ok := p.object(node, &rest, func(member string, n int) bool {
		switch member {
		case "name":
			return p.text(n, &name)
		case "action":
			return p.text(n, &action)
		case "params":
			return p.params(n, &params)
		}
		return false
	})
	if !ok {
		return false
	}
	*x = &Experience{name.s, action.s, params}
	return name.set && action.set && len(rest) == 0
}

// params reads a non-empty object of strings, numbers and booleans.
func (p *parser) params(node int, params *[]ExperienceParam) bool {
	var rest members
	ok := p.object(node, &rest, func(name string, n int) bool {
		var value text
		switch p.Nodes[n].Kind {
		case scan.String:
			if !p.text(n, &value) {
				return false
			}
			*params = append(*params, ExperienceParam{name: name, text: value})
		case scan.Number, scan.True, scan.False:
			*params = append(*params, ExperienceParam{name: name, json: p.json(n)})
		default:
			return false
		}
		return true
	})
	return ok && len(rest) == 0 && len(*params) > 0
}
