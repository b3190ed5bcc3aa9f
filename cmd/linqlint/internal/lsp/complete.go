package lsp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// completion returns the documented members, values and elements at a position.
func (s *Server) completion(p *positionParams) (any, error) {
	d := s.documents[p.TextDocument.URI]
	f := d.look(p.Position)
	c := completer{found: f, snippets: s.client.TextDocument.Completion.CompletionItem.SnippetSupport, items: []completionItem{}}
	if !f.documented {
		return c.items, nil
	}
	if f.request != nil {
		c.snippets = c.snippets && f.request.IsPlain()
	}
	c.place, c.start, c.end, c.cursor = &f.place, f.offset, f.offset, d.lines.byteOffset(p.Position)
	if token := f.place.token; token != nil {
		c.start, c.end = token.start, token.end
	}
	switch c.place.role {
	case roleKey:
		c.members()
	case roleValue:
		c.values()
	case roleElement:
		c.elements()
	}
	return c.items, nil
}

// completer collects the items for a position.
type completer struct {
	found
	place      *bodyPlace
	start, end int  // bytes of the body that an item replaces
	cursor     int  // byte of the document
	snippets   bool // the client supports them, and they can be written here
	items      []completionItem
}

// add adds an item. Clients compare its filter text with what was typed, quotes
// included.
func (c *completer) add(kind int, label, text, detail, doc string) {
	edit, ok := c.edit(text)
	if !ok {
		return
	}
	item := completionItem{
		Label: label, Kind: kind, Detail: detail, FilterText: edit.NewText,
		SortText:         fmt.Sprintf("%03d", len(c.items)), // the documentation's order
		InsertTextFormat: plainText,
		TextEdit:         &edit,
	}
	if c.snippets && strings.Contains(text, "$") {
		item.InsertTextFormat, item.FilterText = snippetText, quoted(label)
		if kind == itemStruct {
			item.FilterText = label
		}
	}
	if doc != "" {
		item.Documentation = &markup{"markdown", doc}
	}
	c.items = append(c.items, item)
}

// edit returns the edit that writes a text at the place; ok is false if it cannot
// be written inside the quotes around the body, or only before or after the cursor,
// which may be after a variable of the script.
func (c *completer) edit(text string) (edit textEdit, ok bool) {
	if c.request == nil {
		return textEdit{c.span(c.start, c.end), text}, true
	}
	e, ok := c.request.Edit(validate.Edit{Start: c.start, End: c.end, Text: text})
	return textEdit{c.lines.span(e.Start, e.End), e.Text}, ok && e.Start <= c.cursor && c.cursor <= e.End
}

func quoted(name string) string { return `"` + name + `"` }

// members adds the names that the object does not have yet.
func (c *completer) members() {
	p := c.place
	for i := range p.spec.Members {
		m := &p.spec.Members[i]
		if p.in != 0 && m.Parts&p.in == 0 {
			continue
		}
		if other := p.object.member(c.text, m.Name); other != nil && other.key != p.token {
			continue
		}
		text := quoted(m.Name)
		if !p.colon {
			text += ": "
			if c.snippets {
				text += newSkeleton().member(m)
			}
		}
		c.add(itemField, m.Name, text, memberType(m), m.Doc)
	}
}

// values adds the values of a member.
func (c *completer) values() {
	m := c.place.member
	if m == nil {
		return
	}
	for _, v := range c.ranked(m) {
		detail := ""
		if m.Name == "name" {
			detail = api.EffectType(v)
		}
		c.add(itemEnum, v, quoted(v), detail, "")
	}
	switch {
	case m.Type == api.Boolean:
		c.add(itemValue, "true", "true", "", "")
		c.add(itemValue, "false", "false", "", "")
	case c.place.spec == api.AttachmentsCreateBody && m.Name == "content_type":
		for _, t := range api.ContentTypes {
			c.add(itemEnum, t.Name, quoted(t.Name), "."+strings.Join(t.Extensions, ", ."), "")
		}
	case c.place.token == nil && c.snippets && (m.Type == api.Array || m.Type == api.ObjectType):
		text := newSkeleton().member(m)
		c.add(itemStruct, text[:1]+"…"+text[len(text)-1:], text, memberType(m), m.Doc)
	}
}

