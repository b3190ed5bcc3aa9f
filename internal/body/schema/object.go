package schema

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// object makes the schema of an object; what it refers to goes to d.
func object(o *api.Object, d definitions) *node {
	n := &node{Title: o.Name, Description: o.Doc, Type: types{"object"}}
	for i := range o.Members {
		m := &o.Members[i]
		n.Properties = append(n.Properties, property{m.Name, member(m, d)})
		if m.Required {
			n.Required = append(n.Required, m.Name)
		}
	}
	if o == api.MessageContent {
		instead(n, o.Members[api.ContentParts].Name, o.Members[api.ContentExperience].Name)
	}
	return n
}

// instead makes a required member optional where another one exists, of
// whatever type, as parts is where there is an experience.
func instead(n *node, name, other string) {
	rest := n.Required[:0]
	for _, r := range n.Required {
		if r != name {
			rest = append(rest, r)
		}
	}
	n.Required = rest
	for i := range n.Properties {
		if n.Properties[i].name == name {
			n.Properties[i].node = orNull(n.Properties[i].node)
		}
	}
	n.AnyOf = []*node{given(name), given(other)}
}

// given asks for a member that is not null.
func given(name string) *node {
	return &node{
		Required:   []string{name},
		Properties: properties{{name, &node{Not: &node{Type: types{"null"}}}}},
	}
}

// define puts the object into d, once, and refers to it.
func define(o *api.Object, d definitions) *node {
	if o == api.Part {
		return definePart(d)
	}
	if d[o.Name] == nil {
		d[o.Name] = &node{} // a table may refer to itself one day
		*d[o.Name] = *object(o, d)
	}
	return ref(o.Name)
}

// partNames are the titles of the schemas by part type, in the order of
// api.PartTypes.
var partNames = []string{"TextPart", "MediaPart", "LinkPart", "IMessageAppPart", "AppClipPart"}

// definePart makes one schema for each part type, told apart by the constant
// value of type, and Part, which is exactly one of them.
func definePart(d definitions) *node {
	if d[api.Part.Name] != nil {
		return ref(api.Part.Name)
	}
	union := &node{Title: api.Part.Name, Description: api.Part.Doc}
	d[api.Part.Name] = union
	for i, name := range api.PartTypes {
		in := api.PartSet(1) << i
		part := &node{Title: partNames[i], Description: "A part of type `" + name + "`.", Type: types{"object"}}
		for j := range api.Part.Members {
			m := api.Part.Members[j]
			if m.Parts&in == 0 {
				continue
			}
			m.Required = m.RequiredIn&in != 0
			var n *node
			if j == api.PartMemberType {
				n = &node{Description: m.Doc, Const: name}
			} else {
				n = member(refine(in, m), d)
			}
			part.Properties = append(part.Properties, property{m.Name, n})
			if m.Required {
				part.Required = append(part.Required, m.Name)
			}
		}
		d[partNames[i]] = part
		union.OneOf = append(union.OneOf, ref(partNames[i]))
	}
	return ref(api.Part.Name)
}

// refine gives a part's member the limits that it has in one part type only;
// its row in the table is that of all of them together.
func refine(in api.PartSet, m api.Member) *api.Member {
	switch {
	case m.Name == api.Part.Members[api.PartMemberValue].Name && in == api.InLink:
		m.MaxLen, m.Format = api.MaxLink, uri
	case m.Name == api.Part.Members[api.PartMemberValue].Name && in == api.InAppClip:
		m.MaxLen, m.Format = 0, uri
	case m.Name == api.Part.Members[api.PartMemberURL].Name && in == api.InApp:
		m.MaxLen = api.MaxAppDataURL // the longest of its forms
	}
	return &m
}

// Formats that a member of one part type has.
const (
	uri   = "uri"
	email = "email"
)

// member makes the schema of a member's value.
func member(m *api.Member, d definitions) *node {
	n := value(m, d)
	n.Description = describe(m)
	if !m.Required || m.Nullable {
		n = orNull(n)
	}
	return n
}

func describe(m *api.Member) string {
	if m.AddedOn == "" {
		return m.Doc
	}
	return strings.TrimSuffix(m.Doc, ".") + ". By the later documentation (" + m.AddedOn + ")."
}

// orNull allows null, which counts as absent.
func orNull(n *node) *node {
	switch {
	case n.Ref != "":
		return &node{Description: n.Description, AnyOf: []*node{{Ref: n.Ref}, {Type: types{"null"}}}}
	case len(n.AnyOf) > 0:
		n.AnyOf = append(n.AnyOf, &node{Type: types{"null"}})
	case len(n.Enum) > 0:
		n.Enum = append(n.Enum, nil)
	case len(n.Type) > 0:
		n.Type = append(n.Type, "null")
	}
	return n
}

func value(m *api.Member, d definitions) *node {
	switch m.Type {
	case api.String:
		return text(m)
	case api.Integer:
		n := &node{Type: types{"integer"}}
		if m.Min != 0 || m.Max != 0 {
			n.Minimum, n.Maximum = &m.Min, &m.Max
		}
		return n
	case api.Boolean:
		return &node{Type: types{"boolean"}}
	case api.Number:
		return &node{Type: types{"number"}}
	case api.Array:
		return &node{Type: types{"array"}, MinItems: m.MinLen, MaxItems: m.MaxLen, Items: element(m, d)}
	case api.ObjectType:
		if m.Object != nil {
			return define(m.Object, d)
		}
		return &node{Type: types{"object"}, AdditionalProperties: &node{Type: types{"string", "number", "boolean", "null"}}}
	default:
		return &node{}
	}
}

func text(m *api.Member) *node {
	switch {
	case m.Extensible:
		return &node{AnyOf: []*node{{Enum: values(m.Enum)}, {Type: types{"string"}}}}
	case len(m.Enum) > 0:
		return &node{Enum: values(m.Enum)}
	case isHandle(m), m.Form == api.HandleForm:
		return handle()
	}
	return &node{
		Type: types{"string"}, MinLength: m.MinLen, MaxLength: m.MaxLen,
		Pattern: m.Pattern, Format: m.Format,
	}
}

func values(names []string) []any {
	out := make([]any, len(names))
	for i, n := range names {
		out[i] = n
	}
	return out
}

// element makes the schema of an array's elements.
func element(m *api.Member, d definitions) *node {
	switch {
	case m.Object != nil:
		return define(m.Object, d)
	case m.Elem == api.Integer: // a range counts from 0
		return &node{Type: types{"integer"}, Minimum: new(int64)}
	case m.Name == api.MessagesCreateBody.Members[api.SendExcludeFrom].Name, m.Form == api.PhoneForm:
		return phone()
	case m.Name == api.ChatsBackgroundBody.Members[api.BackgroundShades].Name:
		return &node{Type: types{"string"}, Pattern: "^#[0-9a-fA-F]{6}$"}
	case m.Name == api.WebhookCreateBody.Members[api.WebhookEvents].Name:
		return &node{Type: types{"string"}}
	default:
		return handle()
	}
}

// isHandle reports whether a string member is a recipient's handle.
func isHandle(m *api.Member) bool {
	return m.Name == api.Part.Members[api.PartMemberMention].Name
}

// phone is a number in E.164, by the pattern that from has.
func phone() *node {
	return &node{Type: types{"string"}, Pattern: api.ChatsCreateBody.Members[api.SendFrom].Pattern}
}

// handle is a phone number or an email address.
func handle() *node { return &node{AnyOf: []*node{phone(), {Type: types{"string"}, Format: email}}} }
