package validate

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// root checks the body as what its kind says. It is the one place that knows
// which function checks which kind.
func (c *checker) root() {
	switch c.kind {
	case MessagesCreate:
		c.send(api.MessagesCreateBody)
	case ChatsMessagesSend:
		c.send(api.ChatsMessagesSendBody)
	case ChatsCreate:
		c.send(api.ChatsCreateBody)
	case Message:
		c.content(0)
	case ChatsVoicememo:
		c.voicememo()
	case MessagesEdit:
		c.edit()
	case MessagesReact:
		c.react()
	case MessagesUpdateAppCard:
		c.updateAppCard()
	case ChatsPollsCreate:
		c.poll()
	case MessagesPollsAdd:
		c.addOptions()
	case MessagesPollsVote:
		c.vote()
	case AttachmentsCreate:
		c.attachment()
	default:
		c.report("kind-unknown", c.opening(0), quoted(string(c.kind))+" is no request kind").hint(kindHint)
	}
}

// send checks the kinds that carry a message. Who it goes to comes first,
// since the rules of the message ask for it.
func (c *checker) send(o *api.Object) {
	var m members
	c.read(0, o, &m)
	if o != api.ChatsMessagesSendBody {
		if n := m.at(api.SendTo); n != 0 {
			c.recipients(n)
		}
	}
	switch c.kind {
	case ChatsCreate:
		if n := m.at(api.SendFrom); n != 0 {
			c.from(n)
		}
	case MessagesCreate:
		if n := m.at(api.SendContinuation); n != 0 {
			c.continuation(n)
		}
		if n := m.at(api.SendExcludeFrom); n != 0 {
			for e := n + 1; e < c.after(n); e = c.after(e) {
				if c.ofType(e, api.String) {
					if phone, ok := c.trimmed(e); ok && !isE164(phone) {
						c.phone("exclude-from-phone", e, phone, "a line")
					}
				}
			}
		}
	}
	c.overrideOptout(m.at(api.SendOverrideOptout))
	if n := m.at(api.SendMessage); n != 0 {
		c.content(n)
	}
}

// recipients checks the array to.
func (c *checker) recipients(n int) {
	total, readable := 0, true
	var many map[string]int
	for e := n + 1; e < c.after(n); e = c.after(e) {
		total++
		if !c.ofType(e, api.String) {
			readable = false
			continue
		}
		handle, ok := c.trimmed(e)
		if ok && !isHandle(handle) {
			c.badHandle(e, handle)
		}
		if first := c.earlier(handle, &many); first != 0 {
			c.duplicateRecipient(n, e, first, handle)
			continue
		}
		c.to = append(c.to, e)
	}
	if readable {
		c.people = len(c.to)
	}
	switch {
	case total == 0:
		c.report("to-empty", c.opening(n), "to has no recipient, but needs at least one")
	case total > api.MaxChatTo && c.kind == ChatsCreate:
		c.report("to-max", c.opening(n), "to has "+itoa(total)+" recipients, but chats.create takes at most "+itoa(api.MaxChatTo))
	case total > api.MaxChatTo:
		c.report("to-large", c.opening(n), "to has "+itoa(total)+" recipients, and chats.create takes at most "+itoa(api.MaxChatTo)).
			hint("the limit is not stated for messages.create, but a group chat cannot be larger")
	}
}

// earlier returns the recipient before handle that is the same, or 0. A few are
// compared one by one; many get a map, so that a long list costs no square.
func (c *checker) earlier(handle string, many *map[string]int) int {
	const few = 16
	if len(c.to) < few {
		for _, e := range c.to {
			if sameHandle(strings.TrimSpace(c.text(e)), handle) {
				return e
			}
		}
		return 0
	}
	if len(*many) == 0 {
		*many = make(map[string]int)
	}
	for _, e := range c.to[len(*many):] {
		(*many)[foldHandle(strings.TrimSpace(c.text(e)))] = e
	}
	return (*many)[foldHandle(handle)]
}

