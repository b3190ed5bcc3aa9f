package validate

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/spelling"
)

// content checks the MessageContent n.
func (c *checker) content(n int) {
	c.inContent = true
	var m members
	c.collect(n, api.MessageContent, &m)
	o := api.MessageContent
	if e := m.at(api.ContentExperience); e != 0 && c.view.Nodes[e].Kind != scan.Null {
		o = withoutParts
		if p := m.at(api.ContentParts); p != 0 && c.view.Nodes[p].Kind != scan.Null {
			c.report(experienceAlone, c.opening(n), "experience and parts stand together, but a message has one or the other").
				relate(c.member(p), "parts").relate(c.member(e), "experience")
		}
	}
	c.settle(o, &m, 0)

	c.judgedService(m.at(api.ContentPreferredService))
	if e := m.at(api.ContentEffect); e != 0 {
		c.effect(e)
	}
	if k := m.at(api.ContentIdempotencyKey); k != 0 {
		c.idempotencyKey(k)
	}
	if r := m.at(api.ContentReplyTo); r != 0 {
		c.replyTo(r)
	}
	if c.kind == ChatsCreate {
		c.firstMessage(m.at(api.ContentEffect), "effect")
		c.firstMessage(m.at(api.ContentReplyTo), "reply_to")
	}
	if e := m.at(api.ContentExperience); e != 0 {
		c.messageExperience(e)
	}
	if p := m.at(api.ContentParts); p != 0 {
		c.parts(p)
	}
	c.serviceRules(n)
}

// withoutParts is MessageContent where parts may be left out. It shares the
// positions of its members.
var withoutParts = api.MessageContent.Optional()

// judgedService finds the service that the message is judged by.
func (c *checker) judgedService(n int) {
	if n != 0 {
		if value, valid := c.enum(serviceValue, n, "message.preferred_service", api.Services); valid {
			c.service, c.serviceNode = value, n
		}
	}
	if c.v.service != "" {
		c.service, c.serviceNode = string(c.v.service), n
	}
}

// plain reports whether the message goes out as SMS or RCS, where effects,
// decorations, mentions and threading are lost.
func (c *checker) plain() bool { return c.service == api.SMS || c.service == api.RCS }

// servicePlace is where the choice of the service stands: preferred_service,
// or the message when the service is only assumed.
func (c *checker) servicePlace(content int) target {
	if c.serviceNode != 0 {
		return c.whole(c.serviceNode)
	}
	return c.opening(content)
}

func (c *checker) serviceRules(content int) {
	switch {
	case c.service == api.IMessage:
		if c.v.wantNotes {
			c.report(serviceNoFallback, c.servicePlace(content), "iMessage has no fallback: the send fails if the recipient is not on iMessage")
		}
	case c.plain():
		if c.app != "" {
			c.report(appService, c.servicePlace(content), c.app+" goes over iMessage only, but the service is "+c.service)
		}
		if c.appClip {
			c.report(appClipService, c.servicePlace(content), "an app clip goes over iMessage only, but the service is "+c.service)
		}
		for i, n := range c.to {
			if strings.Contains(c.handles[i], "@") {
				c.report(serviceEmail, c.servicePlace(content), "the service is "+c.service+", but a recipient is an email address, which only iMessage reaches").
					relate(c.whole(n), "the recipient")
				break
			}
		}
	}
}

func (c *checker) dropped(rule ruleID, n int, at target, what string) {
	c.report(rule, at, what+" is dropped without a word over "+c.service+", since only iMessage shows it").
		hint(c.serviceCure())
}

// serviceCure says what to do where the service cannot carry something. An
// assumed service cannot be left out.
func (c *checker) serviceCure() string {
	if c.v.service != "" {
		return "leave this out, or say it in the text"
	}
	return "leave preferred_service out, or leave this out"
}

func (c *checker) effect(n int) {
	if c.plain() {
		c.dropped(serviceDropsEffect, n, c.member(n), "the effect")
	}
	var m members
	c.read(n, api.MessageEffect, &m)
	name, kind := m.at(api.EffectMemberName), m.at(api.EffectMemberType)
	legacy := m.unknown && (c.find(n, "screen_effect") != 0 || c.find(n, "bubble_effect") != 0)
	if !legacy && (!m.given(api.EffectMemberName) || !m.given(api.EffectMemberType)) {
		lacks := "no type"
		switch {
		case !m.given(api.EffectMemberName) && !m.given(api.EffectMemberType):
			lacks = "neither name nor type"
		case !m.given(api.EffectMemberName):
			lacks = "no name"
		}
		f := c.report(effectIncomplete, c.opening(n), "the effect has "+lacks+", but is shown only with both name and type")
		if lacks == "no type" && name != 0 {
			if t := api.EffectType(c.text(name)); t != "" {
				f.hint(`"` + c.text(name) + `" is a ` + t + " effect")
			}
		}
	}
	var kindValue string
	kindValid := false
	if kind != 0 {
		kindValue, kindValid = c.enum(effectType, kind, "effect.type", api.EffectTypes)
	}
	if name == 0 {
		return
	}
	value, ok := c.trimmed(name)
	want := api.EffectType(value)
	if want == "" {
		if ok && !c.v.known.value("effect.name", value) {
			c.effectName(name, value)
		}
		return
	}
	if kindValid && slices.Contains(api.EffectTypes, kindValue) && kindValue != want {
		c.report(effectMismatch, c.opening(n), quoted(value)+" is a "+want+" effect, but type is "+quoted(kindValue)).
			hint(`set type to "`+want+`"`).
			relate(c.whole(kind), "the type")
	}
}

