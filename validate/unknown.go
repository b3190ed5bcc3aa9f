package validate

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/spelling"
)

// continuationExtras are what people add to a continuation_message, which is a
// text and nothing else.
var continuationExtras = []string{"parts", "media", "media_url", "effect", "effects", "text_decorations", "attachments", "attachment_id", "url"}

// insideMessage reports whether a member of that name belongs inside message.
func insideMessage(name string) bool { return api.MessageContent.Has(name) }

// besideMessage reports whether a member of that name belongs next to message,
// in some kind.
func besideMessage(name string) bool {
	return name != "message" && (api.MessagesCreateBody.Has(name) || api.ChatsCreateBody.Has(name))
}

// unknownMembers reports the members of object n that its table lacks. One of
// them is one fault: the first of these rules that knows it reports it.
func (c *checker) unknownMembers(n int, o *api.Object, in api.PartSet) {
	nodes := c.view.Nodes
	c.repeats(n, o)
	if o == withoutParts() { // beside an experience it is a MessageContent all the same
		o = api.MessageContent
	}
	for k := n + 1; k < int(nodes[n].Next); k = int(nodes[k+1].Next) {
		name := c.text(k)
		if o.Has(name) {
			continue
		}
		c.checkDuplicates(k + 1)
		switch {
		case c.v.known.member(name):
		case o == api.Continuation && slices.Contains(continuationExtras, name):
			c.extraOfContinuation(n, k+1, name)
		case (o == api.Poll || o == api.ChatsPollsCreateBody) && (name == "title" || name == "question"):
			c.report(&sayPollTitle, c.member(k+1), wordArg("name", name)).
				withHint("send the question as a text message before the poll")
		case o == api.MessageContent && (name == "agentkit" || name == "action") && c.isLegacyExperience(k+1):
			c.legacyExperience(n, k+1, name)
		case o == api.MessageEffect && (name == "screen_effect" || name == "bubble_effect"):
			c.legacyEffect(n, k+1, name)
		case c.misplaced(n, o, k+1, name):
		case slices.Contains(api.ResponseOnly, name):
			c.report(&sayResponseOnly, c.member(k+1), valueArg("name", name)).
				withHint("a response cannot be sent back as it is").
				withFix("remove the member", FixSafe, c.removeMember(k+1))
		default:
			c.unknownName(n, o, in, k+1, name)
		}
	}
}

// extraOfContinuation offers to remove the member only where a text is left:
// else what the user wanted to say would be gone.
func (c *checker) extraOfContinuation(object, n int, name string) {
	f := c.report(&sayContinuationExtra, c.member(n), wordArg("name", name))
	if !c.isKept(f) {
		return
	}
	if c.find(object, "text") == 0 {
		f.withHint(`write the text as {"text":"…"}`)
		return
	}
	f.withFix("remove the member", FixSafe, c.removeMember(n))
}

func (c *checker) unknownName(object int, o *api.Object, in api.PartSet, n int, name string) {
	f := c.report(&sayUnknownMember, c.member(n), valueArg("name", name))
	if !c.isKept(f) {
		return
	}
	near := meantMember(name, memberNames(o, in))
	if near == "" && object == 0 && c.kind == KindChatsMessagesSend && c.v.kind == "" {
		word := spelling.Of(name)
		near = foreignName(api.ForeignMembers, &word, slices.Concat(memberNames(api.MessagesCreateBody, 0), memberNames(api.ChatsCreateBody, 0))) // then it is of another kind
	}
	if near == "" {
		f.withHint("newer than these rules? if not, the API may ignore it")
		return
	}
	f.withHint(c.texts.join(`did you mean "`, near, `"?`))
	if c.find(object, near) != 0 {
		return
	}
	title := c.texts.join(`rename it to "`, near, `"`)
	rename := c.replace(n-1, title[len("rename it to "):])
	if raw, ok := c.asMember(near, n); ok {
		f.withFix(title, FixAll, rename, c.replace(n, raw))
	} else {
		f.withFix(title, FixAll, rename)
	}
}

