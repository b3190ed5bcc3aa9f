package builder

import (
	"strconv"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
)

// encode writes the body, which for a bare message is the content itself.
func (s sending[Self]) encode(e *encoder) {
	if s.bare() {
		e.content(&s.send.content)
		return
	}
	e.send(&s.send)
}

// send writes the members that any of the kinds has: recipients, message, the
// rest. A kind never has those set that it lacks.
func (e *encoder) send(s *send) {
	e.object(s.members)
	e.text("from", s.from)
	e.strings("to", s.to)
	if e.typed("message", !s.content.empty()) {
		e.content(&s.content)
	}
	if e.typed("continuation_message", s.continuation.set) {
		e.object(nil)
		e.text("text", s.continuation)
		e.end()
	}
	e.strings("exclude_from", s.excludeFrom)
	e.flag("override_optout", s.override)
	e.end()
}

// content writes a MessageContent in the order of the documentation.
func (e *encoder) content(c *content) {
	e.object(c.members)
	if e.typed("parts", c.parts != nil) {
		e.b = append(e.b, '[')
		for i := range c.parts {
			e.part(c.parts, i)
		}
		e.b = append(e.b, ']')
	}
	if e.typed("effect", c.hasEffect) {
		e.object(nil)
		e.text("name", text{c.effect.Name, true})
		e.text("type", text{string(c.effect.Type), true})
		e.end()
	}
	e.text("idempotency_key", c.key)
	e.text("preferred_service", c.service)
	if e.typed("reply_to", c.hasReply) {
		e.object(nil)
		e.text("message_id", text{c.reply.MessageID, true})
		e.integer("part_index", int64(c.reply.PartIndex), c.reply.HasPartIndex)
		e.end()
	}
	e.experience(c.experience)
	e.end()
}

// experience writes an experience; nil and empty params are left out.
func (e *encoder) experience(x *Experience) {
	if !e.typed("experience", x != nil) {
		return
	}
	e.object(nil)
	e.text("name", text{x.Name, true})
	e.text("action", text{x.Action, true})
	if e.typed("params", len(x.Params) > 0) {
		e.params(x.Params)
	}
	e.end()
}

// params writes the params as given: a duplicate name is written twice, and the
// rules report it.
func (e *encoder) params(params []ExperienceParam) {
	e.object(nil)
	at := len(e.b) - 1
	for i := range params {
		p := &params[i]
		if !p.text.set {
			e.member(at, &Member{Name: p.name, JSON: p.json})
			continue
		}
		e.separate()
		e.str(p.name)
		e.b = append(e.b, ':')
		e.str(p.text.s)
	}
	e.end()
}

// part writes part i. It needs all parts because a fault names the part by its
// number among those of its form.
func (e *encoder) part(parts []Part, i int) {
	p := &parts[i]
	if p.form == FormOther {
		e.separate()
		e.b = append(e.b, p.value...) // compact JSON from Parse
		return
	}
	e.object(p.members)
	at := len(e.b) - 1
	if e.typed("type", p.form != FormNamed || p.typed) {
		e.str(p.Type())
	}
	switch p.form {
	case FormText, FormLink, FormAppClip:
		start := len(e.b)
		e.text("value", text{p.value, true})
		if p.form == FormText {
			where := fault{at: at, start: start + len(`,"value":`), end: len(e.b)}
			e.decorations(parts, i, where)
			e.stickersOf(parts, i, where)
		}
	case FormMedia:
		e.text("url", text{p.value, true})
	case FormAttachment:
		e.text("attachment_id", text{p.value, true})
	case FormAppCard:
		if e.typed("app", true) {
			e.app(&p.card.app)
		}
		e.cardMembers(p.card)
	}
	e.text("caption", p.caption)
	e.flag("sticker", p.isSticker)
	e.end()
}

// decorations writes the decorations and the mention of part i. One whose place
// is not in the text is recorded, underlining the value, and left out.
func (e *encoder) decorations(parts []Part, i int, where fault) {
	p := &parts[i]
	if e.typed("text_decorations", p.marks != nil) {
		e.b = append(e.b, '[')
		for j := range p.marks {
			m := &p.marks[j]
			r, l := m.place.find(p.value)
			if l.rule != "" {
				where.placeFault, where.origin = l, markOrigin(p, j)+" of "+partOrigin(parts, i)
				e.note(where)
				continue
			}
			e.warn(m.place.ambiguous(p.value), where, func() string { return markOrigin(p, j) + " of " + partOrigin(parts, i) })
			e.mark(m, r)
		}
		e.b = append(e.b, ']')
	}
	if p.mention == nil {
		return
	}
	e.text("mention", text{p.mention.handle, true})
	if !p.mention.ranged {
		return
	}
	r, l := p.mention.place.find(p.value)
	if l.rule != "" {
		if l.rule != ruleSubstring {
			l.rule = ruleMention
		}
		where.placeFault, where.origin = l, "Mention of "+partOrigin(parts, i)
		e.note(where)
	} else {
		e.warn(p.mention.place.ambiguous(p.value), where, func() string { return "Mention of " + partOrigin(parts, i) })
	}
	if e.typed("mention_range", l.rule == "") {
		e.span(r)
	}
}

// warn records a warning about a place, if there is one.
func (e *encoder) warn(l placeFault, where fault, origin func() string) {
	if l.rule != "" {
		where.placeFault, where.warns, where.origin = l, true, origin()
		e.note(where)
	}
}

// mark writes one decoration; a zero one has neither style nor animation, which
// the rules report.
func (e *encoder) mark(m *Decoration, r decorations.Range) {
	e.separate()
	e.b = append(e.b, `{"range":`...)
	e.span(r)
	if m.style != "" {
		e.b = append(e.b, `,"style":`...)
		e.str(string(m.style))
	}
	if m.animation != "" {
		e.b = append(e.b, `,"animation":`...)
		e.str(string(m.animation))
	}
	e.b = append(e.b, '}')
}

// span writes a range in UTF-16 code units.
func (e *encoder) span(r decorations.Range) {
	e.b = strconv.AppendInt(append(e.b, '['), int64(r.Start), 10)
	e.b = strconv.AppendInt(append(e.b, ','), int64(r.End), 10)
	e.b = append(e.b, ']')
}

// app writes the app behind a card.
func (e *encoder) app(a *App) {
	e.object(nil)
	e.text("bundle_id", text{a.BundleID, true})
	e.text("name", text{a.Name, true})
	e.text("team_id", text{a.TeamID, true})
	e.integer("app_store_id", a.AppStoreID, a.AppStoreID != 0)
	e.end()
}

// cardMembers writes what a card and its update share.
func (e *encoder) cardMembers(c *card) {
	if e.typed("layout", c.laidOut) {
		e.object(nil)
		for i := range c.captions {
			e.text(api.Layout.Members[i].Name, c.captions[i])
		}
		e.text("image_title", c.image.title)
		e.text("image_subtitle", c.image.subtitle)
		e.text("image_url", c.image.url)
		e.end()
	}
	e.text("url", c.url)
	e.text("fallback_text", c.fallback)
	if e.typed("interactive", c.interactive.set) {
		e.b = strconv.AppendBool(e.b, c.interactive.on)
	}
}

// pollOptions writes options; nil is left out.
func (e *encoder) pollOptions(options []string) {
	if !e.typed("options", options != nil) {
		return
	}
	e.b = append(e.b, '[')
	for _, o := range options {
		e.object(nil)
		e.text("text", text{o, true})
		e.end()
	}
	e.b = append(e.b, ']')
}