// ranked returns the values of a member. The type of an effect that matches its
// name comes first.
func (c *completer) ranked(m *api.Member) []string {
	if c.place.spec != api.MessageEffect || m.Name != "type" {
		return m.Enum
	}
	if name := c.place.object.member(c.text, "name"); name != nil && name.value != nil {
		if t := api.EffectType(name.value.name(c.text)); t != "" {
			return append([]string{t}, slices.DeleteFunc(slices.Clone(m.Enum), func(v string) bool { return v == t })...)
		}
	}
	return m.Enum
}

// elements adds whole elements of an array.
func (c *completer) elements() {
	m := c.place.member
	if m == nil || m.Object == nil || c.place.token != nil || !c.snippets {
		return
	}
	if m.Object == api.TextDecoration {
		for _, name := range []string{"style", "animation"} {
			values := api.TextDecoration.Members[api.TextDecoration.Lookup(name)].Enum
			c.add(itemStruct, name+" decoration", `{"range": [$1, $2], "`+name+`": "${3|`+strings.Join(values, ",")+`|}"}`, "", "")
		}
		return
	}
	if m.Object == api.InlineSticker {
		for _, name := range []string{"attachment_id", "url"} {
			c.add(itemStruct, "sticker by "+name, `{"range": [$1, $2], "`+name+`": "$3"}`, "", m.Object.Doc)
		}
		return
	}
	if m.Object != api.Part {
		c.add(itemStruct, m.Object.Name, newSkeleton().object(m.Object, 0), "", m.Object.Doc)
		return
	}
	for i, name := range api.PartTypes {
		c.add(itemStruct, name+" part", newSkeleton().object(api.Part, 1<<i), "", "")
	}
}

// skeleton writes the required members of an inserted object, with a tab stop of
// the snippet at each value to be typed.
type skeleton struct{ stops int }

func newSkeleton() *skeleton { return &skeleton{} }

func (s *skeleton) stop() string {
	s.stops++
	return fmt.Sprintf("$%d", s.stops)
}

// member returns the value of a member.
func (s *skeleton) member(m *api.Member) string {
	switch m.Type {
	case api.String:
		return quoted(s.stop())
	case api.ObjectType:
		if m.Object == nil {
			return "{" + s.stop() + "}"
		}
		return s.object(m.Object, 0)
	case api.Array:
		switch {
		case m.Object == api.Part:
			return "[" + s.object(api.Part, api.InText) + "]"
		case m.Object != nil:
			return "[" + s.object(m.Object, 0) + "]"
		case m.Elem == api.String:
			return `["` + s.stop() + `"]`
		case m.MinLen == 2:
			return "[" + s.stop() + ", " + s.stop() + "]"
		}
		return "[" + s.stop() + "]"
	}
	return s.stop()
}

// object returns an object with its required members; in is the type of a part,
// else 0.
func (s *skeleton) object(o *api.Object, in api.PartSet) string {
	var members []string
	for i := range o.Members {
		m := &o.Members[i]
		switch {
		case in != 0 && m.Name == "type":
			members = append(members, `"type": `+quoted(partType(in)))
		case in == api.InMedia && m.Name == "url", // or attachment_id
			o == api.MessageEffect: // which is shown only with both members
			members = append(members, quoted(m.Name)+": "+s.member(m))
		case in != 0 && m.RequiredIn&in != 0, in == 0 && m.Required:
			members = append(members, quoted(m.Name)+": "+s.member(m))
		}
	}
	if members == nil {
		return "{" + s.stop() + "}"
	}
	return "{" + strings.Join(members, ", ") + "}"
}

func partType(in api.PartSet) string {
	for i, name := range api.PartTypes {
		if in == 1<<i {
			return name
		}
	}
	return ""
}
