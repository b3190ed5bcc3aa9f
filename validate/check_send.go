package validate

import (
	"strings"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// root checks the body as what its kind says. It is the one place that knows
// which function checks which kind. o and m are what usualSend returned.
func (c *checker) root(o *api.Object, m *members) {
	if o != nil {
		c.send(o, m)
		return
	}
	switch c.kind {
	case KindMessagesCreate:
		c.send(api.MessagesCreateBody, m)
	case KindChatsMessagesSend:
		c.send(api.ChatsMessagesSendBody, m)
	case KindChatsCreate:
		c.send(api.ChatsCreateBody, m)
	case KindMessage:
		c.content(0)
	case KindChatsVoicememo:
		c.voicememo()
	case KindMessagesEdit:
		c.edit()
	case KindMessagesReact:
		c.react()
	case KindMessagesUpdateAppCard:
		c.updateAppCard()
	case KindMessagesUpdateStickerPlacement:
		c.updateStickerPlacement()
	case KindChatsPollsCreate:
		c.poll()
	case KindMessagesPollsAdd:
		c.addOptions()
	case KindMessagesPollsVote:
		c.vote()
	case KindAttachmentsCreate:
		c.attachment()
	default:
		c.byTable(api.KindNamed(string(c.kind)))
	}
}

// usualSend returns the kind of a body that has message and to, and no member but those
// of messages.create or of chats.create, each once, or message alone: what detect says
// too, in the same reading of the members that the check needs, and their table. For any
// other body it returns "" and nil.
func (c *checker) usualSend(m *members) (Kind, *api.Object) {
	const needed = 1<<api.SendMessage | 1<<api.SendTo
	end, kind, o := c.after(0), KindMessagesCreate, api.MessagesCreateBody
	k := c.collectUsual(0, o, m, usual)
	if k < end { // at from, it may be
		*m, kind, o = members{}, KindChatsCreate, api.ChatsCreateBody
		k = c.collectUsual(0, o, m, usual)
	}
	switch {
	case k < end:
	case m.has&needed == needed:
		return kind, o
	case m.has == 1<<api.SendMessage:
		return KindChatsMessagesSend, api.ChatsMessagesSendBody
	}
	*m = members{}
	return "", nil
}

// send checks the kinds that carry a message. Who it goes to comes first,
// since the rules of the message ask for it.
func (c *checker) send(o *api.Object, m *members) {
	if m.has == 0 {
		c.collect(0, o, m)
	}
	if m.odd(o.Presence(0)) {
		c.oddMembers(o, m, 0)
	}
	if o != api.ChatsMessagesSendBody {
		if n := m.at(api.SendTo); n != 0 {
			c.recipients(n)
		}
	}
	switch c.kind {
	case KindChatsCreate:
		if n := m.at(api.SendFrom); n != 0 {
			c.from(n)
		}
	case KindMessagesCreate:
		if n := m.at(api.SendContinuation); n != 0 {
			c.continuation(n)
		}
		if n := m.at(api.SendExcludeFrom); n != 0 {
			for e := n + 1; e < c.after(n); e = c.after(e) {
				if c.ofType(e, api.String) {
					if phone, ok := c.trimmed(e); ok && !isE164(phone) {
						c.phone(excludeFromPhone, e, phone, "a line of exclude_from")
					}
				}
			}
		}
	}
	if n := m.at(api.SendOverrideOptout); n != 0 {
		c.overrideOptout(n)
	}
	if n := m.at(api.SendMessage); n != 0 {
		c.content(n)
	}
}

// recipients checks the array to.
func (c *checker) recipients(n int) {
	total, readable := 0, true
	for e, next, end := n+1, 0, c.after(n); e < end && !c.failed(); e = next {
		node := &c.view.Nodes[e]
		next = int(node.Next)
		total++
		if node.Kind != scan.String {
			c.wrongType(e, "", api.String)
			readable = false
			continue
		}
		handle, plain := c.view.Plain(e)
		if !plain || !isE164(handle) && !isEmail(handle) {
			handle = c.oddHandle(e)
		}
		if len(c.to) == 0 {
			// Nothing to repeat, as in most bodies.
		} else if i := c.recipient(handle); i >= 0 {
			c.repeated = append(c.repeated, repeat{e, c.to[i].node})
			continue
		}
		c.to = append(c.to, recipient{handle, e})
	}
	if readable {
		c.people = len(c.to)
	}
	if len(c.repeated) > 0 || total == 0 || total > api.MaxChatTo {
		c.oddRecipients(n, total)
	}
}

// recipient is a string in to.
type recipient struct {
	handle string // trimmed
	node   int
}

// repeat is a string in to that repeats an earlier one.
type repeat struct{ node, first int }

// oddRecipients reports what is wrong with the array to as a whole.
func (c *checker) oddRecipients(n, total int) {
	for _, p := range c.repeated {
		c.duplicateRecipient(p.node, p.first)
	}
	switch {
	case total == 0:
		c.report(&sayToEmpty, c.opening(n))
	case total > api.MaxChatTo && c.kind == KindChatsCreate:
		c.report(&sayToMax, c.opening(n), intArg("actual", total), intArg("limit", api.MaxChatTo))
	case total > api.MaxChatTo:
		c.report(&sayToLarge, c.opening(n), intArg("actual", total), intArg("limit", api.MaxChatTo)).
			withHint("no limit is documented for messages.create, but a group is a chat too")
	}
}

// recipient returns which of c.to handle is, or -1. A few are compared one
// by one; many get a map, so that a long list takes linear time.
func (c *checker) recipient(handle string) int {
	const few = 16
	if len(c.to) < few {
		for i := range c.to {
			if sameHandle(c.to[i].handle, handle) {
				return i
			}
		}
		return -1
	}
	if c.manyHandles == nil {
		c.manyHandles = make(map[string]int)
	}
	for i := len(c.manyHandles); i < len(c.to); i++ {
		c.manyHandles[foldHandle(c.to[i].handle)] = i
	}
	if i, ok := c.manyHandles[foldHandle(handle)]; ok {
		return i
	}
	return -1
}

func foldHandle(handle string) string {
	if strings.Contains(handle, "@") {
		return strings.ToLower(handle)
	}
	return handle
}

// sameHandle costs no more than the length of b.
func sameHandle(a, b string) bool {
	if a == "" || b == "" || a[0]|b[0] < utf8.RuneSelf && (a[0]^b[0])&^0x20 != 0 {
		return a == b // most start with different letters or digits, whatever their case
	}
	return a == b || strings.EqualFold(a, b) && strings.Contains(b, "@")
}

func (c *checker) duplicateRecipient(n, first int) {
	said := &sayToDuplicate
	if c.people == 1 {
		said = &sayToDuplicateDirect
	}
	c.report(said, c.whole(n), valueArg("value", strings.TrimSpace(c.text(n)))).
		withRelated(c.whole(first), "first listed here").
		withFix("remove it", FixSafe, c.removeElement(n))
}

// oddHandle returns the handle that string n is without white space around it, and reports
// what is wrong with it.
func (c *checker) oddHandle(n int) string {
	handle, ok := c.trimmed(n)
	if !ok || isHandle(handle) {
		return handle
	}
	said := &sayToHandle
	if strings.Contains(handle, "@") {
		said = &sayToEmail
	}
	f := c.report(said, c.whole(n), valueArg("value", handle))
	c.phoneHint(f, n, handle)
	return handle
}

// phone reports string n, which should be an E.164 number. what names it.
func (c *checker) phone(rule ruleID, n int, phone, what string) {
	f := c.reportAs(rule, &sayPhone, c.whole(n), wordArg("name", what), valueArg("value", phone), intArg("limit", api.MaxE164Digits))
	if strings.Contains(phone, "@") {
		f.withHint("a line is a phone number, not an email address")
		return
	}
	c.phoneHint(f, n, phone)
}

// phoneHint says how to write a number, and fixes what is only punctuation. A
// country code is never guessed.
func (c *checker) phoneHint(f *finding, n int, phone string) {
	clean := cleanHandle(phone)
	if hint := clean.hint(); hint != "" {
		handle := clean.handle
		if !isEmail(handle) {
			handle = barePhone(handle)
		}
		if isE164(handle) || f.takesEmail() && isEmail(handle) {
			f.withFix("write "+handle, FixAll, c.replace(n, quote(handle)))
			hint += ": " + handle
		}
		f.withHint(hint)
		return
	}
	bare := barePhone(phone)
	switch {
	case strings.Contains(phone, "(0)"): // a digit too many for E.164, and for a fix a guess
		f.withHint("remove the (0): it is dialed within the country only")
	case bare != phone && isE164(bare):
		f.withHint("write it as "+bare).withFix("write "+bare, FixAll, c.replace(n, quote(bare)))
	case !strings.Contains(phone, "@") && isDigits(bare):
		f.withHint("a number starts with + and the country code: +14155559876")
	case strings.HasPrefix(bare, "+0"):
		f.withHint("a country code does not start with 0")
	case bare != "" && bare[0] == '+' && isDigits(bare[1:]):
		f.withHint("it has " + plural(len(bare)-1, "digit") + "; E.164 numbers have 2 to " + itoa(api.MaxE164Digits))
	}
}

// takesEmail reports whether an email address is right where f is.
func (f *finding) takesEmail() bool { return f.rule == toHandle || f.rule == mentionHandle }

func (c *checker) from(n int) {
	from, ok := c.trimmed(n)
	if ok && !isE164(from) {
		c.phone(fromPhone, n, from, "from")
	}
	for i := range c.to {
		if sameHandle(c.to[i].handle, from) {
			c.report(&sayToSelf, c.whole(c.to[i].node), valueArg("value", from)).
				withHint("remove it: the sender is already in the chat").
				withRelated(c.whole(n), "the sender")
		}
	}
}

func (c *checker) continuation(n int) {
	var m members
	c.read(n, api.Continuation, &m)
	text := m.at(api.ContinuationText)
	if text == 0 {
		return
	}
	value := c.text(text)
	if value == "" {
		c.empty(continuationText, c.whole(text), "text", api.MaxText)
	} else if got, long := tooLong(value, api.MaxText); long {
		c.overLimit(continuationText, c.whole(text), "text", got, api.MaxText)
	}
	c.placeholders(text, value)
	if c.v.wantNotes {
		if start, end, ok := nextURL(value, 0); ok {
			c.report(&sayContinuationLink, c.part(text, start, end)).
				withHint("send the URL in a later message")
		}
	}
}

func (c *checker) overrideOptout(n int) {
	if c.v.wantNotes && c.view.Raw(n) == "true" {
		c.report(&sayOverrideOptout, c.whole(n))
	}
}