// misplaced reports member n if it belongs somewhere else, and tells whether
// it did.
func (c *checker) misplaced(object int, o *api.Object, n int, name string) bool {
	switch {
	case o == api.MessageContent:
		if !besideMessage(name) {
			return false
		}
		c.inMessage(n, name)
	case !c.inContent && insideMessage(name):
		c.outsideMessage(n, name)
	case object == 0 && (c.kind == KindChatsMessagesSend && (name == "from" || name == "to") || c.kind == KindMessagesCreate && name == "from"):
		said := &sayChatDecides
		if c.kind == KindMessagesCreate {
			said = &sayLineChosen
		}
		c.report(said, c.member(n), wordArg("name", name)).
			withHint(`"` + name + `" belongs to chats.create`)
	default:
		return false
	}
	return true
}

// inMessage reports a routing member inside of message.
func (c *checker) inMessage(n int, name string) {
	root := api.KindNamed(string(c.kind)).Body
	f := c.report(&sayInsideMessage, c.member(n), wordArg("name", name))
	if c.isKept(f) && c.kind != KindMessage && root.Has(name) && c.find(0, name) == 0 {
		f.withFix("move it out of message", FixSafe, c.moveMember(n, 0)...)
	}
}

// outsideMessage reports a member of MessageContent that is not in message.
func (c *checker) outsideMessage(n int, name string) {
	if !c.hasMessage() {
		c.report(&sayNoMessage, c.member(n), wordArg("name", name), wordArg("kind", string(c.kind)))
		return
	}
	said := &sayOutsideMessage
	hint := ""
	if name == "idempotency_key" {
		said = &sayKeyOutside
		if c.kind == KindMessagesCreate {
			said = &sayKeyListed
			hint = "inside message it always counts; the SDKs also send it as the header Idempotency-Key"
		}
	}
	f := c.report(said, c.member(n), wordArg("name", name)).withHint(hint)
	if !c.isKept(f) {
		return
	}
	target := c.find(0, "message")
	if target != 0 && c.view.Nodes[target].Kind == scan.Object && c.find(target, name) == 0 {
		f.withFix("move it into message", FixSafe, c.moveMember(n, target)...)
	}
}

// otherPart reports member n of a part whose type in has no such member.
func (c *checker) otherPart(n int, spec *api.Member, in api.PartSet) {
	c.checkDuplicates(n)
	own := partName(in)
	f := c.report(&sayOtherPart, c.member(n), wordArg("part", own), wordArg("name", spec.Name))
	switch {
	case spec.Name == "url" && (in == api.InLink || in == api.InAppClip):
		f.withHint(`the URL of ` + article(own) + ` part goes into "value"`)
	case spec.Name == "value" && in == api.InMedia:
		f.withHint(`the file of a media part goes into "url" or "attachment_id"`)
	default:
		f.withHint("it belongs to " + partNames(spec.Parts))
	}
}

// find returns the value of the last member of that name in object n, or 0.
func (c *checker) find(n int, name string) int {
	return c.remember(memberKey{n, name}, func() int { return member(&c.view, n, name) })
}

// memberKey names a member of an object, or with "" the last one.
type memberKey struct {
	object int
	name   string
}

// remember keeps what find returned for large objects: a body with a million
// members and as many problems must not be read a million times.
func (c *checker) remember(key memberKey, find func() int) int {
	const large = 1 << 7 // nodes
	if c.after(key.object)-key.object < large {
		return find()
	}
	found, ok := c.members[key]
	if !ok {
		if c.members == nil {
			c.members = map[memberKey]int{}
		}
		found = find()
		c.members[key] = found
	}
	return found
}

func (c *checker) hasMessage() bool {
	return c.kind == KindMessagesCreate || c.kind == KindChatsMessagesSend || c.kind == KindChatsCreate
}

func partName(in api.PartSet) string {
	for i, name := range api.PartTypes {
		if in == 1<<i {
			return name
		}
	}
	return ""
}

func partNames(in api.PartSet) string {
	text := ""
	for i, name := range api.PartTypes {
		if in&(1<<i) != 0 {
			if text != "" {
				text += " and "
			}
			text += name
		}
	}
	return text + " parts"
}

// article returns a lower-case noun with its article.
func article(noun string) string { return articleOf(noun) + " " + noun }

func articleOf(noun string) string {
	if strings.IndexByte("aeiou", noun[0]) >= 0 {
		return "an"
	}
	return "a"
}
