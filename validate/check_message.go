package validate

import (
	"slices"
	"strings"
	"sync"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/internal/wire"
)

// content checks the MessageContent n.
func (c *checker) content(n int) {
	c.inContent = true
	var m members
	c.collect(n, api.MessageContent, &m)
	o := api.MessageContent
	if e := m.at(api.ContentExperience); e != 0 && c.view.Nodes[e].Kind != scan.Null {
		o = withoutParts()
		if p := m.at(api.ContentParts); p != 0 && c.view.Nodes[p].Kind != scan.Null {
			c.report(&sayExperienceAlone, c.opening(n)).
				withRelated(c.member(p), "parts").withRelated(c.member(e), "experience")
		}
	}
	if m.odd(o.Presence(0)) {
		c.oddMembers(o, &m, 0)
	}

	if s := m.at(api.ContentPreferredService); s != 0 || c.v.service != "" {
		c.effectiveService(s)
	}
	if e := m.at(api.ContentEffect); e != 0 {
		c.effect(e)
	}
	if k := m.at(api.ContentIdempotencyKey); k != 0 {
		c.idempotencyKey(k)
	}
	if r := m.at(api.ContentReplyTo); r != 0 {
		c.replyTo(r)
	}
	if c.kind == KindChatsCreate {
		c.firstMessage(m.at(api.ContentEffect), "effect")
		c.firstMessage(m.at(api.ContentReplyTo), "reply_to")
	}
	if e := m.at(api.ContentExperience); e != 0 {
		c.messageExperience(e)
	}
	if p := m.at(api.ContentParts); p != 0 {
		c.parts(p)
	}
	if c.service != "" {
		c.serviceRules(n)
	}
}

// withoutParts returns MessageContent where parts may be left out. It shares the
// positions of its members.
var withoutParts = sync.OnceValue(func() *api.Object { return api.MessageContent.Optional() })

// effectiveService finds the service that the message is checked for.
func (c *checker) effectiveService(n int) {
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

// servicePlace is where the choice of the service is: preferred_service,
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
			c.report(&sayNoFallback, c.servicePlace(content))
		}
	case c.plain():
		if c.app != "" {
			c.report(&sayAppService, c.servicePlace(content), wordArg("what", c.app), wordArg("service", c.service))
		}
		if c.appClip {
			c.report(&sayAppClipService, c.servicePlace(content), wordArg("service", c.service))
		}
		for i := range c.to {
			if strings.Contains(c.to[i].handle, "@") {
				c.report(&sayServiceEmail, c.servicePlace(content), wordArg("service", c.service)).
					withRelated(c.whole(c.to[i].node), "the recipient")
				break
			}
		}
	}
}

func (c *checker) serviceDrops(rule ruleID, at target, what string) {
	c.reportAs(rule, &sayDropped, at, wordArg("service", c.service), wordArg("what", what)).
		withHint(c.serviceHint())
}

// serviceHint says what to do where the service cannot carry something. An
// assumed service cannot be left out.
func (c *checker) serviceHint() string {
	if c.v.service != "" {
		return "remove it, or say it in the text"
	}
	return "remove preferred_service, or remove this"
}