func foldHandle(handle string) string {
	if strings.Contains(handle, "@") {
		return strings.ToLower(handle)
	}
	return handle
}

func sameHandle(a, b string) bool {
	return a == b || strings.Contains(a, "@") && strings.EqualFold(a, b)
}

func (c *checker) duplicateRecipient(to, n, first int, handle string) {
	text := quoted(handle) + " is in to twice, but the recipients are a set"
	if c.distinctTo(to) == 1 {
		text += "; what looks like a group is a direct chat"
	}
	c.report("to-duplicate", c.whole(n), text).
		relate(c.whole(first), "it stands here before").
		mend("remove it", SafeOnly, c.removeElement(n))
}

// distinctTo reports whether all recipients are the same, as 1, or not, as 2.
func (c *checker) distinctTo(to int) int {
	first := ""
	for e := to + 1; e < c.after(to); e = c.after(e) {
		if !typeFits(&c.view.Nodes[e], api.String) {
			return 2
		}
		text := strings.TrimSpace(c.text(e))
		if e == to+1 {
			first = text
		} else if !sameHandle(first, text) {
			return 2
		}
	}
	return 1
}

func (c *checker) badHandle(n int, handle string) {
	text := "recipient " + quoted(handle) + " is neither an E.164 number nor an email address"
	if strings.Contains(handle, "@") {
		text = "recipient " + quoted(handle) + " is no email address of the form name@domain.tld"
	}
	f := c.report("to-handle", c.whole(n), text)
	c.phoneCure(f, n, handle)
}

// phone reports string n, which should be an E.164 number. what names it.
func (c *checker) phone(rule string, n int, phone, what string) {
	f := c.report(rule, c.whole(n), what+" is "+quoted(phone)+", but must be an E.164 number, + and 2 to "+itoa(api.MaxE164Digits)+" digits")
	if strings.Contains(phone, "@") {
		f.hint("an email address cannot send")
		return
	}
	c.phoneCure(f, n, phone)
}

// phoneCure says how to write a number, and mends what is only punctuation. A
// country code is never guessed.
func (c *checker) phoneCure(f *finding, n int, phone string) {
	bare := barePhone(phone)
	switch {
	case bare != phone && isE164(bare):
		f.hint("write it as "+bare).mend("write "+bare, WithUnsafe, c.replace(n, quote(bare)))
	case !strings.Contains(phone, "@") && isDigits(bare):
		f.hint("a number starts with + and the country code: +14155559876")
	case strings.HasPrefix(bare, "+0"):
		f.hint("a country code does not start with 0")
	}
}

func (c *checker) from(n int) {
	from, ok := c.trimmed(n)
	if ok && !isE164(from) {
		c.phone("from-phone", n, from, "from")
	}
	for _, e := range c.to {
		if sameHandle(strings.TrimSpace(c.text(e)), from) {
			c.report("to-self", c.whole(e), "to contains the sender "+quoted(from)).
				relate(c.whole(n), "the sender")
		}
	}
}

func (c *checker) continuation(n int) {
	var m members
	c.read(n, api.Continuation, &m)
	text := m.at(0)
	if text == 0 {
		return
	}
	value := c.text(text)
	if value == "" {
		c.report("continuation-text", c.whole(text), "text is empty, but needs 1 to "+itoa(api.MaxText)+" code points")
	} else if got := tooLong(value, api.MaxText); got > 0 {
		c.report("continuation-text", c.whole(text), overLimit("text", got, api.MaxText))
	}
	if c.v.wantNotes {
		if start, end, ok := nextURL(value, 0); ok {
			c.report("continuation-link", c.part(text, start, end), "the first text on a fresh line holds a URL, which raises the line's flagging risk").
				hint("send the URL in a later message")
		}
	}
}

func (c *checker) overrideOptout(n int) {
	if n != 0 && c.v.wantNotes && c.view.Raw(n) == "true" {
		c.report("override-optout", c.whole(n), "the message also goes to recipients who opted out; each override is recorded against the API key")
	}
}
