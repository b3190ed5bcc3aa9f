package builder

import (
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/decorations"
)

// Origins are derived from a JSON Pointer and the request, and only for
// diagnostics, so calls need not record anything. For a parsed request they name
// the call that would have the same effect.

// cutToken splits the first reference token off a pointer and decodes it.
func cutToken(pointer string) (token, rest string) {
	if pointer == "" {
		return "", ""
	}
	token = pointer[1:]
	if i := strings.IndexByte(token, '/'); i >= 0 {
		token, rest = token[:i], token[i:]
	}
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~"), rest
}

func firstToken(pointer string) string {
	token, _ := cutToken(pointer)
	return token
}

// has reports whether a token of a pointer names a further member. A byte of a name
// that is not UTF-8 is U+FFFD there.
func (ms members) has(token string) bool {
	return slices.ContainsFunc(ms, func(m Member) bool {
		return m.name == "" && (m.Name == token || string([]rune(m.Name)) == token)
	})
}

// originOf returns the call that set a top-level member: Member if it was given
// as JSON, else the call after its name in calls. The name "" is the object
// itself.
func originOf(pointer string, ms members, calls ...string) string {
	name, _ := cutToken(pointer)
	if pointer != "" && ms.has(name) {
		return memberOrigin("MemberJSON", name)
	}
	if pointer != "" && name == "" {
		return ""
	}
	return callOf(name, calls)
}

// callOf returns the call after a name in a list of pairs, or "".
func callOf(name string, pairs []string) string {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1]
		}
	}
	return ""
}

// memberOrigin returns the call that set a member as JSON.
func memberOrigin(call, name string) string { return call + " " + strconv.Quote(name) }

// numbered returns the name of a call with its number; i counts from 0.
func numbered(call string, i int) string { return call + " #" + strconv.Itoa(i+1) }

// element returns the call that filled an array, or added the element at rest.
func element(call, rest string) string {
	at, _ := cutToken(rest)
	if i, err := strconv.Atoi(at); err == nil {
		return numbered(call, i)
	}
	return call
}

func (s sending[Self]) origin(pointer string) string {
	if s.bare() {
		return s.send.content.origin(pointer, "MemberJSON")
	}
	return s.send.origin(pointer)
}

func (s *send) origin(pointer string) string {
	name, rest := cutToken(pointer)
	if !s.members.has(name) {
		switch name {
		case "to":
			return element("To", rest)
		case "exclude_from":
			return element("ExcludeFrom", rest)
		case "message":
			return s.content.origin(rest, "MessageMemberJSON")
		}
	}
	return originOf(pointer, s.members, "from", "ChatsCreate", "continuation_message", "Continuation", "override_optout", "OverrideOptOut")
}

// origin returns the call for a pointer into a message; member is the method that
// sets further members.
func (c *content) origin(pointer, member string) string {
	name, rest := cutToken(pointer)
	if pointer != "" && c.members.has(name) {
		return memberOrigin(member, name)
	}
	switch name {
	case "parts":
		at, rest := cutToken(rest)
		if i, err := strconv.Atoi(at); err == nil && i >= 0 && i < len(c.parts) {
			return c.partPointerOrigin(i, rest)
		}
		return ""
	case "effect":
		if e, ok := ParseEffect(c.effect.Name); ok && e.Type() == c.effect.Type || c.effect == (MessageEffect{}) {
			return "Effect"
		}
		return "EffectNamed"
	case "reply_to":
		if c.reply.HasPartIndex {
			return "ReplyTo"
		}
		return "ReplyToMessage"
	}
	return callOf(name, contentCalls)
}

var contentCalls = []string{"preferred_service", "PreferredService", "idempotency_key", "IdempotencyKey", "experience", "Experience"}

// partCalls has the method that adds a part, by its form.
var partCalls = [...]string{
	FormNamed: "Parts", FormText: "Text", FormMedia: "Media", FormAttachment: "Attachment",
	FormLink: "Link", FormAppCard: "AppCard", FormAppClip: "AppClip", FormOther: "Parts",
}

// partOrigin returns the call that added part i, with its number.
func partOrigin(parts []Part, i int) string {
	call, n := partCalls[parts[i].form], 0
	for k := range parts[:i] {
		if partCalls[parts[k].form] == call {
			n++
		}
	}
	return numbered(call, n)
}

// partPointerOrigin returns the call for a pointer into part i: that of the part,
// or of a decoration, the mention or a member "of" the part.
func (c *content) partPointerOrigin(i int, pointer string) string {
	p, call := &c.parts[i], partOrigin(c.parts, i)
	name, rest := cutToken(pointer)
	if pointer == "" {
		return call
	}
	if p.members.has(name) {
		return memberOrigin("MemberJSON", name) + " of " + call
	}
	detail := ""
	switch name {
	case "text_decorations":
		at, _ := cutToken(rest)
		if k, err := strconv.Atoi(at); err == nil {
			detail = p.keptMarkOrigin(k)
		}
	case "mention", "mention_range":
		detail = "Mention"
	case "inline_stickers":
		at, _ := cutToken(rest)
		if k, err := strconv.Atoi(at); err == nil {
			detail = p.keptSticker(k)
		}
	case "sticker":
		detail = "AsSticker"
	default:
		if name == "caption" && p.form == FormAppClip {
			detail = "Captioned"
		}
		if p.form == FormAppCard {
			detail = cardOrigin(pointer)
		}
	}
	if detail == "" {
		return call
	}
	return detail + " of " + call
}

// keptMarkOrigin returns the call of the k-th decoration that was written: those
// whose place is not in the text were left out.
func (p *Part) keptMarkOrigin(k int) string {
	for j := range p.marks {
		if _, l := p.marks[j].place.find(p.value); l.rule != "" {
			continue
		}
		if k == 0 {
			return markOrigin(p, j)
		}
		k--
	}
	return ""
}

// markOrigin returns the call that made decoration j of a text, with its number.
func markOrigin(p *Part, j int) string {
	call, n := markCall(&p.marks[j]), 0
	for k := range p.marks[:j] {
		if markCall(&p.marks[k]) == call {
			n++
		}
	}
	return numbered(call, n)
}

func markCall(d *Decoration) string {
	switch {
	case d.animation != "":
		return "Animate"
	case d.style == decorations.Bold:
		return "Bold"
	case d.style == decorations.Italic:
		return "Italic"
	case d.style == decorations.Strikethrough:
		return "Strikethrough"
	case d.style == decorations.Underline:
		return "Underline"
	}
	return "Styled"
}

// cardOrigin returns the call for a pointer into a card.
func cardOrigin(pointer string) string {
	name, rest := cutToken(pointer)
	if name == "layout" {
		name, _ = cutToken(rest)
	}
	return callOf(name, cardCalls)
}

var cardCalls = []string{
	"caption", "Caption", "subcaption", "Subcaption", "trailing_caption", "TrailingCaption", "trailing_subcaption", "TrailingSubcaption",
	"image_url", "Image", "image_title", "ImageTitle", "image_subtitle", "ImageSubtitle",
	"url", "URL", "fallback_text", "FallbackText", "interactive", "Interactive",
}
