package code

import (
	"slices"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// sdkVersion is the version of @linqapp/sdk whose types this file describes. The
// acceptance tests compile every generated program against it.
const sdkVersion = "0.28.2"

// sdkLacks has the documented members that the types of that version do not have.
var sdkLacks = []string{"exclude_from", "override_optout", "experience", "mention", "mention_range", "inline_stickers", "sticker"}

// sdkLacksIn returns those whose names other objects have too.
func sdkLacksIn(o *api.Object) []string {
	switch o {
	case api.MessagesReactBody:
		return []string{"emoji", "url", "attachment_id", "placement"}
	case api.MessagesUpdateAppCardBody:
		return []string{"app"}
	}
	return nil
}

// sdkLacksTypes has the content types that its enum does not have.
var sdkLacksTypes = []string{
	"image/jpg", "image/x-ms-bmp", "audio/m4a", "audio/x-aac", "audio/wav", "application/rtf", "text/x-vcard", "application/vnd.apple.pages",
	"application/vnd.apple.numbers", "application/vnd.apple.keynote", "application/vnd.apple.pkpass", "application/x-zip-compressed",
}

// notInSDK returns why the SDK's types do not accept the body, or "".
func (p *program) notInSDK() string { return p.misfit(0, p.kind.Body) }

// misfit returns what the types of o do not accept in object node i, or "".
func (p *program) misfit(i int, o *api.Object) string {
	members := p.members(i)
	partType := ""
	if o == api.Part {
		if n := p.find(i, "type"); n >= 0 && p.view.Nodes[n].Kind == scan.String {
			partType = p.view.Text(n)
		}
	}
	set := partSet(partType)
	if o == api.Part && (set == 0 || set == api.InAppClip) {
		if partType == "" {
			return "its types have no part without a type"
		}
		return "its types have no part of type " + propertyName(partType)
	}
	for _, in := range members {
		at := o.Lookup(in.name)
		if at < 0 || slices.Contains(sdkLacks, in.name) || slices.Contains(sdkLacksIn(o), in.name) || o.Members[at].Parts != 0 && o.Members[at].Parts&set == 0 {
			// Quoted unless it is an identifier: the reason is in a comment, which a
			// line break in a name would end.
			return "its types have no " + propertyName(in.name) + " there"
		}
		if reason := p.misfitValue(in.value, &o.Members[at]); reason != "" {
			return reason
		}
	}
	for k := range o.Members {
		m := &o.Members[k]
		if required := m.Required || m.RequiredIn&set != 0; required && !slices.ContainsFunc(members, func(in member) bool { return in.name == m.Name }) {
			return m.Name + " is missing"
		}
	}
	return ""
}

// partSet is the set of one part type, 0 for an unknown one.
func partSet(partType string) api.PartSet {
	if at := slices.Index(api.PartTypes, partType); at >= 0 {
		return 1 << at
	}
	return 0
}

// misfitValue is misfit for a value of member m.
func (p *program) misfitValue(i int, m *api.Member) string {
	wrong := m.Name + " is not " + m.Type.String()
	switch kind := p.view.Nodes[i].Kind; m.Type {
	case api.String:
		if kind != scan.String {
			return wrong
		}
		value := p.view.Text(i)
		if len(m.Enum) > 0 && !m.Extensible && !slices.Contains(m.Enum, value) || m.Name == "content_type" && !sdkHasContentType(value) {
			return "its types do not accept this " + m.Name
		}
	case api.Integer:
		if kind != scan.Number {
			return wrong
		}
	case api.Boolean:
		if kind != scan.True && kind != scan.False {
			return wrong
		}
	case api.ObjectType:
		if kind != scan.Object || m.Object == nil {
			return wrong
		}
		return p.misfit(i, m.Object)
	case api.Array:
		if kind != scan.Array {
			return wrong
		}
		elem := api.Member{Name: "an element of " + m.Name, Type: m.Elem, Object: m.Object}
		for _, e := range p.members(i) {
			if reason := p.misfitValue(e.value, &elem); reason != "" {
				return reason
			}
		}
	}
	return ""
}

// sdkHasContentType reports whether the SDK's enum has a content type, compared
// exactly.
func sdkHasContentType(name string) bool {
	return api.ContentTypeNamed(name) != nil && !slices.Contains(sdkLacksTypes, name)
}

// or returns s, or otherwise if s is "".
func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