func (c *checker) effect(n int) {
	if c.plain() {
		c.serviceDrops(serviceDropsEffect, c.member(n), "the effect")
	}
	var m members
	c.read(n, api.MessageEffect, &m)
	name, kind := m.at(api.EffectMemberName), m.at(api.EffectMemberType)
	legacy := m.unknown && (c.find(n, "screen_effect") != 0 || c.find(n, "bubble_effect") != 0)
	if !legacy && (!m.given(api.EffectMemberName) || !m.given(api.EffectMemberType)) {
		switch {
		case m.given(api.EffectMemberType):
			c.report(&sayEffectIncomplete, c.opening(n), wordArg("name", "name"))
		case m.given(api.EffectMemberName):
			f := c.report(&sayEffectIncomplete, c.opening(n), wordArg("name", "type"))
			if t := api.EffectType(c.text(name)); t != "" {
				f.withHint(`"` + c.text(name) + `" is a ` + t + " effect")
			}
		default:
			c.report(&sayEffectEmpty, c.opening(n))
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
	value, plain := c.view.Plain(name)
	want := api.EffectType(value)
	if want == "" || !plain {
		if value, want = c.oddEffectName(name); want == "" {
			return
		}
	}
	if kindValid && kindValue != want && slices.Contains(api.EffectTypes, kindValue) {
		c.report(&sayEffectMismatch, c.opening(n), wordArg("value", value), wordArg("want", want), wordArg("type", kindValue)).
			withHint(`set type to "`+want+`"`).
			withRelated(c.whole(kind), "the type")
	}
}

// firstMessage reports an effect or a reply in what may be the first message of
// a chat.
func (c *checker) firstMessage(n int, name string) {
	if n == 0 {
		return
	}
	said := &sayFirstMessage
	if c.v.newChat {
		said = &sayNewChat
	}
	c.report(said, c.member(n), wordArg("name", name)).withHint("send it in a later message, once the chat exists")
}

// oddEffectName returns the value of effect name n, without white space around it, with
// the type of the effect, or reports it.
func (c *checker) oddEffectName(n int) (value, want string) {
	value, ok := c.trimmed(n)
	if want = api.EffectType(value); want == "" && ok && !c.v.known.value("effect.name", value) {
		c.effectName(n, value)
	}
	return value, want
}

func (c *checker) effectName(n int, value string) {
	f := c.report(&sayEffectName, c.whole(n), valueArg("value", value))
	word := spelling.Of(value)
	near, _ := meantValue(&word, api.EffectNames)
	if near == "" || word.Inverts(near) {
		f.withHint("the documented effects are " + wire.List(api.EffectNames, "and"))
		return
	}
	hint, title := c.didYouMean(near)
	f.withHint(hint).withFix(title, FixAll, c.replace(n, title[len("write "):]))
}

// legacyEffect reports the member by which older code gives an effect.
func (c *checker) legacyEffect(object, n int, name string) {
	kind, _ := strings.CutSuffix(name, "_effect")
	f := c.report(&sayEffectLegacy, c.member(n), wordArg("name", name)).
		withHint(`write {"name":…,"type":"` + kind + `"}`)
	if c.view.Nodes[n].Kind == scan.String && c.find(object, "name") == 0 && c.find(object, "type") == 0 {
		f.withFix("write name and type", FixSafe, Edit{int(c.view.Nodes[n-1].Start), int(c.view.Nodes[n].End),
			`"type":"` + kind + `","name":` + c.view.Raw(n)})
	}
}

func (c *checker) idempotencyKey(n int) {
	const hint = "use a value that is the same for all retries of one send, and different for each send"
	key := c.text(n)
	if key == "" {
		c.report(&sayKeyEmpty, c.whole(n)).withHint(hint)
	}
	if isPlaceholder(key) {
		c.report(&sayKeyPlaceholder, c.whole(n), valueArg("value", key)).withHint(hint)
	}
	if got, long := tooLong(key, api.MaxIdempotency); long {
		c.overLimit(idempotencyLength, c.whole(n), "idempotency_key", got, api.MaxIdempotency)
	}
}

func (c *checker) replyTo(n int) {
	if c.plain() {
		c.serviceDrops(serviceDropsReply, c.member(n), "the reply")
	}
	var m members
	c.read(n, api.ReplyTo, &m)
	if id := m.at(api.ReplyMessageID); id != 0 {
		c.uuid(replyMessageID, id, "message_id")
	}
	c.partIndex(replyPartIndex, m.at(api.ReplyPartIndex))
}

// partIndex checks number n. Without one n is the body, which reads as 0.
func (c *checker) partIndex(rule ruleID, n int) {
	if value, _ := c.view.Int(n); value < 0 || value > api.MaxPartIndex {
		c.reportAs(rule, &sayPartIndex, c.whole(n), valueArg("actual", c.view.Raw(n)), intArg("limit", api.MaxPartIndex))
	}
}

// messageExperience checks the experience n of a content.
func (c *checker) messageExperience(n int) {
	if len(c.to) > 1 {
		c.report(&sayExperienceRecipient, c.member(n), intArg("actual", len(c.to)))
	}
	c.app = "experiences"
	c.experience(n)
}

func (c *checker) experience(n int) {
	var m members
	c.read(n, api.Experience, &m)
	params := m.at(api.ExperienceParams)
	if params != 0 || !m.given(api.ExperienceParams) {
		c.checkout(n, m.at(api.ExperienceName), m.at(api.ExperienceAction), params)
	}
	if params == 0 {
		return
	}
	nodes := c.view.Nodes
	for k := params + 1; k < int(nodes[params].Next); k = int(nodes[k+1].Next) {
		if kind := nodes[k+1].Kind; kind == scan.Object || kind == scan.Array {
			c.report(&sayExperienceParams, c.member(k+1), valueArg("name", c.text(k)), wordArg("actual", kind.String()))
		}
	}
	c.checkDuplicates(params)
}
