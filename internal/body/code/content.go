package code

import (
	"errors"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// content writes the calls for a message. A member that the request has as JSON
// replaces the typed value, so the call for that is left out.
func (c *chain) content(content builder.Content) {
	kept := map[string]bool{}
	for _, m := range content.MessageMembers {
		kept[m.Name] = true
	}
	if !kept["parts"] && content.HasParts {
		if len(content.Parts) == 0 {
			c.call("Parts")
		}
		for i, p := range content.Parts {
			c.message(p, "/message/parts/"+strconv.Itoa(i))
		}
	}
	if e := content.Experience; e != nil && !kept["experience"] {
		c.experience(*e, "/message/experience", "MessageMemberJSON")
	}
	if e := content.Effect; e != (builder.MessageEffect{}) && !kept["effect"] {
		name, known := named(e.Name, api.EffectNames)
		if known && api.EffectType(e.Name) == string(e.Type) {
			c.call("Effect", "builder.Effect"+name)
		} else {
			c.call("EffectNamed", quote(string(e.Type)), quote(e.Name))
		}
	}
	if s := content.PreferredService; s != "" && !kept["preferred_service"] {
		service := map[string]string{api.IMessage: "validate.ServiceIMessage", api.SMS: "validate.ServiceSMS", api.RCS: "validate.ServiceRCS"}[string(s)]
		c.validate = c.validate || service != ""
		c.call("PreferredService", or(service, quote(string(s))))
	}
	if r := content.ReplyTo; r != (builder.Reply{}) && !kept["reply_to"] {
		if r.HasPartIndex {
			c.call("ReplyTo", quote(r.MessageID), strconv.Itoa(r.PartIndex))
		} else {
			c.call("ReplyToMessage", quote(r.MessageID))
		}
	}
	if content.HasIdempotencyKey && !kept["idempotency_key"] {
		c.call("IdempotencyKey", quote(content.IdempotencyKey))
	}
	c.keep("MessageMemberJSON", content.MessageMembers)
}

// message writes a part: with the method of the request, or as a value if it has
// further members.
func (c *chain) message(p builder.Part, at string) {
	value, method, args := c.partOf(p, at)
	members := c.extras(p) + c.values("MemberJSON", p.Members())
	if p.Form() == builder.FormText && p.Decorations() == nil {
		members += c.emptyList(at, "text_decorations")
	}
	if p.Form() == builder.FormText && p.Stickers() == nil {
		members += c.emptyList(at, "inline_stickers")
	}
	if members == "" && method != "" {
		c.callWith(method, args...)
		return
	}
	if p.Form() == builder.FormAppCard {
		c.call("AppCard", value+members)
		return
	}
	c.call("Parts", value+members)
}

// partOf returns a part as a value, and the method of a request that adds it with
// its arguments.
func (c *chain) partOf(p builder.Part, at string) (value, method string, args []string) {
	of := func(constructor, method, arg string) (string, string, []string) {
		return "builder." + constructor + "(" + arg + ")", method, []string{arg}
	}
	switch p.Form() {
	case builder.FormText:
		args := append([]string{quote(p.Value())}, c.options(p)...)
		return "builder.TextPart(" + strings.Join(args, ", ") + ")", "Text", args
	case builder.FormMedia:
		return of("MediaPart", "Media", quote(p.URL()))
	case builder.FormAttachment:
		return of("AttachmentPart", "Attachment", quote(p.AttachmentID()))
	case builder.FormLink:
		return of("LinkPart", "Link", quote(p.Value()))
	case builder.FormAppClip:
		return of("AppClipPart", "AppClip", quote(p.Value()))
	case builder.FormAppCard:
		card, _ := p.Card()
		value = c.cardPart(p, card)
		return value, "AppCard", []string{value}
	case builder.FormOther:
		c.err = errors.New(at + " is not an object, which package builder cannot express")
		return "", "", nil
	}
	if p.Type() == "" {
		return "builder.Part{}", "", nil
	}
	return "builder.PartNamed(" + quote(p.Type()) + ")", "", nil
}

// extras writes what a part has that no method of a request sets.
func (c *chain) extras(p builder.Part) string {
	s := ""
	if p.IsSticker() {
		s += ".AsSticker()"
	}
	if caption, ok := p.Caption(); ok && !hasMember(p.Members(), "caption") {
		s += ".Captioned(" + quote(caption) + ")"
	}
	return s
}

// values writes further members as method calls on a value.
func (c *chain) values(method string, ms []builder.Member) string {
	s := ""
	for _, m := range ms {
		s += "." + method + "(" + quote(m.Name) + ", " + quote(m.JSON) + ")"
	}
	return s
}

// emptyList is keepEmpty for a member of a part. Looking up one part after the
// other from the start would be quadratic, so the nodes of all are kept.
func (c *chain) emptyList(part, name string) string {
	pointer := part + "/" + name
	if i := c.partMember(part, name); i >= 0 && c.view.Nodes[i].Kind == scan.Array && int(c.view.Nodes[i].Next) == i+1 {
		return ".MemberJSON(" + quote(pointer[strings.LastIndexByte(pointer, '/')+1:]) + `, "[]")`
	}
	return ""
}

// partMember returns the node of a member of a part, or -1.
func (c *chain) partMember(part, name string) int {
	v := c.view
	list, number := part[:strings.LastIndexByte(part, '/')], part[strings.LastIndexByte(part, '/')+1:]
	if c.partNodes == nil {
		c.partNodes = []int{}
		if at := v.Lookup(list); at >= 0 && v.Nodes[at].Kind == scan.Array {
			for n := at + 1; n < int(v.Nodes[at].Next); n = int(v.Nodes[n].Next) {
				c.partNodes = append(c.partNodes, n)
			}
		}
	}
	index, err := strconv.Atoi(number)
	if err != nil || index >= len(c.partNodes) || v.Nodes[c.partNodes[index]].Kind != scan.Object {
		return -1
	}
	at, found := c.partNodes[index], -1
	for n := at + 1; n < int(v.Nodes[at].Next); n = int(v.Nodes[n+1].Next) {
		if v.Text(n) == name {
			found = n + 1 // the last one counts
		}
	}
	return found
}

// options writes the decorations, the stickers and the mention of a text part.
func (c *chain) options(p builder.Part) []string {
	var out []string
	kept := map[string]bool{}
	for _, m := range p.Members() {
		kept[m.Name] = true
	}
	if !kept["text_decorations"] {
		ds := p.Decorations()
		c.many = len(ds) > maxSearched
		for _, d := range ds {
			out = append(out, c.decoration(p.Value(), d))
		}
	}
	if !kept["inline_stickers"] {
		for _, s := range p.Stickers() {
			if target := c.target(p.Value(), s.Range); s.URL != "" {
				out = append(out, "builder.StickerURL("+quote(s.URL)+", "+target+")")
			} else {
				out = append(out, "builder.Sticker("+quote(s.AttachmentID)+", "+target+")")
			}
		}
	}
	if m, ok := p.Mention(); ok && !kept["mention"] {
		target := "builder.Whole()" // without mention_range
		if m.HasRange && !kept["mention_range"] {
			target = c.partial(p.Value(), m.Range)
		}
		out = append(out, "builder.Mention("+quote(m.Handle)+", "+target+")")
	}
	return out
}

// decoration writes a decoration as an option of a text.
func (c *chain) decoration(text string, d decorations.Decoration) string {
	target := c.target(text, d.Range)
	if d.Animation != "" {
		c.decorations = true
		animation := "decorations.Animation(" + quote(string(d.Animation)) + ")"
		if name, ok := named(string(d.Animation), api.Animations); ok {
			animation = "decorations." + name
		}
		return "builder.Animate(" + animation + ", " + target + ")"
	}
	if name, ok := named(string(d.Style), api.Styles); ok {
		return "builder." + name + "(" + target + ")"
	}
	return "builder.Styled(" + quote(string(d.Style)) + ", " + target + ")"
}

// The limits for targets that are written as text: a short text is easier to read
// than a range.
const (
	maxTarget     = 40 // bytes
	maxOccurrence = 9
	maxSearched   = 32 // decorations of a text: each is looked for in all of it
)

// under returns the text of a range if it is short enough to be written.
func (c *chain) under(text string, r decorations.Range) (string, bool) {
	if c.many || r.Len() > maxTarget {
		return "", false
	}
	under, ok := decorations.Slice(text, r)
	return under, ok && under != "" && len(under) <= maxTarget
}

// target writes a range as the text in it if that is short, else in UTF-16 code
// units.
func (c *chain) target(text string, r decorations.Range) string {
	if r.Start == 0 && r.End > 0 && r.End >= len(text)/3 && r.End == decorations.UTF16Len(text) {
		return "builder.Whole()"
	}
	return c.partial(text, r)
}

// partial is target for a range that is written even if it is that of the whole
// text.
func (c *chain) partial(text string, r decorations.Range) string {
	if under, ok := c.under(text, r); ok {
		n := 1
		var index decorations.Index
		index.Reset(text)
		for found := range decorations.FindAll(text, under) {
			if !index.WholeClusters(found) { // Nth does not count it
				continue
			}
			if found == r && n == 1 {
				return quote(under)
			}
			if found == r {
				return "builder.Nth(" + quote(under) + ", " + strconv.Itoa(n) + ")"
			}
			if n++; n > maxOccurrence {
				break
			}
		}
	}
	c.decorations = true
	return "decorations.Range{Start: " + strconv.Itoa(r.Start) + ", End: " + strconv.Itoa(r.End) + "}"
}