// firstMessage reports an effect or a reply in what may be the first message of
// a chat.
func (c *checker) firstMessage(n int, name string) {
	if n == 0 {
		return
	}
	text := name + " is not allowed in the first message of a chat, if the chat is new"
	if c.v.newChat {
		text = name + " is not allowed in the first message of a new chat"
	}
	c.report(firstMessageEffect, c.member(n), text).hint("send it with a later message, when the chat is there")
}

func (c *checker) effectName(n int, value string) {
	f := c.report(effectName, c.whole(n), quoted(value)+" is none of the documented effects; an unknown one is not shown")
	near := spelling.Nearest(value, api.EffectNames)
	if near == "" || spelling.Inverts(value, near) {
		f.hint("the documented ones are " + strings.Replace(alternatives(api.EffectNames), " or ", " and ", 1))
		return
	}
	f.hint(`did you mean "`+near+`"?`).mend(`write "`+near+`"`, WithUnsafe, c.replace(n, quote(near)))
}

// legacyEffect reports the member by which older code gives an effect.
func (c *checker) legacyEffect(object, n int, name string) {
	kind, _ := strings.CutSuffix(name, "_effect")
	f := c.report(effectLegacy, c.member(n), quoted(name)+" is not read, so there is no effect").
		hint(`write {"name":…,"type":"` + kind + `"}`)
	if c.view.Nodes[n].Kind == scan.String && c.find(object, "name") == 0 && c.find(object, "type") == 0 {
		f.mend("write name and type", SafeOnly, Edit{int(c.view.Nodes[n-1].Start), int(c.view.Nodes[n].End),
			`"type":"` + kind + `","name":` + c.view.Raw(n)})
	}
}

func (c *checker) idempotencyKey(n int) {
	key := c.text(n)
	if key == "" {
		c.report(idempotencyEmpty, c.whole(n), "idempotency_key is empty, which protects from nothing").
			hint("use a value that stays the same over the retries of one send, and differs between sends")
	}
	if got := tooLong(key, api.MaxIdempotency); got > 0 {
		c.report(idempotencyLength, c.whole(n), overLimit("idempotency_key", got, api.MaxIdempotency))
	}
}

func (c *checker) replyTo(n int) {
	if c.plain() {
		c.dropped(serviceDropsReply, n, c.member(n), "the reply")
	}
	var m members
	c.read(n, api.ReplyTo, &m)
	if id := m.at(api.ReplyMessageID); id != 0 {
		c.uuid(replyMessageID, id, "message_id")
	}
	if i := m.at(api.ReplyPartIndex); i != 0 {
		c.partIndex(replyPartIndex, i)
	}
}

func (c *checker) partIndex(rule ruleID, n int) {
	if value, _ := c.view.Int(n); value < 0 || value > api.MaxPartIndex {
		c.report(rule, c.whole(n), "part_index is "+quotedRaw(c.view.Raw(n))+", but must be from 0 to "+itoa(api.MaxPartIndex))
	}
}

// messageExperience checks the experience n of a content.
func (c *checker) messageExperience(n int) {
	if len(c.to) > 1 {
		c.report(experienceRecipient, c.member(n), "an experience goes to one recipient, but to has "+itoa(len(c.to)))
	}
	c.app = "an experience"
	c.experience(n)
}

func (c *checker) experience(n int) {
	var m members
	c.read(n, api.Experience, &m)
	params := m.at(api.ExperienceParams)
	if params == 0 {
		return
	}
	nodes := c.view.Nodes
	for k := params + 1; k < int(nodes[params].Next); k = int(nodes[k+1].Next) {
		if kind := nodes[k+1].Kind; kind == scan.Object || kind == scan.Array {
			c.report(experienceParams, c.member(k+1), "param "+quoted(c.text(k))+" is "+kind.String()+", but params hold strings, numbers and booleans only")
		}
	}
	c.opaque(params)
}
